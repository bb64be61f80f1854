import type { BankHolidays } from './bank-holidays.ts';
import { addMonths, type Day } from './dates.ts';
import { dayInYear } from './month-day.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Clock } from './partnership.ts';
import { addWorkingDays, type OutsideBankHolidays } from './working-days.ts';

/** The ids of a partnership's statutory clocks. */
export const CLOCKS = {
  notify: 'notify-panel',
  fromAware: 'rapid-review',
  fromNotified: 'rapid-review-from-notification',
  publish: 'lcspr-publish',
  advanceCopy: 'lcspr-advance-copy',
  milestone: 'lcspr-milestone',
  available: 'lcspr-available',
  report: 'yearly-report',
} as const;

/**
 * The version of a clock that is in force on a day. Of two, the one that began later applies: an
 * exception written for some months overrides the rule that it suspends.
 * @example clockInForce(clocks, 'rapid-review', day('2020-09-30'))?.workingDays // 20: the Panel's extension of 2020
 */
export function clockInForce(clocks: readonly Clock[], id: string, on: Day): Clock | undefined {
  return clocks
    .filter(
      (clock) =>
        clock.id === id && clock.validFrom <= on && (!clock.validTo || on <= clock.validTo),
    )
    .sort((a, b) => b.validFrom.localeCompare(a.validFrom))[0];
}

/**
 * The last day on which a clock that starts on a day can be met. The day of the event is never
 * counted.
 * @example clockDeadline(fifteenWorkingDays, day('2026-12-14'), england) // { ok: true, value: '2027-01-07' }
 */
export function clockDeadline(
  clock: Clock,
  from: Day,
  bankHolidays: BankHolidays,
): Outcome<Day, OutsideBankHolidays> {
  if (clock.workingDays !== undefined) return addWorkingDays(from, clock.workingDays, bankHolidays);
  return accept(
    clock.months === undefined ? nextAnnualDay(clock.by, from) : addMonths(from, clock.months),
  );
}

/** The first day after another with this month and day. */
function nextAnnualDay(monthAndDay = '12-31', after: Day): Day {
  const year = Number(after.slice(0, 4));
  const thisYear = dayInYear(year, monthAndDay);
  return thisYear > after ? thisYear : dayInYear(year + 1, monthAndDay);
}

/** The days of a serious incident from which its clocks run. */
export interface IncidentDays {
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
}

/** A deadline for sending a rapid review to the Panel, counted in one of two ways. */
export interface Deadline {
  readonly on: Day;
  /** Working days that the clock allows. */
  readonly length: number;
  readonly from: 'aware' | 'notified';
  /** The Panel has not been notified yet: counted as if it were notified on the last day for it. */
  readonly supposed?: boolean;
}

/** The deadlines of one rapid review; a day that cannot be known is left out. */
export interface Deadlines {
  /** The last day to notify the Panel. */
  readonly notifyBy?: Day;
  /**
   * Counted from becoming aware and from the notification, as far as the partnership keeps each
   * clock.
   */
  readonly candidates: readonly Deadline[];
  /** The earlier candidate. */
  readonly due?: Deadline;
  /** The way of counting that ends after the last year of the table, so later than `due`. */
  readonly beyond?: Deadline['from'];
}

/**
 * The deadlines of a rapid review. All its clocks apply in the version in force when the council
 * became aware, because the case began then: one aware on 30 September 2020 has 20 working days
 * whichever way one counts. A partnership that wants one way of counting keeps only that clock.
 */
export function reviewDeadlines(
  { awareOn, notifiedOn }: IncidentDays,
  clocks: readonly Clock[],
  bankHolidays: BankHolidays,
): Outcome<Deadlines, OutsideBankHolidays> {
  const began = awareOn ?? notifiedOn;
  if (!began) return accept({ candidates: [] });
  const version = (id: string) => clockInForce(clocks, id, began);
  const reached = (clock: Clock | undefined, from: Day | undefined) =>
    clock && from ? clockDeadline(clock, from, bankHolidays) : accept(undefined);

  const notifyBy = reached(version(CLOCKS.notify), awareOn);
  if (!notifyBy.ok) return refuse(notifyBy.refusal);
  const [aware, notified] = [version(CLOCKS.fromAware), version(CLOCKS.fromNotified)];
  const fromAware = reached(aware, awareOn);
  const fromNotified = reached(notified, notifiedOn ?? notifyBy.value);
  const isBefore = [awareOn, notifiedOn].some(
    (from) => from && Number(from.slice(0, 4)) < bankHolidays.firstYear,
  );
  const isKnown = [fromAware, fromNotified].some((leg) => leg.ok && leg.value);
  if ((!fromAware.ok || !fromNotified.ok) && (isBefore || !isKnown))
    return refuse('outside-bank-holidays');
  const candidates: Deadline[] = [];
  if (aware && fromAware.ok && fromAware.value)
    candidates.push({ on: fromAware.value, length: aware.workingDays ?? 0, from: 'aware' });
  if (notified && fromNotified.ok && fromNotified.value) {
    const supposed = notifiedOn ? {} : { supposed: true };
    candidates.push({
      on: fromNotified.value,
      length: notified.workingDays ?? 0,
      from: 'notified',
      ...supposed,
    });
  }
  const [due] = candidates.toSorted((a, b) => a.on.localeCompare(b.on));
  return accept({
    ...(notifyBy.value && { notifyBy: notifyBy.value }),
    candidates,
    ...(due && { due }),
    ...(!fromAware.ok && { beyond: 'aware' as const }),
    ...(!fromNotified.ok && { beyond: 'notified' as const }),
  });
}
