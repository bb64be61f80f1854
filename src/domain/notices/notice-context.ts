import type { BankHolidays } from '../bank-holidays.ts';
import type { Directory } from '../directory.ts';
import { createSteps, type Steps, type SweepWindow } from './steps.ts';

/** What every rule needs beside the record: the names, the working days, and the days that are looked at. */
export interface SweepContext {
  readonly directory: Directory;
  readonly bankHolidays: BankHolidays;
  readonly window: SweepWindow;
  readonly steps: Steps;
}

/** The same with what the partnership sets, or else what is usual. */
export interface NoticeContext<Settings = unknown> extends SweepContext {
  readonly settings: Settings;
}

export function createSweepContext(
  directory: Directory,
  window: SweepWindow,
  bankHolidays: BankHolidays,
): SweepContext {
  return { directory, bankHolidays, window, steps: createSteps(window, bankHolidays) };
}
