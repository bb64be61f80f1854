import { type Day, daysBetween } from '../dates.ts';
import type { SweepContext } from './notice-context.ts';
import { isInSpan, isInWindow, workingDaysFrom } from './steps.ts';

/**
 * The latest step before the due day of an action that was reached, and no earlier one, so that nobody hears five times after an
 * outage. None once it is overdue: of that people hear weekly.
 */
export function stepBeforeDue(
  dueOn: Day,
  workingDays: readonly number[],
  { steps }: SweepContext,
): string | undefined {
  if (overdueStep(dueOn, { steps })) return undefined;
  return latest(workingDays.filter((days) => isInSpan(steps.before(days), dueOn)));
}

/** What is overdue is owed once a week. */
export function overdueStep(
  dueOn: Day,
  { steps: { week } }: Pick<SweepContext, 'steps'>,
): string | undefined {
  return week && dueOn < week ? `week-${week}` : undefined;
}

/** So many days a missed time limit is spoken of daily; then weekly, or nobody listens any more. */
export const MAX_DAILY_DAYS = 30;

/** The latest step of a time limit in law that was reached: before the day, on the day whatever day it is, daily after it, and weekly after that. */
export function limitStep(
  dueOn: Day,
  workingDays: readonly number[],
  { window, steps }: SweepContext,
  maxDailyDays = MAX_DAILY_DAYS,
): string | undefined {
  const late = daysBetween(dueOn, window.today);
  if (late > maxDailyDays) return overdueStep(dueOn, { steps });
  if (late > 0) return `late-${late}`;
  return latest(
    workingDays.filter((days) =>
      days === 0 ? isInWindow(window, dueOn) : isInSpan(steps.before(days), dueOn),
    ),
  );
}

/** So many working days after a day on which something should have been done, and then weekly. */
export function stepAfter(
  on: Day,
  workingDays: number,
  { window, steps: { week }, bankHolidays }: SweepContext,
): string | undefined {
  const first = workingDaysFrom(on, workingDays, bankHolidays);
  if (week && week > first) return `week-${week}`;
  return isInWindow(window, first) ? `after-${workingDays}` : undefined;
}

/** The fewer days before, the later the step. */
function latest(reached: readonly number[]): string | undefined {
  return reached.length > 0 ? `day-${Math.min(...reached)}` : undefined;
}
