import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatReport } from '../../src/folder/format-report.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { readFolder, SAMPLE, sampleWith } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const inWords = (heard: { text: string; lines: readonly string[] }) =>
  [heard.text, ...heard.lines].join('\n');

/** Everything that people may have changed. */
async function everything({ records }: Convenor) {
  const { partnerships, registers, actions } = records;
  const loaded = await partnerships.load('sandwell');
  if (!loaded) throw new Error('Sandwell is not stored');
  const { people, ...rest } = loaded;
  const histories = await actions.listWithHistory('sandwell');
  const register = await registers.find('sandwell', 'BOARD-2021-05-12');
  return { people, rest, histories, register };
}

async function importAgain(bot: Convenor, folder: string) {
  const report = await importFolder(await readFolder(folder), bot.records.partnerships, {
    acceptPartial: true,
  });
  return { report, text: formatReport(report) };
}

describe('a month of life in the chat, and the same folder with one new person', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-04-14' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const police = () => bot.person('police-partner-lead');
  const chair = () => bot.person('partnership-chair');

  it('loses nothing, and knows one person more', async () => {
    const form = await bot.hears(
      manager(),
      'add action for police to send the vetting figures to the board by end of june',
    );
    await form.press('Raise it', { person: 'police-partner-lead', priority: 'LEAD' });
    const update = await bot.hears(manager(), 'update SA-001');
    await update.press('Confirm', { status: 'in progress', reason: 'a first draft is there' });
    const more = await (await bot.hears(manager(), 'SA-002')).press('Need more time…');
    await more.press('Confirm', { due: '2021-07-16', reason: 'half of them have answered' });
    const done = await (await bot.hears(police(), 'SA-114')).press('Done…');
    await done.press('Confirm', { evidence: 'All stations report monthly' });
    const verify = await bot.hears(chair(), 'verify SA-114');
    await verify.press('Verify', { reason: 'seen the returns' });
    const decision = await bot.hears(
      manager(),
      'record a decision of the board: Adopt the neglect strategy',
    );
    await decision.press('Record it', {
      what: 'Adopt the neglect strategy',
      authority: 'Terms of reference',
    });
    bot.turnTo('2021-05-12T14:00');
    const card = await bot.hears(manager(), 'start attendance for todays board', { in: 'group' });
    await card.isPressedBy(police(), 'I’m here');
    const own = await card.asSeenBy(chair());
    await (await own.press('Close the register')).press('Close anyway');

    const before = await everything(bot);
    expect(before.register?.register.status).toBe('closed');
    const people = await readFile(join(SAMPLE, 'people.csv'), 'utf8');
    const last = people.trimEnd().split('\n').at(-1) ?? '';
    const someone = last
      .replace('coordinator,Partnership Coordinator', 'new-nurse,New Designated Nurse')
      .replace('0033,', '0099,');
    const folder = await sampleWith('people.csv', last, `${last}\n${someone}`);
    const { report, text } = await importAgain(bot, folder);
    expect(report.files.filter(({ written }) => written > 0)).toEqual([
      { file: 'people.csv', read: before.people.length + 1, written: 1, unchanged: 14, refused: 0 },
    ]);
    expect(report.kept).toEqual([]);
    expect(text).toContain(
      'actions.csv: 1 stored record is not in this folder, and was kept: SA-114',
    );

    const after = await everything(bot);
    expect(after.rest).toEqual(before.rest);
    expect(after.histories).toEqual(before.histories);
    expect(after.register).toEqual(before.register);
    expect(after.people.filter(({ id }) => id !== 'new-nurse')).toEqual(before.people);
    expect(after.people.map(({ id }) => id)).toContain('new-nurse');
    const decided = await bot.hears(manager(), 'what did the board decide this year');
    expect(inWords(decided)).toContain('Adopt the neglect strategy');
  });
});

