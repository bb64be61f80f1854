import { Worker } from 'node:worker_threads';
import type { Sheet as WorkbookSheet } from 'read-excel-file/node';
import { repackWorkbook } from './repack-workbook.ts';
import { type Fault, type Lines, type ReadSheet, toSheet } from './sheet.ts';

const MAX_SECONDS = 30;
const MAX_MEGABYTES = 512;
const MAX_UNPACKED_MEGABYTES = 200;

/** What a workbook holds: its sheets by name, or why it cannot be read. */
export type ReadWorkbook =
  | { readonly sheets: ReadonlyMap<string, ReadSheet> }
  | { readonly fault: Fault };

/**
 * Reads a workbook with one sheet per file, each sheet named like its file without `.csv`. It is
 * unpacked in a thread of its own, with limits of time and memory, so that a damaged or hostile
 * file can only fail.
 */
export async function readWorkbook(file: string, bytes: Buffer): Promise<ReadWorkbook> {
  try {
    const sheets = await unpackInWorker(bytes);
    return {
      sheets: new Map(
        sheets.map(({ sheet, data }) => [
          sheet.trim(),
          toSheet(`${file} sheet ${sheet}`, toLines(data)),
        ]),
      ),
    };
  } catch {
    return {
      fault: {
        file,
        reason:
          'the workbook cannot be read: open it in Excel and save it again as “Excel Workbook (.xlsx)”',
      },
    };
  }
}

async function unpackInWorker(bytes: Buffer): Promise<WorkbookSheet[]> {
  const unpacked = repackWorkbook(bytes, MAX_UNPACKED_MEGABYTES * 1024 * 1024);
  if (!unpacked) throw new Error('Too much to unpack');
  const worker = new Worker(new URL('./unpack-workbook.ts', import.meta.url), {
    workerData: unpacked,
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

function toLines(data: WorkbookSheet['data']): Lines {
  return data.map((cells, index) => ({ line: index + 1, cells: cells.map(cellText) }));
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
