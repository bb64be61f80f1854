import { randomUUID } from 'node:crypto';
import { createBoundedCache } from '../tables/bounded-cache.ts';
import { type ChangeWatch, createChangeWatch } from '../tables/change-watch.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';
import { fromKey } from '../tables/keys.ts';
import { RecordTooBusy } from '../tables/optimistic-retry.ts';
import type { RowOperation, TableRow } from '../tables/row.ts';
import { MAX_OPERATIONS, packTransactions } from '../tables/sizes.ts';
import { failedOperation, isConflict, isMissing, type StorageTable } from '../tables/table.ts';
import {
  AUDIT_HEAD_KEY,
  type AuditEntry,
  type AuditEvent,
  type AuditHead,
  addSalt,
  createHead,
  digestPayload,
  digestRow,
  type ErasablePayload,
  entryKey,
  fromEntryRow,
  fromHeadRow,
  RECORD_RANGE,
  toEntryRange,
  toEntryRow,
  toErasablePayload,
  toHeadRow,
  toRowId,
  toTailRange,
  withoutMetadata,
} from './audit-entry.ts';

/** The operations of a table that a repository needs. */
export interface RecordTable extends Pick<StorageTable, 'name' | 'point' | 'range'> {
  /**
   * Writes operations of one partition with an audit entry in one transaction. Returns the new
   * etags, or an empty list when the transaction succeeded but its reply was lost.
   * @throws RowTooLarge before anything is sent, {@link isConflict} errors when an etag is not the
   * expected one
   */
  append(
    partition: string,
    operations: readonly RowOperation[],
    events: readonly AuditEvent[],
    payload?: string,
  ): Promise<(string | undefined)[]>;
  /**
   * Writes operations of one partition in as few transactions as possible; a group is never split.
   */
  appendAll(
    partition: string,
    operations: readonly (RowOperation | readonly RowOperation[])[],
    event: AuditEvent,
  ): Promise<void>;
}

/**
 * A table in which every write includes an audit entry in the same transaction, and every entry the
 * hash of the previous one. Records can be written in no other way.
 */
export interface AuditedTable extends RecordTable {
  entryCount(partition: string): Promise<number>;
  /**
   * The payloads of the entries after a sequence number; `undefined` for an erased or missing one.
   */
  listPayloads(partition: string, sequence: number): Promise<(string | undefined)[]>;
  /** Erases the payloads that match. The entries themselves stay unchanged. */
  erasePayloads(partition: string, isErasable: (payload: string) => boolean): Promise<void>;
}

/** The operations that fit into a transaction besides the audit entry and the head. */
export const MAX_AUDITED_OPERATIONS = MAX_OPERATIONS - 2;
const MAX_ATTEMPTS = 60;
const MAX_HEADS_IN_MEMORY = 500;

type StoredHead = AuditHead & { readonly etag: string };

/**
 * Caches the head of each partition after a write. When another instance has written meanwhile, the
 * write fails on the head; the head is then read again and the write repeated.
 */
export function createAuditedTable(
  table: StorageTable,
  now: () => Date,
  watch: Pick<ChangeWatch, 'commit'> = createChangeWatch(),
): AuditedTable {
  const heads = createBoundedCache<StoredHead>(MAX_HEADS_IN_MEMORY);
  const withLock = createKeyedMutex();

  const readHead = async (partition: string): Promise<StoredHead> => {
    const row = await table.point(partition, AUDIT_HEAD_KEY);
    return row
      ? { ...fromHeadRow(table.name, row), etag: row.etag }
      : { ...createHead(partition), etag: '' };
  };

  /**
   * Reads the end of the log after a failed write; `true` when the write succeeded and only its
   * reply was lost.
   */
  const isWritten = async (
    partition: string,
    { sequence, writer }: AuditEntry,
  ): Promise<boolean> => {
    const rows = await table.range(partition, toTailRange(sequence));
    const head = rows.find(({ rowKey }) => rowKey === AUDIT_HEAD_KEY);
    if (head) heads.set(partition, { ...fromHeadRow(table.name, head), etag: head.etag });
    const row = rows.find(({ rowKey }) => rowKey === entryKey(sequence));
    return row !== undefined && fromEntryRow(table.name, row).entry?.writer === writer;
  };

  /** Commits operations of which the last two are the entry and the head. */
  const commit = (partition: string, entry: AuditEntry, operations: readonly RowOperation[]) =>
    watch.commit(
      {
        partnership: fromKey(partition)[0] ?? '',
        table: table.name,
        partition,
        sequence: entry.sequence,
        writer: entry.writer,
      },
      (givenUp) => table.commit(operations, givenUp),
      () => isWritten(partition, entry),
    );

  async function append(
    partition: string,
    operations: readonly RowOperation[],
    events: readonly AuditEvent[],
    text?: string,
  ): Promise<(string | undefined)[]> {
    const salted = operations.map((operation) =>
      'put' in operation ? { ...operation, put: addSalt(operation.put) } : operation,
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
        const etags = await commit(partition, entry, [
          ...salted,
          { put: row, etag: '' },
          { put: toHeadRow(partition, next), etag },
        ]);
        const newEtag = etags.at(-1);
        if (newEtag) heads.set(partition, { ...next, etag: newEtag });
        return etags.slice(0, operations.length);
      } catch (error) {
        if (!isConflict(error) && !isMissing(error)) throw error;
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
    listPayloads: async (partition, sequence) => {
      const rows = await table.range(partition, toEntryRange(sequence + 1), { only: ['payload'] });
      return rows.map(({ payload }) => (typeof payload === 'string' ? payload : undefined));
    },
    async erasePayloads(partition, isErasable) {
      const rows = await table.range(partition, toEntryRange(1));
      const erasableRows = rows.filter(
        ({ payload }) => typeof payload === 'string' && isErasable(payload),
      );
      for (const row of erasableRows) {
        const { payload: _, salt: __, ...entry } = withoutMetadata(row);
        await table.put(entry as TableRow);
      }
    },
  };
}

/** The entry after a head, without its time. */
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
