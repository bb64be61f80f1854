import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createCalendar } from '../../src/contract/calendar.ts';
import { day } from '../../src/domain/dates.ts';
import { findDecisions } from '../../src/features/decisions/queries.ts';
import { compileFullMinutes } from '../../src/features/minutes/full-minutes.ts';
import { createMinutesDocument } from '../../src/features/minutes/minutes-document.ts';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';
import { wordsOfDocument } from '../support/words-of-document.ts';

describe('when groups meet, asked on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');

  it('says when a group meets next, how far off that is, and what follows', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'when is the next qppa');
    expect(reply.text).toBe(
      'The next meeting of Quality of Practice, Performance and Assurance is on Wed 24 March at 14:00, in 7 working days. 1 more meeting is in the records.',
    );
    expect(reply.lines.join('\n')).toContain('Wed 26 May at 14:00');
  });

  it('says when the asker meets next, over all groups they sit in', async () => {
    const trust = await bot.hears(bot.person('trust-partner-lead'), 'when is the next meeting');
    expect(trust.text).toMatch(
      /^Your next meeting is an extraordinary meeting of .*Practice Reviews, on Thu 18 March at 14:00, in 3 working days\./,
    );
    const lay = await bot.hears(bot.person('lay-member'), 'when is the next meeting');
    expect(lay.text).toMatch(
      /^Your next meeting is Sandwell Children's Safeguarding Partnership, on Wed 12 May at 14:00/,
    );
  });

  it('says that nothing is scheduled, when the group last met and by when it should have', async () => {
    const reply = await bot.hears(manager(), 'next ceb?');
    expect(reply.text).toBe(
      'No meeting of Child Exploitation Board is scheduled. It last met on Wed 16 September 2020. It meets every 13 weeks, so the next was due by Wed 16 December 2020.',
    );
  });
});

