import { type Day, parseDay } from '../../domain/dates.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokenise.ts';
import { MONTHS } from '../text/word-sets.ts';

/**
 * Words that name a day which no calendar has, “31 june”, “30/02/2027”, “29 feb 2021”. No other day
 * stands in for it.
 */
export function findImpossibleDays(tokens: readonly Token[], today: Day): Span[] {
  const words = tokens.map(({ word }) => word);
  return words.flatMap((_, start): Span[] => {
    const end = impossibleEnd(words, start, today);
    return end === undefined ? [] : [{ start, end }];
  });
}

/** Where a day that does not exist ends, if one begins here. */
function impossibleEnd(words: readonly string[], at: number, today: Day): number | undefined {
  const word = words[at] ?? '';
  const [, written] = /^(\d{4}-\d{2}-\d{2})$/.exec(word) ?? [];
  if (written) return parseDay(written) ? undefined : at + 1;
  const [, day, month, year] = /^(\d{1,2})\/(\d{1,2})(?:\/(\d{2}|\d{4}))?$/.exec(word) ?? [];
  if (day && month) {
    // “20/21” is a year.
    const looksLikeDay = Number(day) <= 39 && Number(month) <= (year ? 39 : 12);
    return looksLikeDay && !exists(day, month, longYear(year), today) ? at + 1 : undefined;
  }
  return inWordsEnd(words, at, today);
}

/** “31 june”, “the 31st of june”, “june 31”, “june the 31st”, with or without a year. */
function inWordsEnd(words: readonly string[], at: number, today: Day): number | undefined {
  const word = words[at] ?? '';
  const isDayFirst = !MONTHS.has(word);
  const link = isDayFirst ? 'of' : 'the';
  const second = words[at + 1] === link ? at + 2 : at + 1;
  const [first, last] = [word, words[second] ?? ''];
  const date = DATE.exec(isDayFirst ? first : last);
  const month = MONTHS.get(isDayFirst ? last : first);
  if (!date?.[1] || !month) return undefined;
  // “12 march 45 actions”: a day that stands before its month is the one that is meant.
  if (!isDayFirst && (DATE.test(words[at - 1] ?? '') || words[at - 1] === 'of')) return undefined;
  if (!isDayFirst && Number(date[1]) > 39) return undefined;
  const year = /^20\d\d$/.exec(words[second + 1] ?? '')?.[0];
  return exists(date[1], month, year, today) ? undefined : second + (year ? 2 : 1);
}

const DATE = /^(\d{1,2})(?:st|nd|rd|th)?$/;

const longYear = (year: string | undefined): string | undefined =>
  year?.length === 2 ? `20${year}` : year;

/** Without its year, 29 February is one that has been within a year or is to come within one. */
function exists(date: string, month: string, year: string | undefined, today: Day): boolean {
  const thisYear = Number(today.slice(0, 4));
  const years = year ? [year] : [thisYear - 1, thisYear, thisYear + 1];
  return years.some((each) =>
    parseDay(`${each}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`),
  );
}
