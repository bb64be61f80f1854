/** The first of a sorted list. */
export interface FirstFew<Item> {
  readonly items: readonly Item[];
  /** How many of them came with the last one that was wanted, for they rank the same. */
  readonly tied: number;
}

/**
 * Takes the first so many of what is sorted, and all that rank the same as the last of them; all
 * where no number is given.
 * @example takeFirst([20, 16, 16, 12], 2, (score) => score) // { items: [20, 16, 16], tied: 1 }
 */
export function takeFirst<Item>(
  sorted: readonly Item[],
  limit: number | undefined,
  rankOf: (item: Item) => unknown,
): FirstFew<Item> {
  const last = limit === undefined ? undefined : sorted[limit - 1];
  if (limit === undefined || last === undefined) return { items: sorted, tied: 0 };
  const others = sorted.slice(limit);
  const end = others.findIndex((item) => rankOf(item) !== rankOf(last));
  const tied = end < 0 ? others.length : end;
  return { items: sorted.slice(0, limit + tied), tied };
}
