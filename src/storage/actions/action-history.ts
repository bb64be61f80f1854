import type { Imported } from '../../contract/store.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import { type HistoryLine, type MergedHistory, mergeHistories } from '../history.ts';
import { fromKey, prefixRange, toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import type { RowOperation } from '../tables/row.ts';
import {
  actionKey,
  fromActionRow,
  fromChangeRow,
  fromHeadRow,
  HEAD,
  toActionRows,
  toChangeRow,
  toHeadRow,
} from './action-rows.ts';

/** The kind under which the history of an action is written. */
const KIND = 'action';
/** An action has at most nine rows; a transaction has a hundred. */
const MAX_ACTIONS_AT_ONCE = 8;
const MAX_LINES_AT_ONCE = 80;

/** The histories of all actions of a partition. */
export async function listActionHistories(
  table: AuditedTable,
  partition: string,
): Promise<HistoryLine[]> {
  const rows = await table.range(partition, prefixRange('a'));
  return rows.flatMap((row): HistoryLine[] => {
    const [, ref = '', mark, number] = fromKey(row.rowKey);
    if (mark !== 'h') return [];
    const event = fromChangeRow(table.name, row);
    return [{ kind: KIND, record: toKey(ref), number: Number(number), event }];
  });
}

/** Adds lines to the histories of actions, as {@link mergeHistories} says. */
export async function importActionHistories(
  table: AuditedTable,
  partition: string,
  lines: readonly HistoryLine[],
  by: string,
): Promise<Imported> {
  const merged = mergeHistories(await listActionHistories(table, partition), lines);
  let written = 0;
  for (const batch of toBatches(merged)) {
    await retryOnConflict(partition, async () => {
      const head = await table.point(partition, HEAD);
      if (!head) return true;
      const { version, ...rest } = fromHeadRow(table.name, head);
      const operations = await Promise.all(
        batch.map((each) => toOperations(table, partition, each)),
      );
      const put = toHeadRow(partition, { ...rest, version: version + 1 });
      const event = { by, type: 'imported', kind: 'history', id: partition };
      const all = [{ put, etag: head.etag }, ...operations.flat()];
      return (await unlessConflict(table.append(partition, all, [event]))) || undefined;
    });
    written += batch.reduce((sum, { added }) => sum + added.length, 0);
  }
  return { written, unchanged: lines.length - written };
}

/** The lines, and the action with its copies under the version of the last: the next change follows it. */
async function toOperations(
  table: AuditedTable,
  partition: string,
  { record, added, last }: MergedHistory,
): Promise<RowOperation[]> {
  const [ref = ''] = fromKey(record);
  const row = await table.point(partition, actionKey(ref));
  if (!row) return [];
  const stored = fromActionRow(table.name, row);
  const raised = { ...stored, version: Math.max(stored.version, last) };
  return [
    ...toActionRows(partition, raised),
    ...added.map(({ number, event }) => toChangeRow(partition, ref, number, event)),
  ].map((put) => ({ put }));
}

/** So many at once as fit into a transaction; a long history is written in parts, oldest first. */
function toBatches(merged: readonly MergedHistory[]): MergedHistory[][] {
  const parts = merged.flatMap((each) =>
    Array.from({ length: Math.ceil(each.added.length / MAX_LINES_AT_ONCE) }, (_, at) => ({
      ...each,
      added: each.added.slice(at * MAX_LINES_AT_ONCE, (at + 1) * MAX_LINES_AT_ONCE),
    })),
  );
  const batches: MergedHistory[][] = [];
  for (const part of parts) {
    const batch = batches.at(-1) ?? [];
    const lines = batch.reduce((sum, { added }) => sum + added.length, 0);
    const fits =
      batch.length < MAX_ACTIONS_AT_ONCE &&
      lines + part.added.length + (batch.length + 1) * 9 <= MAX_LINES_AT_ONCE + 9 &&
      !batch.some(({ record }) => record === part.record);
    if (fits && batches.length > 0) batch.push(part);
    else batches.push([part]);
  }
  return batches;
}
