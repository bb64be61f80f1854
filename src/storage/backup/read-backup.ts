import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createGunzip } from 'node:zlib';
import type { z } from 'zod';
import {
  type BackupRow,
  headerSchema,
  type Manifest,
  manifestSchema,
  rowSchema,
  UnusableBackup,
} from './backup-line.ts';

/** A row has at most 1 MiB in storage. */
const MAX_LINE_LENGTH = 8 * 1024 * 1024;

/**
 * Reads a backup row by row. At the end it checks the digest and passes the manifest to `atEnd`.
 * @throws UnusableBackup for a file that is none, was damaged, or ends too early
 */
export async function* readBackup(
  file: string,
  atEnd: (manifest: Manifest) => void,
): AsyncGenerator<BackupRow> {
  const digest = createHash('sha256');
  let previous: string | undefined;
  let count = 0;
  for await (const line of readLines(file)) {
    if (previous !== undefined) {
      digest.update(`${previous}\n`);
      if (count === 0) parseLine(headerSchema, previous, 'This is not a backup of Convenor.');
      else yield parseLine(rowSchema, previous, `The backup cannot be read at line ${count + 1}.`);
      count += 1;
    }
    previous = line;
  }
  if (previous === undefined || count === 0)
    throw new UnusableBackup('This is not a backup of Convenor.');
  const manifest = parseLine(manifestSchema, previous, 'The backup is not whole: it has no end.');
  if (manifest.digest !== digest.digest('base64url'))
    throw new UnusableBackup('The backup was damaged or changed.');
  atEnd(manifest);
}

async function* readLines(file: string): AsyncGenerator<string> {
  const unpacked = createGunzip();
  createReadStream(file)
    .on('error', (error) => unpacked.destroy(error))
    .pipe(unpacked);
  // The beginning of a line in pieces, each looked through once, however long the line is.
  let begun: string[] = [];
  let length = 0;
  try {
    for await (const chunk of unpacked.setEncoding('utf8')) {
      const [end, ...lines] = (chunk as string).split('\n');
      begun.push(end ?? '');
      length += end?.length ?? 0;
      const next = lines.pop();
      if (next !== undefined) {
        yield begun.join('');
        yield* lines;
        begun = [next];
        length = next.length;
      }
      if (length > MAX_LINE_LENGTH) throw new UnusableBackup('This is not a backup of Convenor.');
    }
  } catch (error) {
    if (/^Z_|^ERR_/.test((error as NodeJS.ErrnoException).code ?? ''))
      throw new UnusableBackup('The backup was damaged or cut off.');
    throw error;
  }
  if (length > 0) throw new UnusableBackup('The backup is not whole: it has no end.');
}

function parseLine<Schema extends z.ZodType>(
  schema: Schema,
  line: string,
  otherwise: string,
): z.output<Schema> {
  try {
    return schema.parse(JSON.parse(line));
  } catch {
    throw new UnusableBackup(otherwise);
  }
}
