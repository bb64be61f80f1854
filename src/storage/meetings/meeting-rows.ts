import { z } from 'zod';
import { changeEventColumns, localTime, number, text } from '../../contract/columns.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { Row, RowOperation, StoredRow } from '../tables/row.ts';
import { createRowCodec } from '../tables/row-codec.ts';

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
export const meetingsPartition = (partnership: string) => toKey(partnership, 'meetings');

/**
 * Rows: `meeting|ID`; `register|MEETING|AGENCY`, one line of a register; and copies of each meeting, so that no answer reads the
 * meetings of other groups: `dated|GROUP|TIME|ID`, and while it is still to come or its register open `scheduled|GROUP|TIME|ID`;
 * and `closed|DAY|ID`, written on the day on which its register was closed.
 */
export function meetingCodecs(table: string) {
  const byTime = ({ group, startsAt, id }: Meeting) => [group, startsAt, id];
  return {
    meetings: createRowCodec<Meeting>(table, 'meeting', meetingColumns, ({ id }) => [id]),
    lines: createRowCodec<Attendance>(
      table,
      'register',
      attendanceColumns,
      ({ meetingId, agency }) => [meetingId, agency],
    ),
    dated: createRowCodec<Meeting>(table, 'dated', meetingColumns, byTime),
    scheduled: createRowCodec<Meeting>(table, 'scheduled', meetingColumns, byTime),
    /** `on` is the day on which the register was closed; of one that was imported, that of the meeting. */
    closedOn: (on: Day) =>
      createRowCodec<Meeting>(table, 'closed', meetingColumns, ({ id }) => [on, id]),
  };
}

/**
 * What writes a meeting: its row, under the etag that it was read with (`''` for a new one), and its copies. To be committed in
 * one transaction with whatever belongs to the change.
 */
export function meetingOperations(
  table: string,
  partition: string,
  meeting: Meeting,
  stored: StoredRow | undefined,
): RowOperation[] {
  const { meetings, dated, scheduled } = meetingCodecs(table);
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

/** The history of a meeting, `changed|MEETING|AT|OPERATION`. */
export function toChangeRow(partitionKey: string, meetingId: string, change: ChangeEvent): Row {
  const rowKey = toKey('changed', meetingId, change.at, change.operation ?? '');
  return { ...z.encode(changeEventColumns, change), partitionKey, rowKey };
}

/** @throws UnreadableRow */
export function fromChangeRow(table: string, row: StoredRow): ChangeEvent {
  return parseRow(table, changeEventColumns, row);
}
