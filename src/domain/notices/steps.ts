import type { BankHolidays } from '../bank-holidays.ts';
import { weekContaining } from '../calendar-spans.ts';
import { addDays, type Day } from '../dates.ts';
import type { DaySpan } from '../due-range.ts';
import { isWorkingDay } from '../working-days.ts';

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
  const step = Math.sign(count);
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
  return workingDays === 0
    ? workingDayUpTo(dueOn, bankHolidays)
    : workingDaysFrom(dueOn, -workingDays, bankHolidays);
}

/** Whether a day lies in the window. */
export function isInWindow({ from, today }: SweepWindow, on: Day): boolean {
  return on <= today && (!from || on >= from);
}

/**
 * The first working day of a week: when what is said weekly is said.
 * @example weeklyDay(day('2021-04-07'), england) // '2021-04-06': Easter Monday is a bank holiday
 */
export function weeklyDay(of: Day, bankHolidays: BankHolidays): Day {
  const monday = weekContaining(of).from;
  return isWorkingDay(monday, bankHolidays) ? monday : workingDaysFrom(monday, 1, bankHolidays);
}

/** The latest weekly day in the window, if there is one. */
export function weeklyDayIn(window: SweepWindow, bankHolidays: BankHolidays): Day | undefined {
  const thisWeek = weeklyDay(window.today, bankHolidays);
  const latest =
    thisWeek <= window.today ? thisWeek : weeklyDay(addDays(window.today, -7), bankHolidays);
  return isInWindow(window, latest) ? latest : undefined;
}

/**
 * The due days whose step, so many working days before, lies in the window: contiguous, for what is due later never steps earlier.
 * @example dueDaysBefore(1, { from: day('2021-03-19'), today: day('2021-03-19') }, england) // 20 to 22 March: from a Friday, over the weekend
 */
export function dueDaysBefore(
  workingDays: number,
  window: SweepWindow,
  bankHolidays: BankHolidays,
): DaySpan {
  return dueDaysIn(window, (by) => {
    const last = workingDayUpTo(by, bankHolidays);
    return workingDays === 0
      ? addDays(workingDaysFrom(last, 1, bankHolidays), -1)
      : workingDaysFrom(last, workingDays, bankHolidays);
  });
}

/** The due days that on a day in the window have been past for so many working days. */
export function dueDaysAfter(
  workingDays: number,
  window: SweepWindow,
  bankHolidays: BankHolidays,
): DaySpan {
  return dueDaysIn(window, (by) => {
    const last = workingDayUpTo(by, bankHolidays);
    return addDays(workingDaysFrom(last, 1 - workingDays, bankHolidays), -1);
  });
}

/** `lastReached` is the last due day whose step is reached by a day. */
function dueDaysIn({ from, today }: SweepWindow, lastReached: (by: Day) => Day): DaySpan {
  const to = lastReached(today);
  return from ? { from: addDays(lastReached(addDays(from, -1)), 1), to } : { to };
}

/** Which due days have reached which step in a window; each reckoned once, however many things are due. */
export interface Steps {
  readonly before: (workingDays: number) => DaySpan;
  readonly after: (workingDays: number) => DaySpan;
  /** The weekly day, when it lies in the window. */
  readonly week?: Day;
}

export function createSteps(window: SweepWindow, bankHolidays: BankHolidays): Steps {
  const week = weeklyDayIn(window, bankHolidays);
  return {
    before: memoise((workingDays) => dueDaysBefore(workingDays, window, bankHolidays)),
    after: memoise((workingDays) => dueDaysAfter(workingDays, window, bankHolidays)),
    ...(week && { week }),
  };
}

export function isInSpan({ from, to }: DaySpan, on: Day): boolean {
  return (!from || on >= from) && (!to || on <= to);
}

function memoise(reckon: (workingDays: number) => DaySpan): (workingDays: number) => DaySpan {
  const known = new Map<number, DaySpan>();
  return (workingDays) => {
    const span = known.get(workingDays) ?? reckon(workingDays);
    known.set(workingDays, span);
    return span;
  };
}

/** Where the window of a sweep begins: with the last working day that an earlier day’s sweep completed, as something may have come late on it. */
export function sweepWindow(
  today: Day,
  sweptBefore: Day | undefined,
  bankHolidays: BankHolidays,
): SweepWindow {
  return sweptBefore ? { from: workingDayUpTo(sweptBefore, bankHolidays), today } : { today };
}
