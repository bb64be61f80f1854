import { z } from 'zod';
import { changeEventColumns, localTime, number, text } from '../contract/columns.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import { type Day, toDay } from '../domain/dates.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import { keyOf } from './keys.ts';
import { createKind } from './kind.ts';
import { parseRow } from './parse-row.ts';
import type { Row, Step, StoredRow } from './table.ts';

const meetingColumns = z.object({
  id: text,
  group: text,
  title: text,
  kind: text,
  startsAt: localTime,
  minutes: number,
  status: z.enum(['scheduled', 'held', 'postponed', 'cancelled']),
  basis: text.optional(),
});

const attendanceColumns = z.object({
  meetingId: text,
  agency: text,
  attended: z.enum(['present', 'deputy', 'apologies', 'absent']),
  person: text.optional(),
  deputyFor: text.optional(),
  basis: text.optional(),
});

/** All that is kept of the meetings of a partnership lies in this partition. */
export const meetingsPartition = (partnership: string) => keyOf(partnership, 'meetings');

/**
 * Rows: `meeting|ID`; `register|MEETING|AGENCY`, one line of a register; and copies of each meeting, so that no answer reads the
 * meetings of other groups: `dated|GROUP|TIME|ID`, and while it is still to come or its register open `scheduled|GROUP|TIME|ID`;
 * and `closed|DAY|ID`, written on the day on which its register was closed.
 */
export function meetingKinds(table: string) {
  const byTime = ({ group, startsAt, id }: Meeting) => [group, startsAt, id];
  return {
    meetings: createKind<Meeting>(table, 'meeting', meetingColumns, ({ id }) => [id]),
    lines: createKind<Attendance>(table, 'register', attendanceColumns, ({ meetingId, agency }) => [
      meetingId,
      agency,
    ]),
    dated: createKind<Meeting>(table, 'dated', meetingColumns, byTime),
    scheduled: createKind<Meeting>(table, 'scheduled', meetingColumns, byTime),
    /** `on` is the day on which the register was closed; of one that was imported, that of the meeting. */
    closedOn: (on: Day) =>
      createKind<Meeting>(table, 'closed', meetingColumns, ({ id }) => [on, id]),
  };
}

/**
 * What writes a meeting: its row, under the etag that it was read with (`''` for a new one), and its copies. To be committed in
 * one transaction with whatever belongs to the change.
 */
export function meetingSteps(
  table: string,
  partition: string,
  meeting: Meeting,
  stored: StoredRow | undefined,
): Step[] {
  const { meetings, dated, scheduled } = meetingKinds(table);
  const order = Number(stored?.order ?? Date.parse(toDay(meeting.startsAt)));
  const copiesOf = (of: Meeting) =>
    [
      dated.toRow(partition, of),
      ...(of.status === 'scheduled' ? [scheduled.toRow(partition, of)] : []),
    ].map((row) => ({
      ...row,
      order,
    }));
  const copies = copiesOf(meeting);
  const keys = new Set(copies.map(({ rowKey }) => rowKey));
  const outdated = stored
    ? copiesOf(meetings.fromRow(stored)).filter(({ rowKey }) => !keys.has(rowKey))
    : [];
  return [
    { put: { ...meetings.toRow(partition, meeting), order }, etag: stored?.etag ?? '' },
    ...outdated.map((remove) => ({ remove })),
    ...copies.map((put) => ({ put })),
  ];
}

/** A change lies beside its meeting, `changed|MEETING|AT|OPERATION`. */
export function toChangeRow(partitionKey: string, meetingId: string, change: ChangeEvent): Row {
  const rowKey = keyOf('changed', meetingId, change.at, change.operation ?? '');
  return { ...z.encode(changeEventColumns, change), partitionKey, rowKey };
}

/** @throws UnreadableRow */
export function fromChangeRow(table: string, row: StoredRow): ChangeEvent {
  return parseRow(table, changeEventColumns, row);
}
