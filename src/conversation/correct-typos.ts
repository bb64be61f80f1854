import { distance } from 'fastest-levenshtein';
import { isCommonEnglish, isEnglish } from './english.ts';
import type { Token } from './normalise.ts';

/** Puts right words that nobody knows, by the nearest word that means something here. */
export interface Corrector {
  correct(tokens: readonly Token[]): Token[];
}

const MOST_CORRECTIONS = 24;

/**
 * @param domain words that mean something here, with how usual they are; the usual wins between two that are equally near.
 * @example “priorites” → “priorities”, “polce” → “police”; “directory” and “QPPA” stay.
 */
export function createCorrector(domain: ReadonlyMap<string, number>): Corrector {
  const byLength = new Map<number, string[]>();
  for (const word of [...domain.keys()].sort()) {
    if (word.length > 3 && !/\d/.test(word)) byLength.set(word.length, [...(byLength.get(word.length) ?? []), word]);
  }
  const remembered = new Map<string, string>();

  const nearest = (typed: string): string => {
    const furthest = typed.length < 5 ? 1 : typed.length < 9 ? 1.5 : 2.5;
    let best = typed;
    let bestCost = Number.POSITIVE_INFINITY;
    for (let size = typed.length - 2; size <= typed.length + 2; size += 1) {
      for (const word of byLength.get(size) ?? []) {
        const cost = costOf(typed, word) - Math.min(0.3, (domain.get(word) ?? 0) / 400);
        if (cost <= furthest && cost < bestCost) [best, bestCost] = [word, cost];
      }
    }
    return best;
  };

  return {
    correct(tokens) {
      let left = MOST_CORRECTIONS;
      return tokens.map((token) => {
        const { word } = token;
        if (word.length < 4 || /[^a-z]/.test(word) || domain.has(word) || isCommonEnglish(word)) return token;
        const known = remembered.get(word);
        if (known === undefined && left <= 0) return token;
        left -= 1;
        const corrected = known ?? nearest(word);
        if (remembered.size > 5_000) remembered.clear();
        remembered.set(word, corrected);
        const sure = !isEnglish(word) || costOf(word, corrected) <= 1;
        return sure && corrected !== word ? { ...token, word: corrected } : token;
      });
    },
  };
}

/** Edits between two words; two letters exchanged are one slip, and a wrong first letter weighs more. */
function costOf(typed: string, word: string): number {
  const edits = distance(typed, word);
  const swapped = edits === 2 && typed.length === word.length && isSwap(typed, word) ? 1 : edits;
  return swapped + (typed[0] === word[0] ? 0 : 0.4);
}

function isSwap(a: string, b: string): boolean {
  const at = [...a].findIndex((letter, index) => letter !== b[index]);
  return a[at] === b[at + 1] && a[at + 1] === b[at] && a.slice(at + 2) === b.slice(at + 2);
}
