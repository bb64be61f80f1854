import type { TableEntityResult } from '@azure/data-tables';

/** What is written: keys and properties; a property that is `undefined` is left out. */
export interface Row {
  readonly partitionKey: string;
  readonly rowKey: string;
  readonly [property: string]: string | number | boolean | undefined;
}

/** What is read: a row as storage gives it back, to be parsed by `parseRow`. */
export type StoredRow = TableEntityResult<Record<string, unknown>> & {
  readonly partitionKey: string;
  readonly rowKey: string;
};

/** One part of a transaction. `put` replaces whatever is there; with an `etag` (`''` for “not there yet”) only that version. */
export type RowOperation = { readonly put: Row; readonly etag?: string } | { readonly remove: Row };

/** Puts rows, whatever was there. */
export const putRows = (rows: readonly Row[]): RowOperation[] => rows.map((put) => ({ put }));

export const removeRows = (rows: readonly (Row | StoredRow)[]): RowOperation[] =>
  rows.map(({ partitionKey, rowKey }) => ({ remove: { partitionKey, rowKey } }));
