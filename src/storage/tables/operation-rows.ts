import type { Operation } from '../../contract/operation.ts';
import { prefixRange, toKey } from './keys.ts';
import type { RowOperation } from './row.ts';
import type { Table } from './table.ts';

/**
 * That a press has had its effect on a record: `operation|OPERATION|KIND|KEY`, written with the record and in no case twice.
 * So a press that arrives again stands in its own way, whatever came in between.
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
  table: Pick<Table, 'point'>,
  partition: string,
  operation: Operation | undefined,
  ...record: readonly string[]
): Promise<boolean> {
  if (operation === undefined) return false;
  return (await table.point(partition, operationKey(operation, ...record))) !== undefined;
}

/** The records on which a press has had an effect. */
export const operationRange = (operation: Operation) => prefixRange('operation', operation);

export const operationKey = (operation: Operation, ...record: readonly string[]) =>
  toKey('operation', operation, ...record);
