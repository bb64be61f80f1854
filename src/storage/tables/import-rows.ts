import type { AuditEvent } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import type { Row, StoredRow } from './row.ts';
import { putRows } from './row.ts';

/** The result of an import, in records. */
export interface Saved {
  readonly written: number;
  readonly unchanged: number;
}

/**
 * The rows that differ from the stored ones, each with its `order`: a known row keeps its order, a
 * new one is added at the end.
 */
export function changedRows(wanted: readonly Row[], stored: readonly StoredRow[]): Row[] {
  const known = new Map(stored.map((row) => [row.rowKey, row]));
  let last = Math.max(0, ...stored.map(({ order }) => Number(order ?? 0)));
  return wanted
    .map((row) => ({ ...row, order: Number(known.get(row.rowKey)?.order ?? ++last) }))
    .filter((row) => !isSameRow(row, known.get(row.rowKey)));
}

/** Writes the rows of a partition that differ from what is stored; removes nothing. */
export async function importRows(
  table: AuditedTable,
  partition: string,
  wanted: readonly Row[],
  stored: readonly StoredRow[],
  event: AuditEvent,
): Promise<Saved> {
  const changed = changedRows(wanted, stored);
  await table.appendAll(partition, putRows(changed), event);
  return { written: changed.length, unchanged: wanted.length - changed.length };
}

/** The audit event of an import. */
export const importEvent = (by: string, kind: string, id: string): AuditEvent => ({
  by,
  type: 'imported',
  kind,
  id,
});

const METADATA = new Set(['etag', 'timestamp', 'salt']);

/** Whether a stored row has the same columns. */
export function isSameRow(row: Row, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  const names = new Set(
    [...Object.keys(row), ...Object.keys(stored)].filter((name) => !METADATA.has(name)),
  );
  return [...names].every((name) => row[name] === stored[name]);
}
