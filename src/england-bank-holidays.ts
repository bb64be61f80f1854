import Holidays from 'date-holidays';
import { type Day, day } from './domain/dates.ts';
import type { BankHolidays } from './domain/working-days.ts';

/** The years that were compared with the government's published table; calculations outside them are refused. */
const FIRST_YEAR = 2018;
const LAST_YEAR = 2027;

/**
 * England's bank holidays from the maintained `date-holidays` data, moved and extra days included
 * (VE Day 2020, the Jubilee and the State Funeral 2022, the Coronation 2023).
 * @example englandBankHolidays().days.has(day('2023-05-08')) // true
 */
export function englandBankHolidays(): BankHolidays {
  const england = new Holidays('GB', 'ENG');
  const days = new Set<Day>();
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year += 1) {
    for (const { date, type } of england.getHolidays(year))
      if (type === 'public') days.add(day(date.slice(0, 10)));
  }
  return { firstYear: FIRST_YEAR, lastYear: LAST_YEAR, days };
}
