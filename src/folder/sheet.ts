import { normaliseText } from '../domain/normalise-text.ts';
import { ESCAPED } from './escape-formula.ts';

/** Something in a folder that a coordinator has to look at: where it is and what to do about it. */
export interface Fault {
  readonly file: string;
  /** As a spreadsheet or an editor counts: the header is line 1. */
  readonly line?: number;
  readonly column?: string;
  readonly reason: string;
}

/** Why a cell waits until somebody has looked at it; a report lists all such cells together. */
export const MAY_NAME_CHILD =
  'may name a child, or tell who one is. Leave that out; or, if you have looked and it names no child, import again with --names-no-child';

/** One row with what stands in its cells, by column; an empty cell is left out. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

/** A CSV file or a sheet of a workbook, not yet checked. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/**
 * A file as it was found; `faults` are about the file as a whole, or rows that are no rows of it.
 */
export interface ReadSheet {
  readonly sheet?: Sheet;
  readonly faults: readonly Fault[];
}

/** Lines with their cells, as a CSV file or a workbook has them, the header first. */
export type Lines = readonly { readonly line: number; readonly cells: readonly string[] }[];

/**
 * Reads the first line as the header. A row with more cells than the header has columns is refused.
 */
export function toSheet(file: string, lines: Lines): ReadSheet {
  const [header, ...rest] = lines;
  if (!header)
    return {
      faults: [
        { file, reason: 'the file is empty: it needs at least the row with the column names' },
      ],
    };
  const columns = header.cells.map((cell) => normaliseText(cell).trim());
  const twice = columns.find((column, index) => column !== '' && columns.indexOf(column) !== index);
  if (twice) {
    return {
      faults: [
        {
          file,
          line: header.line,
          column: twice,
          reason: `the column “${twice}” is there twice: remove one`,
        },
      ],
    };
  }
  const rows = rest
    .map(({ line, cells }) => ({ line, cells: cells.map(plainText) }))
    .filter(hasContent);
  const tooLong = rows.filter(({ cells }) => cells.slice(columns.length).some(Boolean));
  return {
    sheet: {
      file,
      columns: columns.filter(Boolean),
      rows: rows
        .filter((row) => !tooLong.includes(row))
        .map(({ line, cells }) => ({ line, cells: byColumn(columns, cells) })),
    },
    faults: tooLong.map(({ line }) => ({
      file,
      line,
      reason: `the row has more cells than there are columns: put text with commas into "quotation marks"`,
    })),
  };
}

/**
 * Without the space around it, and without the mark by which an export keeps a spreadsheet from
 * running it.
 */
function plainText(cell: string): string {
  return normaliseText(cell).trim().replace(ESCAPED, '');
}

function hasContent({ cells }: { cells: readonly string[] }): boolean {
  return cells.some(Boolean);
}

function byColumn(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const named = columns.map((column, index) => [column, cells[index] ?? ''] as const);
  return Object.fromEntries(named.filter(([column, cell]) => column && cell));
}
