import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BOARD,
  findBoardHistory,
  findBoardRegister,
  IN_THE_MEETING,
  PARTNERSHIP,
  startBoardRollCall,
} from '../support/board-roll-call.ts';
import type { Convenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

let bot: Convenor;
let card: Heard;
afterAll(() => bot?.stop());

beforeEach(async () => {
  await bot?.stop();
  ({ bot, card } = await startBoardRollCall());
});

const manager = () => bot.person('business-manager');
const chair = () => bot.person('partnership-chair');
const register = () => findBoardRegister(bot);
const history = () => findBoardHistory(bot);
const inWords = (heard: Heard) => heard.lines.join('\n');
const closeIt = async (who = chair()) => (await card.asSeenBy(who)).press('Close the register');

describe('closing a register', () => {
  it('asks first while the meeting goes on and most are not here yet, in figures', async () => {
    await card.isPressedBy(bot.person('police-partner-lead'), 'I’m here');
    const asked = await closeIt();
    expect(inWords(asked)).toMatch(
      /The meeting ends at 1\d:\d\d, and 11 of 12 agencies are not here yet: they would be recorded as absent\. The register is still open\./,
    );
    expect(asked.buttons).toEqual(expect.arrayContaining(['Close anyway', 'Keep open']));
    expect((await register())?.status).toBe('open');

    const kept = await asked.press('Keep open');
    expect(kept.buttons).not.toContain('Close anyway');
    expect((await history()).map(({ type }) => type)).toEqual(['opened', 'marked']);

    const closed = await asked.press('Close anyway');
    expect(inWords(closed)).toContain('1 of 12 agencies attended');
    expect((await history()).at(-1)).toMatchObject({ type: 'closed', by: 'partnership-chair' });
  });

  it('asks about the minutes alone where most have been spoken of, and about nothing once they are over', async () => {
    for (const agency of ['SMBC', 'WMP', 'CCG', 'PH', 'EDU', 'SCT', 'SCVO'])
      await (await card.asSeenBy(manager())).press('Mark', {
        who: `somebody:${agency}`,
        status: agency === 'SCVO' ? 'apologies' : 'here',
      });
    const own = await card.asSeenBy(chair());
    expect(inWords(await own.press('Close the register'))).toMatch(
      /The meeting ends at 1\d:\d\d\. The register is still open\./,
    );
    bot.turnTo('2021-05-12T18:30');
    await own.press('Close the register');
    expect((await register())?.status).toBe('closed');
  });
});

describe('a register that was closed too early', () => {
  const police = () => bot.person('police-partner-lead');
  const closeAnyway = async () => (await closeIt()).press('Close anyway');
  const meetingStatus = async () =>
    (await bot.records.meetings.find(PARTNERSHIP, BOARD))?.meeting.status;

  it('is opened again by Undo right after closing, by whoever closed it', async () => {
    await card.isPressedBy(police(), 'I’m here');
    const closed = await closeAnyway();
    expect(await meetingStatus()).toBe('held');
    const other = await closed.isPressedBy(manager(), 'Undo');
    expect(inWords(other)).toContain('Nothing was undone: somebody else closed it');
    const undone = await closed.press('Undo');
    expect(inWords(undone)).toContain('The register is open again. The history keeps both.');
    expect(inWords(undone)).toContain('1 of 12 agencies are here');
    expect(await meetingStatus()).toBe('scheduled');
    expect(inWords(await closed.press('Undo'))).toContain('The register is open again.');
    expect((await history()).map(({ type }) => type)).toEqual([
      'opened',
      'marked',
      'closed',
      'reopened',
    ]);
    await closeAnyway();
    expect(await meetingStatus()).toBe('held');
  });

  it('is reopened with a reason, keeps its corrections, and its minutes say so', async () => {
    await card.isPressedBy(police(), 'I’m here');
    await closeAnyway();
    const corrected = await (await card.asSeenBy(chair())).press('Correct', {
      agency: 'PH',
      attended: 'deputy',
      reason: 'signed in late',
    });
    expect((await corrected.isPressedBy(police(), 'Reopen', { reason: 'mine' })).text).toContain(
      'a register is kept by the chair and the administrators',
    );
    const without = await corrected.press('Reopen', { reason: ' ' });
    expect(inWords(without)).toContain('please give a reason');
    const open = await corrected.press('Reopen', { reason: 'item 4 was still to come' });
    expect(inWords(open)).toContain('2 of 12 agencies are here');
    expect((await history()).at(-1)).toMatchObject({
      type: 'reopened',
      by: 'partnership-chair',
      reason: 'item 4 was still to come',
      changes: { status: { from: 'closed', to: 'open' } },
    });
    const lines = () => bot.records.meetings.register(PARTNERSHIP, BOARD);
    expect(await lines()).toEqual([]);
    await open.isPressedBy(bot.person('council-partner-lead'), 'I’m here');
    await closeAnyway();
    const present = (await lines()).filter(({ attended }) => attended !== 'absent');
    expect(present.map(({ agency, attended }) => `${agency} ${attended}`).sort()).toEqual([
      'PH deputy',
      'SMBC present',
      'WMP present',
    ]);
    const minutes = await bot.hears(manager(), 'summary of the last board');
    expect(inWords(minutes)).toContain(
      'The register was reopened on Wed 12 May by Partnership Chair: item 4 was still to come.',
    );
  });

  it('is found by “reopen the register”, with a form for the reason', async () => {
    await closeAnyway();
    const form = await bot.hears(manager(), 'reopen the register', IN_THE_MEETING);
    expect(form.text).toContain('Reopen the register of');
    const open = await form.press('Reopen', { reason: 'closed too early' });
    expect(inWords(open)).toContain('The register is open again.');
    expect((await register())?.status).toBe('open');
    const again = await bot.hears(manager(), 'reopen the register', IN_THE_MEETING);
    expect(again.text).toContain('is not closed, so nothing was changed');
  });

  it('leaves what was decided meanwhile with the quorum of its moment', async () => {
    for (const who of ['police-partner-lead', 'council-partner-lead', 'health-partner-lead'])
      await card.isPressedBy(bot.person(who), 'I’m here');
    const form = await bot.hears(
      chair(),
      'record a decision: the budget is agreed',
      IN_THE_MEETING,
    );
    await form.press('Record it', { authority: 'terms of reference' });
    await closeAnyway();
    await (await card.asSeenBy(chair())).press('Reopen', { reason: 'closed too early' });
    await (await card.asSeenBy(bot.person('health-partner-lead'))).press('I’m leaving');
    const decided = await bot.hears(chair(), 'what did we decide today', IN_THE_MEETING);
    expect(inWords(decided)).toMatch(/Quorate, 3 agencies attended/);
  });
});

describe('a mark given by mistake', () => {
  const lay = () => bot.person('lay-member');
  const marks = async () =>
    (await register())?.marks.map(({ person, status }) => `${person} ${status}`);

  it('is taken back from the card: back to what it was, or to not here yet', async () => {
    const here = await card.isPressedBy(lay(), 'I’m here');
    const sorry = await here.press('Send apologies', { message: 'on leave' });
    expect(await marks()).toEqual(['lay-member apologies']);
    bot.turnTo('2021-05-12T14:05');
    const undone = await sorry.press('Undo');
    expect(inWords(undone)).toContain('Undone. The history keeps both.');
    expect(await marks()).toEqual(['lay-member here']);
    expect((await history()).at(-1)).toMatchObject({
      type: 'undone',
      by: 'lay-member',
      agency: 'LAY',
      changes: { status: { from: 'apologies', to: 'here' } },
    });
    expect(inWords(await sorry.press('Undo'))).not.toContain('not here yet (12)');
    const back = await here.press('Undo');
    expect(inWords(back)).toContain('Undone.');
    expect(await marks()).toEqual([]);
    expect((await history()).at(-1)).toMatchObject({
      changes: { status: { from: 'here', to: 'not here yet' } },
    });
  });

  it('of somebody else is taken back by whoever gave it, and by nobody else', async () => {
    const marked = await (await card.asSeenBy(manager())).press('Mark', {
      who: 'education-lead',
      status: 'here',
    });
    const other = await marked.isPressedBy(chair(), 'Undo');
    expect(inWords(other)).toContain('only whoever recorded it can undo it');
    await marked.press('Undo');
    expect(await marks()).toEqual([]);
  });

  it('apologies sent from a message are taken back by “undo that”', async () => {
    const send = async () => {
      const form = await bot.hears(lay(), 'sorry, I cannot make the board today');
      return form.press('Send apologies', { message: 'on leave' });
    };
    const sent = await send();
    expect(inWords(sent)).toMatch(/Apologies recorded\nYour apologies/);
    expect(await marks()).toEqual(['lay-member apologies']);
    const asked = await bot.hears(lay(), 'undo that');
    expect(asked.text).toBe(
      'Your apologies were recorded. Shall I undo that? The history keeps both.',
    );
    await asked.press('Undo');
    expect(await marks()).toEqual([]);
  });

  it('is corrected by those who may, once the register is closed', async () => {
    const here = await card.isPressedBy(lay(), 'I’m here');
    await (await closeIt()).press('Close anyway');
    const late = await here.press('Undo');
    expect(inWords(late)).toContain('is closed, and nothing was changed');
    await (await card.asSeenBy(chair())).press('Correct', {
      agency: 'LAY',
      attended: 'absent',
      reason: 'pressed by mistake',
    });
    expect((await history()).at(-1)).toMatchObject({
      type: 'corrected',
      changes: { attended: { from: 'present', to: 'absent' } },
    });
  });
});
