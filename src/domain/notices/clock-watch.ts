import { addWorkingDays } from '../working-days.ts';
import { runningDeadlines } from './clock-notices.ts';
import type { NoticeContext, Subject } from './notices.ts';

/** How the statutory clocks of a partnership stand. */
export interface ClockWatch {
  /** Clocks whose last day is today or in the next three working days. */
  readonly near: number;
  /** Clocks that ran out and were not met. */
  readonly breached: number;
}

const NEAR_WORKING_DAYS = 3;

/**
 * Counts the clocks that somebody on duty should know of.
 * @example clockWatch([{ kind: 'incident', incident }], context) // { near: 1, breached: 0 }: due on Mon 21 Dec, today is Thu 17 Dec
 */
export function watchClocks(subjects: readonly Subject[], context: NoticeContext): ClockWatch {
  const { window, bankHolidays } = context;
  const incidents = subjects
    .filter((subject) => subject.kind === 'incident')
    .map(({ incident }) => incident);
  const lcsprs = subjects.filter((subject) => subject.kind === 'lcspr').map(({ lcspr }) => lcspr);
  const days = runningDeadlines({ incidents, lcsprs }, context);
  const soon = addWorkingDays(window.today, NEAR_WORKING_DAYS, bankHolidays);
  const last = soon.ok ? soon.value : window.today;
  return {
    near: days.filter((due) => due >= window.today && due <= last).length,
    breached: days.filter((due) => due < window.today).length,
  };
}
