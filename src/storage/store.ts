import type { Row, StoredRow, Table } from './table.ts';
import { columnsOf, isOfTrail } from './trail.ts';
import { byPartition } from './trails.ts';
import { type VerifiedTrail, verifyTrail } from './verify-trail.ts';

/** One partition as it was read, and what its trail says of it, where it has one. */
export interface StoredPartition {
  readonly table: string;
  readonly rows: readonly Row[];
  readonly verified?: VerifiedTrail;
}

/** Everything that is kept, as rows: what is backed up and restored knows nothing of what they mean. */
export interface Store {
  /** The names of the tables, without the prefix; what lets people in stands last. */
  readonly tables: readonly string[];
  partitions(): AsyncIterable<StoredPartition>;
  isEmpty(): Promise<boolean>;
  /** Writes rows of one partition of a table as they are. */
  restore(table: string, rows: readonly Row[]): Promise<void>;
}

/** A partition that is written to while it is read is read again, so often. */
const MOST_READINGS = 5;

export function createStore(tables: Readonly<Record<string, Table>>): Store {
  const tableNamed = (name: string): Table => {
    const table = tables[name];
    if (!table) throw new Error(`There is no table ${name}`);
    return table;
  };

  return {
    tables: Object.keys(tables),
    async *partitions() {
      for (const [name, table] of Object.entries(tables)) {
        for await (const [partition, rows] of byPartition(table))
          yield whole(name, table, partition, rows);
      }
    },
    async isEmpty() {
      for (const table of Object.values(tables)) for await (const _ of table.all()) return false;
      return true;
    },
    async restore(name, rows) {
      await tableNamed(name).putAll(rows);
    },
  };
}

async function whole(
  name: string,
  table: Table,
  partition: string,
  first: readonly StoredRow[],
): Promise<StoredPartition> {
  let rows = first;
  if (!rows.some(isOfTrail)) return { table: name, rows: rows.map(columnsOf) };
  for (let reading = 1; ; reading += 1) {
    const verified = verifyTrail(table.name, partition, rows);
    if (verified.faults.length === 0 || reading === MOST_READINGS)
      return { table: name, rows: rows.map(columnsOf), verified };
    rows = await table.range(partition);
  }
}
