import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { stringify } from 'csv-stringify/sync';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import type { FolderFile } from './folder-file.ts';
import { folderFiles } from './folder-files.ts';
import type { PartnershipStore } from './import-folder.ts';
import { fromPartnership, PARTNERSHIP_FILE } from './partnership-file.ts';
import { escapeFormula } from './without-formula.ts';

export interface ExportReport {
  readonly files: readonly { readonly file: string; readonly rows: number }[];
}

/**
 * Writes a partnership as the files from which it could be imported, and answers `undefined` for one that is not stored.
 * Importing them again changes nothing. Files of the same names are replaced.
 */
export async function exportFolder(
  store: PartnershipStore,
  partnership: string,
  path: string,
): Promise<ExportReport | undefined> {
  const records = await store.load(partnership);
  if (!records) return undefined;
  await mkdir(path, { recursive: true });
  await writeFile(
    join(path, PARTNERSHIP_FILE),
    `${JSON.stringify(fromPartnership(records.partnership), null, 2)}\n`,
  );
  for (const file of folderFiles)
    await writeFile(join(path, `${file.list}.csv`), csvOf(file, records));
  const counts = folderFiles.map(({ list }) => ({
    file: `${list}.csv`,
    rows: records[list].length,
  }));
  return { files: [{ file: PARTNERSHIP_FILE, rows: 1 }, ...counts] };
}

function csvOf(file: FolderFile, records: PartnershipRecords): string {
  const rows = records[file.list].map((item) => file.toCells(item));
  const written = file.columns.filter(
    (name, index) => !file.added.includes(name) || rows.some((cells) => cells[index]),
  );
  const cells = rows.map((row) =>
    written.map((name) => escapeFormula(row[file.columns.indexOf(name)] ?? '')),
  );
  return stringify([written, ...cells]);
}
