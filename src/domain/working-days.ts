import type { BankHolidays } from './bank-holidays.ts';
import { isoWeekday } from './calendar-spans.ts';
import { addDays, type Day, daysBetween } from './dates.ts';
import { accept, type Outcome, refuse } from './outcome.ts';

/**
 * The refusal of a calculation that would leave the years of the table: no date is better than a
 * wrong one.
 */
export type OutsideBankHolidays = 'outside-bank-holidays';

/**
 * Whether a day is a working day: Monday to Friday and not a bank holiday in England (Working
 * Together to Safeguard Children).
 * @example isWorkingDay(day('2026-12-28'), england) // false: Boxing Day in lieu
 */
export function isWorkingDay(of: Day, bankHolidays: BankHolidays): boolean {
  return isoWeekday(of) <= 5 && !bankHolidays.days.has(of);
}

/**
 * The working day a number of working days after (before, when negative) a day, which itself is
 * never counted.
 * @example addWorkingDays(day('2026-12-14'), 5, england) // { ok: true, value: '2026-12-21' }
 * @example addWorkingDays(day('2026-12-14'), 15, england) // { ok: true, value: '2027-01-07' }
 */
export function addWorkingDays(
  from: Day,
  count: number,
  bankHolidays: BankHolidays,
): Outcome<Day, OutsideBankHolidays> {
  const step = Math.sign(count);
  let reached = from;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (!covers(reached, bankHolidays)) return refuse('outside-bank-holidays');
    if (isWorkingDay(reached, bankHolidays)) left -= 1;
  }
  return covers(from, bankHolidays) ? accept(reached) : refuse('outside-bank-holidays');
}

/**
 * The working days after the first day up to and including the second; negative when the second is
 * earlier.
 * @example workingDaysBetween(day('2021-03-15'), day('2021-03-23'), england) // { ok: true, value: 6 }
 */
export function workingDaysBetween(
  from: Day,
  to: Day,
  bankHolidays: BankHolidays,
): Outcome<number, OutsideBankHolidays> {
  if (!covers(from, bankHolidays) || !covers(to, bankHolidays))
    return refuse('outside-bank-holidays');
  if (to < from) return accept(0 - workingDaysIn(to, from, bankHolidays)); // a bare minus makes -0 of none
  return accept(workingDaysIn(addDays(from, 1), addDays(to, 1), bankHolidays));
}

/** The working days from the first day until the second, which is not one of them. */
function workingDaysIn(first: Day, end: Day, { days }: BankHolidays): number {
  const off = [...days].filter(
    (holiday) => first <= holiday && holiday < end && isoWeekday(holiday) <= 5,
  );
  return weekdaysBefore(end) - weekdaysBefore(first) - off.length;
}

const A_MONDAY = '2018-01-01' as Day;

/**
 * The weekdays (Monday to Friday) from a fixed Monday until the day before a day; negative before
 * that Monday.
 */
function weekdaysBefore(of: Day): number {
  const since = daysBetween(A_MONDAY, of);
  const weeks = Math.floor(since / 7);
  return weeks * 5 + Math.min(since - weeks * 7, 5);
}

function covers(of: Day, { firstYear, lastYear }: BankHolidays): boolean {
  const year = Number(of.slice(0, 4));
  return year >= firstYear && year <= lastYear;
}
