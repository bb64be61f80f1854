import { CsvError, parse } from 'csv-parse/sync';
import { decodeText } from './decode-text.ts';
import { explainFile, isZip } from './explain-file.ts';
import type { Fault, Line, ReadGrid } from './sheet.ts';

/**
 * Reads a CSV file as a spreadsheet writes it: any encoding and line ends, commas, semicolons or
 * tabs between the columns, a line `sep=` that says which, line breaks inside quotation marks.
 */
export function readCsv(file: string, bytes: Buffer): ReadGrid {
  const refuse = (reason: string, line?: number): ReadGrid => ({
    faults: [{ file, ...(line && { line }), reason }],
  });
  const explained = explainFile(bytes);
  if (explained) return refuse(explained);
  if (isZip(bytes)) return refuse('is an Excel workbook: give its name the ending .xlsx');
  const decoded = decodeText(bytes);
  if (!decoded) return refuse(`is no text: in Excel, save it as “CSV UTF-8 (Comma delimited)”`);
  const text = decoded.text.replace(/^\uFEFF/, '');
  const [declaration = '', declared] = /^"?sep=(.)"?[^\r\n]*(?:\r\n|\r|\n|$)/i.exec(text) ?? [];
  const table = text.slice(declaration.length);
  try {
    const lines = parseLines(table, declared ?? findSeparator(table), declaration ? 1 : 0);
    const notes: Fault[] = decoded.note ? [{ file, reason: decoded.note }] : [];
    return { grid: { file, lines, notes }, faults: [] };
  } catch (error) {
    if (!(error instanceof MisplacedQuote)) throw error;
    return refuse(
      'a quotation mark is opened or closed in the wrong place in this row',
      error.line,
    );
  }
}

class MisplacedQuote extends Error {
  readonly line: number;
  constructor(line: number) {
    super('A quotation mark is in the wrong place');
    this.line = line;
  }
}

/** @throws MisplacedQuote */
function parseLines(text: string, delimiter: string, linesBefore: number): Line[] {
  const lines: Line[] = [];
  let ended = 0;
  try {
    parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: true,
      on_record: (cells: string[], { lines: end }) => {
        lines.push({ line: linesBefore + end - breaksIn(cells), cells });
        ended = end;
        return null;
      },
    });
    return lines;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    throw new MisplacedQuote(linesBefore + ended + 1);
  }
}

const SEPARATORS = [',', ';', '\t', '|'];
const MAX_LINES_LOOKED_AT = 30;

/** What stands between the columns: what most of the first lines have equally often. */
function findSeparator(text: string): string {
  const lines = text
    .slice(0, 50_000)
    .replace(/"[^"]*"/g, '')
    .split(/\r\n|\r|\n/, MAX_LINES_LOOKED_AT);
  const ranked = SEPARATORS.map((separator) => {
    const counts = new Map<number, number>();
    for (const line of lines) {
      const count = line.split(separator).length - 1;
      if (count > 0) counts.set(count, (counts.get(count) ?? 0) + 1);
    }
    return { separator, weight: Math.max(0, ...[...counts].map(([count, of]) => count * of)) };
  });
  return ranked.reduce((best, each) => (each.weight > best.weight ? each : best)).separator;
}

function breaksIn(cells: readonly string[]): number {
  return cells.reduce((sum, cell) => sum + (cell.match(/\r\n|\r|\n/g)?.length ?? 0), 0);
}
