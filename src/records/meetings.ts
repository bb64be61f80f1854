import { z } from 'zod';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import type { Meetings } from '../features/ports.ts';
import { localTime, number, text } from './columns.ts';
import { behind, keyOf } from './keys.ts';
import { createKind, itemsOf, rowsOf } from './kind.ts';
import { type Saved, saveChanged } from './save-changed.ts';
import type { Row, StoredRow, Table } from './table.ts';

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

export interface MeetingRecords extends Meetings {
  all(partnership: string): Promise<{ meetings: Meeting[]; attendance: Attendance[] }>;
  save(
    partnership: string,
    meetings: readonly Meeting[],
    attendance: readonly Attendance[],
  ): Promise<{ meetings: Saved; attendance: Saved }>;
}

/** Copies of these meetings at a group or time that they have no more. */
function outdated(stored: readonly StoredRow[], scheduled: readonly Row[], meetings: readonly Meeting[]): StoredRow[] {
  const current = new Set(scheduled.map(({ rowKey }) => rowKey));
  const ids = new Set(meetings.map(({ id }) => id));
  return stored.filter(({ rowKey, id }) => rowKey.startsWith('scheduled|') && ids.has(String(id)) && !current.has(rowKey));
}

/**
 * Partition: `PARTNERSHIP|meetings`. Rows: `meeting|ID`; `register|MEETING|AGENCY`, one line of a register;
 * `scheduled|GROUP|TIME|ID`, a copy of each meeting still to come, so that the next one is the first of a range.
 */
export function createMeetings(table: Table): MeetingRecords {
  const meetingKind = createKind<Meeting>(table.name, 'meeting', meetingColumns, ({ id }) => [id]);
  const lineKind = createKind<Attendance>(table.name, 'register', attendanceColumns, ({ meetingId, agency }) => [
    meetingId,
    agency,
  ]);
  const scheduledKind = createKind<Meeting>(table.name, 'scheduled', meetingColumns, ({ group, startsAt, id }) => [
    group,
    startsAt,
    id,
  ]);
  const partitionOf = (partnership: string) => keyOf(partnership, 'meetings');

  return {
    async next(partnership, group, from) {
      const range = { from: keyOf('scheduled', group, from), below: behind('scheduled', group) };
      const [row] = await table.range(partitionOf(partnership), range, { most: 1 });
      return row && scheduledKind.fromRow(row);
    },
    async all(partnership) {
      const rows = await table.range(partitionOf(partnership));
      return { meetings: itemsOf(meetingKind, rows), attendance: itemsOf(lineKind, rows) };
    },
    async save(partnership, meetings, attendance) {
      const partition = partitionOf(partnership);
      const stored = await table.range(partition);
      const scheduled = rowsOf(
        scheduledKind,
        partition,
        meetings.filter(({ status }) => status === 'scheduled'),
      );
      const saved = {
        meetings: await saveChanged(table, rowsOf(meetingKind, partition, meetings), stored),
        attendance: await saveChanged(table, rowsOf(lineKind, partition, attendance), stored),
      };
      await saveChanged(table, scheduled, stored);
      for (const { rowKey } of outdated(stored, scheduled, meetings)) await table.remove(partition, rowKey);
      return saved;
    },
  };
}
