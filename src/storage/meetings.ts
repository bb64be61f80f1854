import type { Meetings } from '../contract/ports.ts';
import type { ChangeEvent } from '../domain/change-event.ts';
import { addDays, toDay } from '../domain/dates.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import { type AuditedTable, removals } from './audited-table.ts';
import { unlessConflict } from './decide-again.ts';
import { behind, keyOf, startingWith } from './keys.ts';
import { itemsOf, rowsOf } from './kind.ts';
import {
  fromChangeRow,
  meetingKinds,
  meetingSteps,
  meetingsPartition,
  toChangeRow,
} from './meeting-rows.ts';
import type { Row, StoredRow } from './row.ts';
import { imported, type Saved, saveChanged } from './save-changed.ts';
import { type AuditEvent, onlyFields } from './trail.ts';

export interface MeetingRecords extends Meetings {
  all(partnership: string): Promise<{ meetings: Meeting[]; attendance: Attendance[] }>;
  save(
    partnership: string,
    meetings: readonly Meeting[],
    attendance: readonly Attendance[],
    by: string,
  ): Promise<{ meetings: Saved; attendance: Saved }>;
}

/** Partition: `PARTNERSHIP|meetings`. Rows as in `meeting-rows.ts`. */
export function createMeetings(
  table: AuditedTable,
  chatLinks: Pick<Meetings, 'chatOf' | 'linkOf' | 'link'>,
): MeetingRecords {
  const kinds = meetingKinds(table.name);
  const meetingKey = (id: string) => keyOf('meeting', id);

  return {
    async next(partnership, group, from) {
      const range = { from: keyOf('scheduled', group, from), below: behind('scheduled', group) };
      const [row] = await table.range(meetingsPartition(partnership), range, { most: 1 });
      return row && kinds.scheduled.fromRow(row);
    },
    async find(partnership, id) {
      const partition = meetingsPartition(partnership);
      const [row, changes] = await Promise.all([
        table.point(partition, meetingKey(id)),
        table.range(partition, startingWith('changed', id)),
      ]);
      if (!row) return undefined;
      const history = changes.map((change) => fromChangeRow(table.name, change));
      return { meeting: kinds.meetings.fromRow(row), history, version: row.etag };
    },
    async between(partnership, group, from, to) {
      const range = {
        from: keyOf('dated', group, from),
        below: keyOf('dated', group, addDays(to, 1)),
      };
      return (await table.range(meetingsPartition(partnership), range)).map(kinds.dated.fromRow);
    },
    async unclosed(partnership, groups, before) {
      const rows = await Promise.all(
        groups.map((group) => {
          const range = {
            from: keyOf('scheduled', group, ''),
            below: keyOf('scheduled', group, before),
          };
          return table.range(meetingsPartition(partnership), range);
        }),
      );
      return rows.flat().map(kinds.scheduled.fromRow);
    },
    async closed(partnership, from, to) {
      const range = { from: keyOf('closed', from), below: keyOf('closed', addDays(to, 1)) };
      return (await table.range(meetingsPartition(partnership), range)).map(
        kinds.closedOn(from).fromRow,
      );
    },
    async record(partnership, { record: meeting, event: change }, expectedVersion) {
      const partition = meetingsPartition(partnership);
      const stored = await table.point(partition, meetingKey(meeting.id));
      if ((stored?.etag ?? '') !== expectedVersion) return 'stale';
      const steps = meetingSteps(table.name, partition, meeting, stored);
      const isSaved = await unlessConflict(
        table.append(
          partition,
          [...steps, { put: toChangeRow(partition, meeting.id, change) }],
          [deedOf(meeting, change)],
        ),
      );
      return isSaved ? 'saved' : 'stale';
    },
    async register(partnership, meetingId) {
      return itemsOf(
        kinds.lines,
        await table.range(meetingsPartition(partnership), startingWith('register', meetingId)),
      );
    },
    ...chatLinks,
    async all(partnership) {
      const rows = await table.range(meetingsPartition(partnership));
      return { meetings: itemsOf(kinds.meetings, rows), attendance: itemsOf(kinds.lines, rows) };
    },
    async save(partnership, meetings, attendance, by) {
      const partition = meetingsPartition(partnership);
      const stored = await table.range(partition);
      const toCome = meetings.filter(({ status }) => status === 'scheduled');
      const closed = meetings.filter(
        ({ id, status }) => status === 'held' && attendance.some((line) => line.meetingId === id),
      );
      const copies = [
        ...rowsOf(kinds.dated, partition, meetings),
        ...rowsOf(kinds.scheduled, partition, toCome),
        ...closed.map((meeting) =>
          kinds.closedOn(toDay(meeting.startsAt)).toRow(partition, meeting),
        ),
      ];
      const deed = imported(by, 'meetings', partnership);
      const save = (rows: readonly Row[]) => saveChanged(table, partition, rows, stored, deed);
      const saved = {
        meetings: await save(rowsOf(kinds.meetings, partition, meetings)),
        attendance: await save(rowsOf(kinds.lines, partition, attendance)),
      };
      await save(copies);
      await table.appendAll(partition, removals(outdated(stored, copies, meetings)), deed);
      return saved;
    },
  };
}

const SAYABLE = ['status', 'starts', 'minutes'];

function deedOf({ id }: Meeting, { by, type, changes = {}, operation }: ChangeEvent): AuditEvent {
  return { by, type, kind: 'meeting', id, changes: onlyFields(changes, SAYABLE), operation };
}

/** Copies of these meetings at a group or time that they have no more. */
function outdated(
  stored: readonly StoredRow[],
  copies: readonly Row[],
  meetings: readonly Meeting[],
): StoredRow[] {
  const current = new Set(copies.map(({ rowKey }) => rowKey));
  const ids = new Set(meetings.map(({ id }) => id));
  return stored.filter(
    ({ rowKey, id }) =>
      /^(scheduled|dated)\|/.test(rowKey) && ids.has(String(id)) && !current.has(rowKey),
  );
}
