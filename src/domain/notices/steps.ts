import { addDays, type Day, weekOf } from '../dates.ts';
import type { DaySpan } from '../due-range.ts';
import { type BankHolidays, isWorkingDay } from '../working-days.ts';

/** The days whose steps a sweep looks at: from the last working day that was swept, included, up to today. Without `from`, all. */
export interface SweepWindow {
  readonly from?: Day;
  readonly today: Day;
}

/**
 * So many working days after (before, when negative) a day. Years for which no bank holidays are known count Monday to Friday:
 * here a reminder that is a day off is better than none.
 * @example workingDaysFrom(day('2020-12-28'), -1, england) // '2020-12-24': the 25th and the 28th are bank holidays
 */
export function workingDaysFrom(from: Day, count: number, bankHolidays: BankHolidays): Day {
  const step = count < 0 ? -1 : 1;
  let reached = from;
  for (let left = Math.abs(count); left > 0; ) {
    reached = addDays(reached, step);
    if (isWorkingDay(reached, bankHolidays)) left -= 1;
  }
  return reached;
}

/**
 * The day itself when it is a working day, else the last one before it.
 * @example workingDayUpTo(day('2021-04-05'), england) // '2021-04-01': Easter Monday gives way to Maundy Thursday
 */
export function workingDayUpTo(on: Day, bankHolidays: BankHolidays): Day {
  return isWorkingDay(on, bankHolidays) ? on : workingDaysFrom(on, -1, bankHolidays);
}

/**
 * The day on which something due is so many working days off. “On the day” of something due when nobody works is the working
 * day before, for then there is still time to do it.
 * @example stepBefore(day('2021-03-31'), 14, england) // '2021-03-11'
 * @example stepBefore(day('2021-03-21'), 0, england) // '2021-03-19': a Sunday gives way to its Friday
 */
export function stepBefore(dueOn: Day, workingDays: number, bankHolidays: BankHolidays): Day {
  return workingDays === 0 ? workingDayUpTo(dueOn, bankHolidays) : workingDaysFrom(dueOn, -workingDays, bankHolidays);
}

/** Whether a day lies in the window. */
export function isIn({ from, today }: SweepWindow, on: Day): boolean {
  return on <= today && (!from || on >= from);
}

/**
 * The first working day of a week: when what is said weekly is said.
 * @example weeklyDay(day('2021-04-07'), england) // '2021-04-06': Easter Monday is a bank holiday
 */
export function weeklyDay(of: Day, bankHolidays: BankHolidays): Day {
  const monday = weekOf(of).from;
  return isWorkingDay(monday, bankHolidays) ? monday : workingDaysFrom(monday, 1, bankHolidays);
}

/** The latest weekly day in the window, if there is one. */
export function weeklyDayIn(window: SweepWindow, bankHolidays: BankHolidays): Day | undefined {
  const thisWeek = weeklyDay(window.today, bankHolidays);
  const latest = thisWeek <= window.today ? thisWeek : weeklyDay(addDays(window.today, -7), bankHolidays);
  return isIn(window, latest) ? latest : undefined;
}

/** The due days whose step, so many working days before, lies in the window: contiguous, for a later due day never steps earlier. */
export function dueDaysBefore(workingDays: number, window: SweepWindow, bankHolidays: BankHolidays): DaySpan {
  const stepOf = (due: Day) => stepBefore(due, workingDays, bankHolidays);
  return dueDaysIn(window, stepOf, (by) => by);
}

/** The due days that have been past for so many working days since a day in the window. */
export function dueDaysAfter(workingDays: number, window: SweepWindow, bankHolidays: BankHolidays): DaySpan {
  const stepOf = (due: Day) => workingDaysFrom(due, workingDays, bankHolidays);
  return dueDaysIn(window, stepOf, (by) => workingDaysFrom(by, -workingDays, bankHolidays));
}

function dueDaysIn({ from, today }: SweepWindow, stepOf: (due: Day) => Day, surely: (by: Day) => Day): DaySpan {
  const lastReached = (by: Day) => {
    let due = surely(by);
    while (stepOf(addDays(due, 1)) <= by) due = addDays(due, 1);
    return due;
  };
  const to = lastReached(today);
  return from ? { from: addDays(lastReached(addDays(from, -1)), 1), to } : { to };
}

/** Where the window of a sweep begins: with the last working day that an earlier day’s sweep completed, as something may have come late on it. */
export function windowOf(today: Day, sweptBefore: Day | undefined, bankHolidays: BankHolidays): SweepWindow {
  return sweptBefore ? { from: workingDayUpTo(sweptBefore, bankHolidays), today } : { today };
}
