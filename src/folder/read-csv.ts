import { isUtf8 } from 'node:buffer';
import { CsvError, parse } from 'csv-parse/sync';
import { type ReadSheet, toSheet } from './sheet.ts';

/**
 * Reads a CSV file: UTF-8 with or without a byte-order mark, any line ends, line breaks inside
 * quotation marks.
 */
export function readCsv(file: string, bytes: Buffer): ReadSheet {
  const wrong = wrongEncoding(file, bytes);
  if (wrong) return { faults: [wrong] };
  const text = bytes.toString('utf8').replace(/^\uFEFF/, '');
  const separator = foreignSeparator(text);
  if (separator) {
    return {
      faults: [
        {
          file,
          line: 1,
          reason: `the columns are separated by ${separator}, not by commas: ${SAVE_AS_CSV}`,
        },
      ],
    };
  }
  return parseLines(file, text);
}

const SAVE_AS_CSV = 'in Excel, save it as “CSV UTF-8 (Comma delimited)”';

function parseLines(file: string, text: string): ReadSheet {
  const lines: { line: number; cells: string[] }[] = [];
  let ended = 0;
  try {
    parse(text, {
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: end }) => {
        lines.push({ line: end - breaksIn(cells), cells });
        ended = end;
        return null;
      },
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    return {
      faults: [
        {
          file,
          line: ended + 1,
          reason: 'a quotation mark is opened or closed in the wrong place in this row',
        },
      ],
    };
  }
  return toSheet(file, lines);
}

function wrongEncoding(
  file: string,
  bytes: Buffer,
): { file: string; line?: number; reason: string } | undefined {
  if (isUtf8(bytes) && !bytes.includes(0)) return undefined;
  const line =
    1 + bytes.subarray(0, firstBadByte(bytes)).filter((byte) => byte === NEW_LINE).length;
  return { file, line, reason: `the file is not UTF-8 text: ${SAVE_AS_CSV}` };
}

const NEW_LINE = 0x0a;

function firstBadByte(bytes: Buffer): number {
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEW_LINE, start) + 1 || bytes.length;
    const line = bytes.subarray(start, end);
    if (!isUtf8(line) || line.includes(0)) return start;
    start = end;
  }
  return bytes.length;
}

function foreignSeparator(text: string): string | undefined {
  const header = /^[^\r\n]*/.exec(text)?.[0] ?? '';
  if (header.includes(',')) return undefined;
  return header.includes(';') ? 'semicolons' : header.includes('\t') ? 'tabs' : undefined;
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
