import { isDeepStrictEqual } from 'node:util';
import type { TableRow } from '../tables/row.ts';
import { type Manifest, UnusableBackup } from './backup-line.ts';
import type { BackupTables } from './backup-tables.ts';
import { readBackup } from './read-backup.ts';

/**
 * Puts a backup into a store in which there is nothing. The file is read through first, so that
 * nothing of a damaged one is written; what lets people in is restored last; and in the end
 * everything is read again and compared.
 * @throws UnusableBackup when the file is unusable, the store not empty, or what was restored is
 * not what the file says
 */
export async function restoreBackup(tables: BackupTables, file: string): Promise<Manifest> {
  const manifest = await checkBackup(tables, file);
  if (!(await tables.isEmpty()))
    throw new UnusableBackup(
      'There is something in this storage already: restore into an empty one.',
    );
  for await (const [table, rows] of readPartitions(file)) await tables.restore(table, rows);
  const restored = await readStored(tables);
  if (!isDeepStrictEqual(restored, { rows: manifest.rows, heads: byPartition(manifest.heads) }))
    throw new UnusableBackup('What was restored is not what the backup says: do not use it.');
  return manifest;
}

async function checkBackup(tables: BackupTables, file: string): Promise<Manifest> {
  const counted: Record<string, number> = Object.fromEntries(
    tables.names.map((table) => [table, 0]),
  );
  let manifest: Manifest | undefined;
  for await (const { table } of readBackup(file, (read) => (manifest = read))) {
    if (counted[table] === undefined)
      throw new UnusableBackup(`The backup has a table ${table}, which is not known here.`);
    counted[table] += 1;
  }
  if (!manifest) throw new UnusableBackup('The backup is not whole: it has no end.');
  const expected = {
    ...Object.fromEntries(tables.names.map((table) => [table, 0])),
    ...manifest.rows,
  };
  if (!isDeepStrictEqual(counted, expected))
    throw new UnusableBackup('The backup has not as many rows as it says.');
  return { ...manifest, rows: expected };
}

/** The rows of a backup, partition by partition. */
async function* readPartitions(file: string): AsyncGenerator<[table: string, rows: TableRow[]]> {
  let table = '';
  let rows: TableRow[] = [];
  for await (const read of readBackup(file, () => {})) {
    if (rows[0] && (read.table !== table || read.row.partitionKey !== rows[0].partitionKey)) {
      yield [table, rows];
      rows = [];
    }
    table = read.table;
    rows.push(read.row);
  }
  if (rows.length > 0) yield [table, rows];
}

async function readStored(tables: BackupTables): Promise<Pick<Manifest, 'rows' | 'heads'>> {
  const rows = Object.fromEntries(tables.names.map((table) => [table, 0]));
  const heads: Manifest['heads'][number][] = [];
  for await (const partition of tables.partitions()) {
    rows[partition.table] = (rows[partition.table] ?? 0) + partition.rows.length;
    const { head, faults = [] } = partition.verified ?? {};
    if (head) heads.push({ ...head, faults: faults.length });
  }
  return { rows, heads: byPartition(heads) };
}

const byPartition = (heads: Manifest['heads']) =>
  heads.toSorted((a, b) => a.partition.localeCompare(b.partition));
