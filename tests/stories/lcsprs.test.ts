import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { retainedStores } from '../../src/features/index.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { exportFolder, readFolder } from '../support/a-folder.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { emptyFolder } from '../support/empty-folder.ts';
import type { Heard } from '../support/teams-client.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15T10:00' });
  await bot.isInstalledBy(manager());
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const scrutineer = () => bot.person('independent-scrutineer');
const lay = () => bot.person('lay-member');
const inWords = (heard: Heard) => [heard.text, ...heard.lines].join('\n');
const says = async (message: string, who = scrutineer()) => (await bot.hears(who, message)).text;

async function record(name: string, step: string, fields: Record<string, string>): Promise<Heard> {
  const card = await bot.hears(manager(), `show me ${name}`);
  const form = await card.press('Record it', { step });
  return form.press('Confirm', fields);
}

describe('a local review from the decision to its publication', () => {
  it('has its decision, reviewer, scope and days recorded on its card', async () => {
    const card = await record('LCSPR-A', 'facts', {
      decided: '2020-10-05',
      reviewer: 'Independent reviewer of the regional pool',
      scope: 'Two years before the incidents, five agencies',
      family: '2020-11-02',
      draft: '2021-03-22',
    });
    expect(card.lines).toContain('Recorded.');
    expect(inWords(card)).toContain('Publication due\nMon 5 April');
    for (const line of ['Mon 5 October 2020  decided to start it', 'Mon 22 March 2021  draft due'])
      expect(card.lines).toContain(line);
  });

  it('is corrected with a reason, and the history keeps both', async () => {
    const unsaid = await record('LCSPR-A', 'facts', { family: '2020-11-03', reason: '' });
    expect(unsaid.text).toBe('Nothing was recorded. Please give a reason, which is kept.');
    const corrected = await record('LCSPR-A', 'facts', {
      family: '2020-11-03',
      reason: 'The letter went a day later',
    });
    expect(inWords(corrected)).toContain(
      'family offered a part Mon 2 November 2020, now Tue 3 November 2020 (The letter went a day later)',
    );
  });

  it('has what was just recorded taken back by one press, while nothing followed it', async () => {
    const wrong = await record('LCSPR-A', 'facts', { draft: '2021-03-23', reason: 'Mistyped' });
    expect(inWords(wrong)).toContain('Tue 23 March 2021  draft due');
    const other = await wrong.isPressedBy(bot.person('coordinator'), 'Undo');
    expect(other.text).toBe('Nothing was undone: only whoever recorded it can undo it.');
    const undone = await wrong.press('Undo');
    expect(inWords(undone)).toMatch(
      /Undone\. The history keeps both\.[\s\S]*Mon 22 March 2021 {2}draft due/,
    );
    expect(inWords(undone)).toContain('“amended an LCSPR” was a mistake');
    expect(inWords(await wrong.press('Undo'))).not.toContain('Tue 23 March 2021  draft due');
    const first = await record('LCSPR-A', 'facts', { draft: '2021-03-23', reason: 'Mistyped' });
    await record('LCSPR-A', 'facts', { draft: '2021-03-22', reason: 'Right before' });
    expect((await first.press('Undo')).text).toBe(
      'Nothing was undone: it was changed since. Please change it again instead.',
    );
  });

  it('has milestones, of which the next is told of', async () => {
    await record('LCSPR-A', 'reached', { what: 'first panel meeting', on: '2020-11-16' });
    const set = await record('LCSPR-A', 'milestone', { what: 'second draft', due: '2021-03-22' });
    expect(inWords(set)).toContain('Second draft, by Mon 22 March');
    const told = await bot.sweep();
    const read = JSON.stringify(told.get('business-manager'));
    expect(read).toContain('second draft');
    expect(read).toMatch(/advance copy to the Panel and the Secretary of State/);
  });

  it('is delayed by proceedings, and says whether the Panel was told', async () => {
    bot.turnTo('2021-03-29T10:00');
    await record('LCSPR-A', 'delay', { due: '2021-06-30', reason: 'Criminal proceedings.' });
    expect(await says('was the panel told of the delay to LCSPR-A')).toBe(
      'It is not recorded that the Panel was told. LCSPR-A is delayed until Wed 30 June: Criminal proceedings.',
    );
    await record('LCSPR-A', 'told', { on: '2021-03-26' });
    expect(await says('was the panel told of the delay to LCSPR-A')).toBe(
      'The Panel was told on Fri 26 March 2021 that LCSPR-A is delayed until Wed 30 June: Criminal proceedings.',
    );
    expect(await says('when does LCSPR-A have to be published')).toBe(
      'LCSPR-A is to be published by Mon 5 April, in 7 days: 6 calendar months from its start on Mon 5 October 2020. It is delayed until Wed 30 June: Criminal proceedings.',
    );
  });

  it('is late once its six months are over, and spoken of weekly while it is', async () => {
    bot.turnTo('2021-07-06T10:00');
    expect(await says('which lcsprs are late and why')).toBe(
      '1 of 4 LCSPRs is late. LCSPR-A is late, it was due Mon 5 April; delayed until Wed 30 June: Criminal proceedings. Of LCSPR-B, Joint LCSPR-C and LCSPR-D the day of the decision is not recorded, so I cannot tell whether they are late.',
    );
    bot.turnTo('2021-07-12T10:00');
    const told = JSON.stringify((await bot.sweep()).get('business-manager'));
    expect(told).toContain('LCSPR-A');
    bot.turnTo('2021-07-14T10:00');
    expect(JSON.stringify((await bot.sweep()).get('business-manager') ?? [])).not.toContain(
      'LCSPR-A: publish it',
    );
  });

  it('is published late with its reason, where it can be read and until when', async () => {
    bot.turnTo('2021-09-02T10:00');
    await record('LCSPR-A', 'facts', { copy: '2021-08-20' });
    const published = await record('LCSPR-A', 'publish', {
      on: '2021-09-01',
      where: 'www.sandwell-partnership.example/reviews/a',
      until: '2022-09-01',
    });
    expect(inWords(published)).toContain('Published on Wed 1 September 2021');
    expect(published.lines).toContain('www.sandwell-partnership.example/reviews/a');
    expect(await says('where can I read LCSPR-A')).toBe(
      'LCSPR-A was published on Wed 1 September. It can be read at www.sandwell-partnership.example/reviews/a, at least until Thu 1 September 2022.',
    );
    expect(await says('when was LCSPR-A published')).toContain(
      'after its last day, Mon 5 April: Criminal proceedings. It can be read at',
    );
  });

  it('is then everybody’s as it was published, and no more of it', async () => {
    expect(await says('where can I read LCSPR-A', lay())).toContain('It can be read at www.');
    const card = inWords(await bot.hears(lay(), 'show me LCSPR-A'));
    expect(card).not.toMatch(/RR-2020|regional pool|five agencies|second draft/);
    expect(await says('who is the reviewer of LCSPR-B', lay())).toMatch(/I know no review called/);
  });
});