describe('meetings set up, moved and called off from the chat', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const listMeetings = async (group: string) =>
    (await bot.records.meetings.all('sandwell')).meetings.filter(
      (meeting) => meeting.group === group,
    );

  it('sets up a meeting once it is confirmed, however often the press arrives', async () => {
    const form = await bot.hears(
      manager(),
      'book a child exploitation board meeting on 21 april at 2pm',
    );
    expect(form.text).toMatch(/^Set up a meeting\? .*nothing is recorded until then/);
    expect(await listMeetings('CEB')).toHaveLength(4);
    const said = await form.press('Set it up');
    expect(said.lines).toContain(
      'Set up: the meeting of Child Exploitation Board, Wed 21 April at 14:00.',
    );
    await Promise.all([form.press('Set it up'), form.press('Set it up'), form.press('Set it up')]);
    expect(await listMeetings('CEB')).toHaveLength(5);
    expect((await bot.hears(bot.person('lay-member'), 'next ceb?')).text).toContain(
      'Wed 21 April at 14:00',
    );
  });

  it('sets up several at the group’s interval, none on a bank holiday', async () => {
    const form = await bot.hears(
      manager(),
      'schedule a meeting of the neglect group on 28 june 2021 at 10am',
    );
    const said = await form.press('Set it up', { times: '3' });
    expect(said.lines).toContain(
      'Set up: 3 meetings of Tackling Neglect Subgroup, Mon 28 June at 10:00, Mon 2 August at 10:00 and Mon 6 September at 10:00.',
    );
    const winter = await bot.hears(
      manager(),
      'schedule a neglect group meeting on 26 april 2021 at 10am',
    );
    expect((await winter.press('Set it up', { times: '2' })).lines.join()).toContain(
      'Mon 26 April at 10:00 and Tue 1 June at 10:00',
    );
  });

  it('refuses a day that has passed, a bank holiday and a time that is none', async () => {
    const form = await bot.hears(manager(), 'set up a meeting of learning and development');
    expect((await form.press('Set it up', { on: '2021-03-12' })).text).toContain(
      'That day has passed.',
    );
    expect((await form.press('Set it up', { on: '2021-05-03' })).text).toContain(
      'at the weekend or a bank holiday',
    );
    expect((await form.press('Set it up', { on: '2021-05-04', time: 'soonish' })).text).toContain(
      'a time such as 14:00 or 2pm',
    );
    expect(await listMeetings('LD')).toHaveLength(4);
  });

  it('does not set up what is there already', async () => {
    const form = await bot.hears(
      bot.person('coordinator'),
      'book a child exploitation board meeting on 21 april at 2pm',
    );
    expect((await form.press('Set it up')).text).toBe(
      'Nothing was recorded. The group meets at that very time already.',
    );
  });

  it('moves a meeting with its reason, and refuses without one', async () => {
    const form = await bot.hears(manager(), 'move the next qppa to 31 march at 10am');
    expect((await form.press('Move it')).text).toContain('Please give a reason');
    const said = await form.press('Move it', { reason: 'Chair unavailable' });
    expect(said.lines).toContain(
      'Moved: the meeting of Quality of Practice, Performance and Assurance, Wed 31 March at 10:00.',
    );
    const stored = await bot.records.meetings.find('sandwell', 'QPPA-2021-03-24');
    expect(
      stored?.history.map(({ type: verb, by, reason, changes }) => ({
        verb,
        by,
        reason,
        starts: changes?.starts,
      })),
    ).toEqual([
      {
        verb: 'moved',
        by: 'business-manager',
        reason: 'Chair unavailable',
        starts: { from: '2021-03-24T14:00', to: '2021-03-31T10:00' },
      },
    ]);
  });

  it('says so when somebody changed the meeting meanwhile', async () => {
    const one = await bot.hears(manager(), 'move the next qppa to 1 april');
    const other = await bot.hears(bot.person('coordinator'), 'move the next qppa to 30 march');
    await one.press('Move it', { reason: 'Room' });
    expect((await other.press('Move it', { reason: 'Room' })).lines.join()).toMatch(
      /somebody changed this meeting meanwhile\..*Thu 1 April/,
    );
  });

  it('postpones a meeting to another day, keeps it listed, and takes the agenda along', async () => {
    const form = await bot.hears(manager(), 'postpone the next neglect group');
    const said = await form.press('Postpone it', { reason: 'Not quorate', on: '2021-04-21' });
    expect(said.lines.join()).toContain('It is held on Wed 21 April at 14:00 instead.');
    const statuses = (await listMeetings('STNS')).map(({ id, status }) => `${id} ${status}`);
    expect(statuses).toContain('STNS-2021-04-14 postponed');
    expect(statuses).toContain('STNS-2021-04-21 scheduled');
    expect(
      (await bot.hears(manager(), 'which neglect group meetings were postponed next year')).text,
    ).toBe('Tackling Neglect Subgroup on Wed 14 April was postponed: Not quorate.');
  });

  it('cancels a meeting, after which it cannot be cancelled again', async () => {
    const form = await bot.hears(manager(), 'cancel the next slpr');
    const said = await form.press('Cancel the meeting', { reason: 'Outcome agreed by email' });
    expect(said.lines.join()).toMatch(
      /Cancelled: the extraordinary meeting of Sandwell Learning from Practice Reviews, Thu 18 March/,
    );
    expect((await form.press('Cancel the meeting', { reason: 'Again' })).lines.join()).toMatch(
      /Cancelled: /,
    );
    expect((await bot.hears(bot.person('lay-member'), 'next slpr')).text).toContain('Thu 15 April');
  });

  it('lets nobody but administrators do so', async () => {
    const reply = await bot.hears(bot.person('police-partner-lead'), 'cancel the board meeting');
    expect(reply.text).toBe(
      'Nothing was recorded: meetings are set up and moved by administrators. Please ask Business Manager or Partnership Coordinator.',
    );
  });

  it('asks what a chat is for when an administrator adds Convenor to it, and nobody else', async () => {
    const chairs = await bot.isInstalledBy(bot.person('partnership-chair'), { in: 'group' });
    expect(chairs.buttons).not.toContain('Link this chat');
    bot.turnTo('2021-03-15T09:30');
    const asked = await bot.isInstalledBy(manager(), { in: 'channel' });
    expect(asked.text).toContain('What is this chat for?');
    const said = await asked.press('Link this chat', { to: 'QPPA' });
    expect(said.lines).toEqual([
      'This chat is now kept for Quality of Practice, Performance and Assurance.',
    ]);
    expect(
      (await bot.hears(bot.person('lay-member'), 'when is the next meeting', { in: 'channel' }))
        .text,
    ).toMatch(/^The next meeting of Quality of Practice/);
  });

  it('keeps a chat for a group, whose meetings are then meant there', async () => {
    const form = await bot.hears(manager(), 'this chat is for the neglect group', {
      in: 'channel',
    });
    await form.press('Link this chat', { to: 'STNS' });
    const reply = await bot.hears(manager(), 'when is the next meeting', { in: 'channel' });
    expect(reply.text).toMatch(/^The next meeting of Tackling Neglect Subgroup is on /);
  });
});

