import type { BankHolidays } from './bank-holidays.ts';
import { type Day, day } from './dates.ts';

/**
 * The bank holidays of England as the government published them (gov.uk/bank-holidays), with those
 * moved from a weekend and the extra ones: VE Day 2020, the Jubilee and the State Funeral 2022, the
 * Coronation 2023.
 */
const MONTH_DAYS: Readonly<Record<number, string>> = {
  2018: '01-01 03-30 04-02 05-07 05-28 08-27 12-25 12-26',
  2019: '01-01 04-19 04-22 05-06 05-27 08-26 12-25 12-26',
  2020: '01-01 04-10 04-13 05-08 05-25 08-31 12-25 12-28',
  2021: '01-01 04-02 04-05 05-03 05-31 08-30 12-27 12-28',
  2022: '01-03 04-15 04-18 05-02 06-02 06-03 08-29 09-19 12-26 12-27',
  2023: '01-02 04-07 04-10 05-01 05-08 05-29 08-28 12-25 12-26',
  2024: '01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26',
  2025: '01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26',
  2026: '01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28',
  2027: '01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28',
};

const YEARS = Object.keys(MONTH_DAYS).map(Number);

/** Calculations outside the years of the table are refused. */
export const ENGLAND_BANK_HOLIDAYS: BankHolidays = {
  firstYear: Math.min(...YEARS),
  lastYear: Math.max(...YEARS),
  days: new Set<Day>(
    Object.entries(MONTH_DAYS).flatMap(([year, monthDays]) =>
      monthDays.split(' ').map((monthDay) => day(`${year}-${monthDay}`)),
    ),
  ),
};
