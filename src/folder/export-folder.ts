import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { FolderFile } from '../contract/folder-file.ts';
import { createWorkbook } from '../documents/create-workbook.ts';
import { CORE_FILES } from './core-files.ts';
import { escapeFormula } from './escape-formula.ts';
import { fromPartnership, PARTNERSHIP_FILE } from './partnership-file.ts';
import { type PartnershipStore, storedRecords } from './partnership-store.ts';

export interface ExportReport {
  readonly files: readonly { readonly file: string; readonly rows: number }[];
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
): Promise<ExportReport | undefined> {
  const records = await store.load(partnership);
  if (!records) return undefined;
  const settings = fromPartnership(records.partnership);
  const tables = [];
  for (const file of [...CORE_FILES, ...featureFiles])
    tables.push({
      name: file.name,
      rows: toRows(file, await storedRecords(store, records, file)),
    });
  if (path.toLowerCase().endsWith('.xlsx')) {
    const sheets = [{ name: 'partnership', rows: toSettingRows(settings) }, ...tables];
    await writeFile(path, await createWorkbook(sheets));
  } else {
    await mkdir(path, { recursive: true });
    await writeFile(join(path, PARTNERSHIP_FILE), `${JSON.stringify(settings, null, 2)}\n`);
    // A spreadsheet takes a file without a byte-order mark for one in an older encoding.
    for (const { name, rows } of tables)
      await writeFile(join(path, `${name}.csv`), stringify(rows, { bom: true }));
  }
  return {
    files: [
      { file: PARTNERSHIP_FILE, rows: 1 },
      ...tables.map(({ name, rows }) => ({ file: `${name}.csv`, rows: rows.length - 1 })),
    ],
  };
}

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
