/**
 * From when on something counts as drifting. The figures are proposals, each beside what inspectors
 * found in published reports (Ofsted 2015: no meeting of a group for 18 months, none of five actions
 * of an audit concluded, lay members absent); a partnership has no statutory ones.
 */
export const DRIFT = {
  /** A group is late when it has not met for so many of its own intervals. */
  groupIntervals: 1.5,
  /** However seldom a group is to meet, after so many days without a meeting it has gone quiet. */
  groupDays: 180,
  /** So many days after the oldest was raised, some action of a source should have been closed. */
  sourceDays: 90,
  sourceActions: 2,
  /** A recommendation of an audit should be met within so many days. */
  auditDays: 120,
  /** So many days after it was completed an action should say what it changed. */
  evidenceDays: 30,
  /** A seat is filled too seldom when it was at less than this share of the last meetings. */
  seatShare: 0.5,
  seatMeetings: 4,
  /** So many days into the year a priority with so many actions should have some evidence. */
  priorityDays: 180,
  priorityActions: 5,
  /** What an inspection asked for should not be open for longer. */
  inspectionDays: 365,
  /** An agency should have confirmed a briefing within so many days. */
  unconfirmedDays: 60,
} as const;

const DAYS_A_WEEK = 7;

/**
 * How bad the silence of a group is that last met so many days ago.
 * @example groupSilence(137, 13) // 'warn': 1.5 times 13 weeks are 136.5 days
 * @example groupSilence(181, 13) // 'alert'
 */
export function groupSilence(days: number, everyWeeks: number): 'alert' | 'warn' | undefined {
  if (days <= everyWeeks * DAYS_A_WEEK * DRIFT.groupIntervals) return undefined;
  return days > DRIFT.groupDays ? 'alert' : 'warn';
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
