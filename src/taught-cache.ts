import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, constants } from 'node:zlib';
import type { Messages } from './contract/intent-grammar.ts';
import type { TaughtModel } from './understanding/classifier/intent-model.ts';
import type { TaughtCache } from './understanding/create-reader.ts';

const UNDERSTANDING = new URL('understanding/', import.meta.url).pathname;
/** Where tools of Node keep what they can make again. */
const FOLDER = new URL('../node_modules/.cache/convenor/', import.meta.url).pathname;
/** A bundle brings what its reader has learned, and neither messages nor code to learn it from anew. */
const SHIPPED = new URL('taught/', import.meta.url).pathname;

/**
 * Keeps what the reader learned in a file, under 2 MB, named after all that it was learned from: the
 * messages and the code of `understanding/`. A file that cannot be read is learned again, and one
 * that cannot be written is done without.
 */
export function createTaughtCache(messages: readonly Messages[], folder = FOLDER): TaughtCache {
  const path = existsSync(SHIPPED)
    ? join(SHIPPED, readdirSync(SHIPPED)[0] ?? '')
    : join(folder, `taught-${fingerprint(messages)}`);
  return {
    load() {
      try {
        return parse(brotliDecompressSync(readFileSync(path)));
      } catch {
        return undefined;
      }
    },
    save(taught) {
      try {
        mkdirSync(folder, { recursive: true });
        const temporary = `${path}.${process.pid}`;
        writeFileSync(temporary, compress(format(taught)));
        renameSync(temporary, path);
      } catch {
        // Read-only disks exist; the next start learns again.
      }
    },
  };
}

function fingerprint(messages: readonly Messages[]): string {
  const hash = createHash('sha256').update(JSON.stringify(messages));
  for (const name of readdirSync(UNDERSTANDING, { recursive: true, encoding: 'utf8' }).sort())
    if (/\.(ts|json)$/.test(name)) hash.update(readFileSync(join(UNDERSTANDING, name)));
  return hash.digest('hex').slice(0, 16);
}

const compress = (bytes: Uint8Array): Uint8Array =>
  brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });

/** The weights stand behind a line of JSON with all the rest. */
function format({ weights, ...rest }: TaughtModel): Uint8Array {
  return Buffer.concat([Buffer.from(`${JSON.stringify(rest)}\n`), Buffer.from(weights.buffer)]);
}

function parse(bytes: Buffer): TaughtModel {
  const end = bytes.indexOf('\n');
  const weights = new Int8Array(bytes.subarray(end + 1));
  return { ...JSON.parse(bytes.subarray(0, end).toString()), weights };
}
