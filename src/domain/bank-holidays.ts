import type { Day } from './dates.ts';

/** England's bank holidays, with the first and last year of the table. */
export interface BankHolidays {
  readonly firstYear: number;
  readonly lastYear: number;
  readonly days: ReadonlySet<Day>;
}
