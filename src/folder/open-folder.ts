import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, extname, join } from 'node:path';
import { normaliseTexts } from '../domain/normalise-text.ts';
import { explainFile, isZip } from './explain-file.ts';
import { findHeader } from './mapping/find-header.ts';
import { PARTNERSHIP_FILE } from './partnership-file.ts';
import { readCsv } from './read-csv.ts';
import { MISSING, readPlainFile } from './read-plain-file.ts';
import { readWorkbook } from './read-workbook.ts';
import { type Fault, type Grid, type ReadGrid, toSheet } from './sheet.ts';

/** What a partnership folder or workbook holds, not yet checked. */
export interface OpenFolder {
  /** The settings of the partnership as plain data, with the name of the file they stand in. */
  readonly settings?: { readonly file: string; readonly value: unknown };
  readonly sheets: ReadonlyMap<string, ReadGrid>;
  /** Sheets of a workbook with names of their own, by these. */
  readonly others: ReadonlyMap<string, Grid>;
  /** Why something could not be read at all. */
  readonly faults: readonly Fault[];
  /** What was not read. */
  readonly notes: readonly Fault[];
}

/**
 * Opens a folder with CSV files of these names, or a workbook with one sheet for each. Never throws
 * for what it finds there.
 */
export async function openFolder(path: string, files: readonly string[]): Promise<OpenFolder> {
  const found = await stat(path).catch(() => undefined);
  if (!found)
    return unreadable(path, 'there is no folder and no file of this name: check the path');
  if (found.isDirectory()) return openCsvFolder(path, files);
  if (/^\.xls[xm]$/i.test(extname(path))) return openWorkbook(path, files);
  return unreadable(path, await explainNoFolder(path));
}

async function explainNoFolder(path: string): Promise<string> {
  const bytes = await readPlainFile(path);
  const isTable = extname(path).toLowerCase() === '.csv';
  const explained = 'reason' in bytes ? bytes.reason : explainFile(bytes);
  if (explained) return explained;
  return isTable
    ? `is one table; ${SAY_WHICH}`
    : 'this is neither a folder nor an .xlsx workbook: name the folder that holds partnership.json and the CSV files';
}

async function openCsvFolder(path: string, files: readonly string[]): Promise<OpenFolder> {
  const names = await readdir(path);
  const sheets = new Map<string, ReadGrid>();
  for (const name of names) {
    const file = files.find((each) => `${each}.csv` === name.toLowerCase());
    if (!file) continue;
    const twin = sheets.has(file) && {
      file: name,
      reason: 'is there twice, in capitals and in small letters: remove one',
    };
    const refuse = (fault: Fault): ReadGrid => ({ faults: [fault] });
    const read = twin
      ? refuse(twin)
      : await readFolderFile(path, name, (bytes) => readCsv(name, bytes), refuse);
    sheets.set(file, read);
  }
  const unknown = names.filter(
    (name) =>
      /\.(csv|xlsx?)$/i.test(name) && !files.some((each) => `${each}.csv` === name.toLowerCase()),
  );
  return {
    ...(await openSettings(path)),
    sheets,
    others: new Map(),
    notes: unknown.map((file) => ({
      file,
      reason: 'is not a file of a partnership folder, and was not read',
    })),
  };
}

async function openWorkbook(path: string, files: readonly string[]): Promise<OpenFolder> {
  const file = basename(path);
  const bytes = await readPlainFile(path);
  const book = 'reason' in bytes ? { fault: { file, ...bytes } } : await readWorkbook(file, bytes);
  if ('fault' in book) return { ...NOTHING, faults: [book.fault] };
  const sheets = new Map<string, ReadGrid>();
  const others = new Map<string, Grid>();
  for (const [name, grid] of book.sheets) {
    const known = files.find((each) => each === name.toLowerCase());
    if (known) sheets.set(known, { grid, faults: [] });
    else if (name.toLowerCase() !== 'partnership') others.set(name, grid);
  }
  const settings = [...book.sheets].find(([name]) => name.toLowerCase() === 'partnership')?.[1];
  return {
    ...(settings
      ? settingsIn(`${file} sheet partnership`, settings)
      : await openSettingsBeside(path)),
    sheets,
    others,
    notes: [],
  };
}

