import { z } from 'zod';
import { type KeyRange, prefixRange, toKey } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { StoredRow, TableRow } from './row.ts';

type Columns = Record<string, string | number | boolean | undefined>;

/** Encodes and decodes the rows of one kind of record. */
export interface RowCodec<Item> {
  readonly range: KeyRange;
  toRow(partition: string, item: Item): TableRow;
  /** @throws UnreadableRow */
  fromRow(row: StoredRow): Item;
}

/** A codec for rows whose keys are a prefix and the identity of the record. */
export function createRowCodec<Item>(
  table: string,
  prefix: string,
  columns: z.ZodType<Item, Columns>,
  identity: (item: Item) => readonly string[],
): RowCodec<Item> {
  return {
    range: prefixRange(prefix),
    toRow: (partitionKey, item) => ({
      ...z.encode(columns, item),
      partitionKey,
      rowKey: toKey(prefix, ...identity(item)),
    }),
    fromRow: (row) => parseRow(table, columns, row),
  };
}

/** Decodes the records of one kind among the rows of a partition, in the order of their import. */
export function decodeRows<Item>(kind: RowCodec<Item>, rows: readonly StoredRow[]): Item[] {
  return rows
    .filter(({ rowKey }) => rowKey >= kind.range.from && rowKey < kind.range.below)
    .sort((a, b) => Number(a.order) - Number(b.order))
    .map((row) => kind.fromRow(row));
}

/** Encodes records of one kind. */
export function encodeRows<Item>(
  kind: RowCodec<Item>,
  partition: string,
  items: readonly Item[],
): TableRow[] {
  return items.map((item) => kind.toRow(partition, item));
}
