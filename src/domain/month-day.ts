import { monthContaining } from './calendar-spans.ts';
import { type Day, day, parseDay } from './dates.ts';

/** A day of every year, `MM-DD`. */
export type MonthDay = string & { readonly monthDay: unique symbol };

const A_COMMON_YEAR = 2023;

/**
 * Parses a month and day that every year has; `undefined` for anything else.
 * @example parseMonthDay('09-30') // '09-30'
 * @example parseMonthDay('02-29') // undefined
 */
export function parseMonthDay(text: string): MonthDay | undefined {
  return parseDay(`${A_COMMON_YEAR}-${text}`) && (text as MonthDay);
}

/**
 * A month and day in a calendar year; the last of the month where that day does not exist, for
 * settings stored before they were checked.
 * @example dayInYear(2021, '09-31') // '2021-09-30'
 */
export function dayInYear(year: number, monthDay: string): Day {
  const last = monthContaining(day(`${year}-${monthDay.slice(0, 2)}-01`)).to;
  const wanted = `${year}-${monthDay}`;
  return wanted > last ? last : day(wanted);
}
