import type { Operation } from '../../contract/operation.ts';
import { prefixRange, toKey } from './keys.ts';
import type { RowOperation } from './row.ts';
import type { StorageTable } from './table.ts';

/**
 * The row `operation|OPERATION|KIND|KEY`, inserted in the transaction that applies an operation to
 * a record. It makes a repeated press fail, whatever was changed in between.
 */
export function operationRow(
  partitionKey: string,
  operation: Operation | undefined,
  ...record: readonly string[]
): RowOperation[] {
  if (operation === undefined) return [];
  return [{ put: { partitionKey, rowKey: operationKey(operation, ...record) }, etag: '' }];
}

export async function isRepeat(
  table: Pick<StorageTable, 'point'>,
  partition: string,
  operation: Operation | undefined,
  ...record: readonly string[]
): Promise<boolean> {
  if (operation === undefined) return false;
  return (await table.point(partition, operationKey(operation, ...record))) !== undefined;
}

/**
 * The row `operation|OPERATION|KIND`, inserted with the record that an operation adds. It makes a
 * repeated press fail whose record would have another key, and leads to the one that was added.
 */
export function additionRow(
  partitionKey: string,
  operation: Operation | undefined,
  kind: string,
  added: string,
): RowOperation[] {
  if (operation === undefined) return [];
  return [{ put: { partitionKey, rowKey: operationKey(operation, kind), added }, etag: '' }];
}

/** The row key of the record that an operation added. */
export async function findAddition(
  table: Pick<StorageTable, 'point'>,
  partition: string,
  operation: Operation | undefined,
  kind: string,
): Promise<string | undefined> {
  if (operation === undefined) return undefined;
  const row = await table.point(partition, operationKey(operation, kind));
  return row && String(row.added);
}

/** The range of records to which an operation was applied. */
export const operationRange = (operation: Operation) => prefixRange('operation', operation);

export const operationKey = (operation: Operation, ...record: readonly string[]) =>
  toKey('operation', operation, ...record);
