import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { day } from '../../src/domain/dates.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import { folderFiles } from '../../src/features/index.ts';
import { formatFault } from '../../src/folder/format-report.ts';
import {
  type FolderRead,
  type ReadFolderOptions,
  readSheets,
} from '../../src/folder/read-folder.ts';
import { readFolder } from './a-folder.ts';
import { emptyFolder } from './empty-folder.ts';

export const FAULTS = 'tests/folder/faults';

let bracken: PartnershipRecords | undefined;

/** The records of Bracken, an invented partnership on Wed 12 October 2022. */
export async function brackenRecords(): Promise<PartnershipRecords> {
  bracken ??= (await readFolder(join(FAULTS, 'bracken'))).records;
  if (!bracken) throw new Error('Bracken cannot be read');
  return bracken;
}

/** Reads a sheet that somebody keeps in their own way, for Bracken with what else is stored there. */
export async function readSheet(
  name: string,
  content: string | Uint8Array,
  { stored = {}, ...options }: ReadFolderOptions & { stored?: Partial<PartnershipRecords> } = {},
): Promise<FolderRead> {
  const path = join(await emptyFolder(), name);
  await writeFile(path, content);
  const records = { ...(await brackenRecords()), ...stored };
  return readSheets(path, folderFiles, records, { today: day('2022-10-12'), ...options });
}

export const faultsOf = ({ faults }: FolderRead): string[] => faults.map(formatFault);
export const notesOf = ({ notes }: FolderRead): string[] => notes.map(formatFault);
