import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import {
  BOARD,
  findBoardHistory,
  findBoardRegister,
  IN_THE_MEETING,
  PARTNERSHIP,
  startBoardRollCall,
} from '../support/board-roll-call.ts';
import { readLines } from '../support/card-reading.ts';
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
const coordinator = () => bot.person('coordinator');
const chair = () => bot.person('partnership-chair');
const councillor = () => bot.person('council-member');
const everybodys = () => {
  const message = bot.messagesIn(card.conversation).find(({ attachments }) => attachments);
  return readLines(message?.attachments?.[0]?.content).join('\n');
};
const register = () => findBoardRegister(bot);
const history = () => findBoardHistory(bot);
const linesOf = async () =>
  Object.fromEntries(
    (await bot.records.meetings.register(PARTNERSHIP, BOARD)).map(({ agency, attended }) => [
      agency,
      attended,
    ]),
  );
const inWords = (heard: Heard) => heard.lines.join('\n');
const claim = (who: Parameters<Heard['isPressedBy']>[0], seat: string) =>
  card.isPressedBy(who, 'I’m here as deputy', { seat });

describe('a seat of another agency', () => {
  it('is claimed and not counted: a councillor for the police does not make the board quorate', async () => {
    await card.isPressedBy(bot.person('council-partner-lead'), 'I’m here');
    await card.isPressedBy(bot.person('health-partner-lead'), 'I’m here');
    const own = await claim(councillor(), 'WMP');
    expect(inWords(own)).toContain(
      'You said that you are here as deputy for West Midlands Police. It counts once the chair or an administrator confirms it.',
    );
    await expect.poll(everybodys).toContain('2 of 12 agencies are here; 1 claimed, not confirmed');
    expect(everybodys()).toContain('Not quorate: West Midlands Police is missing');
    expect(everybodys()).toContain(
      'Claimed, not confirmed (1)\nWest Midlands Police · Lead Councillor',
    );
    expect((await bot.hears(manager(), 'are we quorate', IN_THE_MEETING)).text).toMatch(
      /^No, the meeting is not quorate: West Midlands Police is missing\. 2 of 12 seats are filled; 1 is claimed, not confirmed\./,
    );
    expect((await bot.hears(manager(), 'who is here', IN_THE_MEETING)).text).toContain(
      'West Midlands Police is claimed, not confirmed',
    );
  });

  it('is what is said of an agency that has nobody else there', async () => {
    await claim(councillor(), 'CCG');
    await bot.hears(manager(), 'who is missing today');
    expect((await bot.hears(manager(), 'is health here today')).text).toMatch(
      /^NHS Black Country .* has a seat that is claimed, not confirmed, at .* on Wed 12 May\.$/,
    );
  });

  it('counts once the chair has confirmed it, who is shown the claims apart; nobody else is', async () => {
    await claim(councillor(), 'WMP');
    expect((await card.asSeenBy(councillor())).buttons).not.toContain('Confirm all');
    const own = await card.asSeenBy(chair());
    expect(inWords(own)).toContain('1 seat is claimed, and not counted until confirmed.');
    const after = await own.press('Confirm all');
    expect(inWords(after)).toContain('1 of 12 agencies are here');
    expect(inWords(after)).not.toContain('claimed');
    expect((await register())?.marks).toMatchObject([
      {
        person: 'council-member',
        agency: 'WMP',
        claim: { outcome: 'confirmed', by: 'partnership-chair', at: expect.any(String) },
      },
    ]);
    expect((await history()).slice(-2)).toMatchObject([
      {
        type: 'marked',
        by: 'council-member',
        agency: 'WMP',
        changes: { status: { to: 'claimed' } },
      },
      { type: 'confirmed', by: 'partnership-chair', person: 'council-member', agency: 'WMP' },
    ]);
    const refused = await own.isPressedBy(bot.person('police-deputy'), 'Confirm all');
    expect(refused.text).toContain(
      'Nothing was recorded: that is for administrators, the chair and the chair of its group.',
    );
  });

  it('is confirmed with all others in one press, but for one’s own', async () => {
    await claim(councillor(), 'WMP');
    await claim(bot.person('education-lead'), 'CCG');
    await claim(coordinator(), 'PH');
    const own = await card.asSeenBy(coordinator());
    expect(inWords(own)).toContain(
      '3 seats are claimed, and not counted until confirmed. Somebody else confirms yours.',
    );
    const after = await own.isPressedBy(coordinator(), 'Confirm all', {}, { times: 2 });
    expect(inWords(after)).toContain('2 of 12 agencies are here; 1 claimed, not confirmed');
    expect((await history()).map(({ type }) => type)).toEqual([
      'opened',
      'marked',
      'marked',
      'marked',
      'confirmed',
    ]);
    const last = await (await card.asSeenBy(manager())).press('Confirm all');
    expect(inWords(last)).toContain('3 of 12 agencies are here');
  });

  it('is confirmed one by one where there are several', async () => {
    await claim(councillor(), 'WMP');
    await claim(bot.person('education-lead'), 'CCG');
    const own = await card.asSeenBy(manager());
    const after = await own.press('Confirm', { claim: 'CCG:education-lead' });
    expect(inWords(after)).toContain('1 of 12 agencies are here; 1 claimed, not confirmed');
    expect((await register())?.marks).toMatchObject([
      { agency: 'WMP', claim: {} },
      { agency: 'CCG', claim: { outcome: 'confirmed', by: 'business-manager' } },
    ]);
  });

  it('is not given by the one who claims it, in whatever way they try', async () => {
    await claim(chair(), 'WMP');
    const own = await card.asSeenBy(chair());
    expect(own.buttons).not.toContain('Confirm all');
    const asElse = await own.press('Mark', { who: 'somebody:WMP', status: 'here' });
    expect(inWords(asElse)).toContain('nobody confirms their own seat');
    const asked = await (await card.asSeenBy(chair())).press('Close the register');
    await asked.press('Settle and close', { confirmed: 'WMP:partnership-chair' });
    expect((await register())?.status).toBe('open');
    await asked.press('Settle and close', { confirmed: '' });
    const corrected = await (await card.asSeenBy(chair())).press('Correct', {
      agency: 'WMP',
      attended: 'deputy',
      reason: 'I was there for them',
    });
    expect(inWords(corrected)).toContain('nobody confirms their own seat');
    expect((await linesOf()).WMP).toBe('absent');
  });

  it('can be refused with a reason, which the claimant is told; they stay without a seat', async () => {
    await claim(councillor(), 'WMP');
    const own = await card.asSeenBy(chair());
    const without = await own.press('Not for this seat', {
      claim: 'WMP:council-member',
      refusal: ' ',
    });
    expect(inWords(without)).toContain('please give a reason');
    await own.press('Not for this seat', {
      claim: 'WMP:council-member',
      refusal: 'the police send their own',
    });
    const theirs = await card.asSeenBy(councillor());
    expect(inWords(theirs)).toContain(
      'You attend without a seat: it was not confirmed that you are here for West Midlands Police (the police send their own).',
    );
    await expect.poll(everybodys).toContain('Lead Councillor · not for West Midlands Police');
    expect(everybodys()).not.toContain('the police send their own');
    expect((await history()).at(-1)).toMatchObject({
      type: 'refused',
      person: 'council-member',
      agency: 'WMP',
      reason: 'the police send their own',
    });
  });

  it('is moved to another only after asking: one person fills one seat', async () => {
    await card.isPressedBy(councillor(), 'I’m here');
    const asked = await claim(councillor(), 'WMP');
    expect(inWords(asked)).toContain(
      'Lead Councillor is on the register for Local Council Member. One person fills one seat, so nothing was changed.',
    );
    expect((await register())?.marks).toMatchObject([{ agency: 'COUNCILLOR' }]);
    const moved = await asked.press('Move to this seat');
    expect(inWords(moved)).toContain('0 of 12 agencies are here; 1 claimed, not confirmed');
    const left = await (await card.asSeenBy(councillor())).press('I’m leaving');
    const back = await left.press('I’m here');
    expect(inWords(back)).toContain('is on the register for West Midlands Police');
    await back.press('Move to this seat');
    expect((await register())?.marks).toMatchObject([{ agency: 'COUNCILLOR', status: 'here' }]);
  });

  it('is not confirmed for another seat than was shown', async () => {
    await claim(councillor(), 'WMP');
    const own = await card.asSeenBy(chair());
    await (await claim(councillor(), 'CCG')).press('Move to this seat');
    await own.press('Confirm all');
    expect((await register())?.marks).toMatchObject([{ agency: 'CCG', claim: {} }]);
  });

  it('stays theirs while they leave and come back', async () => {
    await claim(councillor(), 'WMP');
    await (await card.asSeenBy(chair())).press('Confirm all');
    const left = await (await card.asSeenBy(councillor())).press('I’m leaving');
    expect((await register())?.marks).toMatchObject([
      { agency: 'WMP', isDeputy: true, status: 'left', claim: { outcome: 'confirmed' } },
    ]);
    const back = await left.press('I’m here as deputy', { seat: 'WMP' });
    expect(inWords(back)).toContain('You’re marked present as deputy for West Midlands Police.');
  });

  it('is asked about when somebody else is marked who sits elsewhere', async () => {
    await claim(councillor(), 'WMP');
    const asked = await (await card.asSeenBy(manager())).press('Mark', {
      who: 'council-member',
      status: 'here',
    });
    expect(inWords(asked)).toContain(
      'Lead Councillor is on the register for West Midlands Police.',
    );
    await asked.press('Move to this seat');
    expect((await register())?.marks).toMatchObject([
      { agency: 'COUNCILLOR', by: 'business-manager' },
    ]);
  });
});

