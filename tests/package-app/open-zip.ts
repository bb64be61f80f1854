import { buffer } from 'node:stream/consumers';
import yauzl from 'yauzl';

export interface Entry {
  readonly name: string;
  readonly content: Buffer;
  readonly modified: Date;
}

/** All files of a zip file in their order, read by a library that did not write them. */
export async function openZip(zip: Uint8Array): Promise<Entry[]> {
  const file = await yauzl.fromBufferPromise(Buffer.from(zip));
  const entries: Entry[] = [];
  for await (const entry of file.eachEntry()) {
    const content = await buffer(await file.openReadStreamPromise(entry));
    entries.push({ name: entry.fileName, content, modified: entry.getLastModDate() });
  }
  return entries;
}
