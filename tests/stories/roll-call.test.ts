import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
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

async function startRollCall(): Promise<void> {
  await bot?.stop();
  ({ bot, card } = await startBoardRollCall());
}

const manager = () => bot.person('business-manager');
const chair = () => bot.person('partnership-chair');
const police = () => bot.person('police-partner-lead');
const health = () => bot.person('health-partner-lead');
const council = () => bot.person('council-partner-lead');
/** The one card in the meeting's chat, as everybody sees it now. */
const everybodys = () => {
  const message = bot.messagesIn(card.conversation).find(({ attachments }) => attachments);
  return readLines(message?.attachments?.[0]?.content).join('\n');
};
const register = () => findBoardRegister(bot);
const history = async () => (await findBoardHistory(bot)).map(({ type }) => type);
const inWords = (heard: Heard) => heard.lines.join('\n');

describe('the roll-call of the board', () => {
  beforeAll(startRollCall);

  it('is one card for everybody, and says who is missing and what the quorum lacks', () => {
    expect(card.text).toBe(
      "Roll-call for Sandwell Children's Safeguarding Partnership, Wed 12 May 2021: 0 of 12 agencies are here. Not quorate: Sandwell Metropolitan Borough Council, West Midlands Police and NHS Black Country Integrated Care Board are missing.",
    );
    expect(card.messages).toHaveLength(1);
    expect(card.messages[0]?.text).toBeUndefined();
    expect(card.buttons).toEqual(
      expect.arrayContaining(['I’m here', 'Here as deputy …', 'Apologies …', 'Refresh']),
    );
    expect(card.buttons).not.toContain('Close the register');
  });

  it('shows each person how they stand, and everybody the live count', async () => {
    const own = await card.isPressedBy(police(), 'I’m here');
    expect(own.lines).toContain('You’re marked present for West Midlands Police.');
    await expect.poll(everybodys).toContain('1 of 12 agencies are here');
    expect(everybodys()).not.toContain('You’re marked');
    expect(everybodys()).toContain('West Midlands Police · Police Partner Lead');
  });

  it('takes apologies with a message that only the chair and administrators read', async () => {
    const own = await card.isPressedBy(bot.person('lay-member'), 'Send apologies', {
      message: 'on leave',
    });
    expect(own.lines).toContain('You gave apologies.');
    await expect.poll(everybodys).toContain('Lay Person · Lay Member');
    expect(everybodys()).not.toContain('on leave');
    const cardOf = async (id: string) => (await card.asSeenBy(bot.person(id))).lines.join('\n');
    for (const reader of ['partnership-chair', 'business-manager'])
      expect(await cardOf(reader), reader).toContain('Lay Person · Lay Member, “on leave”');
    for (const other of [
      'lay-member',
      'police-partner-lead',
      'independent-scrutineer',
      'council-member',
    ])
      expect(await cardOf(other), other).not.toContain('on leave');
  });

  it('shows two people in one seat and counts it once', async () => {
    await card.isPressedBy(bot.person('police-deputy'), 'I’m here as deputy');
    await expect
      .poll(everybodys)
      .toContain('West Midlands Police · Police Partner Lead and deputy: Police Deputy');
    expect(everybodys()).toContain('1 of 12 agencies are here');
  });

  it('lets somebody be deputy for another agency once the chair has confirmed it', async () => {
    const education = bot.person('education-lead');
    const claimed = await card.isPressedBy(education, 'I’m here as deputy', { seat: 'PH' });
    expect(inWords(claimed)).toContain('It counts once the chair or an administrator confirms it.');
    await (await card.asSeenBy(chair())).press('Confirm all');
    const own = await card.asSeenBy(education);
    expect(own.lines).toContain('You’re marked present as deputy for Public Health (council).');
  });

  it('becomes the chair’s own card when it comes into sight, with what only the chair can do', async () => {
    const own = await card.asSeenBy(chair());
    expect(own.buttons).toEqual(
      expect.arrayContaining([
        'Mark somebody …',
        'Add a guest …',
        'Invite an agency …',
        'Close the register',
      ]),
    );
    expect((await card.asSeenBy(police())).buttons).not.toContain('Close the register');
  });

  it('is quorate as soon as the council, the police and health are here', async () => {
    await card.isPressedBy(council(), 'I’m here');
    const own = await card.isPressedBy(health(), 'I’m here');
    expect(own.lines).toContain('● Quorate');
    expect((await bot.hears(police(), 'are we quorate', IN_THE_MEETING)).text).toMatch(
      /^Yes, the meeting is quorate: it needs all of /,
    );
  });

  it('says aloud, once, when the meeting ceases to be quorate', async () => {
    const own = await card.asSeenBy(health());
    await own.press('I’m leaving');
    const said = bot
      .messagesIn(card.conversation)
      .filter(({ text }) => text?.startsWith('The meeting is no longer quorate'));
    expect(said.map(({ text }) => text)).toEqual([
      'The meeting is no longer quorate: NHS Black Country Integrated Care Board is missing. The chair may proceed with a reason, which is recorded.',
    ]);
    await expect.poll(everybodys).toContain('Left (1)');
  });

  it('lets the chair proceed inquorate with a reason, and nobody else', async () => {
    const own = await card.asSeenBy(chair());
    expect((await card.asSeenBy(manager())).buttons).not.toContain('Proceed');
    await own.press('Proceed', { reason: 'items for information only' });
    await expect.poll(everybodys).toContain('The chair proceeded: items for information only');
    expect(await bot.records.registers.quorumNow(PARTNERSHIP, BOARD)).toMatchObject({
      quorum: { quorate: false },
      proceeding: 'items for information only',
    });
  });

  it('lets the administrator mark others, add guests and invite an agency that is required today', async () => {
    const own = await card.asSeenBy(manager());
    await own.press('Mark', { who: 'trust-partner-lead', status: 'here' });
    await own.press('Mark', { who: 'somebody:SCVO', status: 'deputy', name: 'J. Owusu' });
    await own.press('Mark', { who: 'somebody:COUNCILLOR', status: 'vacant' });
    await own.press('Add', { guest: 'A. Ahmed, fire service' });
    await own.press('Invite', { invite: 'HOUSING' });
    await expect.poll(everybodys).toContain('Housing');
    expect(everybodys()).toContain('deputy: J. Owusu');
    expect(everybodys()).toContain('A. Ahmed, fire service');
    expect((await register())?.vacant).toEqual(['COUNCILLOR']);
    expect((await register())?.expected).toContain('HOUSING');
  });

  it('hears from Teams who joined, marks nobody by it, and offers to', async () => {
    const user = (id: string) => ({
      user: { id: `29:${id}`, name: id, aadObjectId: bot.person(id).objectId },
    });
    await bot.client.report(chair(), 'ParticipantJoin', {
      members: [user('public-health-lead'), user('police-partner-lead')],
    });
    const own = await card.asSeenBy(manager());
    expect(inWords(own)).toContain('Joined but not on the register: 1. Public Health Lead.');
    expect((await register())?.marks.map(({ person }) => person)).not.toContain(
      'public-health-lead',
    );
    const after = await own.press('Mark present');
    expect(inWords(after)).not.toContain('Joined but not on the register');
    expect((await register())?.marks.map(({ person }) => person)).toContain('public-health-lead');
  });

  it('is closed by the chair: the meeting is held, and every agency has its line', async () => {
    const own = await (await (await card.asSeenBy(chair())).press('Close the register')).press(
      'Close anyway',
    );
    expect(inWords(own)).toMatch(/Register closed · as at 14:00/);
    const lines = await bot.records.meetings.register(PARTNERSHIP, BOARD);
    const attended = Object.fromEntries(lines.map(({ agency, attended: how }) => [agency, how]));
    expect(attended).toMatchObject({
      WMP: 'present',
      CCG: 'present',
      PH: 'present',
      SCVO: 'deputy',
      LAY: 'apologies',
      SCRUT: 'absent',
      HOUSING: 'absent',
    });
    expect(attended).not.toHaveProperty('COUNCILLOR');
    expect((await bot.records.meetings.find(PARTNERSHIP, BOARD))?.meeting.status).toBe('held');
    await expect.poll(everybodys).toContain('Register closed');
  });

  it('tells who presses after that, and changes nothing', async () => {
    const before = await history();
    const late = await card.isPressedBy(bot.person('independent-scrutineer'), 'I’m here');
    expect(inWords(late)).toContain('is closed, and nothing was changed.');
    expect(await history()).toEqual(before);
  });

  it('can be corrected with a reason, and keeps what it said before', async () => {
    const own = await card.asSeenBy(chair());
    const without = await own.press('Correct', {
      agency: 'SCRUT',
      attended: 'present',
      reason: ' ',
    });
    expect(inWords(without)).toContain('please give a reason');
    const after = await own.press('Correct', {
      agency: 'SCRUT',
      attended: 'present',
      reason: 'was on the phone',
    });
    expect(inWords(after)).toContain('Independent Scrutineer');
    expect(await bot.records.registers.history(PARTNERSHIP, BOARD)).toContainEqual(
      expect.objectContaining({
        type: 'corrected',
        agency: 'SCRUT',
        changes: { attended: { from: 'absent', to: 'present' } },
        reason: 'was on the phone',
      }),
    );
  });
});

