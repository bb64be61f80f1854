import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ExportedHead } from '../storage/audit/audit-log.ts';

const headSchema = z.object({
  at: z.iso.datetime(),
  partition: z.string(),
  sequence: z.int().min(1),
  hash: z.string(),
});

const backupSchema = z.object({ at: z.iso.datetime(), backup: z.string().min(1) });
const lineSchema = z.union([headSchema, backupSchema]);

/** Adds a line of JSON for each head, with the time, to a file. What is there already stays. */
export async function appendHeads(
  file: string,
  heads: readonly ExportedHead[],
  at: string,
): Promise<void> {
  await appendFile(file, heads.map((head) => `${JSON.stringify({ at, ...head })}\n`).join(''));
}

/** Adds a line with the digest of a backup, with the time at which it was made. */
export async function appendBackup(file: string, backup: string, at: string): Promise<void> {
  await appendFile(file, `${JSON.stringify({ at, backup })}\n`);
}

/** What was noted away from the records. */
export interface HeadFile {
  readonly heads: readonly ExportedHead[];
  /** The digests of backups. */
  readonly backups: readonly string[];
}

/** @throws when a line is neither of {@link appendHeads} nor of {@link appendBackup} */
export async function readHeads(file: string): Promise<HeadFile> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  const read = lines.map((line, index) => {
    const noted = z.string().transform(parsed).pipe(lineSchema).safeParse(line);
    if (!noted.success) throw new Error(`${file}, line ${index + 1} is not an exported head.`);
    return noted.data;
  });
  return {
    heads: read.filter((each) => 'hash' in each),
    backups: read.flatMap((each) => ('backup' in each ? [each.backup] : [])),
  };
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
