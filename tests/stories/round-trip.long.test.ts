import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { folderFiles } from '../../src/features/index.ts';
import { exportFolder } from '../../src/folder/export-folder.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { readFolder } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import type { Heard } from '../support/teams-client.ts';

const ID = 'sandwell';
const REF = 'RR-2021-02';
const IN_GROUP = { in: 'group' } as const;
const TODAY = '2021-07-05T10:00';

const inWords = ({ text, lines }: Heard) => [text, ...lines].join('\n');

/** Says something to each of those who were asked, in the same order on both sides. */
const QUESTIONS: readonly (readonly [who: string, text: string, where?: 'group' | 'channel'])[] = [
  ['business-manager', 'what are our priorities'],
  ['business-manager', 'how far have we got with neglect'],
  ['business-manager', 'open actions'],
  ['business-manager', 'how many open actions by agency'],
  ['business-manager', 'whats overdue for police'],
  ['business-manager', 'whats overdue for the bobby brigade'],
  ['business-manager', 'overdue actions on 14 april'],
  ['business-manager', 'SA-001'],
  ['business-manager', 'SA-002'],
  ['business-manager', 'SA-114'],
  ['business-manager', 'SA-115'],
  ['business-manager', 'history of SA-002'],
  ['business-manager', 'who changed SA-001'],
  ['business-manager', 'history of SA-114'],
  ['business-manager', 'actions raised since april'],
  ['business-manager', 'what have i got'],
  ['police-partner-lead', 'what have i got'],
  ['business-manager', 'which actions are verified'],
  ['business-manager', 'verified actions since april'],
  ['business-manager', 'what did the board decide this year'],
  ['lay-member', 'decisions this year'],
  ['business-manager', 'what is on the next qppa agenda'],
  ['business-manager', 'agenda of the board on 12 may'],
  ['lay-member', 'when is the next board'],
  ['lay-member', 'next qppa'],
  ['business-manager', 'which meetings were postponed this year'],
  ['business-manager', 'which meetings were cancelled this year'],
  ['business-manager', 'who was at the board on 12 may'],
  ['business-manager', 'was the board on 12 may quorate'],
  ['business-manager', 'who sent apologies for the board on 12 may'],
  ['business-manager', 'whos coming to the next qppa'],
  ['business-manager', 'board attendance this year'],
  ['business-manager', 'how often did police come this year'],
  ['business-manager', 'summary of the board on 12 may'],
  ['business-manager', 'who is the deputy for the police'],
  ['business-manager', 'what is on the risk register'],
  ['business-manager', 'risk CH-07'],
  ['business-manager', 'who changed CH-07'],
  ['business-manager', 'which risks have moved since march'],
  ['business-manager', 'rapid reviews this year'],
  ['business-manager', `tell me about ${REF}`],
  ['police-partner-lead', `tell me about ${REF}`],
  ['independent-scrutineer', `tell me about ${REF}`],
  ['lay-member', `tell me about ${REF}`],
  ['business-manager', 'tell me about RR-2020-04'],
  ['police-partner-lead', `has police decided on ${REF}`],
  ['business-manager', `who has not decided on ${REF}`],
  ['business-manager', `history of ${REF}`],
  ['business-manager', 'when is LCSPR E due to be published'],
  ['business-manager', 'is the yearly report out'],
  ['business-manager', 'who chairs the qppa'],
  ['business-manager', 'who is in the board'],
  ['lay-member', 'when is the next meeting', 'channel'],
  ['business-manager', 'list vocabulary'],
  ['business-manager', '/vocabulary'],
];

async function answers(
  bot: Convenor,
  isAsked: (question: string) => boolean = () => true,
): Promise<Record<string, string>> {
  const said: Record<string, string> = {};
  for (const [who, text, where] of QUESTIONS) {
    if (!isAsked(`${who}: ${text}`)) continue;
    const heard = await bot.hears(bot.person(who), text, where && { in: where });
    said[`${who}: ${text}`] = [inWords(heard), heard.buttons.join(' | ')].join('\n');
  }
  return said;
}

async function filesIn(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).sort();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? '']));
}

const write = async ({ records }: Convenor, path: string, withRestricted: boolean) =>
  exportFolder(records.partnerships, ID, path, folderFiles, { withRestricted });

