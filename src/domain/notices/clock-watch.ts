import type { BankHolidays } from '../bank-holidays.ts';
import type { Day } from '../dates.ts';
import { addWorkingDays } from '../working-days.ts';

/** How the statutory clocks of a partnership stand. */
export interface ClockWatch {
  /** Clocks whose last day is today or in the next three working days. */
  readonly near: number;
  /** Clocks that ran out and were not met. */
  readonly breached: number;
}

const NEAR_WORKING_DAYS = 3;

/**
 * Counts the clocks that somebody on duty should know of, by the last days of all that run.
 * @example watchClocks([day('2026-12-21')], day('2026-12-17'), england) // { near: 1, breached: 0 }: due on Mon, today is Thu
 */
export function watchClocks(
  deadlines: readonly Day[],
  today: Day,
  bankHolidays: BankHolidays,
): ClockWatch {
  const soon = addWorkingDays(today, NEAR_WORKING_DAYS, bankHolidays);
  const last = soon.ok ? soon.value : today;
  return {
    near: deadlines.filter((due) => due >= today && due <= last).length,
    breached: deadlines.filter((due) => due < today).length,
  };
}