/**
 * Opens a workbook or a CSV file with tables of any names, for a partnership that is stored. Never
 * throws for what it finds there.
 */
export async function openTables(path: string): Promise<OpenFolder> {
  const file = basename(path);
  const bytes = await readPlainFile(path);
  if ('reason' in bytes) {
    const { reason } = bytes;
    return unreadable(
      file,
      reason === MISSING ? 'there is no file of this name: check the path' : reason,
    );
  }
  return openSentTables(file, bytes);
}

/** The same of bytes that came in another way; a workbook may unpack to so many megabytes. */
export async function openSentTables(
  file: string,
  bytes: Buffer,
  maxUnpackedMegabytes?: number,
): Promise<OpenFolder> {
  if (!isZip(bytes) && !/\.xls[xm]$/i.test(file)) {
    const { grid, faults } = readCsv(file, bytes);
    return { ...NOTHING, ...(grid && { others: new Map([[file, grid]]) }), faults };
  }
  const book = await readWorkbook(file, bytes, maxUnpackedMegabytes);
  return 'fault' in book
    ? { ...NOTHING, faults: [book.fault] }
    : { ...NOTHING, others: book.sheets, faults: [] };
}

async function openSettingsBeside(path: string): Promise<Settings> {
  const { settings, faults } = await openSettings(dirname(path));
  return {
    ...(settings && { settings }),
    faults: faults.map((fault) =>
      fault.reason === MISSING ? { ...fault, reason: `${MISSING}; ${SAY_WHICH}` } : fault,
    ),
  };
}

const SAY_WHICH =
  'to import one table into a partnership that is there, say which with --partnership';

type Settings = Pick<OpenFolder, 'settings' | 'faults'>;

async function openSettings(folder: string): Promise<Settings> {
  return readFolderFile<Settings>(
    folder,
    PARTNERSHIP_FILE,
    (bytes) => {
      try {
        return {
          settings: {
            file: PARTNERSHIP_FILE,
            value: normaliseTexts(JSON.parse(bytes.toString('utf8').replace(/^\uFEFF/, ''))),
          },
          faults: [],
        };
      } catch (error) {
        const { message } = error as Error;
        const line = /\(line (\d+) column \d+\)/.exec(message)?.[1];
        return {
          faults: [
            {
              file: PARTNERSHIP_FILE,
              ...(line && { line: Number(line) }),
              reason: `is not JSON: ${message}`,
            },
          ],
        };
      }
    },
    (fault) => ({ faults: [fault] }),
  );
}

/** A sheet of settings has the columns key and value; a value that is a list is written as JSON. */
function settingsIn(file: string, grid: Grid): Settings {
  const value: Record<string, unknown> = {};
  const header = findHeader(grid, (heading) => /^(key|value)$/i.test(heading));
  const columns = header?.columns.map((heading) => heading.toLowerCase()) ?? [];
  const read = header && toSheet(grid, { ...header, columns });
  const wrong: Fault[] = [...(read?.faults ?? [])];
  for (const { line, cells } of read?.sheet.rows ?? []) {
    try {
      if (cells.key)
        value[cells.key] = /^[[{]/.test(cells.value ?? '')
          ? normaliseTexts(JSON.parse(cells.value ?? ''))
          : cells.value;
    } catch {
      wrong.push({ file, line, column: cells.key, reason: 'is not a list as JSON writes it' });
    }
  }
  return wrong.length > 0 ? { faults: wrong } : { settings: { file, value }, faults: [] };
}

async function readFolderFile<Content>(
  folder: string,
  file: string,
  read: (bytes: Buffer) => Content,
  refuse: (fault: Fault) => Content,
): Promise<Content> {
  const bytes = await readPlainFile(join(folder, file));
  return 'reason' in bytes ? refuse({ file, ...bytes }) : read(bytes);
}

function unreadable(file: string, reason: string): OpenFolder {
  return { ...NOTHING, faults: [{ file, reason }] };
}

const NOTHING: Pick<OpenFolder, 'sheets' | 'others' | 'notes'> = {
  sheets: new Map(),
  others: new Map(),
  notes: [],
};
