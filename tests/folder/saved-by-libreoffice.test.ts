import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

/** What was exported, and the same opened and saved by `scripts/save-by-libreoffice.ts`. */
const EXPORTED = 'tests/folder/libreoffice/exported';
const SAVED = 'tests/folder/libreoffice/saved';
const TITLES = [
  '=1+1',
  '-2 days',
  '@everyone',
  "'tis the season",
  '+44 121',
  'Share the “policy”; £5 – done',
];

const titlesIn = ({ records }: Awaited<ReturnType<typeof readFolder>>) =>
  records?.actions.map(({ title }) => title);

describe('what is exported', () => {
  it('begins with the mark of UTF-8, and is what the saved files were made of', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(EXPORTED), records.partnerships);
    const folder = await emptyFolder();
    await exportFolder(records.partnerships, 'dale', folder);
    const saved = (await readdir(EXPORTED)).filter((file) => !file.endsWith('.xlsx'));
    const files = await readdir(folder);
    expect(files).toEqual(expect.arrayContaining(saved));
    for (const file of files) {
      const text = await readFile(join(folder, file), 'utf8');
      if (file.endsWith('.csv')) expect(text.startsWith('\uFEFF'), file).toBe(true);
      // Of what came after these were saved there is a heading alone.
      if (saved.includes(file))
        expect(text, file).toBe(await readFile(join(EXPORTED, file), 'utf8'));
      else expect(text.trimEnd().split('\n'), file).toHaveLength(1);
    }
  });

  it.each([
    ['as CSV files', '', ['“2021-04-01T10:00:00” was read as 2021-04-01T10:00 (2 rows)']],
    ['as a workbook', 'dale.xlsx', []],
  ])('imports unchanged after LibreOffice saved it %s', async (_, name, notes) => {
    const saved = await readFolder(join(SAVED, name));
    expect(saved.faults).toEqual([]);
    const named = saved.notes.filter(({ file }) => file !== 'dale.xlsx' || name === file);
    expect(named.map(({ reason }) => reason)).toEqual(notes);
    expect(titlesIn(saved)).toEqual(TITLES);
    expect(saved.records).toEqual((await readFolder(EXPORTED)).records);
    const records = await freshRecords();
    await importFolder(await readFolder(EXPORTED), records.partnerships);
    const { files } = await importFolder(saved, records.partnerships);
    expect(files.length).toBeGreaterThan(5);
    expect(files.filter(({ written }) => written > 0)).toEqual([]);
  });

  it('can be one workbook, which imports unchanged', async () => {
    const records = await freshRecords();
    await importFolder(await readFolder(EXPORTED), records.partnerships);
    const path = join(await emptyFolder(), 'dale.xlsx');
    await exportFolder(records.partnerships, 'dale', path);
    const read = await readFolder(path);
    expect(read.faults).toEqual([]);
    expect(read.records).toEqual((await readFolder(EXPORTED)).records);
  });
});
