import { readFileSync } from 'node:fs';

type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };
type Words = Readonly<Record<string, string>>;

const CARDS = new URL('../../cards/', import.meta.url);

/**
 * Reads `cards/<name>.json` and composes it. A node `{ "$use": "shared/heading", … }` stands for that file: its other
 * keys are laid over the piece, `$with` gives words for the `#{…}` in it, and a piece that is a list joins the list it
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
  const own = Object.fromEntries(Object.entries(rest).map(([key, value]) => [key, compose(value, words)]));
  if (typeof $use !== 'string') return own;
  const piece = compose(read($use), compose($with ?? {}, words) as Words);
  return Array.isArray(piece) ? piece : { ...(piece as object), ...own };
}

function fill(text: string, words: Words): string {
  return text.replace(/#\{(\w+)\}/g, (_, name: string) => {
    const word = words[name];
    if (word === undefined) throw new Error(`A shared piece of a card needs “${name}” in $with`);
    return word;
  });
}
