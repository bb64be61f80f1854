import { distance } from 'fastest-levenshtein';
import { isCommonEnglish, isEnglish, isVeryCommonEnglish } from './english.ts';
import { createNearWords } from './near-words.ts';
import { type Token, writtenOut } from './normalise.ts';

/** Puts right words that nobody knows, by the nearest word that means something here. */
export interface Corrector {
  correct(tokens: readonly Token[]): Token[];
}

/** Slips in one message beyond this stay as they are, so that a long message is still read quickly. */
const MOST_CORRECTIONS = 24;
const MOST_REMEMBERED = 5_000;
const SHORTEST = 3;
/** A word that is said as often as this here is meant rather than a less usual English one: “lat board” is “last board”. */
const USUAL = 60;

/**
 * @param domain words that mean something here, with how usual they are; the usual wins between two that are equally near.
 * @param others words that are right as they are and that no other is mistyped for.
 * @example “priorites” → “priorities”, “polce” → “police”; “directory” and “QPPA” stay.
 */
export function createCorrector(
  domain: ReadonlyMap<string, number>,
  others: ReadonlySet<string> = new Set(),
): Corrector {
  const near = createNearWords(
    [...domain.keys()].filter((word) => word.length > SHORTEST && !/[^a-z]/.test(word)),
  );
  const remembered = new Map<string, string>();
  const usual = (word: string): number => domain.get(word) ?? 0;

  const nearest = (typed: string): { word: string; cost: number } => {
    let best = { word: typed, cost: Number.POSITIVE_INFINITY };
    for (const word of near(typed)) {
      const cost = costOf(typed, word) - Math.min(0.3, usual(word) / 400);
      if (cost < best.cost) best = { word, cost };
    }
    return best;
  };

  const corrected = (typed: string): string => {
    const furthest = typed.length < 5 ? 1 : typed.length < 9 ? 1.5 : 2.5;
    const found = nearest(typed);
    if (found.cost > furthest) return typed;
    const slight = costOf(typed, found.word) <= 1;
    if (isCommonEnglish(typed))
      return slight && usual(found.word) >= 2 * USUAL ? found.word : typed;
    if (isEnglish(typed))
      return slight && (typed.length > 4 || usual(found.word) >= USUAL) ? found.word : typed;
    return typed.length > SHORTEST || found.word.length > SHORTEST ? found.word : typed;
  };

  return {
    correct(tokens) {
      let left = MOST_CORRECTIONS;
      return tokens.flatMap((token) => {
        const { word } = token;
        if (
          word.length < SHORTEST ||
          /[^a-z]/.test(word) ||
          domain.has(word) ||
          others.has(word) ||
          isVeryCommonEnglish(word)
        )
          return token;
        const known = remembered.get(word);
        if (known === undefined && left <= 0) return token;
        left -= 1;
        const right = known ?? corrected(word);
        if (remembered.size > MOST_REMEMBERED) remembered.clear();
        remembered.set(word, right);
        return right === word ? token : writtenOut({ ...token, word: right });
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
