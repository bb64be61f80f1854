import type { TableEntityResult } from '@azure/data-tables';

/** A row to be written; `undefined` properties are left out. */
export interface TableRow {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [property: string]: string | number | boolean | undefined;
}

/** A row as storage returns it, to be parsed by `parseRow`. */
export type StoredRow = TableEntityResult<Record<string, unknown>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};

/**
 * One operation of a transaction. `put` replaces any version, or with an `etag` only that version
 * (`''`: the row must not exist).
 */
export type RowOperation =
  | { readonly put: TableRow; readonly etag?: string }
  | { readonly remove: TableRow };

/** Operations that write rows, whatever is stored. */
export const putRows = (rows: readonly TableRow[]): RowOperation[] => rows.map((put) => ({ put }));

export const removeRows = (rows: readonly (TableRow | StoredRow)[]): RowOperation[] =>
  rows.map(({ partitionKey, rowKey }) => ({ remove: { partitionKey, rowKey } }));
