import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/contract/calendar.ts';
import { day } from '../../src/domain/dates.ts';
import { compileFullMinutes } from '../../src/features/minutes/full-minutes.ts';
import { createMinutesDocument } from '../../src/features/minutes/minutes-document.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder } from '../support/a-folder.ts';
import { allRows } from '../support/all-rows.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import { wordsOfDocument } from '../support/words-of-document.ts';

const WRONG =
  '\u0000\u0001\u000b\u001f\u007f\u0085\u2028\u2029\ufeff\ufffe\uffff\u202e\u2066\u200b\ud800';
/** The same as an editor of Teams may write it. */
const AS_ENTITIES = '&#x1;&#x1f;&#xfffe;&#x202e;&#xd800;';
const TRACES =
  /[^\P{Cc}\t\n]|[\u2028\u2029\ufeff\u200b\p{Bidi_Control}]|\p{Noncharacter_Code_Point}|\p{Cs}/u;
const TITLES = [
  `=1+1 of the${WRONG}audit plan`,
  `-2 days for the rota${WRONG}`,
  `@everyone to read the${WRONG}policy`,
  `'tis the season to${WRONG}recruit`,
  `'=quoted formula of the${WRONG}budget`,
  `+44 numbers for the${WRONG}contact list`,
  `\t=2+2 for the${WRONG}spreadsheet`,
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
    const titles = found.map(({ title }) => title).filter((title) => /^['=@+-]/.test(title));
    expect(titles.toSorted()).toEqual(
      TITLES.map((title) => title.replace(WRONG, '\n\n\n\n\ufffd').trim()).toSorted(),
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

  it('come in as no entities of a message, a dialog or a form, and out in no card or minutes', async () => {
    const proposed = await bot.hears(
      manager(),
      `add item to next neglect agenda - audit${AS_ENTITIES}findings`,
    );
    await proposed.press('Add it');
    const opened = await bot.client.openDialog(manager(), 'raiseAction', {
      message: `<p>Police to look${AS_ENTITIES} into the rota</p>`,
    });
    await opened.press('Raise it', { agency: 'WMP' });
    const decision = await bot.hears(manager(), '/decision STNS-2021-03-11');
    await decision.press('Record it', {
      what: `Adopt${WRONG}the plan`,
      dissent: `Health:${WRONG} too few places`,
    });
    const shown = [
      proposed,
      await bot.hears(manager(), 'whats on the neglect agenda'),
      await bot.hears(manager(), 'decisions of the neglect subgroup'),
      await bot.hears(manager(), 'who changed SA-120'),
    ];
    for (const { text, lines } of shown) expect([text, ...lines].join('\t')).not.toMatch(TRACES);
    expect(shown[1]?.lines.join('\n')).toContain('audit');
    expect(shown[2]?.lines.join('\n')).toContain('Adopt');
    expect([...(await allRows(bot.tables)).values()].filter((row) => TRACES.test(row))).toEqual([]);
    const document = await createMinutesDocument(await minutesOf('STNS-2021-03-11'));
    const words = wordsOfDocument(document);
    expect(words).toContain('Adopt');
    expect(words).not.toMatch(TRACES);
  });

  async function minutesOf(id: string) {
    const directory = await bot.records.directories.find('sandwell');
    const found = await bot.records.meetings.find('sandwell', id);
    if (!directory || !found) throw new Error('The records lack what was imported');
    const { bankHolidays } = createCalendar();
    const store = bot.records.stores('sandwell');
    const context = {
      directory,
      today: day('2021-04-16'),
      bankHolidays,
      ports: bot.records,
      store,
    };
    return compileFullMinutes(context, found.meeting);
  }

  it('are heard as if they were not there', async () => {
    const reply = await bot.hears(manager(), `whats${'\u0000'} over\u0007due for pol\ufeffice`);
    expect(reply.text).toMatch(/actions with West Midlands Police are overdue/);
  });
});
