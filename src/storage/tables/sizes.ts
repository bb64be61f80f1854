import type { RowOperation, TableRow } from './row.ts';

/**
 * The limits of Azure Tables, which Azurite does not enforce:
 * https://learn.microsoft.com/rest/api/storageservices/understanding-the-table-service-data-model
 */
export const MAX_CHARACTERS_IN_TEXT = 32 * 1024;
const MAX_CHARACTERS_IN_KEY = 512;
const MAX_BYTES_IN_ROW = 1024 * 1024;
const MAX_PROPERTIES = 252;

/** A transaction takes 100 operations and 4 MiB, headers included. */
export const MAX_OPERATIONS = 100;
export const MAX_BYTES_IN_TRANSACTION = 3.5 * 1024 * 1024;

/** Thrown for a row that exceeds a limit. Names the table, key and property, never the text. */
export class RowTooLarge extends Error {
  constructor(table: string, row: TableRow, what: string) {
    super(`A row of ${table} is too large: ${row.partitionKey} / ${row.rowKey}: ${what}`);
    this.name = 'RowTooLarge';
  }
}

/** @throws RowTooLarge */
export function checkSize(table: string, row: TableRow): void {
  const values = Object.entries(row);
  for (const [name, value] of values) {
    const most =
      name === 'partitionKey' || name === 'rowKey' ? MAX_CHARACTERS_IN_KEY : MAX_CHARACTERS_IN_TEXT;
    if (typeof value === 'string' && value.length > most)
      throw new RowTooLarge(table, row, `${name} has ${value.length} characters`);
  }
  if (values.length > MAX_PROPERTIES + 2)
    throw new RowTooLarge(table, row, `${values.length} properties`);
  if (storedBytes(values) > MAX_BYTES_IN_ROW)
    throw new RowTooLarge(table, row, `${storedBytes(values)} bytes`);
}

/** The bytes of an operation in a transaction: the JSON of its row and the headers of its part. */
export function operationBytes(operation: RowOperation): number {
  const row = 'put' in operation ? operation.put : operation.remove;
  return Buffer.byteLength(JSON.stringify(row)) + 1024;
}

/**
 * Packs operations into as few transactions as the limits allow, in their order. A group is never
 * split.
 */
export function packTransactions(
  operations: readonly (RowOperation | readonly RowOperation[])[],
  maxOperations = MAX_OPERATIONS,
): RowOperation[][] {
  const transactions: RowOperation[][] = [];
  let bytes = 0;
  for (const group of operations.map((each) => [each].flat()).filter(({ length }) => length > 0)) {
    const size = group.reduce((sum, operation) => sum + operationBytes(operation), 0);
    bytes += size;
    const last = transactions.at(-1);
    const fits = last && last.length + group.length <= maxOperations;
    if (last && fits && bytes <= MAX_BYTES_IN_TRANSACTION) last.push(...group);
    else {
      transactions.push(group);
      bytes = size;
    }
  }
  return transactions;
}

/** Text is stored as UTF-16, and every property with its name. */
function storedBytes(values: readonly [string, unknown][]): number {
  return values.reduce(
    (sum, [name, value]) =>
      sum + 12 + 2 * name.length + (typeof value === 'string' ? 2 * value.length : 8),
    4,
  );
}
