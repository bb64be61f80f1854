import { constants } from 'node:fs';
import { open } from 'node:fs/promises';

const MAX_MEGABYTES = 50;
const MAX_BYTES = MAX_MEGABYTES * 1024 * 1024;
/** A link is not followed, a pipe is not waited for; other systems than Unix have neither. */
const HOW = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

/**
 * Reads a plain file of at most 50 MB, counting what is really read: the size that is declared may
 * be another, or change meanwhile. Answers why it cannot be read otherwise.
 */
export async function readPlainFile(path: string): Promise<Buffer | { readonly reason: string }> {
  try {
    const file = await open(path, HOW);
    try {
      const { size } = await file.stat().then((found) => (found.isFile() ? found : { size: -1 }));
      if (size < 0) return { reason: NOT_PLAIN };
      const chunks: Buffer[] = [];
      let read = 0;
      for await (const chunk of file.createReadStream({ autoClose: false, end: MAX_BYTES })) {
        chunks.push(chunk as Buffer);
        read += (chunk as Buffer).length;
      }
      const megabytes = Math.ceil(Math.max(size, read) / 1024 / 1024);
      return read > MAX_BYTES
        ? {
            reason: `is ${megabytes} MB, and ${MAX_MEGABYTES} MB is the limit: is it the right file?`,
          }
        : Buffer.concat(chunks);
    } finally {
      await file.close();
    }
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { reason: MISSING };
    if (code === 'ELOOP' || code === 'ENXIO') return { reason: NOT_PLAIN };
    return { reason: `cannot be read: ${message}` };
  }
}

/** Why a file that is not there cannot be read. */
export const MISSING = 'is missing: every partnership folder has one';

const NOT_PLAIN =
  'cannot be read: it is no plain file but a folder, a link or the like; put the file itself there';
