import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder } from '../support/a-folder.ts';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';

const WRONG = '\u0000\u0001\u000b\u001f\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff\ud800';
const TITLES = [
  `=1+1 of the${WRONG}audit plan`,
  `-2 days for the rota${WRONG}`,
  `@everyone to read the${WRONG}policy`,
  `'tis the season to${WRONG}recruit`,
  `'=quoted formula of the${WRONG}budget`,
];

describe('characters that a format cannot carry', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');

  it('come in by no message and no form, and titles survive export and import', async () => {
    for (const title of TITLES) {
      const form = await bot.hears(manager(), `add action:${WRONG} police to look into it`);
      const raised = await form.press('Raise it', { title });
      expect(raised.lines[0]).toBe('Recorded.');
    }
    const found = await bot.records.actions.list('sandwell', {}, '2021-03-15' as never);
    const titles = found.map(({ title }) => title).filter((title) => /^['=@-]/.test(title));
    expect(titles.toSorted()).toEqual(
      TITLES.map((title) => title.replace(WRONG, '\n\n\n\n\ufffd')).toSorted(),
    );
    const rows = [...(await allRows(bot.tables)).values()];
    expect(rows.filter((row) => /[\0\u2028\ufeff\ufffe]|\\u000[01b]|\\u001f/.test(row))).toEqual(
      [],
    );
    const folder = await emptyFolder();
    await exportFolder(bot.records.partnerships, 'sandwell', folder);
    const again = await readFolder(folder);
    expect(again.faults).toEqual([]);
    const report = await importFolder(again, bot.records.partnerships);
    expect(report.files.filter(({ written }) => written > 0)).toEqual([]);
    expect((await bot.records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('are heard as if they were not there', async () => {
    const reply = await bot.hears(manager(), `whats${'\u0000'} over\u0007due for pol\ufeffice`);
    expect(reply.text).toMatch(/actions with West Midlands Police are overdue/);
  });
});