/** Four months of a partnership, in what people say and press. */
async function live(bot: Convenor): Promise<void> {
  const manager = bot.person('business-manager');
  const police = bot.person('police-partner-lead');
  const council = bot.person('council-partner-lead');
  const health = bot.person('health-partner-lead');
  const chair = bot.person('partnership-chair');
  const record = async (step: string, fields: Record<string, string>) => {
    const detail = await bot.hears(manager, `tell me about ${REF}`);
    return (await detail.press('Record it', { step })).press('Confirm', fields);
  };

  await (await bot.hears(manager, 'this chat is for the rapid review panel', IN_GROUP)).press(
    'Link this chat',
    { to: 'RRP' },
  );
  await (await bot.hears(manager, 'this chat is for qppa', { in: 'channel' })).press(
    'Link this chat',
    { to: 'QPPA' },
  );
  await bot.hears(manager, '/vocabulary the bobby brigade = West Midlands Police');
  const form = await bot.hears(
    manager,
    'add action for police to send the vetting figures to the board by end of june',
  );
  await form.press('Raise it', { person: 'police-partner-lead', priority: 'LEAD' });
  const update = await bot.hears(manager, 'update SA-001');
  await update.press('Confirm', { status: 'in progress', reason: 'a first draft is there' });
  const more = await (await bot.hears(manager, 'SA-002')).press('Need more time…');
  await more.press('Confirm', { due: '2021-07-16', reason: 'half of them have answered' });
  const done = await (await bot.hears(police, 'SA-114')).press('Done…');
  await done.press('Confirm', { evidence: 'All stations report monthly' });
  await (await bot.hears(chair, 'verify SA-114')).press('Verify', { reason: 'seen the returns' });

  const risk = await (await bot.hears(manager, 'risk CH-07')).press('Review…');
  await risk.press('Record review', {
    likelihood: '4',
    impact: '4',
    next: '2021-09-01',
    reason: 'two posts are empty',
  });
  const deputy = await bot.hears(police, 'make education lead deputy for the police');
  await deputy.press('Name deputy', { to: '2021-09-30' });

  const qppa = await bot.hears(manager, 'move the next qppa to 31 march at 10am');
  await qppa.press('Move it', { reason: 'Chair unavailable' });
  const neglect = await bot.hears(manager, 'postpone the next neglect group');
  await neglect.press('Postpone it', { reason: 'Not quorate', on: '2021-07-21' });
  const slpr = await bot.hears(manager, 'cancel the next slpr');
  await slpr.press('Cancel the meeting', { reason: 'Outcome agreed by email' });
  const item = await bot.hears(manager, 'add to the agenda of the next board: winter pressures');
  await item.press('Add it', { title: 'winter pressures', paper: 'https://example.org/paper' });
  const lay = bot.person('lay-member');
  const proposed = await bot.hears(lay, 'add to the agenda of the next board: exclusions');
  await proposed.press('Propose it', { title: 'exclusions' });

  const opened = await bot.hears(manager, 'open a new rapid review');
  await opened.press('Open it', { aware: '2021-03-11', category: 'serious harm' });
  await record('notify', { on: '2021-03-15' });
  await record('scope', { agencies: 'WMP,SCT,EDU', due: '2021-03-19' });
  await record('summary', { agency: 'EDU', state: 'nothing known' });
  bot.turnTo('2021-03-22T10:00');
  const decision = await bot.hears(manager, `open the decision on ${REF}`, IN_GROUP);
  const give = { answer: 'needed', rationale: 'agencies did not hear one another' };
  for (const lead of [council, police, health]) await decision.isPressedBy(lead, 'Give it', give);
  await (await decision.asSeenBy(chair)).press('Confirm: LCSPR');
  bot.turnTo('2021-03-30T10:00');
  await record('send', { on: '2021-03-30' });
  bot.turnTo('2021-05-07T16:40');
  await (await bot.hears(manager, `panel agreed with us on ${REF}`)).press('Confirm');
  await record('lcspr', { name: 'LCSPR-E', on: '2021-05-07' });
  await record('delay', { name: 'LCSPR-E', due: '2022-01-31', reason: 'criminal proceedings' });

  const sorry = await bot.hears(
    bot.person('voluntary-sector-lead'),
    'sorry cant make the board on 12 may',
  );
  await sorry.press('Send apologies', { message: 'at a funeral' });
  await (await bot.hears(health, 'cant come to the board, sending Dr Osei instead')).press(
    'Confirm',
  );
  bot.turnTo('2021-05-12T14:00');
  const card = await bot.hears(manager, 'start attendance for todays board', IN_GROUP);
  for (const who of [council, police, bot.person('education-lead'), chair])
    await card.isPressedBy(who, 'I’m here');
  const own = await card.asSeenBy(manager);
  await own.press('Mark', { who: 'somebody:CCG', status: 'deputy', name: 'Dr Osei' });
  const taken = await bot.hears(chair, '/decision BOARD-2021-05-12', IN_GROUP);
  await taken.press('Record it', { what: 'Adopt the joint protocol', dissent: 'None' });
  const raised = await bot.hears(chair, '/action BOARD-2021-05-12', IN_GROUP);
  await raised.press('Raise it', {
    title: 'Send the protocol out',
    agency: 'WMP',
    due: '2021-06-30',
  });
  await (await (await card.asSeenBy(chair)).press('Close the register')).press('Close anyway');
  bot.turnTo(TODAY);
  const set = await bot.hears(manager, 'set up a meeting of qppa');
  await set.press('Set it up', { on: '2021-07-20', time: '10:00' });
  const next = await bot.hears(health, 'sorry cant make the next qppa');
  await next.press('Send apologies', { message: 'on leave, my mother is ill' });
  const report = await bot.hears(manager, 'is the yearly report out');
  await (await report.press('It is published…')).press('Record it', {
    on: '2021-07-01',
    where: '',
  });
}

