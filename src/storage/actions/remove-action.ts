import type { AuditedTable } from '../audit/audited-table.ts';
import { prefixRange } from '../tables/keys.ts';
import { operationKey } from '../tables/operation-rows.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';
import { type RowOperation, removeRows } from '../tables/row.ts';
import {
  actionKey,
  fromActionRow,
  fromChangeRow,
  fromHeadRow,
  HEAD,
  toActionRows,
  toHeadRow,
} from './action-rows.ts';
import { recount } from './action-tallies.ts';

/** A longer history does not fit into one transaction and is removed before its action. */
const MAX_CHANGES = 40;

/**
 * Removes an action with its history, copies and tallies, and erases its title from the audit
 * payloads. Removing it again does nothing.
 */
export async function removeAction(
  table: AuditedTable,
  partition: string,
  ref: string,
  by: string,
): Promise<void> {
  const event = { by, type: 'deleted', kind: 'action', id: ref };
  const toOperationRows = (change: StoredRow): TableRow[] => {
    const { operation } = fromChangeRow(table.name, change);
    return operation
      ? [{ partitionKey: partition, rowKey: operationKey(operation, 'action', ref) }]
      : [];
  };
  await retryOnConflict(ref, async () => {
    const head = await table.point(partition, HEAD);
    const [row, ...changes] = await table.range(partition, prefixRange('a', ref));
    if (!head || row?.rowKey !== actionKey(ref)) return true;
    const kept = fromActionRow(table.name, row);
    const { version, ...rest } = fromHeadRow(table.name, head);
    const tallies = recount(rest.tallies, kept.action, undefined);
    const history = removeRows([
      ...changes,
      ...changes.flatMap((change) => toOperationRows(change)),
    ]);
    if (changes.length > MAX_CHANGES) {
      await table.appendAll(partition, history, event);
      return undefined;
    }
    const operations: RowOperation[] = [
      { put: toHeadRow(partition, { ...rest, version: version + 1, tallies }), etag: head.etag },
      ...toActionRows(partition, kept).map((remove) => ({ remove })),
      ...history,
    ];
    return (await unlessConflict(table.append(partition, operations, [event]))) || undefined;
  });
  await table.erasePayloads(partition, (titles) => titles.includes(`"ref":${JSON.stringify(ref)}`));
}