describe('a folder in which actions have changed as well', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-04-14' });
  });
  afterAll(() => bot.stop());
  const manager = () => bot.person('business-manager');
  const actionOf = async (ref: string) => (await bot.records.actions.find('sandwell', ref))?.action;
  const SA_002 =
    'EDU,,,LEAD,,2020-21,2020-08-01,2021-02-19,open,,,names primary care and adult services';

  it('is taken where nobody here has changed them, and listed with both values where somebody has', async () => {
    const more = await (await bot.hears(manager(), 'SA-002')).press('Need more time…');
    await more.press('Confirm', { due: '2021-07-16', reason: 'half of them have answered' });
    const folder = await sampleWith(
      'actions.csv',
      SA_002,
      'EDU,,,LEAD,,2020-21,2020-08-01,2021-05-31,open,,,names primary care alone',
    );
    const { report, text } = await importAgain(bot, folder);
    const line = text.split('\n').find((each) => each.includes('SA-002 is'));
    expect(line).toBe(
      '  actions.csv:3 due_on: SA-002 is “2021-05-31” in the file and “2021-07-16” here: both have changed since the last import',
    );
    expect(text).toContain('Left as it is here, for you to settle in the chat or in the file:');
    expect(report.kept).toHaveLength(1);
    expect(await actionOf('SA-002')).toMatchObject({
      dueOn: '2021-07-16',
      notes: 'names primary care alone',
    });

    const again = await importAgain(bot, folder);
    expect(again.report.kept).toEqual(report.kept);
    expect(again.text).toContain(
      'Nothing has changed in sandwell; what the file says otherwise is listed above.',
    );
    const settled = await sampleWith(
      'actions.csv',
      SA_002,
      'EDU,,,LEAD,,2020-21,2020-08-01,2021-07-16,open,,,names primary care alone',
    );
    expect((await importAgain(bot, settled)).report.kept).toEqual([]);
  });

  it('empties a cell that was emptied in it, but none whose column it lacks', async () => {
    const emptied = await sampleWith('actions.csv', SA_002, SA_002.replace(/names.*/, ''));
    await importAgain(bot, emptied);
    expect((await actionOf('SA-002'))?.notes).toBeUndefined();
    const path = join(emptied, 'actions.csv');
    const text = (await readFile(path, 'utf8')).replace(/^.*\n/, (head) =>
      head.replace('due_on', 'no_such_column'),
    );
    await writeFile(path, text);
    const before = (await bot.records.partnerships.load('sandwell'))?.actions;
    await importAgain(bot, emptied);
    expect((await bot.records.partnerships.load('sandwell'))?.actions).toEqual(before);
  });

  it('drops nothing where rows are missing, and says so in one line', async () => {
    const folder = await sampleWith('actions.csv', 'SA-001,', 'SA-001,');
    const path = join(folder, 'actions.csv');
    const [head, ...rows] = (await readFile(path, 'utf8')).split('\n');
    await writeFile(path, [head, ...rows.slice(3)].join('\n'));
    const { text } = await importAgain(bot, folder);
    expect(text.match(/actions\.csv: .*were kept: .*/g)).toEqual([
      'actions.csv: 3 stored records are not in this folder, and were kept: SA-001, SA-002, SA-003',
    ]);
    expect(await actionOf('SA-001')).toBeDefined();
  });

  it('takes a row that is refused for none that is missing', async () => {
    const folder = await sampleWith(
      'actions.csv',
      '2020-05-24,2021-04-30,open',
      '2020-05-24,soon,open',
    );
    const { report, text } = await importAgain(bot, folder);
    expect(report.faults).toHaveLength(1);
    expect(text).not.toContain('SA-001, ');
    expect(text).not.toMatch(/are not in this folder/);
  });

  it('brings nothing back that is no longer here', async () => {
    await bot.records.actions.remove('sandwell', 'SA-113', 'retention');
    const { report, text } = await importAgain(bot, SAMPLE);
    expect(report.files.filter(({ written }) => written > 0)).toEqual([]);
    expect(text).toContain(
      'actions.csv: 1 imported before is no longer here, and was not brought back: SA-113',
    );
    expect(await actionOf('SA-113')).toBeUndefined();
  });

  it('fills what is empty in an action that was raised here, and lists what it says otherwise', async () => {
    const form = await bot.hears(manager(), 'add action for police to send figures by end of june');
    await form.press('Raise it', { person: 'police-partner-lead', priority: 'LEAD' });
    const [head = ''] = (await readFile(join(SAMPLE, 'actions.csv'), 'utf8')).split('\n');
    const folder = await sampleWith(
      'actions.csv',
      head,
      `${head}\nSA-114,Send figures,,Raised in chat,WMP,,police-partner-lead,LEAD,,2020-21,,2021-07-31,not started,,,monthly,`,
    );
    const { report } = await importAgain(bot, folder);
    expect((await actionOf('SA-114'))?.notes).toBe('monthly');
    expect(report.kept.map(({ column, inFile, here }) => [column, inFile, here])).toContainEqual([
      'due_on',
      '2021-07-31',
      '2021-06-30',
    ]);
  });

  it('never unmakes a verification, nor what was verified', async () => {
    const done = await (await bot.hears(bot.person('business-manager'), 'SA-001')).press('Done…');
    await done.press('Confirm', { evidence: 'Audited twice' });
    const chair = bot.person('partnership-chair');
    await (await bot.hears(chair, 'verify SA-001')).press('Verify', { reason: 'seen it' });
    const before = await actionOf('SA-001');
    expect(before?.verifiedBy).toBe('partnership-chair');
    const folder = await sampleWith(
      'actions.csv',
      '2020-05-24,2021-04-30,open',
      '2020-05-24,2021-04-30,blocked',
    );
    const { report } = await importAgain(bot, folder);
    expect(report.kept).toContainEqual({
      file: 'actions.csv',
      line: 2,
      kind: 'actions',
      name: 'SA-001',
      column: 'status',
      inFile: 'blocked',
      here: 'complete',
      why: 'settled',
    });
    expect(await actionOf('SA-001')).toEqual(before);
  });
});