describe('a local review that is not published', () => {
  it('has its reason, and where its improvements are', async () => {
    await record('LCSPR-B', 'withhold', {
      reason: 'Those who gave evidence would be known by it',
      where: 'the learning briefing of October 2021',
    });
    expect(await says('which lcsprs will not be published')).toBe(
      '1 of 4 LCSPRs is not to be published: LCSPR-B. LCSPR-B will not be published: Those who gave evidence would be known by it. The improvements are published at the learning briefing of October 2021.',
    );
    expect(await says('where can I read LCSPR-B')).toMatch(/^LCSPR-B will not be published: /);
  });

  it('is taken back with a reason where that was recorded wrong', async () => {
    const back = await record('LCSPR-B', 'reopen', { reason: 'It was LCSPR-D' });
    expect(inWords(back)).toContain('● Under way');
    const gone = await record('LCSPR-B', 'withdraw', { reason: 'Opened twice' });
    expect(inWords(gone)).toContain('Withdrawn');
    expect(await says('how do our lcsprs stand')).toMatch(
      /^3 LCSPRs: 2 under way and 1 published\./,
    );
    await record('LCSPR-B', 'reinstate', { reason: 'It was not' });
  });
});

describe('local reviews by their names', () => {
  it.each([
    [
      'who is the reviewer of LCSPR-A',
      'The reviewer of LCSPR-A is Independent reviewer of the regional pool.',
    ],
    ['who is the reviewer of LCSPR-B', 'No reviewer is recorded for LCSPR-B.'],
    ['who is the reviewer of joint lcspr c', 'No reviewer is recorded for Joint LCSPR-C.'],
    [
      'has the family been offered a part in LCSPR-D',
      'It is not recorded that the family was offered a part in LCSPR-D.',
    ],
    [
      'has the family been offered a part in LCSPR-A',
      'The family was offered a part in LCSPR-A on Tue 3 November 2020.',
    ],
  ])('%s', async (message, answer) => {
    expect(await says(message)).toBe(answer);
  });

  it.each([
    'when does LCSPR-Z have to be published',
    'who is the reviewer of LCSPR-Z',
    'where can I read the Hawthorn review',
  ])('%s, which there is not: the names there are', async (message) => {
    expect(await says(message)).toMatch(
      /^I know no review called “(LCSPR Z|Hawthorn)”\. I know LCSPR-A, LCSPR-B, Joint LCSPR-C, LCSPR-D\.$/,
    );
  });

  it('has the family been offered a part, of all where none is named', async () => {
    const text = await says('has the family been offered a part in each lcspr');
    for (const name of ['LCSPR-A', 'LCSPR-B', 'Joint LCSPR-C', 'LCSPR-D'])
      expect(text).toContain(name);
  });
});