describe('what came of a meeting', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-04-16' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');

  it('tells attendance, decisions and actions of a meeting on one card, and in a Word document', async () => {
    const decision = await bot.hears(manager(), '/decision STNS-2021-03-11');
    await decision.press('Record it', {
      what: 'Train 20 more people in GCP2',
      dissent: 'Education: too few places',
    });
    const action = await bot.hears(manager(), '/action STNS-2021-03-11 1');
    await action.press('Raise it', {
      title: 'Find a room for the training',
      agency: 'SCT',
      due: '2021-05-31',
    });

    const reply = await bot.hears(bot.person('lay-member'), 'summary of the last neglect group');
    expect(reply.text).toMatch(
      /^Tackling Neglect Subgroup, meeting on Thu 11 March 2021 at 14:00: 1 decision, 1 action raised\. \d+ of \d+ agencies attended\./,
    );
    const card = reply.lines.join('\n');
    expect(card).toContain('Train 20 more people in GCP2');
    expect(card).toContain('Dissent: Education: too few places');
    expect(card).toContain('Find a room for the training');
    expect(card).toContain("Sandwell Children's Trust");

    const directory = await bot.records.directories.find('sandwell');
    const found = await bot.records.meetings.find('sandwell', 'STNS-2021-03-11');
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
    const minutes = await compileFullMinutes(context, found.meeting);
    const words = wordsOfDocument(await createMinutesDocument(minutes));
    for (const said of [
      'Tackling Neglect Subgroup',
      'Meeting on Thu 11 March 2021 at 14:00',
      'Train 20 more people in GCP2',
      'Find a room for the training',
      'due Mon 31 May',
    ])
      expect(words).toContain(said);
  });

  it('counts those who attended as the register has them', async () => {
    const { attendance } = await bot.records.meetings.all('sandwell');
    const lines = attendance.filter(({ meetingId }) => meetingId === 'BOARD-2021-03-10');
    const came = lines.filter(({ attended }) => attended === 'present' || attended === 'deputy');
    const reply = await bot.hears(manager(), 'minutes of the last board');
    expect(reply.text).toContain(`${came.length} of ${lines.length} agencies attended.`);
  });

  it('shows what to watch to the administrator, and to nobody else', async () => {
    const administrators = await bot.hears(manager(), 'minutes of the last board');
    const members = await bot.hears(bot.person('lay-member'), 'minutes of the last board');
    expect(administrators.lines).toContain('Worth watching');
    expect(members.lines).not.toContain('Worth watching');
  });

  it('says so where no meeting is clear', async () => {
    const reply = await bot.hears(manager(), 'meeting summary');
    expect(reply.text).toBe('Which meeting do you mean? Say the group, and the month.');
  });
});

