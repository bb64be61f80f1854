import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Words = Readonly<Record<string, Json>>;

const CARDS = new URL('../../cards/', import.meta.url);

/**
 * Reads `cards/<name>.json` and composes it. A node `{ "$use": "shared/heading", … }` stands for that file: its other
 * keys are laid over the piece, `$with` says what the `#{…}` in it stand for, and a piece that is a list joins the list it
 * stands in. What remains is a template for adaptivecards-templating.
 */
export function readTemplate(name: string): object {
  return compose(read(name), {}) as object;
}

function read(name: string): Json {
  return JSON.parse(readFileSync(new URL(`${name}.json`, CARDS), 'utf8'));
}

function compose(node: Json, words: Words): Json {
  if (typeof node === 'string') return fill(node, words);
  if (Array.isArray(node)) return node.flatMap((item: Json) => compose(item, words));
  if (typeof node !== 'object' || node === null) return node;
  const { $use, $with, ...rest } = node as { readonly [key: string]: Json };
  const own = Object.fromEntries(
    Object.entries(rest).map(([key, value]) => [key, compose(value, words)]),
  );
  if (typeof $use !== 'string') return own;
  const piece = compose(read($use), compose($with ?? {}, words) as Words);
  return Array.isArray(piece) ? piece : { ...(piece as object), ...own };
}

/** The words for `#{…}` put into a text; a text that is nothing else becomes what was given, be it an object. */
function fill(text: string, words: Words): Json {
  const whole = /^#\{(\w+)\}$/.exec(text)?.[1];
  return whole
    ? wordFor(whole, words)
    : text.replace(/#\{(\w+)\}/g, (_, name: string) => String(wordFor(name, words)));
}

function wordFor(name: string, words: Words): Json {
  const word = words[name];
  if (word === undefined) throw new Error(`A shared piece of a card needs “${name}” in $with`);
  return word;
}
