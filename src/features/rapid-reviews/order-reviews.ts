import { describeFirstFew, describeSorting } from '../../answers/first-few-words.ts';
import { formatCount } from '../../answers/words.ts';
import type { Args } from '../../contract/question.ts';
import { type Day, formatDayWithYear } from '../../domain/dates.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewDuration } from '../../domain/review-figures.ts';
import { takeFirst } from '../../domain/take-first.ts';

/** Reviews in the order that was asked for, and the sentence that says so. */
export interface OrderedReviews {
  readonly reviews: readonly RapidReview[];
  /** Says which come first; only where a number of them is wanted, or those that took longest. */
  readonly text: string | undefined;
  /** Says how all of them are sorted. */
  readonly sorting: string;
}

/** Sorts reviews by the day of awareness or by the working days taken, if either is asked for. */
export function orderReviews(
  wanted: readonly RapidReview[],
  { order, limit, took }: Args,
  durations: readonly ReviewDuration[],
  of: string,
): OrderedReviews {
  const isByTime = typeof took === 'string';
  if (!order && !limit && !isByTime) return { reviews: wanted, text: undefined, sorting: '' };
  const isLargestFirst = isByTime ? !/quick|fast|short|least/i.test(took) : order !== 'oldest';
  const taken = new Map(durations.map(({ ref, days }) => [ref, days]));
  const keyOf = ({ ref, awareOn }: RapidReview): string | number | undefined =>
    isByTime ? taken.get(ref) : awareOn;
  const sorted = wanted
    .filter((review) => keyOf(review) !== undefined)
    .toSorted((a, b) => {
      const [first, second] = isLargestFirst ? [b, a] : [a, b];
      return String(keyOf(first)).localeCompare(String(keyOf(second)), 'en', { numeric: true });
    });
  const others = wanted.filter((review) => keyOf(review) === undefined);
  const by = isByTime ? 'number of working days taken' : 'day of awareness';
  const unknown = others.length;
  if (!limit)
    return {
      reviews: [...sorted, ...others],
      text: undefined,
      sorting: describeSorting({ by, unknown }, isLargestFirst),
    };
  const { items, tied } = takeFirst(sorted, limit, keyOf);
  const names = isByTime ? ['slowest', 'quickest'] : ['latest', 'earliest'];
  const text = describeFirstFew({
    name: names[isLargestFirst ? 0 : 1] ?? '',
    by,
    items: items.map((review) => {
      const key = keyOf(review);
      return {
        ref: review.ref,
        value: typeof key === 'number' ? String(key) : formatDayWithYear(key as Day),
      };
    }),
    all: sorted.length,
    noun: (count) => `${formatCount(count, 'rapid review')}${of}`,
    limit,
    tied,
    unknown,
  });
  return { reviews: items, text, sorting: '' };
}
