import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { sourceStore } from '../../src/features/sources/store.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const SOURCES =
  'id,name,also_known_as,kind,body,on,review,basis\n' +
  'OFSTED-2015,Ofsted inspection,ILACS 2015; the last inspection,inspection,Ofsted,2015-03-13,,published\n' +
  'NEGLECT-22,Neglect audit,,audit,,,,\n';

it('brings sources in and writes them back as they were', async () => {
  const records = await freshRecords();
  const path = await smallWith({ 'sources.csv': SOURCES });
  const report = await importFolder(await readFolder(path), records.partnerships);
  expect(report.faults).toEqual([]);
  const id = report.partnership ?? '';
  const kept = await records.partnerships.list(id, sourceStore);
  expect(kept.map(({ alsoKnownAs }) => alsoKnownAs)).toEqual([
    ['ILACS 2015', 'the last inspection'],
    [],
  ]);
  const folder = await emptyFolder();
  await exportFolder(records.partnerships, id, folder);
  expect(await readFile(join(folder, 'sources.csv'), 'utf8')).toBe(`\uFEFF${SOURCES}`);
});

it('says which kinds of sources there are', async () => {
  const path = await smallWith({ 'sources.csv': SOURCES.replace(',audit,', ',visit,') });
  const { faults } = await readFolder(path);
  expect(faults).toMatchObject([
    {
      file: 'sources.csv',
      line: 3,
      column: 'kind',
      reason: expect.stringContaining('inspection'),
    },
  ]);
});
