import type { BankHolidays } from './bank-holidays.ts';
import { addMonths, type Day } from './dates.ts';
import type { Meeting } from './meeting.ts';
import { workingDaysFrom } from './notices/steps.ts';

/**
 * From when on something counts as drifting. The figures are proposals, each beside what inspectors
 * found in published reports (Ofsted 2015: no meeting of a group for 18 months, none of five actions
 * of an audit concluded, lay members absent); a partnership has no statutory ones.
 */
export const DRIFT = {
  /** A group is late when it has not met for so many of its own intervals. */
  groupIntervals: 1.5,
  /** After so many days without a meeting a group has gone quiet, unless it is to meet less often than half-yearly. */
  groupDays: 180,
  halfYearWeeks: 26,
  /** So many days after the oldest was raised, some action of a source should have been closed. */
  sourceDays: 90,
  sourceActions: 2,
  /** A recommendation of an audit should be met within so many days. */
  auditDays: 120,
  /** So many days after its report somebody should have acted on an audit. */
  auditActionDays: 14,
  /** So many days after it was completed an action should say what it changed. */
  evidenceDays: 30,
  /** A seat is filled too seldom when it was at less than this share of the last meetings. */
  seatShare: 0.5,
  seatMeetings: 4,
  /** So many days into the year, and after the first was raised, so many actions should have some evidence. */
  priorityDays: 180,
  priorityActions: 5,
  /** What an inspection asked for should not be open for longer. */
  inspectionDays: 365,
  /** An agency should have confirmed a briefing within so many days. */
  unconfirmedDays: 60,
  /** A learning event that was called off should have a new one within so many days. */
  cancelledDays: 30,
  /** A statutory clock counts from so many working days before its last day. */
  clockWorkingDays: 5,
  /** A theme has returned when two sources name it within so many years. */
  themeYears: 2,
  /** Of so many actions of audits or more, at least this share should have evidence of impact. */
  auditActions: 4,
  evidenceShare: 0.25,
} as const;

/**
 * Whether a clock that still runs has its last day near, or past; `undefined` while it is far.
 * @example clockStanding(day('2021-03-22'), day('2021-03-15'), england) // 'near': five working days on
 * @example clockStanding(day('2021-03-22'), day('2021-03-23'), england) // 'past'
 */
export function clockStanding(
  dueOn: Day,
  today: Day,
  bankHolidays: BankHolidays,
): 'near' | 'past' | undefined {
  if (dueOn < today) return 'past';
  return clockDriftsFrom(dueOn, bankHolidays) <= today ? 'near' : undefined;
}

/** The day from which a clock with this last day counts: so many working days before it. */
export const clockDriftsFrom = (dueOn: Day, bankHolidays: BankHolidays): Day =>
  workingDaysFrom(dueOn, -DRIFT.clockWorkingDays, bankHolidays);

/**
 * Whether too few of the actions of audits have evidence of impact.
 * @example isEvidenceScarce(0, 4) // true; with 1 it is a quarter, which is enough
 */
export const isEvidenceScarce = (evidenced: number, all: number): boolean =>
  all >= DRIFT.auditActions && evidenced / all < DRIFT.evidenceShare;

/** A source that names a theme, and the day of its report. */
export interface ThemedSource {
  readonly source: string;
  readonly on: Day;
}

/**
 * The latest source that names a theme, with the latest before it, where they are no more than two
 * years apart: the theme has returned. One source that names it often is no return.
 * @example themeReturn([{ source: 'A', on: day('2019-03-15') }, { source: 'B', on: day('2021-03-15') }]) // B after A
 */
export function themeReturn(
  named: readonly ThemedSource[],
): { readonly latest: ThemedSource; readonly earlier: ThemedSource } | undefined {
  const inOrder = named.toSorted((a, b) => b.on.localeCompare(a.on));
  const [latest] = inOrder;
  const earlier = inOrder.find(({ source }) => source !== latest?.source);
  const isNear =
    latest && earlier && addMonths(earlier.on, DRIFT.themeYears * MONTHS_A_YEAR) >= latest.on;
  return isNear ? { latest, earlier } : undefined;
}

const MONTHS_A_YEAR = 12;
const DAYS_A_WEEK = 7;

/** Whether it is one of those that a group is to hold; a development day is none. */
export const isRegular = ({ kind }: Pick<Meeting, 'kind'>): boolean =>
  /^(extra)?ordinary$/i.test(kind.trim());

/**
 * How bad the silence of a group is that last met so many days ago.
 * @example groupSilence(137, 13) // 'warn': 1.5 times 13 weeks are 136.5 days
 * @example groupSilence(181, 26) // 'alert', though 1.5 times 26 weeks are 273 days
 */
export function groupSilence(days: number, everyWeeks: number): 'alert' | 'warn' | undefined {
  const isQuiet = days > DRIFT.groupDays;
  if (isQuiet && everyWeeks <= DRIFT.halfYearWeeks) return 'alert';
  if (days <= everyWeeks * DAYS_A_WEEK * DRIFT.groupIntervals) return undefined;
  return isQuiet ? 'alert' : 'warn';
}

/**
 * Whether a seat was filled too seldom at the last meetings, `true` for each at which it was; fewer
 * meetings than the rule looks at tell nothing.
 * @example isRarelyFilled([true, false, false, false]) // true
 */
export function isRarelyFilled(latestFirst: readonly boolean[]): boolean {
  const last = latestFirst.slice(0, DRIFT.seatMeetings);
  return (
    last.length === DRIFT.seatMeetings &&
    last.filter(Boolean).length / DRIFT.seatMeetings < DRIFT.seatShare
  );
}
