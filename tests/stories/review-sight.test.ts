import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { GROUP_CHAT, type Heard } from '../support/teams-client.ts';

const PARTNERSHIP = 'sandwell';
const IN_A_CHAT = { in: 'group' } as const;
const A_REVIEW = /RR-20\d\d-\d+|RR ?\d/;

let bot: Convenor;
const manager = () => bot.person('business-manager');
const chair = () => bot.person('partnership-chair');
const councillor = () => bot.person('council-member');
const voluntary = () => bot.person('voluntary-sector-lead');
const education = () => bot.person('education-lead');
const inWords = ({ text, lines, buttons }: Heard) => [text, ...lines, ...buttons].join('\n');
const keepChatFor = (group: string) =>
  bot.records.meetings.link(PARTNERSHIP, GROUP_CHAT, { group }, 'coordinator');

beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15T10:00' });
  for (const somebody of [manager(), chair(), education()]) await bot.isInstalledBy(somebody);
});
afterAll(() => bot.stop());

describe('a rapid review, for those who may not see it', () => {
  it.each([
    'rapid reviews in 2020-21',
    'how many went to lcspr',
    'which rapid reviews are still undecided',
    'when is the 15 days up on the new one',
    'who hasnt decided on the latest review',
    'which ones did the national panel question',
    'were any reviews done together',
    'actions from the latest review',
    'how many actions came from each review',
    'what is drifting',
    'help',
    'add an action: read the learning, for education',
  ])('is in no answer to “%s”', async (asked) => {
    for (const somebody of [councillor(), voluntary()]) {
      const { text, lines, buttons, card } = await bot.hears(somebody, asked);
      expect([text, ...lines, ...buttons, JSON.stringify(card ?? '')].join('\n')).not.toMatch(
        /RR-20\d\d-\d/,
      );
    }
  });

  it('has the words of a reference that does not exist, whatever is asked of it', async () => {
    for (const asked of [
      'tell me about REF',
      'deadline for REF',
      'who has not decided on REF',
      'actions from REF',
      'who changed REF',
      'remind me about REF next tuesday',
      'snooze REF for two weeks',
      'open the decision on REF',
    ]) {
      const answerTo = async (ref: string) =>
        inWords(await bot.hears(councillor(), asked.replace('REF', ref))).replaceAll(ref, 'REF');
      expect(await answerTo('RR-2020-04'), asked).toBe(await answerTo('RR-2020-77'));
    }
  });

  it('is the source of an action that they see, without its reference', async () => {
    const seen = inWords(await bot.hears(voluntary(), 'tell me about SA-052'));
    expect(seen).toContain('SA-052');
    expect(seen).toContain('a rapid review');
    expect(seen).not.toMatch(A_REVIEW);
    expect(seen).toContain('Complete practice review for a rapid review');
    expect(seen).not.toMatch(/rapid review \d/);
    expect(inWords(await bot.hears(chair(), 'tell me about SA-052'))).toContain('RR-2020-04');
    const from = await bot.hears(voluntary(), 'where did SA-048 come from');
    expect(from.text).toMatch(/^SA-048 came from a rapid review, raised/);
  });

  it('stays the source when somebody who does not see it changes the action', async () => {
    const { action } = (await bot.records.actions.find(PARTNERSHIP, 'SA-048')) ?? {};
    if (!action) throw new Error('SA-048 is imported');
    const event = { by: 'coordinator', at: '2021-03-15T10:00:00.000Z', type: 'reassigned' };
    await bot.records.actions.record(
      PARTNERSHIP,
      { record: { ...action, owner: { agency: 'SCVO' } }, event },
      1,
    );
    const form = await (await bot.hears(voluntary(), 'tell me about SA-048')).press('Update');
    await form.press('Confirm', { status: 'in progress', reason: 'Begun' });
    const after = (await bot.records.actions.find(PARTNERSHIP, 'SA-048'))?.action;
    expect(after).toMatchObject({
      status: 'in progress',
      review: 'RR-2020-04',
      source: action.source,
      notes: action.notes,
    });
  });

  it('is not found by the search of the message extension, wherever its results are put', async () => {
    for (const somebody of [councillor(), chair()]) {
      const found = await bot.client.search(somebody, 'practice review');
      expect(JSON.stringify(found)).toContain('SA-052');
      expect(JSON.stringify(found)).not.toMatch(/RR-2020-04/);
    }
  });
});

