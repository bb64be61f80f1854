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
