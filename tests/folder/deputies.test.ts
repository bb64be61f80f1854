import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const PEOPLE =
  'id,display_name,agency,roles,groups,tenant_id,object_id,basis\n' + 'jo,Jo Smith,,member,,t,o,\n';

it('brings named deputies in and writes them back row for row', async () => {
  const records = await freshRecords();
  const small = await readFolder(await smallWith({}));
  const agency = small.records?.agencies[0]?.id ?? '';
  const rows = `agency,person,from,to,named_by\n${agency},jo,2021-05-12,2021-06-30,import\n`;
  const path = await smallWith({
    'people.csv': PEOPLE,
    'deputies.csv': `agency,person,from,to\n${agency},jo,2021-05-12,2021-06-30\n`,
  });
  const report = await importFolder(await readFolder(path), records.partnerships);
  expect(report.faults).toEqual([]);
  const folder = await emptyFolder();
  await exportFolder(records.partnerships, report.partnership ?? '', folder);
  expect(await readFile(join(folder, 'deputies.csv'), 'utf8')).toBe(`\uFEFF${rows}`);
  const again = await importFolder(await readFolder(folder), records.partnerships);
  expect(again.files.filter(({ written }) => written > 0)).toEqual([]);
});

it('refuses a deputy whom the folder does not know, and a day that is none', async () => {
  const path = await smallWith({
    'people.csv': PEOPLE,
    'deputies.csv': 'agency,person,from,to\nNOBODY,jo,2021-05-12,\nNOBODY,jim,2021-02-30,\n',
  });
  const { faults } = await readFolder(path);
  expect(faults.map(({ file, column }) => `${file} ${column}`)).toEqual(
    expect.arrayContaining(['deputies.csv agency', 'deputies.csv from']),
  );
});
