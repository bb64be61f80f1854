import { appendFile, readFile } from 'node:fs/promises';
import { z } from 'zod';
import type { ExportedHead } from '../storage/audit/audit-log.ts';

const headSchema = z.object({
  at: z.iso.datetime(),
  partition: z.string(),
  sequence: z.int().min(1),
  hash: z.string(),
});

/** Adds a line of JSON for each head, with the time, to a file. What is there already stays. */
export async function appendHeads(
  file: string,
  heads: readonly ExportedHead[],
  at: string,
): Promise<void> {
  await appendFile(file, heads.map((head) => `${JSON.stringify({ at, ...head })}\n`).join(''));
}

/** @throws when a line is not one of {@link appendHeads} */
export async function readHeads(file: string): Promise<ExportedHead[]> {
  const lines = (await readFile(file, 'utf8')).split('\n').filter(Boolean);
  return lines.map((line, index) => {
    const read = z.string().transform(parsed).pipe(headSchema).safeParse(line);
    if (!read.success) throw new Error(`${file}, line ${index + 1} is not an exported head.`);
    return read.data;
  });
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
