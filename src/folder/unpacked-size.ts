const END_OF_DIRECTORY = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const END_BYTES = 22;
const ENTRY_BYTES = 46;

/**
 * How many bytes a zip file says that it unpacks to, `undefined` when it is no zip file. A few
 * megabytes can claim gigabytes (APPNOTE.TXT 4.3.12 and 4.3.16).
 */
export function unpackedSize(zip: Buffer): number | undefined {
  const end = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 0x05, 0x06]));
  if (end < 0 || end + END_BYTES > zip.length || zip.readUInt32LE(end) !== END_OF_DIRECTORY)
    return undefined;
  let size = 0;
  for (
    let at = zip.readUInt32LE(end + 16), left = zip.readUInt16LE(end + 10);
    left > 0;
    left -= 1
  ) {
    if (at + ENTRY_BYTES > zip.length || zip.readUInt32LE(at) !== DIRECTORY_ENTRY) return undefined;
    size += zip.readUInt32LE(at + 24);
    at +=
      ENTRY_BYTES +
      zip.readUInt16LE(at + 28) +
      zip.readUInt16LE(at + 30) +
      zip.readUInt16LE(at + 32);
  }
  return size;
}
