import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import type { Span } from './heard.ts';
import type { Token } from './normalise.ts';
import type { RefsInText } from './refs.ts';
import { singular, stem } from './stem.ts';
import type { Vocabulary } from './vocabulary.ts';
import { findYears } from './years.ts';

/** A word, or words that are one thing, as far as its place among others goes. */
export interface Piece extends Span {
  readonly unit: string;
}

/** The pieces of a message: names, references and years are one each. */
export function piecesOf(
  tokens: readonly Token[],
  {
    names,
    refsIn,
  }: { names: Vocabulary['names']; refsIn: (tokens: readonly Token[]) => RefsInText },
): Piece[] {
  const singulars = tokens.map(({ word }) => singular(word));
  const refs = refsIn(tokens);
  const known = [
    ...refs.actionRefs.map((ref) => ({ ...ref, unit: '{ref}' })),
    ...refs.reviewRefs.map((ref) => ({ ...ref, unit: '{review}' })),
    ...findYears(tokens)
      .filter(({ start }) => /\d/.test(tokens[start]?.word ?? ''))
      .map((year) => ({ ...year, unit: '{year}' })),
  ];
  const pieces: Piece[] = [];
  for (let at = 0; at < tokens.length; at = pieces.at(-1)?.end ?? at + 1) {
    const ref = known.find(({ start }) => start === at);
    const [name] = names
      .at(singulars, at)
      .filter(({ value }) => value.strength > 1)
      .sort((a, b) => b.length - a.length || b.value.strength - a.value.strength);
    const named = name && { start: at, end: at + name.length, unit: `{${name.value.kind}}` };
    pieces.push(ref ?? named ?? { start: at, end: at + 1, unit: unitOf(tokens[at]?.word ?? '') });
  }
  return pieces;
}

/** The stem of a word; of a day, a month or a number only that it is one. */
export function unitOf(word: string): string {
  if (word.startsWith('{')) return word;
  if (WEEKDAYS.has(word) || /^\d{1,2}(st|nd|rd|th)$/.test(word)) return '{date}';
  if (MONTHS.has(word)) return '{month}';
  return /^\d+$/.test(word) ? '{n}' : stem(word);
}
