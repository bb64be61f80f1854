import { type Pair, PAIRS } from './word-pairs.ts';
import { lexicon } from './lexicon.ts';
import type { Token } from './normalise.ts';
import { singular, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';

type Names = Vocabulary['names'];

/**
 * Puts together again what belongs together. People begin with what matters and add the rest (“month across all groups due next”),
 * or put two words down the wrong way round (“due week this”). A word that has beside it what it belongs to stays where it is.
 * @example “month across all groups due next” → “due next month across all groups”
 * @example “actions with owner no” → “actions with no owner”
 */
export function mendOrder(tokens: readonly Token[], names: Names): Token[] {
  return PAIRS.reduce((mended, pair) => pairUp(mended, pair, names), joinEnds(tokens, names));
}

/** Moves a lead that stands alone to what it leads, where that stands alone as well. */
function pairUp(tokens: Token[], pair: Pair, names: Names): Token[] {
  if (!tokens.some(({ word }) => pair.lead.test(word))) return tokens;
  const kinds = kindsOf(tokens, names);
  const at = kinds.findIndex((kind, index) => pair.lead.test(kind) && kinds[index - 1] !== 'or' && !leads(kinds, index, pair));
  if (at < 0) return tokens;
  const ahead = Array.from({ length: pair.ahead }, (_, further) => at + 2 + further);
  const near = pair.back ? [...ahead, at - 1] : ahead;
  const follow = near.find((index) => isAlone(kinds, index, at, pair) && canPass(kinds, at, index, pair));
  if (follow === undefined) return tokens;
  const to = pair.between.test(kinds[follow - 1] ?? '') ? follow - 1 : follow;
  const [lead] = tokens.slice(at, at + 1);
  const rest = tokens.filter((_, index) => index !== at);
  return lead ? rest.toSpliced(to > at ? to - 1 : to, 0, lead) : tokens;
}

/** Joins the end to the beginning where the last words lead the first: “owner actions with no”, “help how are we doing with early”. */
function joinEnds(tokens: readonly Token[], names: Names): Token[] {
  const asks = tokens.at(-1)?.word === '?';
  const body = asks ? tokens.slice(0, -1) : tokens;
  const kinds = kindsOf(body, names);
  const start = danglingFrom(kinds) ?? brokenFrom(body, names);
  if (start === undefined) return [...tokens];
  const from = beforeLeaning(kinds, start);
  return [...body.slice(from), ...body.slice(0, from), ...(asks ? tokens.slice(-1) : [])];
}

/** Words that lean on the one after them, and so move with it. */
const LEANING =
  /^(in|on|at|for|of|to|from|with|without|by|due|over|within|across|before|after|since|until|and|but|the|a|an|this|next|last|which|all|done|how)$/;

function beforeLeaning(kinds: readonly string[], start: number): number {
  let from = start;
  while (LEANING.test(kinds[from - 1] ?? '')) from -= 1;
  return from;
}

/** A message that begins so is whole, whatever it ends with: “what are we waiting for the”. */
const OPENS = /^(what|which|who|whose|where|when|how|is|are|was|were|has|have|had|do|does|can|could|will|would|i|we|you|it|they|please|any|anything)$/;
/** Nothing ends with these. */
const NEVER_LAST = /^(the|a|an|our|my|did|per)$/;

/** From where the last words lead what begins the message. */
function danglingFrom(kinds: readonly string[]): number | undefined {
  for (const { lead, follow, between } of PAIRS) {
    const at = kinds.findLastIndex((kind) => lead.test(kind));
    const first = kinds.findIndex((kind) => !between.test(kind));
    const isLast = at > 1 && kinds.slice(at + 1).every((kind) => between.test(kind));
    if (isLast && first < at && follow.test(kinds[first] ?? '')) return at;
  }
  const last = kinds.length - 1;
  return last > 1 && NEVER_LAST.test(kinds[last] ?? '') && !OPENS.test(kinds[0] ?? '') ? last : undefined;
}

const HALF = 2;

/** From where a name or a part of a question begins at the end and goes on at the beginning, when its halves mean nothing. */
function brokenFrom(tokens: readonly Token[], names: Names): number | undefined {
  if (tokens.length <= 2 * HALF) return undefined;
  const around = [...tokens.slice(-HALF), ...tokens.slice(0, HALF)].map(({ word }) => word);
  const singulars = around.map(singular);
  const stems = around.map(stem);
  const found = around.flatMap((_, start) =>
    [
      ...names.at(singulars, start),
      ...lexicon.at(stems, start).filter(({ value }) => value.kind === 'part' && value.words.every((word, index) => word === around[start + index])),
    ].map(({ length }) => ({ start, end: start + length })),
  );
  const whole = found.some(({ start, end }) => end === HALF || start === HALF);
  const broken = whole ? undefined : found.find(({ start, end }) => start < HALF && end > HALF);
  return broken && tokens.length - HALF + broken.start;
}

/** The words, but for those with which a name begins: `{group}`, `{agency}` … */
function kindsOf(tokens: readonly Token[], names: Names): string[] {
  const singulars = tokens.map(({ word }) => singular(word));
  return tokens.map(({ word }, at) => {
    const name = names.at(singulars, at).find(({ value }) => value.strength > 2);
    return name && word.length > 2 ? `{${name.value.kind}}` : word;
  });
}

function leads(kinds: readonly string[], at: number, { follow, between }: Pair): boolean {
  let next = at + 1;
  while (between.test(kinds[next] ?? '')) next += 1;
  return follow.test(kinds[next] ?? '');
}

/** A follow without a lead of its own. */
function isAlone(kinds: readonly string[], index: number, lead: number, { follow, between, ...pair }: Pair): boolean {
  let before = index - 1;
  while (before !== lead && between.test(kinds[before] ?? '')) before -= 1;
  const near = kinds[before] ?? '';
  return follow.test(kinds[index] ?? '') && (before === lead || !(pair.lead.test(near) || pair.instead.test(near)));
}

function canPass(kinds: readonly string[], lead: number, follow: number, { over }: Pair): boolean {
  return kinds.slice(Math.min(lead, follow) + 1, Math.max(lead, follow)).every((kind) => over.test(kind));
}
