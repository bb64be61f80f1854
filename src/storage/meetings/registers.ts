import type { Registers } from '../../contract/ports.ts';
import type { Versioned } from '../../contract/store.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { accept } from '../../domain/outcome.ts';
import type { QuorumRule } from '../../domain/partnership.ts';
import {
  plannedRegister,
  quorumSnapshot,
  type Register,
  type RegisterEvent,
} from '../../domain/register.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { changeRecord } from '../tables/change-record.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { prefixRange, toKey } from '../tables/keys.ts';
import { isRepeat, operationRow } from '../tables/operation-rows.ts';
import { unlessConflict } from '../tables/optimistic-retry.ts';
import type { RowOperation } from '../tables/row.ts';
import { decodeRows } from '../tables/row-codec.ts';
import { meetingCodecs, meetingOperations, meetingsPartition } from './meeting-rows.ts';
import {
  fromHeadRow,
  fromMarkRow,
  fromNoteRow,
  liveRange,
  toAuditEvent,
  toHeadRow,
  toMarkRow,
  toNoteRow,
} from './register-rows.ts';

type Known = Versioned<Register> & { readonly etag: string };

/**
 * Live registers, in the partition of the meetings: `live|MEETING|` the head with status and version, `live|MEETING|m|PERSON`
 * one mark, `note|MEETING|VERSION` what was done. Every change goes in on the head that it was decided on.
 */
export function createRegisters(
  table: AuditedTable,
  rulesOf: (partnership: string) => Promise<readonly QuorumRule[]>,
): Registers {
  const kinds = meetingCodecs(table.name);
  const withLock = createKeyedMutex();

  const linesOf = async (partition: string, meetingId: string): Promise<Attendance[]> =>
    decodeRows(kinds.lines, await table.range(partition, prefixRange('register', meetingId)));

  async function read(partition: string, meetingId: string): Promise<Known | undefined> {
    const [first, ...marks] = await table.range(partition, liveRange(meetingId));
    if (!first) return readImported(partition, meetingId);
    const { version, ...head } = fromHeadRow(table.name, first);
    const lines = head.status === 'closed' ? await linesOf(partition, meetingId) : [];
    const register = { ...head, lines, marks: marks.map((row) => fromMarkRow(table.name, row)) };
    return { record: register, version, etag: first.etag };
  }

  /** A register that came with a folder, or was never kept live: it has lines and nothing else. */
  async function readImported(partition: string, meetingId: string): Promise<Known | undefined> {
    const [lines, row] = await Promise.all([
      linesOf(partition, meetingId),
      table.point(partition, toKey('meeting', meetingId)),
    ]);
    if (!row || lines.length === 0) return undefined;
    const agencies = lines.map(({ agency }) => agency);
    const register: Register = {
      ...plannedRegister(kinds.meetings.fromRow(row), agencies),
      status: 'closed',
      lines,
    };
    return { record: register, version: 0, etag: '' };
  }

  /** Whether the change went in; `false` when somebody else was first. */
  async function commit(
    partition: string,
    known: Known | undefined,
    after: Register,
    note: RegisterEvent,
  ): Promise<boolean> {
    const version = (known?.version ?? 0) + 1;
    const { meetingId } = after;
    const operations: RowOperation[] = [
      { put: toHeadRow(partition, after, version), etag: known?.etag ?? '' },
      { put: toNoteRow(partition, meetingId, version, note) },
      ...differing(known?.record.marks, after.marks).map((mark) => ({
        put: toMarkRow(partition, meetingId, mark),
      })),
      ...(await closingOperations(partition, known?.record, after, note.at)),
      ...operationRow(partition, note.operation, 'register', meetingId),
    ];
    return unlessConflict(
      table.append(partition, operations, [toAuditEvent(meetingId, version, note)]),
    );
  }

  /** The lines of a closed register, and the first time that its meeting was held. */
  async function closingOperations(
    partition: string,
    before: Register | undefined,
    after: Register,
    at: string,
  ): Promise<RowOperation[]> {
    const lines = differing(before?.lines, after.lines);
    if (lines.length === 0 && before?.status === after.status) return [];
    const [storedLines, stored] = await Promise.all([
      table.range(partition, prefixRange('register', after.meetingId)),
      table.point(partition, toKey('meeting', after.meetingId)),
    ]);
    const meeting = stored && kinds.meetings.fromRow(stored);
    const first = meeting ? Date.parse(toDay(meeting.startsAt)) : 0;
    const operations: RowOperation[] = lines.map((line) => {
      const row = kinds.lines.toRow(partition, line);
      const known = storedLines.find(({ rowKey }) => rowKey === row.rowKey);
      return { put: { ...row, order: Number(known?.order ?? first + after.lines.indexOf(line)) } };
    });
    if (after.status !== 'closed' || !meeting || meeting.status === 'held') return operations;
    const held: Meeting = { ...meeting, status: 'held' };
    // Around midnight the day is that of Greenwich; a sweep looks at the days on both sides.
    const closed = kinds.closedOn(at.slice(0, 10) as Day).toRow(partition, held);
    return [
      ...operations,
      ...meetingOperations(table.name, partition, held, stored),
      { put: closed },
    ];
  }

  return {
    async find(partnership, meetingId) {
      const known = await read(meetingsPartition(partnership), meetingId);
      return known && { register: known.record, version: known.version };
    },
    change: (partnership, meetingId, decide, operation) =>
      withLock(`${partnership}|${meetingId}`, async () => {
        const partition = meetingsPartition(partnership);
        const changed = await changeRecord(`the register of ${meetingId}`, {
          load: () => read(partition, meetingId),
          decide: (known) => decide(known?.record),
          save: (register, event, known) =>
            commit(partition, known, register, { ...event, operation }),
          isRepeat: () => isRepeat(table, partition, operation, 'register', meetingId),
        });
        if (!changed.ok) return changed;
        const { record: register, version, before } = changed.value;
        return accept({ register, version, ...(before && { before }) });
      }),
    async history(partnership, meetingId) {
      const rows = await table.range(
        meetingsPartition(partnership),
        prefixRange('note', meetingId),
      );
      return rows.map((row) => fromNoteRow(table.name, row));
    },
    async quorumNow(partnership, meetingId) {
      const known = await read(meetingsPartition(partnership), meetingId);
      if (!known || known.record.status === 'planned') return undefined;
      return quorumSnapshot(known.record, await rulesOf(partnership));
    },
  };
}

/** What is in a list after a change and was not before; what did not change is the same object. */
function differing<Item>(before: readonly Item[] = [], after: readonly Item[]): Item[] {
  return after.filter((item) => !before.includes(item));
}