describe('deciding in a meeting that loses its quorum', () => {
  let bot: Convenor;
  let rollCall: Heard;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-12T14:00' });
    rollCall = await bot.hears(
      bot.person('business-manager'),
      'start attendance for todays board',
      { in: 'group' },
    );
  });
  afterAll(() => bot.stop());

  const chair = () => bot.person('partnership-chair');
  const decide = async (what: string) => {
    const form = await bot.hears(chair(), '/decision BOARD-2021-05-12');
    return form.press('Record it', { what });
  };

  it('refuses while the meeting is not quorate, and says what to do', async () => {
    const said = await decide('the strategy is adopted');
    expect(said.text).toMatch(
      /^Nothing was recorded\. The meeting is not quorate at this moment\./,
    );
    expect(
      await findDecisions(
        { store: bot.records.stores('sandwell') },
        {
          from: day('2021-05-12'),
          to: day('2021-05-12'),
        },
      ),
    ).toEqual([]);
  });

  it('keeps the quorum of the moment with each decision', async () => {
    for (const id of ['council-partner-lead', 'police-partner-lead', 'health-partner-lead'])
      await rollCall.isPressedBy(bot.person(id), 'I’m here');
    const quorate = await decide('the strategy is adopted');
    expect(quorate.lines.join('\n')).toContain('Quorate, 3 agencies attended');
    const health = await rollCall.asSeenBy(bot.person('health-partner-lead'));
    await health.press('I’m leaving');
    expect((await decide('the budget is agreed')).text).toMatch(/not quorate at this moment/);
    const own = await rollCall.asSeenBy(chair());
    await own.press('Proceed', { reason: 'the budget cannot wait' });
    const inquorate = await decide('the budget is agreed');
    expect(inquorate.lines.join('\n')).toContain(
      'Inquorate without NHS Black Country Integrated Care Board, 2 agencies attended; the chair proceeded: the budget cannot wait',
    );
  });

  it('sums the meeting up in its chat when it ends with its register closed', async () => {
    await (await (await rollCall.asSeenBy(chair())).press('Close the register')).press(
      'Close anyway',
    );
    await bot.client.report(chair(), 'End');
    const summary = bot
      .messagesIn(rollCall.conversation)
      .find(({ text }) => text?.includes('meeting on Wed 12 May 2021'));
    expect(summary?.text).toContain('at 14:00: 2 decisions, no action raised.');
    expect(readLines(summary?.attachments?.[0]?.content).join('\n')).toContain(
      'the budget is agreed',
    );
  });
});

