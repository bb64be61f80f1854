import { formatNames, pluralVerb } from './words.ts';

/** So many are named in the sentence. */
const MAX_NAMED = 5;

/** What a list is sorted by, and how many have nothing to sort by. */
interface SortingWords {
  /** `date raised`; left out for the usual order. */
  readonly by?: string | undefined;
  readonly unknown: number;
}

/** The first of a sorted list. */
interface FirstFewWords extends SortingWords {
  /** What the first of them are: `oldest`, `worst`. */
  readonly name: string;
  /** Each with the value by which it was sorted. */
  readonly items: readonly { readonly ref: string; readonly value?: string | undefined }[];
  /** How many can be sorted. */
  readonly all: number;
  /** What they are, by their number: `82 open actions`. */
  readonly noun: (count: number) => string;
  /** How many were asked for; more are listed where some tie with the last. */
  readonly limit: number;
  readonly tied: number;
}

/**
 * Says which come first, of how many, and by what.
 * @example “The 2 oldest of 82 open actions by date raised: SA-016 (7 May) and SA-014 (8 May).”
 */
export function describeFirstFew(few: FirstFewWords): string {
  const { name, by, items, all, noun, limit, tied, unknown } = few;
  if (all === 0) return `None of ${noun(unknown)} has a ${by} recorded, so I can’t sort them.`;
  const named = items
    .slice(0, MAX_NAMED)
    .map(({ ref, value }) => (value ? `${ref} (${value})` : ref));
  const more = items.length - named.length;
  const parts = [...named, ...(more > 0 ? [`${more} more`] : [])];
  const list = formatNames(parts);
  const count = items.length === 1 ? '' : `${items.length} `;
  const which =
    items.length < all
      ? `The ${count}${name} of ${noun(all)}${by ? ` by ${by}` : ''}`
      : `There ${pluralVerb(all, 'is', 'are')} only ${noun(all)}${by && all > 1 ? `, by ${by}` : ''}`;
  const sharing =
    tied + 1 === items.length ? 'All of them tie' : `${tied + 1} of them share the last place`;
  const tie = tied > 0 ? ` ${sharing}, so ${items.length} are listed and not ${limit}.` : '';
  return `${which}: ${list}.${tie}${describeUnknown(few, 'left out')}`;
}

/** “ Sorted by date raised, the latest first. 4 more have no date raised recorded and are last.” */
export function describeSorting(sorting: SortingWords, isLargestFirst: boolean): string {
  const first = isLargestFirst ? 'latest' : 'earliest';
  return ` Sorted by ${sorting.by}, the ${first} first.${describeUnknown(sorting, 'last')}`;
}

const describeUnknown = ({ by, unknown }: SortingWords, where: string): string =>
  unknown > 0
    ? ` ${unknown} more ${pluralVerb(unknown, 'has', 'have')} no ${by} recorded and ${pluralVerb(unknown, 'is', 'are')} ${where}.`
    : '';
