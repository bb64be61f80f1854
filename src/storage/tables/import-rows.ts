import type { AuditEvent } from '../audit/audit-entry.ts';
import type { AuditedTable } from '../audit/audited-table.ts';
import type { Row, StoredRow } from './row.ts';
import { putRows } from './row.ts';

/** What saving did, in records. */
export interface Saved {
  readonly written: number;
  readonly unchanged: number;
}

/**
 * The rows among those wanted that differ from what is stored, each with its place in the order: a known row keeps the
 * place it has, a new one comes behind all that are there.
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

/** What an import says of the rows that it brings. */
export const importEvent = (by: string, kind: string, id: string): AuditEvent => ({
  by,
  type: 'imported',
  kind,
  id,
});

const METADATA = new Set(['etag', 'timestamp', 'salt']);

/** Whether a row that is wanted stands there already. */
export function isSameRow(row: Row, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  const names = new Set(
    [...Object.keys(row), ...Object.keys(stored)].filter((name) => !METADATA.has(name)),
  );
  return [...names].every((name) => row[name] === stored[name]);
}
