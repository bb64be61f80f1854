import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import { stringify } from 'csv-stringify/sync';
import type { FolderFile } from '../contract/folder-file.ts';
import { createWorkbook } from '../documents/create-workbook.ts';
import { allFiles } from './all-files.ts';
import { escapeFormula } from './escape-formula.ts';
import { fromPartnership, PARTNERSHIP_FILE } from './partnership-file.ts';
import { type PartnershipStore, storedRecords } from './partnership-store.ts';

export interface ExportReport {
  readonly files: readonly { readonly file: string; readonly rows: number }[];
  /** Of how many rows what only some may read was left out. */
  readonly leftOut: readonly { readonly file: string; readonly rows: number }[];
}

export interface ExportOptions {
  /** Whoever exports wants what only some may read too: words to the chair, all of rapid reviews. */
  readonly withRestricted?: boolean;
}

/**
 * Writes a partnership as the files from which it could be imported, or as one workbook where the
 * path ends in .xlsx, and answers `undefined` for one that is not stored. Importing them again
 * changes nothing. Files of the same names are replaced.
 */
export async function exportFolder(
  store: PartnershipStore,
  partnership: string,
  path: string,
  featureFiles: readonly FolderFile[],
  { withRestricted = false }: ExportOptions = {},
): Promise<ExportReport | undefined> {
  const records = await store.load(partnership);
  if (!records) return undefined;
  const settings = fromPartnership(records.partnership);
  const tables = [];
  const empty: string[] = [];
  const leftOut: { file: string; rows: number }[] = [];
  for (const file of allFiles(featureFiles)) {
    const all = await storedRecords(store, records, file);
    const items = withRestricted ? all : all.flatMap((item) => file.toOpenRecord(item) ?? []);
    const rows = toRows(file, items);
    const less = withRestricted ? 0 : countLess(file, all);
    if (less > 0) leftOut.push({ file: `${file.name}.csv`, rows: less });
    if (file.isOfExports && items.length === 0) empty.push(`${file.name}.csv`);
    else tables.push({ name: file.name, rows });
  }
  if (path.toLowerCase().endsWith('.xlsx')) {
    const sheets = [{ name: 'partnership', rows: toSettingRows(settings) }, ...tables];
    await writeFile(path, await createWorkbook(sheets));
  } else {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, PARTNERSHIP_FILE), `${JSON.stringify(settings, null, 2)}\n`);
    // A spreadsheet takes a file without a byte-order mark for one in an older encoding.
    for (const { name, rows } of tables)
      await writeFile(join(path, `${name}.csv`), stringify(rows, { bom: true }));
    // What an earlier export wrote there is no longer so.
    for (const name of empty) await rm(join(path, name), { force: true });
  }
  return {
    files: [
      { file: PARTNERSHIP_FILE, rows: 1 },
      ...tables.map(({ name, rows }) => ({ file: `${name}.csv`, rows: rows.length - 1 })),
    ],
    leftOut,
  };
}

/** Of how many records something is left out, or all. */
const countLess = (file: FolderFile, items: readonly unknown[]): number =>
  items.filter((item) => {
    const open = file.toOpenRecord(item);
    return !open || !isDeepStrictEqual(file.toCells(open), file.toCells(item));
  }).length;

const toSettingRows = (settings: object): string[][] => [
  ['key', 'value'],
  ...Object.entries(settings).map(([key, value]) => [
    key,
    typeof value === 'string' ? value : JSON.stringify(value),
  ]),
];

function toRows(file: FolderFile, items: readonly unknown[]): string[][] {
  const rows = items.map((item) => file.toCells(item));
  const written = file.columns.filter(
    (name, index) => !file.sparseColumns.includes(name) || rows.some((cells) => cells[index]),
  );
  const cells = rows.map((row) =>
    written.map((name) => escapeFormula(row[file.columns.indexOf(name)] ?? '')),
  );
  return [written, ...cells];
}
