import { isDeepStrictEqual } from 'node:util';
import { isCarriable } from '../../domain/normalise-text.ts';
import type { AuditFault } from '../audit/verify-partition.ts';
import type { TableRow } from '../tables/row.ts';
import { type Manifest, UnusableBackup } from './backup-line.ts';
import type { BackupTables } from './backup-tables.ts';
import { readBackup } from './read-backup.ts';

/** How sure one wants to be of a file before it is restored. */
export interface RestoreOptions {
  /** The digests of backups as they were noted away from them; without it none is compared. */
  readonly anchored?: readonly string[];
  /** Restores although the audit log in the file has faults, for a storage that had them before. */
  readonly acceptFaults?: boolean;
}

/**
 * Puts a backup into a store in which there is nothing. The file is read through first and its audit
 * logs are verified, so that nothing of a damaged or forged one is written; what lets people in is
 * restored last; and in the end everything is read again and compared.
 * @throws UnusableBackup when the file is unusable, not one that was noted, the store not empty, or
 * what was restored is not what the file says
 */
export async function restoreBackup(
  tables: BackupTables,
  file: string,
  { anchored, acceptFaults = false }: RestoreOptions = {},
): Promise<Manifest> {
  const { manifest, faults, heads } = await checkBackup(tables, file);
  if (anchored && !anchored.includes(manifest.digest))
    throw new UnusableBackup(
      'The backup is none of those that were noted when they were made: it was changed afterwards, or it belongs to other heads. Nothing was written.',
    );
  if (faults.length > 0 && !acceptFaults)
    throw new UnusableBackup(
      [
        'The audit log in the backup does not verify, so it was changed. Nothing was written.',
        ...faults.slice(0, MAX_FAULTS).map(({ partition, what }) => `  ${partition}: ${what}`),
        ...(faults.length > MAX_FAULTS ? [`  … and ${faults.length - MAX_FAULTS} more`] : []),
      ].join('\n'),
    );
  if (!isDeepStrictEqual(byPartition(manifest.heads), heads))
    throw new UnusableBackup(
      'The audit logs in the backup do not end where its manifest says. Nothing was written.',
    );
  if (!(await tables.isEmpty()))
    throw new UnusableBackup(
      'There is something in this storage already: restore into an empty one.',
    );
  for await (const [table, rows] of readPartitions(file)) await tables.restore(table, rows);
  const restored = await readStored(tables);
  if (!isDeepStrictEqual(restored, { rows: manifest.rows, heads }))
    throw new UnusableBackup('What was restored is not what the backup says: do not use it.');
  return manifest;
}

const MAX_FAULTS = 20;

interface CheckedBackup {
  readonly manifest: Manifest;
  readonly heads: Manifest['heads'];
  readonly faults: readonly AuditFault[];
}

/** Reads the whole file: what it says of itself, and the audit logs in it with what is wrong with them. */
async function checkBackup(tables: BackupTables, file: string): Promise<CheckedBackup> {
  const none = Object.fromEntries(tables.names.map((table) => [table, 0]));
  const counted = { ...none };
  const faults: AuditFault[] = [];
  const heads: Manifest['heads'][number][] = [];
  const seen = new Set<string>();
  let manifest: Manifest | undefined;
  for await (const [table, rows] of readPartitions(file, (read) => (manifest = read))) {
    if (counted[table] === undefined)
      throw new UnusableBackup(`The backup has a table ${table}, which is not known here.`);
    counted[table] += rows.length;
    refuseDuplicates(seen, table, rows);
    const verified = tables.verify(table, rows);
    if (verified?.head) heads.push({ ...verified.head, faults: verified.faults.length });
    faults.push(...(verified?.faults ?? []), ...findUncarriable(rows));
  }
  if (!manifest) throw new UnusableBackup('The backup is not whole: it has no end.');
  const expected = { ...none, ...manifest.rows };
  if (!isDeepStrictEqual(counted, expected))
    throw new UnusableBackup('The backup does not have as many rows as its manifest says.');
  return { manifest: { ...manifest, rows: expected }, heads: byPartition(heads), faults };
}

/** A backup holds each partition once, and each of its rows once: a second one could replace the first. */
function refuseDuplicates(seen: Set<string>, table: string, rows: readonly TableRow[]): void {
  const partition = `${table} ${rows[0]?.partitionKey}`;
  if (seen.has(partition) || new Set(rows.map(({ rowKey }) => rowKey)).size < rows.length)
    throw new UnusableBackup(`The backup holds rows of ${partition} twice.`);
  seen.add(partition);
}

/** Whatever came in by the front door is normalised: other characters were put in afterwards. */
function findUncarriable(rows: readonly TableRow[]): AuditFault[] {
  return rows
    .filter((row) =>
      Object.values(row).some((value) => typeof value === 'string' && !isCarriable(value)),
    )
    .map(({ partitionKey, rowKey }) => ({
      partition: partitionKey,
      what: `the row ${JSON.stringify(rowKey)} holds characters that no file can carry`,
    }));
}

/** The rows of a backup, partition by partition. */
async function* readPartitions(
  file: string,
  atEnd: (manifest: Manifest) => void = () => {},
): AsyncGenerator<[table: string, rows: TableRow[]]> {
  let table = '';
  let rows: TableRow[] = [];
  for await (const read of readBackup(file, atEnd)) {
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
