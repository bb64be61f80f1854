import { SHORTHAND } from './shorthand.ts';

/** One word of a message, as understood and as typed, with where it stood. */
export interface Token {
  /** Lower case, without apostrophes, shorthand written out. */
  readonly word: string;
  readonly typed: string;
  readonly start: number;
  readonly end: number;
}

/** Nobody asks anything in more; the rest of a longer message is not read. */
export const LONGEST_READ = 2_000;
const MOST_TOKENS = 200;

const WORD = /[\p{L}\p{N}]+(?:['’`´&./-][\p{L}\p{N}]+)*|[?:;,–—]|\s-\s/gu;
const PUNCTUATION = /^[?:;,–—]$|^\s/;

/**
 * The words of a message.
 * @example normalise("what's our yr end").map((token) => token.word) // ['what', 'is', 'our', 'year', 'end']
 */
export function normalise(text: string): Token[] {
  const read = text.slice(0, LONGEST_READ).replace(/\bw\//gi, 'w ').replace(/\s&\s/g, ' n ');
  const tokens: Token[] = [];
  for (const match of read.matchAll(WORD)) {
    for (const piece of pieces(match[0], match.index)) tokens.push(...writtenOut(tokenOf(piece)));
    if (tokens.length > MOST_TOKENS) break;
  }
  return tokens;
}

/** The words of a name, by the same rules as those of a message but for the shorthand. */
export function wordsOf(name: string): string[] {
  return [...name.matchAll(WORD)]
    .flatMap((match) => pieces(match[0], 0).map((piece) => plain(piece.typed)))
    .filter(Boolean);
}

/** Hyphens and slashes join numbers (2020-21, SA-019) but separate words (train-the-trainer, police/health). */
function pieces(typed: string, start: number): { typed: string; start: number }[] {
  if (PUNCTUATION.test(typed)) return [{ typed: typed.trim() || '-', start }];
  if (/^\p{L}(?:\.\p{L})+$/u.test(typed)) return [{ typed, start }];
  const joined = /\d/.test(typed) ? /(?=x)y/ : /[-/.]/;
  const parts: { typed: string; start: number }[] = [];
  let at = 0;
  for (const part of typed.split(joined)) {
    parts.push({ typed: part, start: start + at });
    at += part.length + 1;
  }
  return parts;
}

function tokenOf({ typed, start }: { typed: string; start: number }): Token {
  return { word: plain(typed) || typed, typed, start, end: start + typed.length };
}

/** What a word stands for: “whats” is “what is”. */
export function writtenOut(token: Token): Token[] {
  return (SHORTHAND.get(token.word) ?? [token.word]).map((word) => ({ ...token, word }));
}

function plain(typed: string): string {
  const word = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '');
  return /^\p{L}(?:\.\p{L})+$/u.test(word) ? word.replaceAll('.', '') : word;
}
