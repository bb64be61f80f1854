import { UnreadableRow } from '../tables/parse-row.ts';
import type { StoredRow } from '../tables/row.ts';
import {
  AUDIT_HEAD_KEY,
  type AuditEntry,
  type AuditHead,
  digestPayload,
  digestRow,
  entryKey,
  fromEntryRow,
  fromHeadRow,
  hashEntry,
  isAuditRow,
  toRowId,
} from './audit-entry.ts';

/**
 * The head of a partition at some time, to be kept out of reach of those who can change the
 * records.
 */
export interface ExportedHead {
  readonly partition: string;
  readonly sequence: number;
  readonly hash: string;
}

/** A fault found in a partition; contains ids and keys only. */
export interface AuditFault {
  readonly partition: string;
  readonly what: string;
}

/** The result for one partition. */
export interface VerifiedPartition {
  readonly partition: string;
  readonly head?: ExportedHead;
  readonly entries: number;
  readonly rows: number;
  readonly faults: readonly AuditFault[];
}

interface ReadEntry extends ReturnType<typeof fromEntryRow> {
  readonly row: StoredRow;
}

/**
 * Verifies a partition: every entry has the right hash and follows the previous one, none is
 * missing, every row has the digest of the last entry about it, and every row has an entry.
 * Somebody with access to the storage could still replace the whole log, or cut off its end with
 * the rows it wrote; comparing with exported heads reveals that.
 */
export function verifyPartition(
  table: string,
  partition: string,
  all: readonly StoredRow[],
  exported: readonly ExportedHead[] = [],
): VerifiedPartition {
  const faults: AuditFault[] = [];
  const fault = (what: string) => faults.push({ partition, what });
  const rows = all.filter((row) => !isAuditRow(row));
  const head = readOrFault(() => findHead(table, all), fault);
  const entries = all
    .filter((row) => isAuditRow(row) && row.rowKey !== AUDIT_HEAD_KEY)
    .flatMap(
      (row): ReadEntry[] => readOrFault(() => [{ ...fromEntryRow(table, row), row }], fault) ?? [],
    );
  checkChain(partition, entries, head, fault);
  for (const each of exported)
    if (each.partition === partition) checkExported(each, entries, fault);
  checkRows(rows, entries, head, fault);
  return {
    partition,
    ...(head && { head: { partition, sequence: head.sequence, hash: head.hash } }),
    entries: entries.length,
    rows: rows.length,
    faults,
  };
}

type ReportFault = (what: string) => void;

function findHead(table: string, rows: readonly StoredRow[]): AuditHead | undefined {
  const row = rows.find(({ rowKey }) => rowKey === AUDIT_HEAD_KEY);
  return row && fromHeadRow(table, row);
}

/**
 * Checks the sequence, hash and predecessor of every entry, and that the head is the last entry.
 */
function checkChain(
  partition: string,
  entries: readonly ReadEntry[],
  head: AuditHead | undefined,
  fault: ReportFault,
): void {
  let previous = partition;
  let sequence = 0;
  for (const { entry, written, hash, payload, salt, row } of entries) {
    sequence += 1;
    const place = `entry ${sequence}`;
    if (hashEntry(written) !== hash) fault(`${place} was altered: it does not have its hash`);
    if (row.rowKey !== entryKey(sequence) || !entry) {
      fault(
        entry
          ? `${place} is missing: ${row.rowKey} stands in its place`
          : `${place} cannot be read`,
      );
      return;
    }
    if (entry.sequence !== sequence)
      fault(`${place} is out of its order: it was written as entry ${entry.sequence}`);
    if (entry.previous !== previous) fault(`${place} does not follow the entry before it`);
    if (
      payload !== undefined &&
      digestPayload({ payload, salt: salt ?? '' }) !== entry.payloadDigest
    )
      fault(`the payload of ${place} was altered`);
    previous = hash;
  }
  if (entries.length > 0 && !head) fault('the head of the log is missing');
  if (head && head.sequence !== sequence)
    fault(`the log has ${sequence} entries, its head says ${head.sequence}`);
  else if (head && head.hash !== previous)
    fault('the head of the log does not have the hash of the last entry');
}

function checkExported(
  { sequence, hash }: ExportedHead,
  entries: readonly ReadEntry[],
  fault: ReportFault,
): void {
  const entry = entries[sequence - 1];
  if (!entry)
    fault(`entry ${sequence} was exported and is missing: the end of the log was cut off`);
  else if (entry.hash !== hash)
    fault(`entry ${sequence} is not the one that was exported: the log was written anew`);
}

/** Checks every row against the last entry about it. */
function checkRows(
  rows: readonly StoredRow[],
  entries: readonly ReadEntry[],
  head: AuditHead | undefined,
  fault: ReportFault,
): void {
  const last = new Map<string, { readonly digest: string | null; readonly by: AuditEntry }>();
  for (const { entry } of entries) {
    if (!entry) continue;
    for (const [name, digest] of Object.entries(entry.rows)) last.set(name, { digest, by: entry });
  }
  for (const row of rows) {
    const name = head ? toRowId(row.rowKey, head) : '';
    const recorded = last.get(name);
    last.delete(name);
    if (!recorded) fault(`${row.rowKey} was added: no entry speaks of it`);
    else if (recorded.digest === null)
      fault(`${row.rowKey} was put back: entry ${recorded.by.sequence} removed it`);
    else if (recorded.digest !== digestRow(row))
      fault(`${row.rowKey} was altered: entry ${recorded.by.sequence} wrote something else`);
  }
  for (const { digest, by } of last.values()) {
    if (digest !== null)
      fault(`a row was removed that entry ${by.sequence} wrote (${describeEvents(by)})`);
  }
}

const describeEvents = ({ events }: AuditEntry): string =>
  events.map(({ kind, id }) => `${kind} ${id}`).join(', ');

/** An unreadable row is reported as a fault and does not end the verification. */
function readOrFault<Value>(read: () => Value, fault: ReportFault): Value | undefined {
  try {
    return read();
  } catch (error) {
    if (!(error instanceof UnreadableRow)) throw error;
    fault(error.message);
    return undefined;
  }
}
