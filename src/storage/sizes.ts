import type { Row } from './row.ts';

/** Limits of Azure Tables, which Azurite does not enforce: https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model */
const MOST_CHARACTERS_IN_TEXT = 32 * 1024;
const MOST_CHARACTERS_IN_KEY = 512;
const MOST_BYTES_IN_ROW = 1024 * 1024;
const MOST_PROPERTIES = 252;

/** A transaction takes 100 operations and 4 MiB; the rest is left to its envelope. */
export const MOST_OPERATIONS = 100;
export const MOST_BYTES_IN_TRANSACTION = 3.5 * 1024 * 1024;

/** Something does not fit into a row; names the table, the key and the property, never the text itself. */
export class RowTooLarge extends Error {
  constructor(table: string, row: Row, what: string) {
    super(`A row of ${table} is too large: ${row.partitionKey} / ${row.rowKey}: ${what}`);
    this.name = 'RowTooLarge';
  }
}

/** @throws RowTooLarge */
export function checkSize(table: string, row: Row): void {
  const values = Object.entries(row);
  for (const [name, value] of values) {
    const most =
      name === 'partitionKey' || name === 'rowKey'
        ? MOST_CHARACTERS_IN_KEY
        : MOST_CHARACTERS_IN_TEXT;
    if (typeof value === 'string' && value.length > most)
      throw new RowTooLarge(table, row, `${name} has ${value.length} characters`);
  }
  if (values.length > MOST_PROPERTIES + 2)
    throw new RowTooLarge(table, row, `${values.length} properties`);
  if (storedBytes(values) > MOST_BYTES_IN_ROW)
    throw new RowTooLarge(table, row, `${storedBytes(values)} bytes`);
}

/** What a row takes in a transaction: its JSON and the headers of its part. */
export function sentBytes(row: Row): number {
  return Buffer.byteLength(JSON.stringify(row)) + 1024;
}

/** Items in as few transactions as the limits allow, in their order; the rows of one item stay together. */
export function inTransactions<Item>(
  items: readonly Item[],
  rowsOf: (item: Item) => readonly Row[],
  most = MOST_OPERATIONS,
): Item[][] {
  const all: Item[][] = [];
  let operations = Number.POSITIVE_INFINITY;
  let bytes = 0;
  for (const item of items) {
    const rows = rowsOf(item);
    const size = rows.reduce((sum, row) => sum + sentBytes(row), 0);
    operations += rows.length;
    bytes += size;
    const last = all.at(-1);
    if (last && operations <= most && bytes <= MOST_BYTES_IN_TRANSACTION) last.push(item);
    else {
      all.push([item]);
      operations = rows.length;
      bytes = size;
    }
  }
  return all;
}

/** Text is stored as UTF-16, and every property with its name. */
function storedBytes(values: readonly [string, unknown][]): number {
  return values.reduce(
    (sum, [name, value]) =>
      sum + 12 + 2 * name.length + (typeof value === 'string' ? 2 * value.length : 8),
    4,
  );
}
