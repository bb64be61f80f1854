import type { BankHolidays } from '../domain/bank-holidays.ts';
import { type Day, daysBetween } from '../domain/dates.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { formatCount } from './words.ts';

/**
 * How far off a day is in days of the calendar, as an action's due date, which may be any, is
 * counted: before it and after it alike.
 * @example formatDays(day('2021-03-23'), day('2021-03-15')) // 'in 8 days'
 * @example formatDays(day('2021-03-12'), day('2021-03-15')) // '3 days ago'
 */
export function formatDays(on: Day, today: Day): string {
  const days = daysBetween(today, on);
  return nearDay(days) ?? (days < 0 ? `${-days} days ago` : `in ${days} days`);
}

/**
 * How far off a day is in working days, in which time limits of reviews are counted and groups
 * meet; in days of the calendar where the bank holidays are not known.
 * @example formatDistance(day('2021-03-23'), day('2021-03-15'), england) // 'in 6 working days'
 * @example formatDistance(day('2021-03-11'), day('2021-03-15'), england) // '2 working days ago'
 */
export function formatDistance(on: Day, today: Day, bankHolidays: BankHolidays): string {
  const near = nearDay(daysBetween(today, on));
  const working = workingDaysBetween(today, on, bankHolidays);
  if (near || !working.ok || working.value === 0) return near ?? formatDays(on, today);
  const count = formatCount(Math.abs(working.value), 'working day');
  return working.value < 0 ? `${count} ago` : `in ${count}`;
}

const nearDay = (days: number): string | undefined =>
  ({ '-1': 'yesterday', '0': 'today', '1': 'tomorrow' })[String(days)];
