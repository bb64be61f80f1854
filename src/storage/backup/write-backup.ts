import { createHash } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { Manifest } from './backup-line.ts';
import type { BackupTables } from './backup-tables.ts';

/**
 * Writes all tables into one file of compressed JSON lines, with a manifest as the last line. The
 * file gets its name only when it is complete, and replaces an existing file.
 */
export async function writeBackup(
  tables: BackupTables,
  file: string,
  at: string,
): Promise<Manifest> {
  const unfinished = `${file}.unfinished`;
  let manifest: Manifest | undefined;
  try {
    await pipeline(
      Readable.from(createLines(tables, at, (written) => (manifest = written))),
      createGzip(),
      createWriteStream(unfinished, { mode: 0o600 }),
    );
    await rename(unfinished, file);
  } catch (error) {
    await rm(unfinished, { force: true });
    throw error;
  }
  if (!manifest) throw new Error('A backup has no manifest');
  return manifest;
}

async function* createLines(
  tables: BackupTables,
  at: string,
  done: (manifest: Manifest) => void,
): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const line = (content: object) => {
    const written = `${JSON.stringify(content)}\n`;
    digest.update(written);
    return written;
  };
  const rows = Object.fromEntries(tables.names.map((table) => [table, 0]));
  const heads: Manifest['heads'][number][] = [];
  yield line({ kind: 'convenor backup', format: 1, at });
  for await (const partition of tables.partitions()) {
    for (const row of partition.rows) yield line({ table: partition.table, row });
    rows[partition.table] = (rows[partition.table] ?? 0) + partition.rows.length;
    const { head, faults = [] } = partition.verified ?? {};
    if (head) heads.push({ ...head, faults: faults.length });
  }
  const manifest = { rows, heads, digest: digest.digest('base64url') };
  done(manifest);
  yield `${JSON.stringify(manifest)}\n`;
}
