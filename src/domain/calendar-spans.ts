import { addDays, addMonths, type Day, day, type Month, parseDay, toDate } from './dates.ts';

/** Before everything that is recorded. */
export const EARLIEST = day('1990-01-01');

/**
 * Parses a month; `undefined` for anything that is not one.
 * @example parseMonth('2021-03') // '2021-03'
 */
export function parseMonth(text: string): Month | undefined {
  return parseDay(`${text}-01`) && (text as Month);
}

/**
 * The weekday of a day, from Monday as 1 to Sunday as 7.
 * @example isoWeekday(day('2021-03-15')) // 1
 */
export function isoWeekday(of: Day): number {
  return toDate(of).getUTCDay() || 7;
}

/**
 * The Monday and the Sunday of the week that contains a day.
 * @example weekContaining(day('2021-03-17')) // { from: '2021-03-15', to: '2021-03-21' }
 */
export function weekContaining(of: Day): { from: Day; to: Day } {
  const from = addDays(of, 1 - isoWeekday(of));
  return { from, to: addDays(from, 6) };
}

/**
 * The first and last day of the month that contains a day.
 * @example monthContaining(day('2020-02-10')) // { from: '2020-02-01', to: '2020-02-29' }
 */
export function monthContaining(of: Day): { from: Day; to: Day } {
  const from = `${of.slice(0, 7)}-01` as Day;
  return { from, to: addDays(addMonths(from, 1), -1) };
}