describe('a reference that somebody wrote into another record', () => {
  it('reads “a rapid review” on the agenda to those who may not see it', async () => {
    const form = await bot.hears(
      manager(),
      'add an item to the next board agenda: next steps on RR-2021-01',
    );
    await form.press('Add it');
    const lead = inWords(await bot.hears(chair(), 'agenda of the next board'));
    expect(lead).toContain('next steps on RR-2021-01');
    const agenda = inWords(await bot.hears(councillor(), 'agenda of the next board'));
    expect(agenda).toContain('next steps on a rapid review');
    expect(agenda).not.toMatch(A_REVIEW);
    await keepChatFor('BOARD');
    const shared = inWords(await bot.hears(chair(), 'agenda of the next board', IN_A_CHAT));
    expect(shared).toContain('next steps on a rapid review');
    expect(shared).not.toMatch(A_REVIEW);
  });

  it('does in no list of actions of days gone by, nor in the history of one', async () => {
    for (const asked of [
      'what was open on 1 march',
      'what changed on SA-052',
      'actions that returned',
    ]) {
      const told = await bot.hears(voluntary(), asked);
      expect(JSON.stringify([told.text, told.lines, told.card]), asked).not.toMatch(/RR-20\d\d-\d/);
    }
  });
});

describe('in a chat of several', () => {
  it('only what everybody there may see is said, and the rest to the asker alone', async () => {
    await keepChatFor('BOARD');
    for (const asked of [
      'rapid reviews in 2020-21',
      'when is RR-2021-01 due',
      'rr4 lcspr or not',
    ]) {
      const shared = await bot.hears(chair(), asked, IN_A_CHAT);
      expect(inWords(shared), asked).toBe(
        'Not everybody in this chat may see that, so I have answered you in your own chat.',
      );
      expect(bot.personalMessages('partnership-chair').at(-1)?.text, asked).toMatch(/RR-|9 rapid/);
    }
  });

  it('what is asked next goes on from there, to the asker alone', async () => {
    await bot.hears(chair(), 'when is RR-2021-01 due', IN_A_CHAT);
    const shared = await bot.hears(chair(), 'were they told about it in time', IN_A_CHAT);
    expect(inWords(shared)).not.toMatch(A_REVIEW);
    expect(bot.personalMessages('partnership-chair').at(-1)?.text).toMatch(
      /^The Panel was notified of RR-2021-01 on Fri 5 March/,
    );
  });

  it('an action is shown with what everybody may see of it, and its source to the asker alone', async () => {
    const shared = inWords(await bot.hears(chair(), 'tell me about SA-052', IN_A_CHAT));
    expect(shared).toContain('a rapid review');
    expect(shared).toContain('the rest is in your own chat with me');
    expect(shared).not.toMatch(A_REVIEW);
    const own = bot.personalMessages('partnership-chair').at(-1);
    expect(JSON.stringify(own)).toContain('RR-2020-04');
    const list = await bot.hears(chair(), 'overdue actions', IN_A_CHAT);
    expect(inWords(list)).not.toContain('your own chat');
  });

  it('a reference that does not exist gets there the words of one that does', async () => {
    const known = await bot.hears(chair(), 'tell me about RR-2020-04', IN_A_CHAT);
    const unknown = await bot.hears(chair(), 'tell me about RR-2020-77', IN_A_CHAT);
    expect(known.text).toBe(unknown.text);
  });

  it('whoever cannot be reached alone is told how to hear it', async () => {
    const police = bot.person('police-partner-lead');
    const shared = await bot.hears(police, 'when is RR-2021-01 due', IN_A_CHAT);
    expect(shared.text).toBe(
      'Not everybody in this chat may see that, and I cannot reach you in your own chat. Write to me there once, then ask again.',
    );
  });

  it('a chat that is kept for no group has readers that nobody knows', async () => {
    const shared = await bot.hears(chair(), 'rapid reviews in 2020-21', { in: 'channel' });
    expect(inWords(shared)).not.toMatch(A_REVIEW);
  });

  it('the group that handles rapid reviews speaks of them in its own chat; who is no member does not', async () => {
    await keepChatFor('RRP');
    expect((await bot.hears(chair(), 'when is RR-2021-01 due', IN_A_CHAT)).text).toMatch(
      /^RR-2021-01 is due to the Panel by/,
    );
    expect((await bot.hears(councillor(), 'when is RR-2021-01 due', IN_A_CHAT)).text).toMatch(
      /^No rapid review has the reference RR-2021-01/,
    );
  });

  it('nobody opens one where not everybody may see it', async () => {
    await keepChatFor('BOARD');
    const told = await bot.hears(manager(), 'open a new rapid review', IN_A_CHAT);
    expect(told.text).toBe(
      'Nothing was recorded: not everybody in this chat may see rapid reviews. Please open it in your own chat with me.',
    );
  });
});