describe('a spreadsheet of the board’s own, sent in the chat again', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({
      today: '2022-10-12',
      folder: 'tests/folder/faults/bracken',
    });
  });
  afterAll(() => bot.stop());
  const admin = () => bot.person('bm');
  const csv = (name: string, ...rows: string[]) => ({
    name,
    bytes: ['Ref,Action,By whom,By when,Status', ...rows, ''].join('\r\n'),
  });
  const actionOf = async (ref: string) => (await bot.records.actions.find('bracken', ref))?.action;
  const log = (row: string) => csv('Action log.csv', row);
  const FIRST = 'X-1,Write to every school,Police,1.12.22,Open';

  it('shows both values before and after, and leaves what people changed', async () => {
    await (await bot.getsFile(admin(), log(FIRST))).press('Import 1 row');
    const more = await (await bot.hears(admin(), 'X-1')).press('Need more time…');
    await more.press('Confirm', { due: '2023-01-20', reason: 'half of them have answered' });
    const same = await bot.getsFile(admin(), log(FIRST));
    expect(same.lines.join()).toMatch(/action log: 1 unchanged\./);
    expect(same.lines).not.toContain('Left as it is here');
    await same.press('Cancel');

    const shown = await bot.getsFile(
      admin(),
      log('X-1,Write to every school,Council,15.12.22,Open'),
    );
    const both =
      'X-1 (row 2), Due date: “Thu 15 December 2022” in the file, “Fri 20 January 2023” here; both have changed';
    expect(shown.lines.join()).toMatch(/action log: 1 changed\./);
    expect(shown.lines).toEqual(expect.arrayContaining(['Left as it is here', both]));
    const done = await shown.press('Import 1 row');
    expect(done.lines[2]).toBe(
      '1 row imported. 1 value stays as it is here. I’ll read the next file of these columns the same way.',
    );
    expect(done.lines).toContain(both);
    expect(await actionOf('X-1')).toMatchObject({ owner: { agency: 'BCC' }, dueOn: '2023-01-20' });
  });

  it('knows a reference however it is typed, and not that of another file’s own numbering', async () => {
    const typed = await bot.getsFile(
      admin(),
      log('x 1,Write to every school,Police,15.12.22,Open'),
    );
    expect(typed.lines.join()).toMatch(/action log: 1 changed\./);
    await typed.press('Import 1 row');
    expect((await actionOf('X-1'))?.owner).toEqual({ agency: 'BCON' });
    const other = csv('Audit log.csv', 'X-1,Read twelve case files,Council,,Open');
    const shown = await bot.getsFile(admin(), other);
    expect(shown.lines.join('|')).toMatch(
      /Row 2, ref: X-1 is something else here, from another source; the row was left out/,
    );
    await shown.press('Cancel');
  });

  it('shows which action a row without a reference likely is, and doubles none', async () => {
    const before = (await bot.records.partnerships.load('bracken'))?.actions.length;
    const shown = await bot.getsFile(
      admin(),
      csv(
        'Action log.csv',
        'X-2,Ask the heads,Police,,Open',
        ',Write to all schools (every one),Police,,Open',
      ),
    );
    expect(shown.lines.join('|')).toMatch(
      /Row 3, Ref: is empty, and this is likely X-1, “Write to every school”: write that reference/,
    );
    await shown.press('Import 1 row');
    expect((await bot.records.partnerships.load('bracken'))?.actions).toHaveLength(
      (before ?? 0) + 1,
    );
    const renumbered = await bot.getsFile(
      admin(),
      csv('Action log.csv', 'X-9,Ask the heads,Police,,Open'),
    );
    expect(renumbered.lines.join('|')).toMatch(
      /X-9 is new, and has the title of X-2, which this file lacks/,
    );
    await renumbered.press('Cancel');
  });
});

