import { z } from 'zod';
import { type KeyRange, prefixRange, toKey } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { Row, StoredRow } from './row.ts';

type Columns = Record<string, string | number | boolean | undefined>;

/** One kind of record in a partition: how its rows are found, written and read. */
export interface RowCodec<Item> {
  readonly range: KeyRange;
  toRow(partition: string, item: Item): Row;
  /** @throws UnreadableRow */
  fromRow(row: StoredRow): Item;
}

/** A kind whose rows begin with a prefix, then have what tells its records apart; `columns` reads and writes the rest. */
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

/** The records of one kind among the rows of a partition, in the order in which they first came. */
export function decodeRows<Item>(kind: RowCodec<Item>, rows: readonly StoredRow[]): Item[] {
  return rows
    .filter(({ rowKey }) => rowKey >= kind.range.from && rowKey < kind.range.below)
    .sort((a, b) => Number(a.order) - Number(b.order))
    .map((row) => kind.fromRow(row));
}

/** The rows of records of one kind. */
export function encodeRows<Item>(
  kind: RowCodec<Item>,
  partition: string,
  items: readonly Item[],
): Row[] {
  return items.map((item) => kind.toRow(partition, item));
}
