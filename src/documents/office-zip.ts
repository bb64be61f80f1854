import { crc32, inflateRawSync } from 'node:zlib';

/** Signatures and sizes of the parts of a zip file (APPNOTE.TXT 4.3). */
const END = { signature: 0x06054b50, bytes: 22 };
const ENTRY = { signature: 0x02014b50, bytes: 46 };
const LOCAL = { signature: 0x04034b50, bytes: 30 };
const STORED = 0;
const DEFLATED = 8;

export interface ZipEntry {
  readonly name: Buffer;
  readonly content: Buffer;
}

/**
 * The wanted entries of an Office document's zip file. What a zip file says of its own sizes is not
 * believed, for a few kilobytes can unpack to gigabytes.
 * @throws for what is no zip file, and when more than so many bytes come out of it
 */
export function unpackEntries(
  zip: Buffer,
  maxBytes: number,
  isWanted: (name: string) => boolean,
): ZipEntry[] {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  const parts: ZipEntry[] = [];
  let left = maxBytes;
  let at = zip.readUInt32LE(end + 16);
  for (let entries = zip.readUInt16LE(end + 10); entries > 0; entries -= 1) {
    if (zip.readUInt32LE(at) !== ENTRY.signature) throw new RangeError('Not an entry');
    const [nameBytes, extraBytes, commentBytes] = [28, 30, 32].map((field) =>
      zip.readUInt16LE(at + field),
    ) as [number, number, number];
    const name = zip.subarray(at + ENTRY.bytes, at + ENTRY.bytes + nameBytes);
    if (isWanted(name.toString())) {
      const content = unpackEntry(zip, at, left);
      if (content.length !== zip.readUInt32LE(at + 24)) throw new RangeError('Not as it says');
      left -= content.length;
      parts.push({ name, content });
    }
    at += ENTRY.bytes + nameBytes + extraBytes + commentBytes;
  }
  return parts;
}

function unpackEntry(zip: Buffer, entry: number, maxBytes: number): Buffer {
  const local = zip.readUInt32LE(entry + 42);
  if (zip.readUInt32LE(local) !== LOCAL.signature) throw new RangeError('Not an entry');
  const start = local + LOCAL.bytes + zip.readUInt16LE(local + 26) + zip.readUInt16LE(local + 28);
  const packed = zip.subarray(start, start + zip.readUInt32LE(entry + 20));
  const method = zip.readUInt16LE(entry + 10);
  if (method === DEFLATED) return inflateRawSync(packed, { maxOutputLength: maxBytes });
  if (method !== STORED || packed.length > maxBytes) throw new RangeError('Not to be unpacked');
  return packed;
}

/** A zip file of them, without compression: whoever reads it gets no more than was counted. */
export function packEntries(parts: readonly ZipEntry[]): Buffer {
  const files: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const { name, content } of parts) {
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt32LE(crc32(content), 10);
    shared.writeUInt32LE(content.length, 14);
    shared.writeUInt32LE(content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const entry = Buffer.alloc(ENTRY.bytes);
    entry.writeUInt32LE(ENTRY.signature, 0);
    shared.copy(entry, 6);
    entry.writeUInt32LE(offset, 42);
    directory.push(entry, name);
    files.push(signed(LOCAL.signature), shared, name, content);
    offset += LOCAL.bytes + name.length + content.length;
  }
  const end = Buffer.alloc(END.bytes);
  end.writeUInt32LE(END.signature, 0);
  end.writeUInt16LE(parts.length, 8);
  end.writeUInt16LE(parts.length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...files, ...directory, end]);
}

function signed(signature: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(signature);
  return bytes;
}
