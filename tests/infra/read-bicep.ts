import { readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { Language, type Node, Parser } from 'web-tree-sitter';

/** A value as far as it can be known without deploying: objects, arrays and literals; anything else is its source text. */
export type Value =
  | string
  | boolean
  | number
  | { readonly [name: string]: Value }
  | readonly Value[]
  | { readonly code: string };

export interface Resource {
  readonly symbol: string;
  /** `Microsoft.Storage/storageAccounts@2023-05-01`; of a child inside its parent, the child's own part. */
  readonly type: string;
  readonly isExisting: boolean;
  readonly body: Value;
}

export interface Module {
  readonly symbol: string;
  readonly path: string;
  readonly given: readonly string[];
}

/** What a Bicep file declares and uses. */
export interface Bicep {
  readonly file: string;
  readonly text: string;
  /** Lines that the grammar cannot read. */
  readonly unreadable: readonly number[];
  readonly params: ReadonlyMap<string, { readonly isRequired: boolean }>;
  readonly vars: ReadonlyMap<string, Value>;
  readonly resources: readonly Resource[];
  readonly modules: readonly Module[];
  readonly outputs: ReadonlyMap<string, string>;
  /** Names used in expressions, without those of functions. */
  readonly used: readonly string[];
  readonly functions: readonly string[];
}

await Parser.init();
const parser = new Parser();
parser.setLanguage(await Language.load('node_modules/tree-sitter-bicep/tree-sitter-bicep.wasm'));

export function readBicep(file: string, text = readFileSync(file, 'utf8')): Bicep {
  // The grammar is older than extensions.
  const tree = parser.parse(text.replace(/^(?=extension \w+$)/m, '// '));
  if (!tree) throw new Error(`${file} was not parsed`);
  const all = [...listNodes(tree.rootNode)];
  const declared = (type: string) => all.filter((node) => node.type === type);
  const vars = new Map(
    declared('variable_declaration').map((node) => [readName(node), readValue(lastNode(node))]),
  );
  return {
    file,
    text,
    unreadable: all
      .filter((node) => node.isError || node.isMissing)
      .map(({ startPosition }) => startPosition.row + 1),
    params: new Map(
      declared('parameter_declaration').map((node) => [
        readName(node),
        { isRequired: !node.children.some((child) => child?.type === '=') },
      ]),
    ),
    vars,
    resources: declared('resource_declaration').map((node) => ({
      symbol: readName(node),
      type: readContent(listChildren(node)[1]),
      isExisting: / existing =/.test(node.text.split('\n')[0] ?? ''),
      body: readValue(lastNode(node)),
    })),
    modules: declared('module_declaration').map((node) => {
      const body = readValue(lastNode(node)) as { params?: Record<string, Value> };
      const path = normalize(join(dirname(file), readContent(listChildren(node)[1])));
      return { symbol: readName(node), path, given: Object.keys(body.params ?? {}) };
    }),
    outputs: new Map(
      declared('output_declaration').map((node) => [readName(node), lastNode(node).text]),
    ),
    used: all.filter(isUse).map(({ text }) => text),
    functions: declared('call_expression')
      .filter(({ parent }) => parent?.type !== 'decorator')
      .map((node) => node.namedChild(0)?.text ?? ''),
  };
}

/** The values of a `.bicepparam` file, whose only difference is that a parameter is given and not declared. */
export function readParameters(file: string, text = readFileSync(file, 'utf8')): Bicep {
  return readBicep(file, text.replace(/^param (?=\w+ =)/gm, 'var '));
}

/** What stands at a path such as `properties.siteConfig.alwaysOn`, through variables where one is named. */
export function valueAt(
  { vars }: Pick<Bicep, 'vars'>,
  value: Value | undefined,
  path: string,
): Value | undefined {
  return path.split('.').reduce<Value | undefined>((at, name) => {
    const here = isCode(at) ? vars.get(at.code) : at;
    return here && typeof here === 'object' && !Array.isArray(here)
      ? (here as Record<string, Value>)[name]
      : undefined;
  }, value);
}

const isCode = (value: Value | undefined): value is { readonly code: string } =>
  typeof value === 'object' && 'code' in value && typeof value.code === 'string';

function* listNodes(node: Node): Generator<Node> {
  yield node;
  for (const child of node.children) if (child) yield* listNodes(child);
}

const listChildren = (node: Node): Node[] => node.namedChildren.filter((child) => child !== null);
const readName = (node: Node): string => listChildren(node)[0]?.text ?? '';
const readContent = (node: Node | undefined): string => (node?.text ?? '').replace(/^'|'$/g, '');

function lastNode(node: Node): Node {
  const last = listChildren(node).findLast((part) => part.type !== 'comment');
  if (!last) throw new Error(`Nothing in ${node.text}`);
  return last;
}

function readValue(node: Node): Value {
  if (node.type === 'if_statement' || node.type === 'for_statement')
    return readValue(lastNode(node));
  if (node.type === 'object') {
    const properties = listChildren(node).filter(({ type }) => type === 'object_property');
    return Object.fromEntries(
      properties.flatMap((property) => {
        const [key, value] = listChildren(property);
        return key && value ? [[readContent(key), readValue(value)]] : [];
      }),
    );
  }
  if (node.type === 'array') return listChildren(node).map(readValue);
  if (node.type === 'boolean') return node.text === 'true';
  if (node.type === 'number') return Number(node.text);
  if (node.type === 'string' && !node.text.includes('${')) return readContent(node);
  return { code: node.text };
}

/** A name in an expression: not what is declared, not the key of a property, not a type and not a function. */
function isUse(node: Node): boolean {
  const { parent } = node;
  if (node.type !== 'identifier' || !parent) return false;
  const isFirst = parent.namedChild(0)?.id === node.id;
  if (
    isFirst &&
    /_declaration$|^object_property$|^call_expression$|^for_statement$/.test(parent.type)
  )
    return false;
  for (let above: Node | null = parent; above; above = above.parent)
    if (above.type === 'decorator' || above.type === 'type') return false;
  return true;
}
