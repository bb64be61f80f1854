import { SHORTHAND } from './shorthand.ts';

/** One word of a message. */
export interface Token {
  /** Lower case, without apostrophes, shorthand expanded. */
  readonly word: string;
  readonly typed: string;
}

/** Questions are shorter than this; the rest of a longer message is not read. */
export const MAX_CHARACTERS_READ = 2_000;
const MAX_TOKENS = 200;

const WORD = /[\p{L}\p{N}]+(?:['’`´&./-][\p{L}\p{N}]+)*|[?:;,–—]|\s-\s/gu;
const PUNCTUATION = /^[?:;,–—]$|^\s/;
const ABBREVIATION = /^\p{L}(?:\.\p{L})+$/u;

/**
 * The words of a message.
 * @example tokenise("what's our yr end").map((token) => token.word) // ['what', 'is', 'our', 'year', 'end']
 */
export function tokenise(text: string): Token[] {
  const read = text
    .slice(0, MAX_CHARACTERS_READ)
    .replace(/\bw\/c\b/gi, 'week commencing')
    .replace(/\bw\//gi, 'w ')
    .replace(/\s&\s/g, ' n ')
    .replace(/\bta[ -](?:ra|ta)\b/gi, 'tara');
  const tokens: Token[] = [];
  for (const [match] of read.matchAll(WORD)) {
    for (const typed of splitJoined(match))
      tokens.push(...expandShorthand({ word: fold(typed) || typed, typed }));
    if (tokens.length > MAX_TOKENS) break;
  }
  return tokens.map((token, at) =>
    token.word === '4' && /^(us|me|them|him|her|you)$/.test(tokens[at + 1]?.word ?? '')
      ? { ...token, word: 'for' }
      : token,
  );
}

/** Whether nothing is written in small letters, so that capital letters say nothing. */
export const isShouted = (text: string): boolean => !/\p{Ll}/u.test(text);

/** The words of a name, split like a message but with shorthand left as it is. */
export function toWords(name: string): string[] {
  return [...name.matchAll(WORD)]
    .flatMap(([match]) => splitJoined(match).map(fold))
    .filter((word) => word !== '');
}

/** A token for each word that shorthand stands for: “whats” is “what is”. */
export function expandShorthand(token: Token): Token[] {
  return (SHORTHAND.get(token.word) ?? [token.word]).map((word) => ({ ...token, word }));
}

/** “Un-started” is one word. */
const PREFIX = /\b(un|re|pre|non|co|mis)-(?=\p{L})/giu;

/** “3x4” */
const SCORE = /^\dx\d$/i;

/** Hyphens and slashes join numbers (2020-21, SA-019) but separate words (police/health). */
function splitJoined(typed: string): string[] {
  if (PUNCTUATION.test(typed)) return [typed.trim() || '-'];
  if (SCORE.test(typed)) return typed.split(/(x)/i);
  if (ABBREVIATION.test(typed) || /\d/.test(typed)) return [typed];
  return typed.replace(PREFIX, '$1').split(/[-/.]/);
}

function fold(typed: string): string {
  const word = typed
    .normalize('NFKC')
    .toLowerCase()
    .replace(/['’`´]/g, '');
  return ABBREVIATION.test(word) ? word.replaceAll('.', '') : word;
}
