import { distance } from 'fastest-levenshtein';
import { FIRST_NAMES } from '../../domain/first-names.ts';
import { isCommonEnglish, isEnglish } from './english.ts';
import { expandShorthand, type Token } from './tokenise.ts';

/** Replaces words that nobody knows by the nearest word that means something here. */
export type TypoCorrector = (tokens: readonly Token[]) => Token[];

/** Typos beyond this stay as they are, so that a long message is still read quickly. */
const MAX_CORRECTIONS = 24;
const MAX_CACHED = 5_000;
const MIN_LENGTH = 3;
/** A long word may have two typos. */
const LONG = 8;

/**
 * @param domain words that mean something here, with how often they are used; the more frequent
 * wins.
 * @param others words that are right as they are and never a correction.
 * @example “priorites” → “priorities”, “polce” → “police”; “directory” and “QPPA” stay.
 */
export function createTypoCorrector(
  domain: ReadonlyMap<string, number>,
  others: ReadonlySet<string> = new Set(),
): TypoCorrector {
  const findNear = createNearWordIndex(
    [...domain.keys()].filter((word) => word.length > MIN_LENGTH && !/[^a-z]/.test(word)),
  );
  const cache = new Map<string, string>();
  const frequencyOf = (word: string): number => domain.get(word) ?? 0;

  const findNearest = (typed: string): { word: string; cost: number } => {
    let best = { word: typed, cost: Number.POSITIVE_INFINITY };
    for (const word of findNear(typed)) {
      const cost = editCost(typed, word) - Math.min(0.3, frequencyOf(word) / 400);
      if (cost < best.cost) best = { word, cost };
    }
    return best;
  };

  const correct = (typed: string): string => {
    const maxCost = typed.length < 5 ? 1 : typed.length < 9 ? 1.5 : 2.5;
    const { word, cost } = findNearest(typed);
    if (cost > maxCost) return typed;
    if (isEnglish(typed)) return typed;
    return typed.length > MIN_LENGTH || word.length > MIN_LENGTH ? word : typed;
  };

  return (tokens) => {
    let remaining = MAX_CORRECTIONS;
    return tokens.flatMap((token) => {
      const { word } = token;
      const isKnown =
        domain.has(word) || others.has(word) || isCommonEnglish(word) || FIRST_NAMES.has(word);
      if (isKnown || word.length < MIN_LENGTH || /[^a-z]/.test(word)) return token;
      const cached = cache.get(word);
      if (cached === undefined && remaining <= 0) return token;
      remaining -= 1;
      const corrected = cached ?? correct(word);
      if (cache.size > MAX_CACHED) cache.clear();
      cache.set(word, corrected);
      return corrected === word ? token : expandShorthand({ ...token, word: corrected });
    });
  };
}

/** Edits between two words; swapped letters are one edit, and a wrong first letter costs more. */
function editCost(typed: string, word: string): number {
  const edits = distance(typed, word);
  const cost = edits === 2 && typed.length === word.length && isSwap(typed, word) ? 1 : edits;
  return cost + (typed[0] === word[0] ? 0 : 0.4);
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}

/**
 * Finds words near a typed one without comparing all: words one edit apart share a deletion of one
 * letter. To a long word those of like length with the same first letter are near as well.
 */
function createNearWordIndex(words: readonly string[]): (typed: string) => readonly string[] {
  const byDeletion = new Map<string, string[]>();
  const byFirstLetter = new Map<string, string[]>();
  const put = (index: Map<string, string[]>, key: string, word: string) => {
    const words = index.get(key);
    if (words) words.push(word);
    else index.set(key, [word]);
  };
  for (const word of [...words].sort()) {
    for (const letters of [word, ...listDeletions(word)]) put(byDeletion, letters, word);
    if (word.length >= LONG - 1) put(byFirstLetter, word.charAt(0), word);
  }
  return (typed) => {
    const near = new Set(
      [typed, ...listDeletions(typed)].flatMap((letters) => byDeletion.get(letters) ?? []),
    );
    if (typed.length >= LONG)
      for (const word of byFirstLetter.get(typed.charAt(0)) ?? [])
        if (Math.abs(word.length - typed.length) < 3) near.add(word);
    return [...near].sort();
  };
}

function listDeletions(word: string): Set<string> {
  return new Set(Array.from(word, (_, at) => word.slice(0, at) + word.slice(at + 1)));
}
