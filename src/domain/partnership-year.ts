import { addDays, type Day } from './dates.ts';
import { dayInYear } from './month-day.ts';
import type { YearStart } from './partnership.ts';

/** A partnership's year, named after both calendar years it touches: `2020-21`. */
export type PartnershipYear = string & { readonly partnershipYear: unique symbol };

/**
 * The partnership year that contains a day.
 * @example yearContaining(day('2021-03-31'), '04-01') // '2020-21'
 * @example yearContaining(day('2021-04-01'), '04-01') // '2021-22'
 */
export function yearContaining(of: Day, yearStart: YearStart): PartnershipYear {
  const calendarYear = Number(of.slice(0, 4));
  return yearBeginningIn(of.slice(5) >= yearStart ? calendarYear : calendarYear - 1);
}

/**
 * Parses the name of one year. `undefined` for anything else, and for the last year before 10000,
 * whose end no day can name.
 * @example parseYear('2020-21') // '2020-21'
 * @example parseYear('2022-24') // undefined: the years of a plan
 */
export function parseYear(text: string): PartnershipYear | undefined {
  const begins = Number(/^(\d{4})-\d{2}$/.exec(text)?.[1] ?? LAST_YEAR);
  return begins < LAST_YEAR && yearBeginningIn(begins) === text
    ? yearBeginningIn(begins)
    : undefined;
}

const LAST_YEAR = 9999;

/**
 * The partnership year that begins in a calendar year.
 * @example yearBeginningIn(1999) // '1999-00'
 */
export function yearBeginningIn(calendarYear: number): PartnershipYear {
  return `${calendarYear}-${String((calendarYear + 1) % 100).padStart(2, '0')}` as PartnershipYear;
}

/**
 * The first and last day of a partnership year.
 * @example yearSpan('2020-21' as PartnershipYear, '04-01') // { from: '2020-04-01', to: '2021-03-31' }
 */
export function yearSpan(year: PartnershipYear, yearStart: YearStart): { from: Day; to: Day } {
  const first = Number(year.slice(0, 4));
  return { from: dayInYear(first, yearStart), to: addDays(dayInYear(first + 1, yearStart), -1) };
}

/**
 * The year that `current`, `last`, `next` or the name of a year asks for; `undefined` for anything
 * else.
 * @example resolveYear('last', day('2021-03-15'), '04-01') // '2019-20'
 */
export function resolveYear(
  asked: string,
  today: Day,
  yearStart: YearStart,
): PartnershipYear | undefined {
  const thisYear = yearContaining(today, yearStart);
  const begins = Number(thisYear.slice(0, 4));
  if (asked === 'current') return thisYear;
  if (asked === 'last') return yearBeginningIn(begins - 1);
  if (asked === 'next') return yearBeginningIn(begins + 1);
  return parseYear(asked);
}