describe('what people have settled', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:00' });
  });
  afterAll(() => bot.stop());
  const keptOf = ({ report }: Awaited<ReturnType<typeof importAgain>>) =>
    report.kept.map(({ name, column, inFile, here, why }) => [name, column, inFile, here, why]);
  const registerOf = async (meeting: string) =>
    (await bot.records.registers.find('sandwell', meeting))?.register;

  it('stays, however the file has a register that was kept here', async () => {
    const card = await bot.hears(
      bot.person('business-manager'),
      'start attendance for todays board',
      {
        in: 'group',
      },
    );
    await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    const folder = await sampleWith(
      'attendance.csv',
      'BOARD-2020-04-22,SMBC,apologies',
      'BOARD-2021-05-12,SMBC,present,,,invented\nBOARD-2020-04-22,SMBC,apologies',
    );
    const listed = ['BOARD-2021-05-12 SMBC', 'attended', 'present', '', 'settled'];
    const open = await registerOf('BOARD-2021-05-12');
    expect(keptOf(await importAgain(bot, folder))).toEqual([listed]);
    expect(await registerOf('BOARD-2021-05-12')).toEqual(open);
    const own = await card.asSeenBy(bot.person('partnership-chair'));
    await (await own.press('Close the register')).press('Close anyway');
    const closed = await registerOf('BOARD-2021-05-12');
    const again = keptOf(await importAgain(bot, folder));
    expect(again).toEqual([listed.with(3, 'absent')]);
    expect(await registerOf('BOARD-2021-05-12')).toEqual(closed);
  });

  it('stays where it was imported: a mark, the days and the decision of a review', async () => {
    const folder = await sampleWith(
      'attendance.csv',
      'BOARD-2020-04-22,SMBC,apologies',
      'BOARD-2020-04-22,SMBC,present',
    );
    const path = join(folder, 'reviews.csv');
    const reviews = await readFile(path, 'utf8');
    const other = '2020-21,serious harm,2020-04-21,2020-04-23,2020-05-14,LCSPR,';
    await writeFile(
      path,
      reviews.replace('2020-21,serious harm,2020-04-20,2020-04-23,2020-05-14,no LCSPR,', other),
    );
    const before = await bot.records.partnerships.load('sandwell');
    const again = await importAgain(bot, folder);
    expect(keptOf(again)).toEqual([
      ['BOARD-2020-04-22 SMBC', 'attended', 'present', 'apologies', 'settled'],
      ['RR-2020-01', 'aware_on', '2020-04-21', '2020-04-20', 'settled'],
      ['RR-2020-01', 'local_decision', 'LCSPR', 'no LCSPR', 'settled'],
    ]);
    expect(await bot.records.partnerships.load('sandwell')).toEqual(before);
  });

  it('stays where a meeting was moved or called off here', async () => {
    const meeting = (await bot.records.meetings.find('sandwell', 'STNS-2021-05-13'))?.meeting;
    if (!meeting) throw new Error('There is no such meeting');
    await bot.records.meetings.record(
      'sandwell',
      {
        record: { ...meeting, status: 'cancelled' },
        event: { type: 'cancelled', by: 'business-manager', at: '2021-05-12T13:00:00.000Z' },
      },
      '1',
    );
    const folder = await sampleWith('meetings.csv', '2021-05-13T14:00', '2021-05-20T14:00');
    expect(keptOf(await importAgain(bot, folder))).toEqual([
      ['STNS-2021-05-13', 'starts_at', '2021-05-20T14:00', '2021-05-13T14:00', 'changed in both'],
    ]);
    expect((await bot.records.meetings.find('sandwell', 'STNS-2021-05-13'))?.meeting).toMatchObject(
      { status: 'cancelled', startsAt: '2021-05-13T14:00' },
    );
  });
});
