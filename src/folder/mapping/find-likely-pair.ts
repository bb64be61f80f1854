import { sharedTitleWords, significantWords } from '../../domain/title-similarity.ts';
import { toComparable } from '../../domain/to-comparable.ts';

/**
 * Finds the stored record that a row without a reference likely is: of the same title, else of the
 * one that shares most words with it.
 */
export function createFindLikelyPair<Stored extends { readonly title: string }>(
  records: readonly Stored[],
): (title: string) => Stored | undefined {
  const byTitle = new Map(records.map((record) => [toComparable(record.title), record]));
  const byWord = new Map<string, Stored[]>();
  for (const record of records)
    for (const word of significantWords(record.title))
      byWord.set(word, [...(byWord.get(word) ?? []), record]);
  return (title) => {
    const same = byTitle.get(toComparable(title));
    if (same) return same;
    const near = new Set(significantWords(title).flatMap((word) => byWord.get(word) ?? []));
    const scores = [...near].map((record) => sharedTitleWords(title, record.title).length);
    const best = Math.max(0, ...scores);
    return best > 0 ? [...near][scores.indexOf(best)] : undefined;
  };
}