describe('closing a register with claims that nobody has settled', () => {
  it('asks about each, and settles none in silence', async () => {
    await claim(councillor(), 'WMP');
    await claim(bot.person('education-lead'), 'PH');
    const asked = await (await card.asSeenBy(chair())).press('Close the register');
    expect(inWords(asked)).toContain(
      'The register is still open. Tick whoever takes the seat that they claimed; the others attended without a seat.',
    );
    expect((await register())?.status).toBe('open');

    await claim(bot.person('lay-member'), 'CCG');
    const again = await asked.press('Settle and close', { confirmed: 'WMP:council-member' });
    expect((await register())?.status).toBe('open');
    const closed = await again.press('Settle and close', {
      confirmed: 'PH:education-lead,CCG:lay-member',
    });
    expect(inWords(closed)).toContain('2 of 12 agencies attended');
    expect(inWords(closed)).toContain(
      'Attended without a seat (1)\nLead Councillor · claimed West Midlands Police',
    );
    expect(await linesOf()).toMatchObject({ WMP: 'absent', PH: 'deputy', CCG: 'deputy' });
    expect((await history()).at(-1)).toMatchObject({
      type: 'closed',
      by: 'partnership-chair',
      person: 'council-member, education-lead, lay-member',
      agency: 'WMP, PH, CCG',
      changes: {
        confirmed: { to: 'education-lead, lay-member' },
        withoutSeat: { to: 'council-member' },
      },
    });
  });

  it('is as before where there are none', async () => {
    await card.isPressedBy(councillor(), 'I’m here');
    await (await (await card.asSeenBy(chair())).press('Close the register')).press('Close anyway');
    expect((await register())?.status).toBe('closed');
  });

  it('leaves corrections afterwards to somebody else, with a reason', async () => {
    await claim(councillor(), 'WMP');
    const asked = await (await card.asSeenBy(chair())).press('Close the register');
    await asked.press('Settle and close', {});
    await (await card.asSeenBy(chair())).press('Correct', {
      agency: 'WMP',
      attended: 'deputy',
      reason: 'the police wrote that he spoke for them',
    });
    expect((await linesOf()).WMP).toBe('deputy');
  });
});
