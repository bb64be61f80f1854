import { cp, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { folderFiles } from '../../src/features/index.ts';
import { exportFolder as exportWith } from '../../src/folder/export-folder.ts';
import {
  type FolderRead,
  type ReadFolderOptions,
  readFolder as readWith,
} from '../../src/folder/read-folder.ts';
import { emptyFolder } from './empty-folder.ts';

export const SAMPLE = 'samples/sandwell';

const samples = new Map<string, Promise<FolderRead>>();

/** Reads a folder with the files of all features; each sample once, for no test changes them. */
export function readFolder(path: string, options?: ReadFolderOptions): Promise<FolderRead> {
  if (!isSample(path)) return readWith(path, folderFiles, options);
  const key = JSON.stringify([path, options]);
  const read = samples.get(key) ?? readWith(path, folderFiles, options);
  samples.set(key, read);
  return read;
}

export const isSample = (path: string): boolean => path.startsWith('samples/');

/** Writes a folder with the files of all features. */
export const exportFolder = (
  store: Parameters<typeof exportWith>[0],
  partnership: string,
  path: string,
): ReturnType<typeof exportWith> => exportWith(store, partnership, path, folderFiles);

/** The partnership.json of Dale, which is nowhere, with what else is to be in it. */
export function daleJson(more: object = {}): string {
  return JSON.stringify({
    id: 'dale',
    name: 'Dale Safeguarding Children Partnership',
    short_name: 'DSCP',
    area: 'Dale',
    time_zone: 'Europe/London',
    year_start: '04-01',
    statutory_partners: [{ agency: 'POL', voice: 'decides' }],
    ...more,
  });
}

/** The least that a partnership folder can hold. */
export const SMALL: Readonly<Record<string, string>> = {
  'partnership.json': daleJson(),
  'agencies.csv': 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,statutory\n',
  'groups.csv': 'id,name,kind\nEXEC,Executive,board\n',
};

/** A folder of its own with these files; a file that is `undefined` is left out. */
export async function writeFolder(
  files: Readonly<Record<string, string | Buffer | undefined>>,
): Promise<string> {
  const folder = await emptyFolder();
  for (const [name, content] of Object.entries(files)) {
    if (content !== undefined) await writeFile(join(folder, name), content);
  }
  return folder;
}

/** The smallest folder with some files changed or added. */
export function smallWith(
  files: Readonly<Record<string, string | Buffer | undefined>>,
): Promise<string> {
  return writeFolder({ ...SMALL, ...files });
}

/** A copy of the sample in which one text of one file is another. */
export async function sampleWith(file: string, text: string, other: string): Promise<string> {
  const folder = await emptyFolder();
  await cp(SAMPLE, folder, { recursive: true });
  const content = await readFile(join(folder, file), 'utf8');
  if (!content.includes(text)) throw new Error(`${file} of the sample has no ${text}`);
  await writeFile(join(folder, file), content.replace(text, other));
  return folder;
}
