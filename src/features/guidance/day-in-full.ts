import { type Day, toDate } from '../../domain/dates.ts';

const DAY_IN_FULL = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeZone: 'UTC' });

/**
 * A day as it is said aloud.
 * @example formatDayInFull(day('2021-03-15')) // 'Monday 15 March 2021'
 */
export function formatDayInFull(of: Day): string {
  return DAY_IN_FULL.format(toDate(of)).replace(',', '');
}
