import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { learningReplyStore } from '../../src/features/learning/store.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder, smallWith } from '../support/a-folder.ts';
import { freshRecords } from '../support/azurite.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const LEARNING =
  'id,title,kind,source,on,link,tested_by,basis\n' +
  'LB-001,Hidden men,briefing,,2021-03-01,,,invented\n';
const REPLIES =
  'item,agency,sent_on,due_on,state,on,by,text\n' +
  'LB-001,POL,2021-03-01,2021-03-29,acted,2021-03-08,Lead,Asked about fathers\n';

it('brings briefings and what agencies said in, and writes them back as they were', async () => {
  const records = await freshRecords();
  const files = { 'learning.csv': LEARNING, 'learning-replies.csv': REPLIES };
  const report = await importFolder(await readFolder(await smallWith(files)), records.partnerships);
  expect(report.faults).toEqual([]);
  const id = report.partnership ?? '';
  const replies = await records.partnerships.list(id, learningReplyStore);
  expect(replies).toMatchObject([{ state: 'acted', text: 'Asked about fathers' }]);
  const folder = await emptyFolder();
  await exportFolder(records.partnerships, id, folder);
  for (const [name, text] of Object.entries(files))
    expect(await readFile(join(folder, name), 'utf8')).toBe(`\uFEFF${text}`);
});
