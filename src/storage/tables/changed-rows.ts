import type { AuditEvent } from '../audit/audit-entry.ts';
import type { StoredRow, TableRow } from './row.ts';

/**
 * The rows that differ from the stored ones, each with its `order`: a known row keeps its order, a
 * new one is added at the end.
 */
export function changedRows(wanted: readonly TableRow[], stored: readonly StoredRow[]): TableRow[] {
  const known = new Map(stored.map((row) => [row.rowKey, row]));
  let last = Math.max(0, ...stored.map(({ order }) => Number(order ?? 0)));
  return wanted
    .map((row) => ({ ...row, order: Number(known.get(row.rowKey)?.order ?? ++last) }))
    .filter((row) => !isSameRow(row, known.get(row.rowKey)));
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
export function isSameRow(row: TableRow, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  const names = new Set(
    [...Object.keys(row), ...Object.keys(stored)].filter((name) => !METADATA.has(name)),
  );
  return [...names].every((name) => row[name] === stored[name]);
}