describe('an agenda and what is decided', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-04-14' });
    const form = await bot.hears(
      bot.person('business-manager'),
      'this chat is for the neglect group',
      { in: 'group' },
    );
    await form.press('Link this chat', { to: 'STNS|STNS-2021-04-14' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const lay = () => bot.person('lay-member');

  it('lets anybody propose an item, and the chair or an administrator accept it', async () => {
    const form = await bot.hears(lay(), 'add item to next neglect agenda - gcp2 trainers');
    expect(form.text).toMatch(/^Propose an agenda item\?/);
    await Promise.all([form.press('Propose it'), form.press('Propose it')]);
    const seen = await bot.hears(lay(), 'whats on the neglect agenda');
    expect(seen.text).toContain('1 proposed');
    expect(seen.buttons.join()).not.toContain('Accept');
    const chairs = await bot.hears(manager(), 'whats on the neglect agenda');
    const accepted = await chairs.press('Accept');
    expect(accepted.lines).toContain('3  gcp2 trainers');
    expect((await bot.hears(lay(), 'whats on the neglect agenda')).text).toContain(
      '1 item beside the standing ones',
    );
  });

  it('takes a paper as a link, and nothing else', async () => {
    const form = await bot.hears(manager(), 'add item to next neglect agenda - audit findings');
    expect((await form.press('Add it', { paper: 'audit.docx' })).text).toContain(
      'a link that begins with https://',
    );
    expect((await form.press('Add it', { title: 'Jayden Smith aged 4 has bruises' })).text).toMatch(
      /^Nothing was recorded: that looks like/,
    );
    expect((await form.press('Add it', { paper: 'https://example.org/audit' })).buttons).toContain(
      'Open the paper',
    );
  });

  it('keeps standing items for every meeting of the group', async () => {
    const form = await bot.hears(manager(), 'add item to next neglect agenda - performance data');
    const said = await form.press('Add it', { when: 'always' });
    expect(said.lines).toContain('3  performance data');
    expect((await bot.hears(lay(), 'whats on the neglect agenda')).lines).toContain(
      '3  performance data',
    );
    const off = await bot.hears(manager(), '/standing STNS');
    expect((await off.press('Take it off')).lines.join()).toContain('Taken off.');
    expect((await bot.hears(lay(), 'whats on the neglect agenda')).lines).toContain(
      '3  gcp2 trainers',
    );
  });

  it('says that there is no agenda where no meeting is scheduled', async () => {
    const reply = await bot.hears(lay(), 'agenda for ceb');
    expect(reply.text).toBe(
      'No meeting of Child Exploitation Board is scheduled, so there is no agenda yet.',
    );
  });

  it('raises an action from an item in two taps, with the meeting as its source', async () => {
    const agenda = await bot.hears(manager(), 'agenda', { in: 'group' });
    const form = await agenda.press('Action from 3');
    expect(form.lines).toContain('SA-070  Find new GCP2 trainers');
    const raised = await form.press('Raise it anyway', { agency: 'WMP', due: '2021-05-31' });
    expect(raised.lines.join()).toContain('SA-114');
    await form.press('Raise it anyway', { agency: 'WMP', due: '2021-05-31' });
    const stored = await bot.records.actions.find('sandwell', 'SA-114');
    expect(stored?.action).toMatchObject({
      title: 'gcp2 trainers',
      owner: { agency: 'WMP', group: 'STNS' },
      dueOn: '2021-05-31',
      source: { kind: 'meeting', name: 'Tackling Neglect Subgroup, Wed 14 April 2021' },
    });
    expect(await bot.records.actions.find('sandwell', 'SA-115')).toBeUndefined();
  });

  it('records a decision with options, dissent and authority, once however often it is pressed', async () => {
    const agenda = await bot.hears(manager(), 'agenda', { in: 'group' });
    const form = await agenda.press('Decision on 3');
    const inputs = {
      what: 'Train 20 more people in GCP2',
      options: 'Train 20\nWait',
      dissent: 'Education: too few places',
    };
    expect((await form.press('Record it', { ...inputs, authority: ' ' })).text).toContain(
      'by what authority',
    );
    const said = await form.press('Record it', inputs);
    expect(said.lines.join('\n')).toContain(
      'Options: Train 20; Wait. Dissent: Education: too few places',
    );
    await Promise.all([form.press('Record it', inputs), form.press('Record it', inputs)]);
    const log = await bot.hears(lay(), 'what did the neglect group decide');
    expect(log.text).toContain('1 decision of Tackling Neglect Subgroup');
  });

  it('tells what was decided since a day, and what was decided between meetings', async () => {
    const form = await bot.hears(
      bot.person('partnership-chair'),
      'record a decision: the board adopts the escalation policy',
    );
    expect(form.lines.join('\n')).toContain(
      "Sandwell Children's Safeguarding Partnership, between meetings.",
    );
    await form.press('Record it');
    const log = await bot.hears(lay(), 'decisions since april');
    expect(log.text).toMatch(
      /^2 decisions since Thu 1 April 2021 are recorded, 1 of them between meetings\./,
    );
    expect(log.lines.join('\n')).toContain('Taken between meetings');
  });

  it('finds what was decided about something by its words, and says when there is nothing', async () => {
    expect(
      (await bot.hears(lay(), 'did we ever agree anything about the escalation policy')).text,
    ).toMatch(
      /^1 decision about “escalation policy” is recorded, 1 of them between meetings: “the board adopts the escalation policy”\.$/,
    );
    expect(
      (await bot.hears(lay(), 'did we ever agree anything about the resource directory')).text,
    ).toBe(
      'No decision about “resource directory” is recorded here. I looked for these words in the text of each decision.',
    );
  });

  it('lets only the chair or an administrator record decisions', async () => {
    const reply = await bot.hears(bot.person('police-deputy'), '/decision STNS-2021-04-14 4');
    expect(reply.text).toBe(
      'Nothing was recorded: decisions of Tackling Neglect Subgroup are recorded by its chair or an administrator.',
    );
  });

  it('refuses a decision of a meeting that is still to come', async () => {
    const form = await bot.hears(manager(), '/decision BOARD-2021-05-12');
    expect((await form.press('Record it', { what: 'Approve the plan' })).text).toContain(
      'That meeting is still to come.',
    );
  });
});
