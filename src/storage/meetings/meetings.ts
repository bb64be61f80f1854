import type { Meetings } from '../../contract/ports.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';
import { addDays, toDay } from '../../domain/dates.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { type AuditEvent, onlyFields } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { importEvent, importRows, type Saved } from '../tables/import-rows.ts';
import { prefixEnd, prefixRange, toKey } from '../tables/keys.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import type { Row, StoredRow } from '../tables/row.ts';
import { removeRows } from '../tables/row.ts';
import { decodeRows, encodeRows } from '../tables/row-codec.ts';
import {
  fromChangeRow,
  meetingCodecs,
  meetingOperations,
  meetingsPartition,
  toChangeRow,
} from './meeting-rows.ts';

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
  const kinds = meetingCodecs(table.name);
  const meetingKey = (id: string) => toKey('meeting', id);

  return {
    async next(partnership, group, from) {
      const range = { from: toKey('scheduled', group, from), below: prefixEnd('scheduled', group) };
      const [row] = await table.range(meetingsPartition(partnership), range, { most: 1 });
      return row && kinds.scheduled.fromRow(row);
    },
    async find(partnership, id) {
      const partition = meetingsPartition(partnership);
      const [row, changes] = await Promise.all([
        table.point(partition, meetingKey(id)),
        table.range(partition, prefixRange('changed', id)),
      ]);
      if (!row) return undefined;
      const history = changes.map((change) => fromChangeRow(table.name, change));
      return { meeting: kinds.meetings.fromRow(row), history, version: row.etag };
    },
    async between(partnership, group, from, to) {
      const range = {
        from: toKey('dated', group, from),
        below: toKey('dated', group, addDays(to, 1)),
      };
      return (await table.range(meetingsPartition(partnership), range)).map(kinds.dated.fromRow);
    },
    async unclosed(partnership, groups, before) {
      const rows = await Promise.all(
        groups.map((group) => {
          const range = {
            from: toKey('scheduled', group, ''),
            below: toKey('scheduled', group, before),
          };
          return table.range(meetingsPartition(partnership), range);
        }),
      );
      return rows.flat().map(kinds.scheduled.fromRow);
    },
    async closed(partnership, from, to) {
      const range = { from: toKey('closed', from), below: toKey('closed', addDays(to, 1)) };
      return (await table.range(meetingsPartition(partnership), range)).map(
        kinds.closedOn(from).fromRow,
      );
    },
    async record(partnership, { record: meeting, event: change }, expectedVersion) {
      const partition = meetingsPartition(partnership);
      const stored = await table.point(partition, meetingKey(meeting.id));
      if ((stored?.etag ?? '') !== expectedVersion) return 'stale';
      const operations = meetingOperations(table.name, partition, meeting, stored);
      const isSaved = await unlessConflict(
        table.append(
          partition,
          [...operations, { put: toChangeRow(partition, meeting.id, change) }],
          [toAuditEvent(meeting, change)],
        ),
      );
      return isSaved ? 'saved' : 'stale';
    },
    async register(partnership, meetingId) {
      return decodeRows(
        kinds.lines,
        await table.range(meetingsPartition(partnership), prefixRange('register', meetingId)),
      );
    },
    ...chatLinks,
    async all(partnership) {
      const rows = await table.range(meetingsPartition(partnership));
      return {
        meetings: decodeRows(kinds.meetings, rows),
        attendance: decodeRows(kinds.lines, rows),
      };
    },
    async save(partnership, meetings, attendance, by) {
      const partition = meetingsPartition(partnership);
      const stored = await table.range(partition);
      const toCome = meetings.filter(({ status }) => status === 'scheduled');
      const closed = meetings.filter(
        ({ id, status }) => status === 'held' && attendance.some((line) => line.meetingId === id),
      );
      const copies = [
        ...encodeRows(kinds.dated, partition, meetings),
        ...encodeRows(kinds.scheduled, partition, toCome),
        ...closed.map((meeting) =>
          kinds.closedOn(toDay(meeting.startsAt)).toRow(partition, meeting),
        ),
      ];
      const event = importEvent(by, 'meetings', partnership);
      const save = (rows: readonly Row[]) => importRows(table, partition, rows, stored, event);
      const saved = {
        meetings: await save(encodeRows(kinds.meetings, partition, meetings)),
        attendance: await save(encodeRows(kinds.lines, partition, attendance)),
      };
      await save(copies);
      await table.appendAll(partition, removeRows(outdated(stored, copies, meetings)), event);
      return saved;
    },
  };
}

const AUDITED_FIELDS = ['status', 'starts', 'minutes'];

function toAuditEvent(
  { id }: Meeting,
  { by, type, changes = {}, operation }: ChangeEvent,
): AuditEvent {
  return { by, type, kind: 'meeting', id, changes: onlyFields(changes, AUDITED_FIELDS), operation };
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
