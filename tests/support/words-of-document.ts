import { inflateRawSync } from 'node:zlib';

const LOCAL_FILE = 0x04034b50;
const IN_DIRECTORY = 0x02014b50;
const END = 0x06054b50;

/** The words of a Word document, as a reader of the file would find them: unzipped, without its tags. */
export function wordsOfDocument(file: Uint8Array): string {
  const xml = readZipEntry(Buffer.from(file), 'word/document.xml').toString('utf8');
  const text = xml.replaceAll(/<\/w:p>/g, '\n').replaceAll(/<[^>]+>/g, '');
  return text
    .replaceAll('&apos;', "'")
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&amp;', '&');
}

/** One file of a zip archive, found by the directory at its end. */
function readZipEntry(zip: Buffer, wanted: string): Buffer {
  let end = zip.length - 22;
  while (zip.readUInt32LE(end) !== END) end -= 1;
  let at = zip.readUInt32LE(end + 16);
  while (zip.readUInt32LE(at) === IN_DIRECTORY) {
    const [nameLength, extraLength, commentLength] = [28, 30, 32].map((offset) =>
      zip.readUInt16LE(at + offset),
    ) as [number, number, number];
    const name = zip.toString('utf8', at + 46, at + 46 + nameLength);
    if (name === wanted)
      return contentAt(zip, zip.readUInt32LE(at + 42), zip.readUInt32LE(at + 20));
    at += 46 + nameLength + extraLength + commentLength;
  }
  throw new Error(`The document has no ${wanted}`);
}

function contentAt(zip: Buffer, start: number, size: number): Buffer {
  if (zip.readUInt32LE(start) !== LOCAL_FILE) throw new Error('The document is no zip archive');
  const from = start + 30 + zip.readUInt16LE(start + 26) + zip.readUInt16LE(start + 28);
  const content = zip.subarray(from, from + size);
  return zip.readUInt16LE(start + 8) === 0 ? content : inflateRawSync(content);
}