describe('whoever was asked for a summary', () => {
  it('sees that review alone, and no decision of it', async () => {
    expect(inWords(await bot.hears(education(), 'rapid reviews'))).not.toMatch(A_REVIEW);
    const detail = await bot.hears(manager(), 'tell me about RR-2021-01');
    const form = await detail.press('Record it', { step: 'scope' });
    await form.press('Confirm', { agencies: 'EDU', due: '2021-03-19' });
    expect((await bot.hears(education(), 'rapid reviews')).text).toBe(
      'You were asked for a summary of RR-2021-01.',
    );
    expect((await bot.hears(education(), 'when is RR-2021-01 due')).text).toMatch(
      /^RR-2021-01 is due to the Panel by/,
    );
    expect((await bot.hears(education(), 'tell me about RR-2020-04')).text).toBe(
      'No rapid review has the reference RR-2020-04. I can show you RR-2021-01.',
    );
    expect(inWords(await bot.hears(voluntary(), 'rapid reviews'))).not.toMatch(A_REVIEW);
  });
});

describe('what is published', () => {
  it('is for everybody: the figures of a year with its report, and LCSPRs, without a reference', async () => {
    bot.turnTo('2021-09-20T10:00');
    const report = await bot.hears(chair(), '/yearly-report 2020-21');
    const form = await report.press('It is published…');
    await form.press('Record it', { on: '2021-09-17' });
    const told = await bot.hears(councillor(), 'rapid reviews in 2020-21');
    expect(told.text).toBe(
      '9 rapid reviews in 2020-21, whose yearly report is published: 8 decided, 5 went forward to an LCSPR, as 4 reviews.',
    );
    expect(inWords(told)).not.toMatch(A_REVIEW);
    expect(inWords(await bot.hears(councillor(), 'rapid reviews in 2021-22'))).toMatch(
      /^I have no rapid review to show here\./,
    );
  });
});

describe('a notice', () => {
  afterAll(() => other.stop());
  let other: Convenor;

  it('tells who owns an action that it is due, and of the review that it comes from no reference', async () => {
    other = await startConvenor({ today: '2026-05-21T10:00', folder: 'samples/fenmarsh' });
    await other.isInstalledBy(other.person('named-nurse'));
    await other.isInstalledBy(other.person('icb-lead'));
    await other.sweep();
    const told = JSON.stringify(other.personalMessages('named-nurse'));
    expect(told).toContain('FM-147');
    expect(told).not.toContain('FRR-');
    const detail = await other.hears(other.person('icb-lead'), 'tell me about FM-147');
    expect(inWords(detail)).toContain('FRR-2025-03');
  });
});
