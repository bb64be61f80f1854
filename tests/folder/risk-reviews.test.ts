import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { riskReviewStore } from '../../src/features/risks/store.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const RISKS = 'id,title,likelihood,impact,next_review_on\nR-001,No analyst,3,4,2021-04-12\n';
const REVIEWS =
  'risk,at,by,likelihood,impact,reason,controls,next_review_on\n' +
  'R-001,2021-01-15,Business Manager,4,5,Nobody applied,,2021-03-15\n' +
  'R-001,2021-03-15,Business Manager,3,4,Two applied,Agency staff,2021-04-12\n';

it('brings the scores of the past in and writes them back row for row', async () => {
  const records = await freshRecords();
  const path = await smallWith({ 'risks.csv': RISKS, 'risk-reviews.csv': REVIEWS });
  const report = await importFolder(await readFolder(path), records.partnerships);
  expect(report.faults).toEqual([]);
  const id = report.partnership ?? '';
  const reviews = await records.partnerships.list(id, riskReviewStore);
  expect(reviews.map(({ likelihood, impact }) => likelihood * impact)).toEqual([20, 12]);
  const folder = await emptyFolder();
  await exportFolder(records.partnerships, id, folder);
  expect(await readFile(join(folder, 'risk-reviews.csv'), 'utf8')).toBe(`\uFEFF${REVIEWS}`);
  const again = await importFolder(await readFolder(folder), records.partnerships);
  expect(again.files.filter(({ written }) => written > 0)).toEqual([]);
});

it('refuses a score of a risk that is not in the folder', async () => {
  const path = await smallWith({
    'risks.csv': RISKS,
    'risk-reviews.csv': REVIEWS.replaceAll('R-001', 'R-9'),
  });
  const { faults } = await readFolder(path);
  expect(faults.map(({ file, column }) => `${file} ${column}`)).toEqual([
    'risk-reviews.csv risk',
    'risk-reviews.csv risk',
  ]);
});
