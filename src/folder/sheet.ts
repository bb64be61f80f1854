import { normaliseText } from '../domain/normalise-text.ts';
import { ESCAPED } from './escape-formula.ts';

/** Something in a folder that a coordinator has to look at: where it is and what to do about it. */
export interface Fault {
  readonly file: string;
  /** As a spreadsheet or an editor counts: the header is line 1. */
  readonly line?: number;
  readonly column?: string;
  readonly reason: string;
  /** What stands there and may be kept, where somebody may say what it means. */
  readonly cell?: FaultCell;
  /** It follows from the sheets, columns and values that a preview shows. */
  readonly isInPreview?: true;
}

/** A cell by the file and the column that it is read as. */
export interface FaultCell {
  readonly kind: string;
  readonly column: string;
  readonly written: string;
}

/** Why a cell waits until somebody has looked at it; a report lists all such cells together. */
export const MAY_NAME_CHILD =
  'may name a child, or tell who one is. Leave that out; or, if you have looked and it names no child, import again with --names-no-child';

const MAX_NAMED = 10;

/** The first few names of many, for the reason of a fault. */
export function listFirst(names: readonly string[]): string {
  return `${names.slice(0, MAX_NAMED).join(', ')}${names.length > MAX_NAMED ? ' …' : ''}`;
}

/** A line with its cells, as a CSV file or a workbook has it. */
export interface Line {
  readonly line: number;
  readonly cells: readonly string[];
}

/** The cells of a CSV file or of a sheet of a workbook, before anybody knows what they mean. */
export interface Grid {
  readonly file: string;
  readonly lines: readonly Line[];
  /** What was found out while reading it. */
  readonly notes: readonly Fault[];
  /** A sheet that the workbook does not show. */
  readonly isHidden?: boolean;
}

export const EMPTY =
  'is empty: send the sheet that has the table, with a row of column names above it';

/** Whether nothing stands in any cell. */
export const isEmptyGrid = ({ lines }: Grid): boolean =>
  lines.every(({ cells }) => cells.every((cell) => plainText(cell) === ''));

/** A file as it was found, or why it cannot be read. */
export interface ReadGrid {
  readonly grid?: Grid;
  readonly faults: readonly Fault[];
}

/** One row with what stands in its cells, by column; an empty cell is left out. */
export interface SheetRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
  /** Columns of which a part is not written but assumed. */
  readonly assumed?: Readonly<Record<string, 'year' | 'day'>>;
}

/** A CSV file or a sheet of a workbook whose columns are known, its rows not yet checked. */
export interface Sheet {
  readonly file: string;
  readonly columns: readonly string[];
  readonly rows: readonly SheetRow[];
}

/** Which line is the header, and what its columns are called; a column without a name is left out. */
export interface Header {
  /** How many lines are above the rows, those of the header among them. */
  readonly lines: number;
  readonly line: number;
  readonly columns: readonly string[];
}

/** The rows below a header. A row with more cells than the header has columns is refused. */
export function toSheet(
  { file, lines }: Grid,
  header: Header,
): { readonly sheet: Sheet; readonly faults: readonly Fault[] } {
  const { columns } = header;
  const rows = lines
    .slice(header.lines)
    .map(({ line, cells }) => ({ line, cells: cells.map(plainText) }))
    .filter(({ cells }) => cells.some(Boolean));
  const tooLong = new Set(rows.filter(({ cells }) => cells.slice(columns.length).some(Boolean)));
  return {
    sheet: {
      file,
      columns: columns.filter(Boolean),
      rows: rows
        .filter((row) => !tooLong.has(row))
        .map(({ line, cells }) => ({ line, cells: byColumn(columns, cells) })),
    },
    faults: [...tooLong].map(({ line }) => ({
      file,
      line,
      reason: `the row has more cells than there are columns: put text with commas into "quotation marks"`,
    })),
  };
}

/** No-break spaces, which a web page or Word leaves behind. */
const NO_BREAK_SPACES = /[\u00A0\u2007\u202F]/g;

/**
 * Without the space around it, and without the mark by which an export keeps a spreadsheet from
 * running it.
 */
export function plainText(cell: string): string {
  return normaliseText(cell).replace(NO_BREAK_SPACES, ' ').trim().replace(ESCAPED, '');
}

function byColumn(columns: readonly string[], cells: readonly string[]): Record<string, string> {
  const named = columns.map((column, index) => [column, cells[index] ?? ''] as const);
  return Object.fromEntries(named.filter(([column, cell]) => column && cell));
}
