import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { formatFault } from '../../src/folder/format-report.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const AGENCIES =
  'id,name,kind,short_name\nPOL,Dale Police,statutory,Police\nDC,Dale Council,statutory,\n';

async function toldOf(file: string, content: string): Promise<string[]> {
  const { faults } = await readFolder(await smallWith({ [file]: content }));
  return faults.map(formatFault);
}

it('a short name may be missing, with its column or without', async () => {
  const { faults, records } = await readFolder(await smallWith({ 'agencies.csv': AGENCIES }));
  expect(faults).toEqual([]);
  expect(records?.agencies.map(({ shortName }) => shortName)).toEqual(['Police', undefined]);
  expect(records?.groups.map(({ shortName }) => shortName)).toEqual([undefined]);
});

it('one that is too long is refused with its line', async () => {
  const long = 'The Police of all the Dale';
  expect(await toldOf('agencies.csv', AGENCIES.replace(/,\n$/, `,${long}\n`))).toEqual([
    'agencies.csv:3 short_name: is longer than 24 characters: a short name has to fit into lists',
  ]);
});

it('no two of a kind have the same, however it is spelled', async () => {
  expect(await toldOf('agencies.csv', AGENCIES.replace(/,\n$/, ',police\n'))).toEqual([
    'agencies.csv:3 short_name: is the same as in line 2: each row needs its own',
  ]);
  expect(
    await toldOf('groups.csv', 'id,name,kind,short_name\nEXEC,Executive,board,Police\n'),
  ).toEqual([]);
});

it('is written by an export, kept by a file without it, and changed by an import', async () => {
  const { partnerships: store } = await freshRecords();
  const bring = async (agencies: string) => {
    const read = await readFolder(await smallWith({ 'agencies.csv': agencies }));
    await importFolder(read, store);
    const out = await emptyFolder();
    await exportFolder(store, 'dale', out);
    return { out, text: await readFile(join(out, 'agencies.csv'), 'utf8') };
  };
  const { out, text } = await bring(AGENCIES);
  expect(text).toContain('short_name');
  expect(text).toContain('Police');
  expect((await readFolder(out)).records?.agencies[0]?.shortName).toBe('Police');
  const without = 'id,name,kind\nPOL,Dale Police,statutory\nDC,Dale Council,statutory\n';
  expect((await readFolder((await bring(without)).out)).records?.agencies[0]?.shortName).toBe(
    'Police',
  );
  const renamed = await bring(AGENCIES.replace(',Police\n', ',The Force\n'));
  expect((await readFolder(renamed.out)).records?.agencies[0]?.shortName).toBe('The Force');
});
