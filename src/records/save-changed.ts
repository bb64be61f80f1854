import type { Row, StoredRow, Table } from './table.ts';

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
    .filter((row) => !isSame(row, known.get(row.rowKey)));
}

/** Writes the rows that differ from what is stored; removes nothing. */
export async function saveChanged(table: Table, wanted: readonly Row[], stored: readonly StoredRow[]): Promise<Saved> {
  const changed = changedRows(wanted, stored);
  await table.putAll(changed);
  return { written: changed.length, unchanged: wanted.length - changed.length };
}

const METADATA = new Set(['etag', 'timestamp']);

function isSame(row: Row, stored: StoredRow | undefined): boolean {
  if (!stored) return false;
  const names = new Set([...Object.keys(row), ...Object.keys(stored)].filter((name) => !METADATA.has(name)));
  return [...names].every((name) => row[name] === stored[name]);
}
