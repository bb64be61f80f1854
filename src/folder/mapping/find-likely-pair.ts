import type { Action } from '../../domain/action.ts';
import { sharedTitleWords, significantWords } from '../../domain/title-similarity.ts';
import { toComparable } from '../../domain/to-comparable.ts';

/**
 * Finds the stored action that a row without a reference likely is: of the same title, else of the
 * one that shares most words with it.
 */
export function createFindLikelyPair(
  actions: readonly Action[],
): (title: string) => Action | undefined {
  const byTitle = new Map(actions.map((action) => [toComparable(action.title), action]));
  const byWord = new Map<string, Action[]>();
  for (const action of actions)
    for (const word of significantWords(action.title))
      byWord.set(word, [...(byWord.get(word) ?? []), action]);
  return (title) => {
    const same = byTitle.get(toComparable(title));
    if (same) return same;
    const near = new Set(significantWords(title).flatMap((word) => byWord.get(word) ?? []));
    const scores = [...near].map((action) => sharedTitleWords(title, action.title).length);
    const best = Math.max(0, ...scores);
    return best > 0 ? [...near][scores.indexOf(best)] : undefined;
  };
}
