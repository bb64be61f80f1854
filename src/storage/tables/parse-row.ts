import type { z } from 'zod';
import type { StoredRow } from './row.ts';

/**
 * Thrown for a stored row that does not match its schema. Names the table, key and properties,
 * never their values.
 */
export class UnreadableRow extends Error {
  constructor(table: string, row: StoredRow, faults: readonly string[]) {
    super(
      `A row of ${table} cannot be read: ${row.partitionKey} / ${row.rowKey}: ${faults.join('; ')}`,
    );
    this.name = 'UnreadableRow';
  }
}

/** @throws UnreadableRow */
export function parseRow<Schema extends z.ZodType>(
  table: string,
  schema: Schema,
  row: StoredRow,
): z.output<Schema> {
  const parsed = schema.safeParse(row);
  if (parsed.success) return parsed.data;
  throw new UnreadableRow(
    table,
    row,
    parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`),
  );
}