describe('on the roll-call, what should not be', () => {
  beforeEach(startRollCall);

  it('a press that Teams delivers four times has one effect', async () => {
    await card.isPressedBy(police(), 'I’m here', {}, { times: 4 });
    expect(await history()).toEqual(['opened', 'marked']);
  });

  it('a repeat that comes late does not undo what came in between', async () => {
    const own = await card.isPressedBy(police(), 'I’m here');
    await own.press('I’m leaving');
    await card.isPressedBy(police(), 'I’m here');
    expect((await register())?.marks).toMatchObject([
      { person: 'police-partner-lead', status: 'left' },
    ]);
  });

  it('somebody whose agency is not expected is asked, and then recorded as a guest', async () => {
    await (await card.asSeenBy(manager())).press('Mark', {
      who: 'somebody:COUNCILLOR',
      status: 'vacant',
    });
    const asked = await card.isPressedBy(bot.person('council-member'), 'I’m here');
    expect(inWords(asked)).toContain('Your agency is not expected at this meeting');
    expect((await register())?.marks).toEqual([]);
    const guest = await asked.press('Join as a guest');
    expect(inWords(guest)).toContain('Guests, not counted (1)');
    expect(inWords(guest)).toContain('0 of 11 agencies are here');
  });

  it('somebody unknown is refused, told who to ask, and audited', async () => {
    const refused = await card.isPressedBy(bot.stranger(), 'I’m here');
    expect(refused.text).toContain(
      'Please ask Business Manager or Partnership Coordinator to add you.',
    );
    const elsewhere = { ...bot.stranger(), tenantId: 'another-tenant' };
    expect((await card.isPressedBy(elsewhere, 'I’m here')).text).toContain(
      'I do not know which partnership you belong to',
    );
    const from = { tenantId: bot.stranger().tenantId, objectId: bot.stranger().objectId };
    expect(await bot.records.refusals.list(PARTNERSHIP)).toMatchObject([
      { from, verb: 'attendance.here' },
    ]);
    expect(await bot.records.refusals.list(undefined)).toMatchObject([
      { from: { tenantId: 'another-tenant' } },
    ]);
    expect((await register())?.marks).toEqual([]);
  });

  it('a button of the chair pressed by somebody else does nothing', async () => {
    const own = await card.asSeenBy(chair());
    const refused = await own.isPressedBy(police(), 'Close the register');
    expect(refused.text).toContain('a register is kept by the chair and the administrators');
    expect((await register())?.status).toBe('open');
  });

  it('the card of last month says that it is closed, and shows the one that is open now', async () => {
    const old = card;
    await (await (await old.asSeenBy(chair())).press('Close the register')).press('Close anyway');
    bot.turnTo('2021-07-14T14:00');
    await bot.hears(manager(), 'start attendance for the board', IN_THE_MEETING);
    const pressed = await old.isPressedBy(police(), 'I’m here');
    expect(inWords(pressed)).toContain(
      'Wed 12 May 2021, is closed, and nothing was changed. This is the one that is open.',
    );
    expect(inWords(pressed)).toContain('Wed 14 July at 14:00');
    const own = await pressed.press('I’m here');
    expect(own.lines).toContain('You’re marked present for West Midlands Police.');
  });

  it('the card of last month, whose register nobody closed, leads to the meeting of today and records nothing', async () => {
    const mine = await card.asSeenBy(chair());
    bot.turnTo('2021-07-14T14:00');
    const pressed = await card.isPressedBy(police(), 'I’m here');
    expect(inWords(pressed)).toContain(
      'Wed 12 May 2021, is over, and nothing was recorded there. This is today’s meeting.',
    );
    expect(inWords(pressed)).toContain('Wed 14 July at 14:00');
    await mine.press('Mark', { who: 'trust-partner-lead', status: 'here' });
    await card.isPressedBy(health(), 'I’m here as deputy');
    expect((await register())?.marks).toEqual([]);

    await bot.hears(manager(), 'start attendance for the board', IN_THE_MEETING);
    const own = await (await card.isPressedBy(police(), 'I’m here')).press('I’m here');
    expect(own.lines).toContain('You’re marked present for West Midlands Police.');
    expect((await register())?.marks).toEqual([]);
    const todays = await bot.records.registers.find(PARTNERSHIP, 'BOARD-2021-07-14');
    expect(todays?.register.marks).toMatchObject([{ person: 'police-partner-lead' }]);
  });

  it('a card of yesterday takes no more presence, though its keeper can still complete it; one pressed late on the day does', async () => {
    bot.turnTo('2021-05-12T18:30');
    await card.isPressedBy(police(), 'I’m here');
    bot.turnTo('2021-05-13T09:00');
    const late = await card.isPressedBy(health(), 'I’m here');
    expect(inWords(late)).toContain(
      'is over, and nothing was recorded there. If you were there, ask the chair to mark you.',
    );
    const own = await card.asSeenBy(chair());
    await own.press('Mark', { who: 'health-partner-lead', status: 'here' });
    expect((await register())?.marks.map(({ person }) => person)).toEqual([
      'police-partner-lead',
      'health-partner-lead',
    ]);
    const form = await bot.hears(council(), 'sorry cant make the next board');
    bot.turnTo('2021-07-15T09:00');
    expect((await form.press('Send apologies', { message: '' })).text).toMatch(
      /Wed 14 July 2021, is over, and nothing was recorded\./,
    );
  });

  it('an action from last month’s agenda is offered to today’s meeting, with what was filled in', async () => {
    const agenda = await bot.hears(manager(), 'agenda of the next board', IN_THE_MEETING);
    const form = await agenda.press('Action from 1');
    bot.turnTo('2021-07-14T14:00');
    const filled = { title: 'Find a room for the training', agency: 'WMP' };
    const offered = await form.press('Raise it', filled);
    expect(inWords(offered)).toContain(
      'Wed 12 May 2021, is over, and nothing was recorded there. To raise an action from that meeting, do so in our own chat.',
    );
    const raised = await offered.press('Raise it');
    expect(inWords(raised)).toContain('Find a room for the training');
    expect(inWords(raised)).toContain('Wed 14 July 2021');
    const own = await bot.hears(manager(), `/action ${BOARD} 1`);
    const late = await own.press('Raise it', { title: 'Thank the speakers', agency: 'WMP' });
    expect(inWords(late)).toContain(
      "From Sandwell Children's Safeguarding Partnership, Wed 12 May",
    );
  });

  it('an agenda item and a decision for last month’s meeting are offered to today’s', async () => {
    const decision = await bot.hears(manager(), 'record a decision: publish it', IN_THE_MEETING);
    const item = await bot.hears(manager(), 'add item to the board agenda: budget');
    bot.turnTo('2021-07-14T14:00');
    const offered = await decision.press('Record it', {});
    expect(inWords(offered)).toContain('is over, and nothing was recorded there.');
    expect(inWords(offered)).toContain('Wed 14 July 2021');
    const moved = await item.press('Add it', {});
    expect(inWords(moved)).toContain('is over, and nothing was recorded there.');
    await moved.press('Add it', {});
    const items = (meeting: string) => bot.records.agendas.items(PARTNERSHIP, meeting);
    expect(await items(BOARD)).toEqual([]);
    expect(await items('BOARD-2021-07-14')).toMatchObject([{ title: 'budget' }]);
  });

  it('an older client sees the same card follow, and no card of somebody’s own', async () => {
    await card.isPressedBy(police(), 'I’m here', {}, { olderClient: true });
    await expect.poll(everybodys).toContain('1 of 12 agencies are here');
    expect(bot.messagesIn(card.conversation)).toHaveLength(1);
    expect(everybodys()).not.toContain('You’re marked');
  });

  it('an older client hears what the card for everybody will not show', async () => {
    await (await (await card.asSeenBy(chair())).press('Close the register')).press('Close anyway');
    const late = await card.isPressedBy(police(), 'I’m here', {}, { olderClient: true });
    expect(late.text).toContain('is closed, and nothing was changed.');
  });

  it('a meeting that somebody else holds with Convenor in its chat opens and notes nothing', async () => {
    const before = await bot.records.registers.find('sandwell', 'BOARD-2021-05-12');
    for (const holder of [bot.stranger(), bot.person('council-member')]) {
      for (const [where, name] of [
        ['channel', 'Start'],
        ['channel', 'ParticipantJoin'],
        ['personal', 'Start'],
      ] as const) {
        const value = { members: [{ user: { id: '29:x', name: 'J. Smith' } }] };
        const parts = { type: 'event', name: `application/vnd.microsoft.meeting${name}`, value };
        await bot.client.post(bot.client.activity(holder, where, parts));
      }
    }
    expect(await bot.records.registers.find('sandwell', 'BOARD-2021-05-12')).toEqual(before);
    expect(
      await bot.records.meetings.findLink('sandwell', '19:general@thread.tacv2'),
    ).toBeUndefined();
  });

  it('somebody from elsewhere who joined can be marked, as a guest', async () => {
    const member = {
      user: {
        id: '29:x',
        name: 'J. Smith',
        aadObjectId: 'of-another-tenant',
        tenantId: 'another-tenant',
      },
    };
    await bot.client.report(chair(), 'ParticipantJoin', { members: [member] });
    expect(inWords(await card.asSeenBy(chair()))).toContain(
      'Joined but not on the register: 1. J. Smith.',
    );
    const marked = await (await card.asSeenBy(chair())).press('Mark present');
    expect(inWords(marked)).toContain('Guests, not counted (1)\nJ. Smith');
    expect(inWords(marked)).not.toContain('Joined but not on the register');
    await bot.client.report(chair(), 'ParticipantLeave', { members: [member] });
    expect(inWords(await card.asSeenBy(chair()))).not.toContain('Joined but not on the register');
  });

  it('a guest whom Teams reports by their own tenant and by the chat’s is one person, counted once', async () => {
    const { objectId } = police();
    const member = {
      user: {
        id: '29:p',
        name: 'A. Police',
        aadObjectId: objectId,
        tenantId: 'tenant-of-the-police',
      },
    };
    await card.isPressedBy(police(), 'I’m here');
    await bot.client.report(chair(), 'ParticipantJoin', { members: [member] });
    const own = await card.asSeenBy(chair());
    expect(inWords(own)).not.toContain('Joined but not on the register');
    expect(inWords(own)).toContain('1 of 12 agencies are here');
    expect((await register())?.joined).toMatchObject([{ person: 'police-partner-lead' }]);
  });

  it('two accounts that an administrator has joined are one person, whichever presses', async () => {
    const { tenantId } = police();
    const stored = await bot.records.partnerships.load(PARTNERSHIP);
    if (!stored) throw new Error('There is no such partnership');
    const people = stored.people.map((person) =>
      person.id === 'police-partner-lead'
        ? { ...person, otherIdentities: [{ tenantId, objectId: 'the-guest-account' }] }
        : person,
    );
    await bot.records.partnerships.save({ ...stored, people }, 'import');
    const asGuest = { ...police(), objectId: 'the-guest-account' };
    await card.isPressedBy(asGuest, 'I’m here');
    const own = await card.isPressedBy(police(), 'I’m here');
    expect(own.lines).toContain('You’re marked present for West Midlands Police.');
    expect((await register())?.marks.map(({ person }) => person)).toEqual(['police-partner-lead']);
  });

  it('personal details of a child are not taken as a word with apologies', async () => {
    const refused = await card.isPressedBy(police(), 'Send apologies', {
      message: 'with nhs no 943 476 5919',
    });
    expect(refused.text).toContain('that looks like an NHS number');
    expect((await register())?.marks).toEqual([]);
  });

  it('a member cannot open a register, and is told who can', async () => {
    const refused = await bot.hears(police(), 'start attendance for the board', IN_THE_MEETING);
    expect(refused.text).toContain('Please ask Business Manager or Partnership Coordinator.');
  });

  it('a register is not opened before the day of its meeting', async () => {
    const early = await bot.hears(manager(), 'start attendance for qppa', IN_THE_MEETING);
    expect(early.text).toContain('its register can be opened on the day');
  });

  it('the register of a meeting that was imported is corrected like any other', async () => {
    const quorate = await bot.hears(chair(), 'was the last board quorate');
    expect(quorate.text).toMatch(/^Yes, Sandwell .* on Wed 10 March was quorate: it needs all of /);
    const own = await quorate.press('Correct the register');
    expect(own.lines.join('\n')).toContain('Wed 10 March at 14:00');
    const before = await bot.records.meetings.register(PARTNERSHIP, 'BOARD-2021-03-10');
    const deputy = before.find(({ attended }) => attended === 'deputy')?.agency ?? '';
    await own.press('Correct', {
      agency: deputy,
      attended: 'apologies',
      reason: 'the message had gone astray',
    });
    const after = await bot.records.meetings.register(PARTNERSHIP, 'BOARD-2021-03-10');
    expect(after.map(({ agency }) => agency)).toEqual(before.map(({ agency }) => agency));
    expect(after.find(({ agency }) => agency === deputy)?.attended).toBe('apologies');
  });
});
