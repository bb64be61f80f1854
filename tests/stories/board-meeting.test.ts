import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { findDecisions } from '../../src/features/decisions/queries.ts';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import type { Heard } from '../support/teams-client.ts';

const BOARD = 'BOARD-2021-05-12';
const TODAY = day('2021-05-12');
const CHAT = '19:meeting-of-the-board@thread.v2';
const IN_THE_MEETING = { in: 'group' } as const;

/** Ten people, one board: apologies before, the roll-call, coming late, leaving, closing. */
describe('the board of 12 May 2021, from the week before until its register is closed', () => {
  let bot: Convenor;
  let card: Heard;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-05-07T16:40' });
  });
  afterAll(() => bot.stop());

  const who = (id: string) => bot.person(id);
  const chair = () => who('partnership-chair');
  const everybodys = () => {
    const message = bot.messagesIn(CHAT).find(({ id }) => id === card.messages[0]?.id);
    return readLines(message?.attachments?.[0]?.content).join('\n');
  };

  it('the voluntary sector cannot come on Wednesday, and says so in a personal chat', async () => {
    const form = await bot.hears(
      who('voluntary-sector-lead'),
      'sorry cant make the board on 12 may',
    );
    expect(form.text).toBe(
      "Give your apologies for Sandwell Children's Safeguarding Partnership, Wed 12 May 2021? Please check and confirm; nothing is recorded until then.",
    );
    const confirmed = await form.press('Send apologies', { message: 'at a funeral' });
    expect(confirmed.lines).toContain('Apologies recorded');
    expect(confirmed.lines).toContain(
      "Your apologies for Sandwell Community and Voluntary Organisations stand for Sandwell Children's Safeguarding Partnership, Wed 12 May 2021; the chair sees them on the roll-call.",
    );
  });

  it('health sends a deputy, named in advance', async () => {
    const form = await bot.hears(
      who('health-partner-lead'),
      'cant come to the board, sending Dr Osei instead',
    );
    expect(form.text).toMatch(
      /^Send a deputy to Sandwell Children's Safeguarding Partnership, Wed 12 May 2021\?/,
    );
    const confirmed = await form.press('Confirm');
    expect(confirmed.lines.join('\n')).toMatch(
      /^Deputy recorded\nDr Osei is expected in your place for NHS Black Country Integrated Care Board/m,
    );
  });

  it('the chair asks beforehand whether it will be quorate', async () => {
    const reply = await bot.hears(chair(), 'is the board quorate');
    expect(reply.text).toContain(
      'It needs all of Sandwell Metropolitan Borough Council, West Midlands Police and NHS Black Country Integrated Care Board.',
    );
    expect(reply.text).toContain(
      'Apologies so far: NHS Black Country Integrated Care Board and Sandwell Community and Voluntary Organisations.',
    );
  });

  it('when the meeting starts in Teams, the roll-call stands in its chat without anybody asking', async () => {
    bot.turnTo('2021-05-12T14:00');
    card = await bot.client.report(chair(), 'Start', { Title: 'Board', Id: 'MSoxMjM' });
    expect(card.text).toContain('0 of 12 agencies are here');
    expect(card.lines.join('\n')).toContain('Health Partner Lead, deputy expected: Dr Osei');
    expect(card.lines.join('\n')).toContain('Voluntary Sector Lead');
    expect(card.lines.join('\n')).not.toContain('at a funeral');
  });

  it('Teams may report the start twice; there is still one card', async () => {
    const again = await bot.client.report(chair(), 'Start', { Title: 'Board', Id: 'MSoxMjM' });
    expect(again.messages).toEqual([]);
  });

  it('those who are there say so, and the chair sees in the first minute who is missing', async () => {
    for (const id of [
      'council-partner-lead',
      'trust-partner-lead',
      'education-lead',
      'independent-scrutineer',
    ])
      await card.isPressedBy(who(id), 'I’m here');
    const own = await card.isPressedBy(chair(), 'I’m here');
    expect(own.lines).toContain('5 of 12 agencies are here');
    expect(own.lines).toContain(
      '● Not quorate: West Midlands Police and NHS Black Country Integrated Care Board are missing',
    );
  });

  it('the administrator marks Dr Osei, who has no account here, and the police come late', async () => {
    const own = await card.asSeenBy(who('business-manager'));
    await own.press('Mark', { who: 'somebody:CCG', status: 'deputy', name: 'Dr Osei' });
    const late = await card.isPressedBy(who('police-partner-lead'), 'I’m here');
    expect(late.lines).toContain('● Quorate');
    await expect.poll(everybodys).toContain('deputy: Dr Osei');
  });

  it('anybody may ask in the chat whether the meeting may decide', async () => {
    const reply = await bot.hears(who('independent-scrutineer'), 'are we quorate', IN_THE_MEETING);
    expect(reply.text).toMatch(/^Yes, the meeting is quorate/);
  });

  it('the meeting decides, and the decision keeps the quorum of that moment', async () => {
    const form = await bot.hears(chair(), `/decision ${BOARD}`, IN_THE_MEETING);
    await form.press('Record it', {
      what: 'Adopt the joint protocol for strategy meetings',
      dissent: 'None',
    });
    const [decision] = await findDecisions(
      { store: bot.records.stores('sandwell') },
      {
        group: 'BOARD',
        from: TODAY,
        to: TODAY,
      },
    );
    expect(decision).toMatchObject({
      what: 'Adopt the joint protocol for strategy meetings',
      quorumThen: { quorum: { quorate: true } },
    });
    expect(decision?.quorumThen?.attending).toHaveLength(7);
  });

  it('and raises an action from it', async () => {
    const form = await bot.hears(chair(), `/action ${BOARD}`, IN_THE_MEETING);
    const raised = await form.press('Raise it', {
      title: 'Send the protocol to all teams',
      agency: 'WMP',
      due: '2021-06-30',
    });
    expect(raised.lines.join('\n')).toContain('Send the protocol to all teams');
  });

  it('when the police have to go, everybody hears that the meeting can no longer decide', async () => {
    await (await card.asSeenBy(who('police-partner-lead'))).press('I’m leaving');
    expect(bot.messagesIn(CHAT).map(({ text }) => text)).toContain(
      'The meeting is no longer quorate: West Midlands Police is missing. The chair may proceed with a reason, which is recorded.',
    );
  });

  it('then nothing more can be decided', async () => {
    const form = await bot.hears(chair(), `/decision ${BOARD}`, IN_THE_MEETING);
    const refused = await form.press('Record it', { what: 'Spend the reserve' });
    expect(refused.text + refused.lines.join('\n')).toContain(
      'The meeting is not quorate at this moment.',
    );
  });

  it('the police deputy takes the seat, and the meeting is quorate again', async () => {
    const own = await card.isPressedBy(who('police-deputy'), 'I’m here as deputy');
    expect(own.lines).toContain('● Quorate');
  });

  it('when the meeting ends in Teams, its summary stands in the chat', async () => {
    const said = await bot.client.report(chair(), 'End', { Title: 'Board', Id: 'MSoxMjM' });
    expect(said.lines.join('\n')).toContain('Adopt the joint protocol for strategy meetings');
  });

  it('the chair closes the register, and it says what the year’s table will count', async () => {
    const closed = await (await (await card.asSeenBy(chair())).press('Close the register')).press(
      'Close anyway',
    );
    expect(closed.lines).toContain('7 of 12 agencies attended');
    const lines = await bot.records.meetings.register('sandwell', BOARD);
    expect(Object.fromEntries(lines.map(({ agency, attended }) => [agency, attended]))).toEqual({
      SMBC: 'present',
      WMP: 'present',
      CCG: 'deputy',
      SCT: 'present',
      SCVO: 'apologies',
      EDU: 'present',
      PH: 'absent',
      CHAIR: 'present',
      SCRUT: 'present',
      BU: 'absent',
      LAY: 'absent',
      COUNCILLOR: 'absent',
    });
    expect(lines.find(({ agency }) => agency === 'CCG')).toMatchObject({
      person: 'Dr Osei',
      deputyFor: 'health-partner-lead',
    });
  });

  it('the summary has attendance, decision and action together', async () => {
    const reply = await bot.hears(who('lay-member'), 'summary of the last board');
    expect(reply.text).toContain('7 of 12 agencies attended.');
    const card = reply.lines.join('\n');
    expect(card).toContain('Adopt the joint protocol for strategy meetings');
    expect(card).toContain('Send the protocol to all teams');
  });

  it('afterwards anybody may ask who came', async () => {
    const reply = await bot.hears(who('lay-member'), 'who was at the last board');
    expect(reply.text).toMatch(/^7\/12 \(58%\) of the agencies attended/);
  });
});
