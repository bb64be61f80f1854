import { isUtf8 } from 'node:buffer';

/** The text of a file, and what was found out about how it was written. */
export interface DecodedText {
  readonly text: string;
  /** What a person should know of it; nothing where the file is plain UTF-8. */
  readonly note?: string;
}

/**
 * Decodes text as spreadsheets write it: UTF-8 with or without a byte-order mark, UTF-16, or
 * Windows-1252. `undefined` for what is no text.
 */
export function decodeText(bytes: Buffer): DecodedText | undefined {
  const encoding = detectEncoding(bytes);
  const text = new TextDecoder(encoding).decode(bytes);
  if (text.includes('\0')) return undefined;
  const repaired = repairText(text);
  const notes = [
    ...(encoding === 'utf-8' ? [] : [`is not UTF-8; it was read as ${NAMES[encoding]}`]),
    ...(repaired === text
      ? []
      : [
          'had characters broken by an earlier wrong opening (such as â€™ for ’); they were put right',
        ]),
    ...(/â€/.test(repaired)
      ? ['has broken characters (â€) that cannot be put right: correct them in the spreadsheet']
      : []),
  ];
  return { text: repaired, ...(notes.length > 0 && { note: notes.join('; ') }) };
}

type Encoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

const NAMES: Readonly<Record<Encoding, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16 (“Unicode text”)',
  'utf-16be': 'UTF-16 (“Unicode text”)',
  'windows-1252': 'Windows-1252, the older encoding of Excel',
};

function detectEncoding(bytes: Buffer): Encoding {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  // Every second byte of plain English in UTF-16 is nought.
  const start = bytes.subarray(0, 200);
  const noughts = (odd: number) => start.filter((byte, at) => byte === 0 && at % 2 === odd).length;
  if (noughts(1) * 4 > start.length) return 'utf-16le';
  if (noughts(0) * 4 > start.length) return 'utf-16be';
  return isUtf8(bytes) ? 'utf-8' : 'windows-1252';
}

const WINDOWS_1252 = new Map(
  Array.from({ length: 128 }, (_, at) => [
    new TextDecoder('windows-1252').decode(Uint8Array.of(128 + at)),
    128 + at,
  ]),
);

/** UTF-8 that was once opened as Windows-1252 and saved so: what decodes again was broken by that. */
function repairText(text: string): string {
  return text.replace(/[^\0-\x7f]{2,}/g, (run) => {
    const bytes = Array.from(run, (character) => WINDOWS_1252.get(character));
    if (bytes.some((byte) => byte === undefined)) return run;
    const original = Buffer.from(bytes as number[]);
    return isUtf8(original) ? original.toString('utf8') : run;
  });
}
