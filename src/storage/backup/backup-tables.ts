import { withoutMetadata } from '../audit/audit-entry.ts';
import { byPartition } from '../audit/audit-log.ts';
import { type VerifiedPartition, verifyPartition } from '../audit/verify-partition.ts';
import type { StoredRow, TableRow } from '../tables/row.ts';
import type { StorageTable } from '../tables/table.ts';

/** One partition and, if it has an audit log, the result of its verification. */
export interface StoredPartition {
  readonly table: string;
  readonly rows: readonly TableRow[];
  readonly verified?: VerifiedPartition;
}

/** All tables as plain rows, for backup and restore. */
export interface BackupTables {
  /** The names of the tables without the prefix. The table that lets people in is the last one. */
  readonly names: readonly string[];
  partitions(): AsyncIterable<StoredPartition>;
  /** Verifies the audit log of a partition that is yet to be restored; other tables have none. */
  verify(table: string, rows: readonly TableRow[]): VerifiedPartition | undefined;
  isEmpty(): Promise<boolean>;
  /** Writes rows of one partition unchanged. */
  restore(table: string, rows: readonly TableRow[]): Promise<void>;
}

/** How often a partition is read again because it was written to meanwhile. */
const MAX_READINGS = 5;

type Tables = Readonly<Record<string, StorageTable>>;

/** `audited` are written through their audit log alone, so each of their rows must be in it. */
export function createBackupTables(audited: Tables, unaudited: Tables): BackupTables {
  const tables = { ...audited, ...unaudited };
  const findTable = (name: string): StorageTable => {
    const table = tables[name];
    if (!table) throw new Error(`There is no table ${name}`);
    return table;
  };

  return {
    names: Object.keys(tables),
    async *partitions() {
      for (const [name, table] of Object.entries(tables)) {
        for await (const [partition, rows] of byPartition(table))
          yield audited[name]
            ? readPartition(name, table, partition, rows)
            : { table: name, rows: rows.map(withoutMetadata) };
      }
    },
    verify(name, rows) {
      const partition = rows[0]?.partitionKey;
      return audited[name] && partition !== undefined
        ? verifyPartition(name, partition, rows as readonly StoredRow[])
        : undefined;
    },
    async isEmpty() {
      for (const table of Object.values(tables)) for await (const _ of table.all()) return false;
      return true;
    },
    async restore(name, rows) {
      await findTable(name).putAll(rows);
    },
  };
}

async function readPartition(
  name: string,
  table: StorageTable,
  partition: string,
  first: readonly StoredRow[],
): Promise<StoredPartition> {
  let rows = first;
  for (let reading = 1; ; reading += 1) {
    const verified = verifyPartition(table.name, partition, rows);
    if (verified.faults.length === 0 || reading === MAX_READINGS)
      return { table: name, rows: rows.map(withoutMetadata), verified };
    rows = await table.range(partition);
  }
}
