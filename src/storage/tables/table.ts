import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { odata, RestError, type TransactionAction } from '@azure/data-tables';
import { omitUndefined } from '../../domain/optional.ts';
import { type Connection, isUnsent, openTable } from './connection.ts';
import type { KeyRange } from './keys.ts';
import { joinLongLists, splitLongLists } from './long-lists.ts';
import { putRows, type RowOperation, type StoredRow, type TableRow } from './row.ts';
import { checkSize, packTransactions, RowTooLarge } from './sizes.ts';

/** A table. Every call is one request, or one for each thousand rows of a range. */
export interface StorageTable {
  readonly name: string;
  /** Creates the table unless it exists. */
  prepare(): Promise<void>;
  /** Reads one row by its key. */
  point(partition: string, key: string): Promise<StoredRow | undefined>;
  /**
   * Reads the rows of a range in key order; `most` limits their number, `only` selects properties.
   */
  range(
    partition: string,
    range?: KeyRange,
    options?: { most?: number; only?: readonly string[] },
  ): Promise<StoredRow[]>;
  /** Writes one row, whatever is stored. */
  put(row: TableRow): Promise<void>;
  remove(partition: string, key: string): Promise<void>;
  /**
   * Writes operations of one partition in one transaction and returns the new etags.
   * Nothing is sent again once it is given up.
   * @throws RowTooLarge before anything is sent, {@link isConflict} errors when an etag is not the
   * expected one
   */
  commit(
    operations: readonly RowOperation[],
    givenUp?: AbortSignal,
  ): Promise<(string | undefined)[]>;
  /** Writes rows of one partition in as few transactions as the limits allow. */
  putAll(rows: readonly TableRow[]): Promise<void>;
  /** Reads all rows, partition by partition, in key order. */
  all(): AsyncIterable<StoredRow>;
  /** Rejects when storage does not answer within two seconds. */
  ping(): Promise<void>;
}

export function createTable(
  connection: Connection,
  name: string,
  policies?: readonly PipelinePolicy[],
): StorageTable {
  const client = openTable(connection, name, policies);
  const commit: StorageTable['commit'] = async (operations, abortSignal) => {
    const { subResponses } = await client.submitTransaction(
      operations.map((operation) => toTransactionAction(name, operation)),
      { abortSignal },
    );
    return subResponses.map(({ etag }) => etag);
  };
  return {
    name,
    prepare: () => client.createTable(),
    async point(partition, key) {
      const row = await undefinedIfMissing(
        client.getEntity<Record<string, unknown>>(partition, key),
      );
      return row && joinLongLists(row as StoredRow);
    },
    async range(partition, range, { most, only } = {}) {
      const filter = range
        ? odata`PartitionKey eq ${partition} and RowKey ge ${range.from} and RowKey lt ${range.below}`
        : odata`PartitionKey eq ${partition}`;
      const select = only && ['PartitionKey', 'RowKey', ...only];
      const pages = client.listEntities<Record<string, unknown>>({
        queryOptions: { filter, select },
      });
      const rows: StoredRow[] = [];
      for await (const page of pages.byPage({ maxPageSize: Math.min(most ?? 1000, 1000) })) {
        rows.push(...(page as StoredRow[]).map(joinLongLists));
        if (most && rows.length >= most) break;
      }
      return rows;
    },
    async put(row) {
      await client.upsertEntity(toEntity(name, row), 'Replace');
    },
    async remove(partition, key) {
      await undefinedIfMissing(client.deleteEntity(partition, key));
    },
    commit,
    async putAll(rows) {
      for (const batch of packTransactions(putRows(rows))) await commit(batch);
    },
    async *all() {
      for await (const page of client
        .listEntities<Record<string, unknown>>()
        .byPage({ maxPageSize: 1000 }))
        yield* (page as StoredRow[]).map(joinLongLists);
    },
    async ping() {
      await undefinedIfMissing(
        client.getEntity('ping', 'ping', { abortSignal: AbortSignal.timeout(2000) }),
      );
    },
  };
}

/** Whether an error means that a row was not as the write expected. */
export function isConflict(error: unknown): boolean {
  return error instanceof RestError && (error.statusCode === 409 || error.statusCode === 412);
}

/** Whether an error says for certain that nothing was written. */
export function isRefused(error: unknown): boolean {
  if (!(error instanceof RestError)) return error instanceof RowTooLarge;
  const { statusCode = 0 } = error;
  return (statusCode >= 400 && statusCode < 500) || isUnsent(error);
}

/**
 * The position of the operation that an error is about: storage begins its message with it, `1:The
 * update condition …`.
 */
export function failedOperation(error: unknown): number | undefined {
  const [, place] = /^(\d+):/.exec(error instanceof RestError ? error.message : '') ?? [];
  return place === undefined ? undefined : Number(place);
}

/** Whether an error means that a row does not exist. */
export function isMissing(error: unknown): boolean {
  return (
    error instanceof RestError &&
    error.statusCode === 404 &&
    toErrorCode(error) === 'ResourceNotFound'
  );
}

function toTransactionAction(table: string, operation: RowOperation): TransactionAction {
  if ('remove' in operation)
    return [
      'delete',
      { partitionKey: operation.remove.partitionKey, rowKey: operation.remove.rowKey },
    ];
  const row = toEntity(table, operation.put);
  if (operation.etag === undefined) return ['upsert', row, 'Replace'];
  return operation.etag === ''
    ? ['create', row]
    : ['update', row, 'Replace', { etag: operation.etag }];
}

/** @throws RowTooLarge */
function toEntity(table: string, row: TableRow): TableRow {
  const entity = splitLongLists(omitUndefined(row));
  checkSize(table, entity);
  return entity;
}

async function undefinedIfMissing<Value>(reading: Promise<Value>): Promise<Value | undefined> {
  try {
    return await reading;
  } catch (error) {
    if (isMissing(error)) return undefined;
    throw error;
  }
}

function toErrorCode(error: RestError): string | undefined {
  return (
    error.code ??
    (error.details as { odataError?: { code?: string } } | undefined)?.odataError?.code
  );
}
