import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { FolderFile } from '../contract/folder-file.ts';
import { CORE_FILES } from './core-files.ts';
import { escapeFormula } from './escape-formula.ts';
import { fromPartnership, PARTNERSHIP_FILE } from './partnership-file.ts';
import { type PartnershipStore, storedRecords } from './partnership-store.ts';

export interface ExportReport {
  readonly files: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * Writes a partnership as the files from which it could be imported, and answers `undefined` for
 * one that is not stored. Importing them again changes nothing. Files of the same names are
 * replaced.
 */
export async function exportFolder(
  store: PartnershipStore,
  partnership: string,
  path: string,
  featureFiles: readonly FolderFile[],
): Promise<ExportReport | undefined> {
  const records = await store.load(partnership);
  if (!records) return undefined;
  await mkdir(path, { recursive: true });
  await writeFile(
    join(path, PARTNERSHIP_FILE),
    `${JSON.stringify(fromPartnership(records.partnership), null, 2)}\n`,
  );
  const written = [{ file: PARTNERSHIP_FILE, rows: 1 }];
  for (const file of [...CORE_FILES, ...featureFiles]) {
    const items = await storedRecords(store, records, file);
    await writeFile(join(path, `${file.name}.csv`), toCsv(file, items));
    written.push({ file: `${file.name}.csv`, rows: items.length });
  }
  return { files: written };
}

function toCsv(file: FolderFile, items: readonly unknown[]): string {
  const rows = items.map((item) => file.toCells(item));
  const written = file.columns.filter(
    (name, index) => !file.sparseColumns.includes(name) || rows.some((cells) => cells[index]),
  );
  const cells = rows.map((row) =>
    written.map((name) => escapeFormula(row[file.columns.indexOf(name)] ?? '')),
  );
  return stringify([written, ...cells]);
}
