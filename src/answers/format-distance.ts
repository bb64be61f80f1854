import type { BankHolidays } from '../domain/bank-holidays.ts';
import { type Day, daysBetween } from '../domain/dates.ts';
import { workingDaysBetween } from '../domain/working-days.ts';
import { formatCount } from './words.ts';

/**
 * How far off a day is, in working days where the bank holidays are known.
 * @example formatDistance(day('2021-03-23'), day('2021-03-15'), england) // 'in 6 working days'
 * @example formatDistance(day('2021-03-12'), day('2021-03-15'), england) // '3 days ago'
 */
export function formatDistance(on: Day, today: Day, bankHolidays: BankHolidays): string {
  const days = daysBetween(today, on);
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  if (days < 2) return days === 0 ? 'today' : 'tomorrow';
  const working = workingDaysBetween(today, on, bankHolidays);
  return `in ${working.ok ? formatCount(working.value, 'working day') : formatCount(days, 'day')}`;
}
