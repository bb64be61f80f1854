import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Params = Readonly<Record<string, Json>>;

const CARDS = new URL('../../cards/', import.meta.url);

/**
 * Reads `cards/<name>.json` and composes it. A node `{ "$include": "shared/heading", … }` stands for that file: its other
 * keys are laid over the piece, `$params` says what the `#{…}` in it stand for, and a piece that is a list joins the list it
 * stands in. What remains is a template for adaptivecards-templating.
 */
export function readTemplate(name: string): object {
  return compose(read(name), {}) as object;
}

function read(name: string): Json {
  return JSON.parse(readFileSync(new URL(`${name}.json`, CARDS), 'utf8'));
}

function compose(node: Json, params: Params): Json {
  if (typeof node === 'string') return fill(node, params);
  if (Array.isArray(node)) return node.flatMap((item: Json) => compose(item, params));
  if (typeof node !== 'object' || node === null) return node;
  const { $include, $params, ...rest } = node as { readonly [key: string]: Json };
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, compose(value, params)]),
  );
  if (typeof $include !== 'string') return own;
  const piece = compose(read($include), compose($params ?? {}, params) as Params);
  return Array.isArray(piece) ? piece : { ...(piece as object), ...own };
}

/** Puts the parameters `#{…}` into a text; a text that is nothing but one becomes its value, even an object. */
function fill(text: string, params: Params): Json {
  const whole = /^#\{(\w+)\}$/.exec(text)?.[1];
  return whole
    ? findParam(whole, params)
    : text.replace(/#\{(\w+)\}/g, (_, name: string) => String(findParam(name, params)));
}

function findParam(name: string, params: Params): Json {
  const param = params[name];
  if (param === undefined) throw new Error(`A shared piece of a card needs “${name}” in $params`);
  return param;
}
