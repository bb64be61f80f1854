import { Worker } from 'node:worker_threads';
import { explainFile } from './explain-file.ts';
import type { Fault, Grid, Line } from './sheet.ts';
import type { CellColour } from './workbook-facts.ts';
import type { UnpackedSheet, WorkbookTask } from './workbook-worker.ts';

const MAX_SECONDS = 30;
const MAX_MEGABYTES = 512;
const MAX_UNPACKED_MEGABYTES = 200;

/** What a workbook holds: its sheets by name, or why it cannot be read. */
export type ReadWorkbook =
  | { readonly sheets: ReadonlyMap<string, Grid> }
  | { readonly fault: Fault };

/**
 * Reads the sheets of a workbook. It is unpacked in a thread of its own, with limits of time and
 * memory, so that a damaged or hostile file can only fail.
 */
export async function readWorkbook(
  file: string,
  bytes: Buffer,
  maxUnpackedMegabytes = MAX_UNPACKED_MEGABYTES,
): Promise<ReadWorkbook> {
  const explained = explainFile(bytes);
  if (explained) return { fault: { file, reason: explained } };
  try {
    const sheets = await unpackInWorker(bytes, maxUnpackedMegabytes);
    return { sheets: new Map(sheets.map((sheet) => [sheet.sheet.trim(), toGrid(file, sheet)])) };
  } catch (error) {
    if (isTooLarge(error))
      return {
        fault: {
          file,
          reason: `holds more than ${maxUnpackedMegabytes} MB once it is unpacked: is it the right file? If so, delete what is not needed, or send it in parts`,
        },
      };
    return {
      fault: {
        file,
        reason:
          'the workbook cannot be read: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
      },
    };
  }
}

/** Zlib stops where more comes out than may; what an error has besides its message is lost between threads. */
const isTooLarge = (error: unknown): boolean =>
  error instanceof Error && /larger than \d+ bytes/.test(error.message);

async function unpackInWorker(bytes: Buffer, maxMegabytes: number): Promise<UnpackedSheet[]> {
  const worker = new Worker(new URL('./workbook-worker.ts', import.meta.url), {
    workerData: { bytes, maxBytes: maxMegabytes * 1024 * 1024 } satisfies WorkbookTask,
    execArgv: [],
    resourceLimits: { maxOldGenerationSizeMb: MAX_MEGABYTES },
  });
  try {
    return await new Promise((read, failed) => {
      setTimeout(() => failed(new Error('Reading took too long')), MAX_SECONDS * 1000).unref();
      worker.once('message', read);
      worker.once('error', failed);
      worker.once('exit', () => failed(new Error('Nothing was read')));
    });
  } finally {
    await worker.terminate();
  }
}

function toGrid(
  book: string,
  { sheet, data, merges = [], colours = [], ...facts }: UnpackedSheet,
): Grid {
  const file = `${book} sheet ${sheet}`;
  const lines = data.map((cells, index): Line & { cells: string[] } => ({
    line: index + 1,
    cells: cells.map(cellText),
  }));
  for (const { column, from, to } of merges) carryDown(lines, column, from, to);
  const coloured = nameColours(lines, colours);
  const { isHidden = false, hiddenRows = 0, hiddenColumns = 0, comments = 0 } = facts;
  const reasons: (string | false)[] = [
    isHidden && 'is hidden in the workbook; it was read all the same',
    hiddenRows > 0 && describeHidden(hiddenRows, 'row'),
    hiddenColumns > 0 && describeHidden(hiddenColumns, 'column'),
    comments > 0 &&
      `has ${comments} ${comments === 1 ? 'comment on a cell' : 'comments on its cells'}, not read: write what matters into a column`,
  ];
  if (coloured > 0)
    reasons.push(
      `has ${coloured} ${coloured === 1 ? 'cell' : 'cells'} that ${coloured === 1 ? 'says' : 'say'} how far something is by colour alone; the name of the colour was read there`,
    );
  const notes = reasons.flatMap((reason) => (reason ? [{ file, reason }] : []));
  return { file, lines, notes, isHidden };
}

const describeHidden = (count: number, noun: string): string =>
  count === 1
    ? `has 1 hidden ${noun}; it was read too`
    : `has ${count} hidden ${noun}s; they were read too`;

const OF_COLOURS = /\b(b?rag|status|rating|progress|colou?r|traffic lights?)\b/i;

/**
 * Writes the name of a colour into the empty cells that have one, in a column whose heading speaks
 * of colours or of a status; how many there are.
 */
function nameColours(
  lines: readonly { cells: string[] }[],
  colours: readonly CellColour[],
): number {
  const named = colours.filter(({ row, column }) => {
    const above = lines.slice(0, row).map(({ cells }) => cells[column] ?? '');
    return !lines[row]?.cells[column] && above.some((cell) => OF_COLOURS.test(cell));
  });
  for (const { row, column, word } of named) {
    const { cells } = lines[row] ?? {};
    if (cells) cells[column] = word;
  }
  return named.length;
}

/** A merged cell says the same for each of the rows that it covers. */
function carryDown(
  lines: readonly { cells: string[] }[],
  column: number,
  from: number,
  to: number,
): void {
  const text = lines[from]?.cells[column];
  if (text) for (const { cells } of lines.slice(from + 1, to + 1)) cells[column] ||= text;
}

/**
 * Excel's dates carry no zone and arrive as UTC: a date alone is a day, one with a time of day is a
 * local time.
 */
function cellText(cell: unknown): string {
  if (cell === null || cell === undefined) return '';
  if (!(cell instanceof Date) || Number.isNaN(cell.getTime())) return String(cell);
  const text = new Date(Math.round(cell.getTime() / 60_000) * 60_000).toISOString();
  return text.endsWith('T00:00:00.000Z') ? text.slice(0, 10) : text.slice(0, 16);
}