describe('a partnership after four months in the chat', () => {
  let before: Convenor;
  beforeAll(async () => {
    before = await startConvenor({ today: '2021-03-15T10:00' });
    await live(before);
  }, 120_000);
  afterAll(() => before.stop());

  async function restore(withRestricted: boolean) {
    const folder = await emptyFolder();
    const written = await write(before, folder, withRestricted);
    const after = await startConvenor({ today: TODAY, folder, namesNoChild: true });
    const again = await emptyFolder();
    await write(after, again, withRestricted);
    return { folder, written, after, again };
  }

  it('is exported with all that only some may read, and gives every answer as before', async () => {
    const { folder, written, after, again } = await restore(true);
    try {
      expect(written?.leftOut).toEqual([]);
      expect(await filesIn(again)).toEqual(await filesIn(folder));
      expect(await answers(after)).toEqual(await answers(before));
      const back = await importFolder(
        await readFolder(folder, { namesNoChild: true }),
        before.records.partnerships,
      );
      expect(back.files.filter(({ written: rows }) => rows > 0)).toEqual([]);
      expect(back.kept).toEqual([]);
    } finally {
      await after.stop();
    }
  }, 120_000);

  it('is exported without it unless that is asked for, and says what is left out', async () => {
    const { folder, written, after, again } = await restore(false);
    try {
      const files = await filesIn(folder);
      expect(await filesIn(again)).toEqual(files);
      expect(written?.leftOut.map(({ file }) => file)).toEqual([
        'registers.csv',
        'rapid-reviews.csv',
        'history.csv',
      ]);
      const all = Object.values(files).join('\n');
      for (const words of ['my mother is ill', 'at a funeral', 'did not hear'])
        expect(all).not.toContain(words);
      const isOfReviews = (question: string) => /RR-|rapid|LCSPR/.test(question);
      const [here, there] = [await answers(before), await answers(after)];
      for (const question of Object.keys(here).filter((each) => !isOfReviews(each)))
        expect(there[question], question).toBe(here[question]);
    } finally {
      await after.stop();
    }
  }, 120_000);

  it('goes on in the place where it was restored', async () => {
    const { after } = await restore(true);
    try {
      const manager = after.person('business-manager');
      const more = await (await after.hears(manager, 'SA-002')).press('Need more time…');
      await more.press('Confirm', { due: '2021-08-20', reason: 'the schools are out' });
      const history = inWords(await after.hears(manager, 'history of SA-002'));
      expect(history).toContain('half of them have answered');
      expect(history).toContain('the schools are out');
    } finally {
      await after.stop();
    }
  }, 120_000);

  it('keeps every row that names somebody who was erased, and nothing of who they were', async () => {
    const who = 'police-partner-lead';
    const { displayName } = (await before.records.personRecords.find(ID, who))?.person ?? {};
    await before.records.personRecords.erase(ID, who, day('2021-07-05'), 'test');
    const { folder, after, again } = await restore(true);
    try {
      const files = await filesIn(folder);
      expect(files['former-people.csv']).toContain(`${who},former member 1,2021-07-05`);
      expect(files['people.csv']).not.toContain(`${who},`);
      expect(Object.values(files).join()).not.toContain(displayName);
      expect(await filesIn(again)).toEqual(files);
      const asked = (question: string) => !question.startsWith(who);
      const [here, there] = [await answers(before, asked), await answers(after, asked)];
      expect(there).toEqual(here);
      expect(JSON.stringify(there)).toContain('former member 1');
      const { faults, notes } = await readFolder(folder, { namesNoChild: true });
      expect(faults).toEqual([]);
      expect(notes.map(({ reason }) => reason)).toContain(
        `“${who}” was erased, and is a person no longer kept`,
      );
      const back = await importFolder(
        await readFolder(folder, { namesNoChild: true }),
        before.records.partnerships,
      );
      expect(back.files.filter(({ written: rows }) => rows > 0)).toEqual([]);
    } finally {
      await after.stop();
    }
  }, 120_000);
});
