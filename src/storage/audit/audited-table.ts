import { randomUUID } from 'node:crypto';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { RecordTooBusy } from '../tables/optimistic-retry.ts';
import type { Row, RowOperation } from '../tables/row.ts';
import { MAX_OPERATIONS, packTransactions } from '../tables/sizes.ts';
import { failedOperation, isConflict, isMissing, type Table } from '../tables/table.ts';
import {
  AUDIT_HEAD_KEY,
  type AuditEntry,
  type AuditEvent,
  type AuditHead,
  createHead,
  digestPayload,
  digestRow,
  type ErasablePayload,
  entriesFrom,
  entryKey,
  fromEntryRow,
  fromHeadRow,
  RECORD_RANGE,
  tailFrom,
  toEntryRow,
  toErasablePayload,
  toHeadRow,
  toRowId,
  withoutMetadata,
  withSalt,
} from './audit-entry.ts';

/** What a repository needs of a table. */
export interface RecordTable extends Pick<Table, 'name' | 'point' | 'range'> {
  /**
   * All operations or none, in one partition, with an audit entry; answers the new etags in their order, or nothing where
   * the operations went in but the reply was lost.
   * @throws RowTooLarge before anything is sent, {@link isConflict} errors when a version is not the expected one.
   */
  append(
    partition: string,
    operations: readonly RowOperation[],
    events: readonly AuditEvent[],
    payload?: string,
  ): Promise<(string | undefined)[]>;
  /** Writes and removes rows of one partition in as few transactions as the limits allow; what is grouped goes in together. */
  appendAll(
    partition: string,
    operations: readonly (RowOperation | readonly RowOperation[])[],
    event: AuditEvent,
  ): Promise<void>;
}

/**
 * A table in which nothing is written without saying who did it: what is written and the entry about it go in together or not at
 * all, and every entry carries the hash of the one before. Stores of records are given this, and no other way to write.
 */
export interface AuditedTable extends RecordTable {
  entryCount(partition: string): Promise<number>;
  /** The payloads of the entries behind one; `undefined` where it was erased, or there was none. */
  payloadsAfter(partition: string, sequence: number): Promise<(string | undefined)[]>;
  /** Erases for good the payloads of which it is so. The entries themselves stay as they are. */
  erasePayloads(partition: string, isToGo: (payload: string) => boolean): Promise<void>;
}

/** Operations that a transaction has room for, beside the entry and the head. */
export const MAX_AUDITED_OPERATIONS = MAX_OPERATIONS - 2;
const MAX_ATTEMPTS = 60;
const MAX_HEADS_IN_MEMORY = 500;

type StoredHead = AuditHead & { readonly etag: string };

/** The head of each partition is kept in memory after a write; whoever finds it moved on reads it again and goes on from there. */
export function createAuditedTable(table: Table, now: () => Date): AuditedTable {
  const heads = createBoundedCache<StoredHead>(MAX_HEADS_IN_MEMORY);
  const withLock = createKeyedMutex();

  const readHead = async (partition: string): Promise<StoredHead> => {
    const row = await table.point(partition, AUDIT_HEAD_KEY);
    return row
      ? { ...fromHeadRow(table.name, row), etag: row.etag }
      : { ...createHead(partition), etag: '' };
  };

  /** Reads what stands where an entry did not go in; `true` when it went in after all and only the reply was lost. */
  const isWritten = async (
    partition: string,
    { sequence, writer }: AuditEntry,
  ): Promise<boolean> => {
    const rows = await table.range(partition, tailFrom(sequence));
    const head = rows.find(({ rowKey }) => rowKey === AUDIT_HEAD_KEY);
    if (head) heads.set(partition, { ...fromHeadRow(table.name, head), etag: head.etag });
    const row = rows.find(({ rowKey }) => rowKey === entryKey(sequence));
    return row !== undefined && fromEntryRow(table.name, row).entry?.writer === writer;
  };

  async function append(
    partition: string,
    operations: readonly RowOperation[],
    events: readonly AuditEvent[],
    text?: string,
  ): Promise<(string | undefined)[]> {
    const salted = operations.map((operation) =>
      'put' in operation ? { ...operation, put: withSalt(operation.put) } : operation,
    );
    const payload = text === undefined ? undefined : toErasablePayload(text);
    for (let attempt = 0; attempt < MAX_ATTEMPTS; attempt += 1) {
      const { etag, ...head } = heads.get(partition) ?? (await readHead(partition));
      const at = now().toISOString();
      const entry = { ...nextEntry(head, salted, events, payload), at };
      const row = toEntryRow(partition, entry, payload);
      const next = { ...head, sequence: entry.sequence, hash: row.hash };
      heads.delete(partition);
      try {
        const etags = await table.commit([
          ...salted,
          { put: row, etag: '' },
          { put: toHeadRow(partition, next), etag },
        ]);
        const newEtag = etags.at(-1);
        if (newEtag) heads.set(partition, { ...next, etag: newEtag });
        return etags.slice(0, operations.length);
      } catch (error) {
        if (!isConflict(error) && !isMissing(error)) throw error;
        // The client repeats a request whose reply it did not get, so its own success can come back as a conflict.
        if (await isWritten(partition, entry)) return [];
        const isAboutLog = (failedOperation(error) ?? operations.length) >= operations.length;
        if (!isAboutLog) throw error;
      }
    }
    throw new RecordTooBusy(`${table.name} ${partition} could not be saved: others kept writing`);
  }

  return {
    name: table.name,
    point: table.point,
    range: (partition, range = RECORD_RANGE, options) => table.range(partition, range, options),
    append: (partition, operations, events, payload) =>
      withLock(partition, () => append(partition, operations, events, payload)),
    async appendAll(partition, operations, event) {
      for (const batch of packTransactions(operations, MAX_AUDITED_OPERATIONS))
        await withLock(partition, () => append(partition, batch, [event]));
    },
    entryCount: async (partition) => {
      const row = await table.point(partition, AUDIT_HEAD_KEY);
      return row ? fromHeadRow(table.name, row).sequence : 0;
    },
    payloadsAfter: async (partition, sequence) => {
      const rows = await table.range(partition, entriesFrom(sequence + 1), { only: ['payload'] });
      return rows.map(({ payload }) => (typeof payload === 'string' ? payload : undefined));
    },
    async erasePayloads(partition, isToGo) {
      const rows = await table.range(partition, entriesFrom(1));
      const toGo = rows.filter(({ payload }) => typeof payload === 'string' && isToGo(payload));
      for (const row of toGo) {
        const { payload: _, salt: __, ...entry } = withoutMetadata(row);
        await table.put(entry as Row);
      }
    },
  };
}

/** The entry that follows a head, but for its time. */
function nextEntry(
  head: AuditHead,
  operations: readonly RowOperation[],
  events: readonly AuditEvent[],
  payload: ErasablePayload | undefined,
): Omit<AuditEntry, 'at'> {
  return {
    sequence: head.sequence + 1,
    previous: head.hash,
    writer: randomUUID(),
    events,
    rows: Object.fromEntries(operations.map((operation) => digestOperation(operation, head))),
    ...(payload && { payloadDigest: digestPayload(payload) }),
  };
}

function digestOperation(
  operation: RowOperation,
  head: AuditHead,
): [rowId: string, digest: string | null] {
  return 'put' in operation
    ? [toRowId(operation.put.rowKey, head), digestRow(operation.put)]
    : [toRowId(operation.remove.rowKey, head), null];
}