describe('lcsprs.csv', () => {
  it('takes out what was recorded, and brings it back as it was', async () => {
    const folder = await emptyFolder();
    await exportFolder(bot.records.partnerships, 'sandwell', folder);
    const lines = (await readFile(join(folder, 'lcsprs.csv'), 'utf8')).split('\n');
    const [heading = '', ...rows] = lines;
    expect(heading).toContain('family_offered_on');
    expect(rows.filter((row) => row.startsWith('LCSPR-A,'))).toEqual([
      expect.stringContaining(
        '2020-11-16 first panel meeting (done 2020-11-16) | 2021-03-22 second draft',
      ),
    ]);
    expect(rows.join('\n')).toContain('2021-06-30 Criminal proceedings. (Panel told 2021-03-26)');
    const read = await readFolder(folder);
    expect(read.faults).toEqual([]);
    // The first import only remembers the order of the rows.
    await importFolder(read, bot.records.partnerships);
    const again = await importFolder(read, bot.records.partnerships);
    expect(again.files.find(({ file }) => file === 'lcsprs.csv')).toMatchObject({ written: 0 });
    const [before, other] = [bot, await startConvenor({ today: '2021-09-02T10:00', folder })];
    try {
      const all = (each: Convenor) => each.records.reviews.lcsprs('sandwell');
      const bare = (lcsprs: Awaited<ReturnType<typeof all>>) =>
        lcsprs
          .map(({ delays, ...rest }) => ({
            ...rest,
            delays: delays.map(({ by: _, at: __, ...delay }) => delay),
          }))
          .toSorted((a, b) => a.name.localeCompare(b.name));
      expect(bare(await all(other))).toEqual(bare(await all(before)));
      expect(
        (await other.hears(other.person('independent-scrutineer'), 'where can I read LCSPR-A'))
          .text,
      ).toContain('www.sandwell');
    } finally {
      await other.stop();
    }
  });
});

describe('a local review whose time is over', () => {
  it('is reduced to what is published, unless it is held', async () => {
    const due = (on: string) =>
      bot.records.retention
        .due('sandwell', day(on), retainedStores)
        .then((all) => all.filter(({ kind }) => kind === 'lcspr'));
    expect(await due('2031-08-31')).toEqual([]);
    expect(await due('2031-09-01')).toMatchObject([{ id: 'LCSPR-A' }]);
    const card = await bot.hears(manager(), 'show me LCSPR-A');
    const form = await card.press('Hold record');
    const held = await form.press('Hold record', { reason: 'An inquest' });
    expect(inWords(held)).toContain('LCSPR-A is held until it is released');
    expect(await due('2031-09-01')).toEqual([]);
    expect(inWords(await bot.hears(manager(), 'show me LCSPR-A'))).toContain('An inquest');
    const again = await (await bot.hears(manager(), 'show me LCSPR-A')).press('Hold record');
    await again.press('Release');
    const [gone] = await due('2031-09-01');
    if (gone) await bot.records.retention.forget('sandwell', gone, 'retention', retainedStores);
    const lcspr = (await bot.records.reviews.lcsprs('sandwell')).find(
      ({ name }) => name === 'LCSPR-A',
    );
    const history = await bot.records.reviews.lcsprHistory('sandwell', 'LCSPR-A');
    expect(history.map(({ type }) => type)).toEqual(['reduced']);
    expect(lcspr).toEqual({
      name: 'LCSPR-A',
      cases: ['RR-2020-02', 'RR-2020-06'],
      delays: [],
      published: expect.objectContaining({ on: '2021-09-01' }),
    });
    expect(await due('2031-09-01')).toEqual([]);
  });
});
