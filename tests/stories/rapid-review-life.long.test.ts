import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Role } from '../../src/domain/partnership.ts';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { GROUP_CHAT, type Heard } from '../support/teams-client.ts';

const IN_THE_MEETING = { in: 'group' } as const;
const PARTNERSHIP = 'sandwell';
const REF = 'RR-2021-02';

let bot: Convenor;
let card: Heard;

/** The chat in which the decision is taken is kept for the group that handles rapid reviews. */
async function start(roles: Readonly<Record<string, readonly Role[]>> = {}): Promise<Convenor> {
  const started = await startConvenor({ today: '2021-03-15T10:00' });
  const stored = await started.records.partnerships.load(PARTNERSHIP);
  if (!stored) throw new Error('nothing is imported');
  const people = stored.people.map((each) => ({ ...each, roles: roles[each.id] ?? each.roles }));
  await started.records.partnerships.save({ ...stored, people }, 'test');
  await started.records.meetings.link(PARTNERSHIP, GROUP_CHAT, { group: 'RRP' }, 'coordinator');
  return started;
}

const manager = () => bot.person('business-manager');
const chair = () => bot.person('partnership-chair');
const police = () => bot.person('police-partner-lead');
const policeDeputy = () => bot.person('police-deputy');
const health = () => bot.person('health-partner-lead');
const council = () => bot.person('council-partner-lead');
const trust = () => bot.person('trust-partner-lead');
const scrutineer = () => bot.person('independent-scrutineer');
const lay = () => bot.person('lay-member');

const inWords = (heard: Heard) => [heard.text, ...heard.lines].join('\n');
/** The last card in the meeting's chat, as everybody sees it now. */
const everybodys = () => {
  const cards = bot
    .messagesIn(card.conversation)
    .map(({ attachments }) => readLines(attachments?.[0]?.content).join('\n'));
  return cards.findLast((lines) => lines.includes('The statutory partners')) ?? '';
};
const review = async () => (await bot.records.reviews.find(PARTNERSHIP, REF))?.review;
const round = async () => (await review())?.rounds.at(-1);

/** What an administrator records on a review's card: the step is chosen, its form filled in and confirmed. */
async function record(step: string, fields: Record<string, string>): Promise<Heard> {
  const detail = await bot.hears(manager(), `tell me about ${REF}`);
  const form = await detail.press('Record it', { step });
  return form.press('Confirm', fields);
}

describe('a rapid review from becoming aware to a published LCSPR', () => {
  beforeAll(async () => {
    bot = await start();
    for (const somebody of [police(), health(), council(), trust()])
      await bot.isInstalledBy(somebody);
  });
  afterAll(() => bot.stop());

  it('is opened by an administrator with a reference, a category and two days, and nothing of a child', async () => {
    const form = await bot.hears(manager(), 'open a new rapid review');
    expect(form.lines).toEqual(
      expect.arrayContaining(['Reference', 'Category', 'The council became aware']),
    );
    expect(form.lines.join('\n')).not.toMatch(/age$|name$/im);
    const opened = await form.press('Open it', { aware: '2021-03-11', category: 'serious harm' });
    expect(inWords(opened)).toContain(`${REF} · serious harm`);
    expect(inWords(opened)).toContain(
      'Thu 1 April (15 from becoming aware; the earlier, so the deadline)',
    );
    expect((await bot.hears(manager(), `deadline for ${REF}`)).text).toContain(
      'The Panel is to be notified by Thu 18 March',
    );
  });

  it('is not opened twice, with words for a reference, or by somebody else', async () => {
    const form = await bot.hears(manager(), 'open a new rapid review');
    expect((await form.press('Open it', { ref: REF, aware: '2021-03-11' })).text).toContain(
      `there is a rapid review ${REF} already`,
    );
    expect((await form.press('Open it', { ref: 'baby J of 3 Mill Lane' })).text).toContain(
      'Nothing was recorded',
    );
    expect((await bot.hears(police(), 'open a new rapid review')).text).toContain(
      'opened by an administrator',
    );
  });

  it('asks the agencies involved for their summaries, each in its own chat', async () => {
    await record('notify', { on: '2021-03-15' });
    const asked = await record('scope', { agencies: 'WMP,SCT,EDU', due: '2021-03-19' });
    expect(inWords(asked)).toContain('0 of 3 summaries are back');
    const [told] = bot
      .messagesIn(`a:${police().objectId}`)
      .filter(({ text }) => text?.includes('A summary of'));
    expect(told?.text).toBe(`A summary of West Midlands Police for ${REF} is due Fri 19 March`);
    expect((await bot.hears(manager(), `who has not decided on ${REF}`)).text).toContain(
      'awaited from',
    );
  });

  it('hears from an agency that its summary is sent, and from the administrator what came otherwise', async () => {
    const operation = '6f1e0a52-3c1b-4d5e-9a77-0d8a5b0f2c11';
    const said = {
      verb: 'reviews.return',
      form: { review: REF, agency: 'WMP', operation },
      state: 'returned',
    };
    await bot.client.post(
      bot.client.activity(police(), 'personal', { type: 'message', value: said }),
    );
    await record('summary', { agency: 'EDU', state: 'nothing known' });
    await record('summary', { agency: 'SCT', state: 'late' });
    const asked = await bot.hears(manager(), `who has not decided on ${REF}`);
    expect(asked.text).toContain(
      "2 of 3 summaries are back; awaited from Sandwell Children's Trust (late, was due Fri 19 March)",
    );
  });

  it('is put to the statutory partners on one live card in the meeting’s chat', async () => {
    bot.turnTo('2021-03-22T10:00');
    expect((await bot.hears(manager(), `open the decision on ${REF}`)).text).toContain(
      'Please ask in the chat',
    );
    expect((await bot.hears(lay(), `open the decision on ${REF}`, IN_THE_MEETING)).text).toContain(
      'Nothing was recorded',
    );
    card = await bot.hears(
      manager(),
      `open the decision on ${REF} for the partners`,
      IN_THE_MEETING,
    );
    expect(card.messages).toHaveLength(1);
    const shown = inWords(card);
    expect(shown).toContain('Day 7 of 15');
    expect(shown).toContain('Thu 1 April (15 from becoming aware; the earlier, so the deadline)');
    expect(shown).toContain('Wed 7 April (15 from the notification)');
    expect(shown).toContain('To consider');
    expect(card.buttons).not.toContain('Confirm: LCSPR');
  });

  it('takes a position with its rationale, and shows the others only that there is one', async () => {
    const empty = await card.isPressedBy(police(), 'Give it', { answer: 'needed', rationale: ' ' });
    expect(empty.text).toContain('a position is kept with its rationale');
    const personal = await card.isPressedBy(police(), 'Give it', {
      answer: 'needed',
      rationale: 'born 12/03/2019, dob 12/03/2019',
    });
    expect(personal.text).toContain('looks like a date of birth');
    const own = await card.isPressedBy(police(), 'Give it', {
      answer: 'not needed',
      rationale: 'nothing new in it',
    });
    expect(inWords(own)).toContain('West Midlands Police answered: LCSPR not needed.');
    await expect.poll(everybodys).toContain('West Midlands Police has answered');
    expect(everybodys()).not.toMatch(/nothing new|not needed/);
    expect(inWords(await card.asSeenBy(council()))).not.toMatch(/nothing new|LCSPR not needed/);
    expect(inWords(await card.asSeenBy(chair()))).not.toMatch(/nothing new|LCSPR not needed/);
  });

  it('lets the deputy of the same agency change its one position, and keeps both', async () => {
    await card.isPressedBy(policeDeputy(), 'Give it', {
      answer: 'needed',
      rationale: 'a theme of 2019 returns',
      national: 'true',
    });
    expect((await round())?.positions).toMatchObject([
      { agency: 'WMP', answer: 'needed', by: 'police-deputy', national: true },
    ]);
    const history = await bot.records.reviews.history(PARTNERSHIP, REF);
    expect(history.filter(({ type }) => type === 'answered').map(({ answer }) => answer)).toEqual([
      'not needed',
      'needed',
    ]);
  });

  it('takes a press that Teams delivers four times once', async () => {
    await card.isPressedBy(
      council(),
      'Give it',
      { answer: 'needed', rationale: 'agencies did not hear one another' },
      { times: 4 },
    );
    const history = await bot.records.reviews.history(PARTNERSHIP, REF);
    expect(history.filter(({ agency }) => agency === 'SMBC')).toHaveLength(1);
  });

  it('tells nobody without a part in it more than that, and takes nothing from them', async () => {
    const refused = await card.isPressedBy(lay(), 'Give it', { answer: 'needed', rationale: 'so' });
    expect(refused.text).toContain('a lead or named deputy of a statutory partner');
    expect((await bot.hears(health(), `has police decided on ${REF}`)).text).toContain(
      'what it said is shown when all have answered',
    );
    expect((await bot.hears(policeDeputy(), `has police decided on ${REF}`)).text).toContain(
      'LCSPR needed',
    );
    expect(
      (await bot.hears(policeDeputy(), `has police decided on ${REF}`, IN_THE_MEETING)).text,
    ).toBe(`Yes, West Midlands Police has answered on ${REF}.`);
  });

  it('shows advice apart, from the trust and the scrutineer, and counts it never', async () => {
    const own = await (await card.asSeenBy(trust())).press('Add it', {
      advice: 'look at the handover between teams',
    });
    expect(inWords(own)).toContain('look at the handover between teams');
    expect((await card.asSeenBy(trust())).buttons).not.toContain('Give it');
    expect((await card.asSeenBy(scrutineer())).buttons).toContain('Add it');
    expect((await bot.hears(manager(), `who has not decided on ${REF}`)).text).toMatch(
      /^2 of 3 partners have answered/,
    );
  });

  it('lets an administrator record a position by phone; the partner’s lead is told at once and can object', async () => {
    const own = await card.asSeenBy(manager());
    await own.press('Record it for them', {
      phoneAgency: 'CCG',
      phoneAnswer: 'not needed',
      phoneRationale: 'said by phone',
    });
    const told = bot.messagesIn(`a:${health().objectId}`).at(-1);
    expect(told?.text).toBe(
      `A position of NHS Black Country Integrated Care Board on ${REF} was recorded by phone`,
    );
    expect(readLines(told?.attachments?.[0]?.content).join('\n')).toContain(
      'LCSPR not needed: “said by phone”',
    );
    const objected = await (await card.asSeenBy(health())).press('Object', {
      objection: 'we said the opposite',
    });
    expect(inWords(objected)).toContain('objected to what was recorded for it');
    expect((await bot.hears(manager(), `who has not decided on ${REF}`)).text).toContain(
      'Integrated Care Board has not',
    );
  });

  it('shows the positions side by side when all have answered, to those who may know', async () => {
    await (await card.asSeenBy(health())).press('Give it', {
      answer: 'not needed',
      rationale: 'known learning',
    });
    const seen = inWords(await card.asSeenBy(council()));
    expect(seen).toContain('a theme of 2019 returns');
    expect(seen).toContain('No agreement between the partners');
    await expect.poll(everybodys).not.toContain('not answered yet');
    const refused = await card.asSeenBy(lay());
    expect(refused.text).toBe(
      'That card is out of date, and nothing was changed. Please ask again.',
    );
    expect(inWords(refused)).not.toMatch(/a theme of 2019|: LCSPR (not )?needed/);
  });

  it('does not confirm what is not unanimous, and escalates it with its own day', async () => {
    const own = await card.asSeenBy(chair());
    expect(own.buttons).not.toContain('Confirm: LCSPR');
    expect((await card.asSeenBy(police())).buttons).not.toContain('Escalate');
    const escalated = await own.press('Escalate', { escalationReason: 'to the chief officers' });
    expect(inWords(escalated)).toContain('an answer is due Mon 29 March');
  });

  it('is confirmed by the chair once the partners agree, and then nothing changes it', async () => {
    await (await card.asSeenBy(health())).press('Give it', {
      answer: 'needed',
      rationale: 'joint learning, on reflection',
    });
    const own = await card.asSeenBy(chair());
    const confirmed = await own.press('Confirm: LCSPR');
    expect(inWords(confirmed)).toContain('Decided: LCSPR, not yet sent to the Panel');
    await expect.poll(everybodys).toContain('Confirmed Mon 22 March 2021');
    const late = await card.isPressedBy(police(), 'Give it', {
      answer: 'not needed',
      rationale: 'too late',
    });
    expect(late.text).toContain('The chair has confirmed the decision');
    expect((await round())?.confirmed).toMatchObject({
      decision: 'LCSPR',
      partners: ['SMBC', 'WMP', 'CCG'],
      national: ['WMP'],
    });
    expect(everybodys()).not.toContain('LCSPR needed');
  });

  it('goes to the Panel, late only with a reason', async () => {
    bot.turnTo('2021-04-08');
    expect((await record('send', { on: '2021-04-08' })).text).toContain('Please give a reason');
    const sent = await record('send', { on: '2021-04-08', reason: 'one summary came late' });
    expect(inWords(sent)).toContain('sent to the Panel late: one summary came late');
  });

  it('comes back from the Panel, and the partners are asked again; the first round stays', async () => {
    bot.turnTo('2021-04-26');
    const form = await bot.hears(manager(), `panel have asked us to look again at ${REF}, log it`);
    await form.press('Confirm');
    card = await bot.hears(manager(), `open the decision on ${REF}`, IN_THE_MEETING);
    expect(inWords(card)).toContain('round 2');
    for (const lead of [council(), police(), health()])
      await card.isPressedBy(lead, 'Give it', {
        answer: 'needed',
        rationale: 'wider than we thought',
      });
    await (await card.asSeenBy(chair())).press('Confirm: LCSPR');
    expect((await review())?.rounds.map(({ response }) => response?.answer)).toEqual([
      'asked to reconsider',
      undefined,
    ]);
    expect((await review())?.rounds[0]?.positions).toHaveLength(3);
    await record('send', { on: '2021-04-26' });
    bot.turnTo('2021-05-10');
    const agreed = await (await bot.hears(manager(), `panel agreed with us on ${REF}`)).press(
      'Confirm',
    );
    expect(inWords(agreed)).toContain('the Panel agreed');
  });

  it('joins the LCSPR of another case, is delayed with a reason and published late with it', async () => {
    const joined = await record('lcspr', { join: 'Joint LCSPR-C', on: '2021-05-10' });
    expect(inWords(joined)).toContain('joint with RR-2020-04');
    const own = await record('lcspr', { name: 'LCSPR-E', on: '2021-05-10' });
    expect(inWords(own)).toContain('publication due Wed 10 November');
    await record('delay', { name: 'LCSPR-E', due: '2022-01-31', reason: 'criminal proceedings' });
    // Its name is known from then on.
    expect((await bot.hears(manager(), 'when is LCSPR E due to be published')).text).toBe(
      'LCSPR-E is to be published by Wed 10 November, in 184 days: 6 calendar months from its start on Mon 10 May. It is delayed until Mon 31 January 2022: criminal proceedings.',
    );
    bot.turnTo('2022-02-01');
    const published = await record('publish', { name: 'LCSPR-E', on: '2022-02-01' });
    expect(inWords(published)).toContain(
      'late, was due Wed 10 November 2021: criminal proceedings',
    );
  });

  it('leads to actions and learning with an owner, which can be asked for', async () => {
    const detail = await bot.hears(manager(), `tell me about ${REF}`);
    const form = await detail.press('Record it', { step: 'action' });
    expect(
      (await form.press('Raise it', { title: 'share it with schools', agency: '' })).text,
    ).toContain('who owns it');
    const raised = await form.press('Raise it', {
      kind: 'learning',
      title: 'Share the learning with schools',
      agency: 'EDU',
    });
    expect(raised.lines.join('\n')).toContain('Share the learning with schools');
    expect((await bot.hears(manager(), `actions from ${REF}`)).text).toContain('There is 1 action');
    expect(inWords(await bot.hears(manager(), `tell me about ${REF}`))).toContain(
      '1, 1 of them open',
    );
  });

  it('tells years later who held which position when, and why', async () => {
    bot.turnTo('2026-11-23');
    const story = inWords(await bot.hears(scrutineer(), `tell me about ${REF}`));
    for (const line of [
      'West Midlands Police answered (Police Partner Lead): LCSPR not needed. nothing new in it',
      'West Midlands Police answered (Police Deputy): LCSPR needed, national review suggested. a theme of 2019 returns',
      'LCSPR confirmed by Partnership Chair',
      'the Panel asked to reconsider',
      'round 2: the partners are asked again',
      'LCSPR-E published late: criminal proceedings',
    ])
      expect(story).toContain(line);
  });

  it('is corrected by a new entry that supersedes, with a reason', async () => {
    const corrected = await record('correct', {
      decision: 'no LCSPR',
      response: 'agreed',
      reason: 'recorded the wrong way round',
    });
    expect(inWords(corrected)).toContain(
      'corrected by Business Manager to no LCSPR: recorded the wrong way round',
    );
    expect((await round())?.confirmed?.decision).toBe('LCSPR');
  });

  it('stands in the table that is exported, and the imported rows as they came', async () => {
    const stored = await bot.records.partnerships.load(PARTNERSHIP);
    expect(stored?.reviews.find(({ ref }) => ref === REF)).toMatchObject({
      localDecision: 'LCSPR',
      panelResponse: 'asked to reconsider',
    });
    expect(stored?.reviews.find(({ ref }) => ref === 'RR-2020-06')).toMatchObject({
      outcome: 'LCSPR under way',
      reviewName: 'LCSPR-A',
    });
  });
});

describe('presses that meet at the same moment', () => {
  beforeAll(async () => {
    bot = await start();
    card = await bot.hears(
      manager(),
      'open the decision on RR-2021-01 for the partners',
      IN_THE_MEETING,
    );
    for (const lead of [council(), police(), health()])
      await card.isPressedBy(lead, 'Give it', { answer: 'needed', rationale: 'as we all see it' });
  });
  afterAll(() => bot.stop());

  it('come to one outcome, and the loser is told what happened', async () => {
    const [confirmed, changed] = await Promise.all([
      told(chair(), { verb: 'reviews.confirm', decision: 'LCSPR' }),
      told(police(), {
        verb: 'reviews.answer',
        answer: 'not needed',
        rationale: 'on reflection not',
      }),
    ]);
    const stored = (await bot.records.reviews.find(PARTNERSHIP, 'RR-2021-01'))?.review.rounds[0];
    const answers = stored?.positions.map(({ answer }) => answer);
    if (stored?.confirmed) {
      expect(answers).toEqual(['needed', 'needed', 'needed']);
      expect(changed).toContain(
        'The chair has confirmed the decision, and from then on no position changes',
      );
    } else {
      expect(answers).toContain('not needed');
      expect(confirmed).toContain('The partners do not agree');
      expect(changed).toContain('West Midlands Police answered: LCSPR not needed');
    }
  });

  it('a partner whose leads cannot be reached is told in the chat of the decision, without what was recorded', async () => {
    bot.turnTo('2021-03-16');
    card = await bot.hears(manager(), 'open the decision on RR-2021-01', IN_THE_MEETING);
    const own = await (await bot.hears(manager(), 'open a new rapid review')).press('Open it', {
      aware: '2021-03-15',
    });
    expect(inWords(own)).toContain(REF);
    card = await bot.hears(manager(), `open the decision on ${REF}`, IN_THE_MEETING);
    const form = await card.asSeenBy(manager());
    await form.press('Record it for them', {
      phoneAgency: 'CCG',
      phoneAnswer: 'needed',
      phoneRationale: 'said by phone',
    });
    const said = bot
      .messagesIn(card.conversation)
      .find(({ text }) => text?.includes('could not be reached'));
    expect(said?.text).toContain(
      'A position of NHS Black Country Integrated Care Board was recorded by phone',
    );
    expect(said?.text).not.toContain('said by phone');
  });

  /** What the press of a button of the card is answered with. */
  async function told(
    speaker: ReturnType<typeof chair>,
    { verb, ...fields }: { verb: string; [field: string]: string },
  ) {
    const data = { verb, review: 'RR-2021-01', round: 1, version: 4, ...fields };
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const press = bot.client.activity(speaker, 'group', {
      type: 'invoke',
      name: 'adaptiveCard/action',
      value,
    });
    return JSON.stringify((await bot.client.post(press)).body);
  }
});

describe('hidden positions', () => {
  beforeAll(async () => {
    bot = await start({
      'police-partner-lead': ['partner-lead', 'chair:CEB', 'chair:RRP'],
      'partnership-chair': ['chair'],
    });
  });
  afterAll(() => bot.stop());

  it('are asked for in the chat of the group that handles rapid reviews, and in no other, whoever asks', async () => {
    for (const group of ['CEB', 'BOARD', 'SLPR']) {
      await bot.records.meetings.link(PARTNERSHIP, GROUP_CHAT, { group }, 'coordinator');
      for (const somebody of [police(), trust(), chair(), manager()])
        await bot.hears(
          somebody,
          'open the decision on RR-2021-01 for the partners',
          IN_THE_MEETING,
        );
      expect((await bot.records.reviews.find(PARTNERSHIP, 'RR-2021-01'))?.review.rounds).toEqual(
        [],
      );
    }
    const told = await bot.hears(trust(), 'open the decision on RR-2021-01', IN_THE_MEETING);
    expect(told.text).toContain('is opened by an administrator or the chair');
    await bot.records.meetings.link(PARTNERSHIP, GROUP_CHAT, { group: 'RRP' }, 'coordinator');
    card = await bot.hears(
      manager(),
      'open the decision on RR-2021-01 for the partners',
      IN_THE_MEETING,
    );
    expect(inWords(card)).toContain('0 of 3 partners have answered');
  });

  it('are revealed by no chair whose own agency is still to answer', async () => {
    await card.isPressedBy(council(), 'Give it', { answer: 'needed', rationale: 'heard too late' });
    expect((await card.asSeenBy(police())).buttons).not.toContain('Show the positions now');
    expect(await pressed('reviews.reveal', police())).toContain(
      'Your agency has not given its position yet. Once it has, you can show those of the others.',
    );
    await card.isPressedBy(police(), 'Give it', { answer: 'needed', rationale: 'a theme returns' });
    expect((await card.asSeenBy(police())).buttons).toContain('Show the positions now');
  });

  it('are revealed, confirmed and escalated by no chair of another group, nor by a partner', async () => {
    for (const somebody of [trust(), scrutineer(), health(), council(), manager()])
      for (const verb of ['reviews.reveal', 'reviews.confirm', 'reviews.escalate'])
        expect(await pressed(verb, somebody), `${verb} by ${somebody.name}`).toMatch(
          /That is for the chair\.|that is for the chair/,
        );
    const { revealedAt, confirmed, escalation } = (await lastOf('RR-2021-01')) ?? {};
    expect([revealedAt, confirmed, escalation]).toEqual([undefined, undefined, undefined]);
  });

  const lastOf = async (ref: string) =>
    (await bot.records.reviews.find(PARTNERSHIP, ref))?.review.rounds.at(-1);

  /** What somebody is told who presses what the card does not offer them. */
  async function pressed(verb: string, speaker: ReturnType<typeof chair>): Promise<string> {
    const data = { verb, review: 'RR-2021-01', round: 1, version: 1, decision: 'LCSPR' };
    const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
    const invoke = { type: 'invoke', name: 'adaptiveCard/action', value };
    const answer = await bot.client.post(bot.client.activity(speaker, 'group', invoke));
    return JSON.stringify(answer.body);
  }
});

describe('a position that an administrator records for a partner', () => {
  beforeAll(async () => {
    bot = await start();
    await bot.isInstalledBy(police());
    card = await bot.hears(
      manager(),
      'open the decision on RR-2021-01 for the partners',
      IN_THE_MEETING,
    );
  });
  afterAll(() => bot.stop());

  const REVIEW = 'RR-2021-01';
  const positionOf = async (agency: string) =>
    (await bot.records.reviews.find(PARTNERSHIP, REVIEW))?.review.rounds
      .at(-1)
      ?.positions.find((each) => each.agency === agency);
  const recordFor = async (agency: string, answer: string, received: string) =>
    (await card.asSeenBy(manager())).press('Record it for them', {
      phoneAgency: agency,
      phoneAnswer: answer,
      phoneRationale: 'as it was said to me',
      phoneReceived: received,
    });
  const lastToldToPolice = () => bot.personalMessages('police-partner-lead').at(-1);

  it('counts at once where it gave none, marked with how it was received, and its leads are told', async () => {
    await recordFor('WMP', 'needed', 'by email');
    expect(await positionOf('WMP')).toMatchObject({ answer: 'needed', received: 'by email' });
    expect(lastToldToPolice()?.text).toBe(
      `A position of West Midlands Police on ${REVIEW} was recorded by email`,
    );
  });

  it('never takes the place of one that the partner gave itself, before its lead agrees', async () => {
    await card.isPressedBy(police(), 'Give it', {
      answer: 'not needed',
      rationale: 'nothing new in it',
    });
    const own = await recordFor('WMP', 'needed', 'in the meeting');
    expect(inWords(own)).toContain(
      'another position, received in the meeting, waits for its agreement',
    );
    expect(await positionOf('WMP')).toMatchObject({
      answer: 'not needed',
      by: 'police-partner-lead',
    });
    expect(lastToldToPolice()?.text).toBe(
      `Another position of West Midlands Police on ${REVIEW} was recorded in the meeting`,
    );
    const seen = await card.asSeenBy(policeDeputy());
    expect(inWords(seen)).toContain(
      'LCSPR needed, “as it was said to me”. It counts only if you agree.',
    );
    await seen.press('Object', { objection: 'nobody here said so' });
    expect(await positionOf('WMP')).toMatchObject({ answer: 'not needed' });
  });

  it('is the partner’s own once it has agreed', async () => {
    await recordFor('WMP', 'needed', 'by phone');
    expect((await card.asSeenBy(council())).buttons).not.toContain('Agree to it');
    const agreed = await (await card.asSeenBy(police())).press('Agree to it');
    expect(inWords(agreed)).toContain('West Midlands Police answered (by phone');
    expect(await positionOf('WMP')).toMatchObject({
      answer: 'needed',
      agreedBy: 'police-partner-lead',
    });
    await recordFor('WMP', 'not needed', 'by email');
    expect(await positionOf('WMP')).toMatchObject({ answer: 'needed' });
  });

  it('holds no time limit up: the review goes to the Panel with no agreement recorded', async () => {
    const detail = await bot.hears(manager(), `tell me about ${REVIEW}`);
    const form = await detail.press('Record it', { step: 'send-open' });
    const sent = await form.press('Confirm', { on: '2021-03-15' });
    expect(inWords(sent)).toContain('sent to the Panel with no agreement recorded');
    expect((await bot.hears(manager(), `deadline for ${REVIEW}`)).text).toContain(
      'was finished Mon 15 March',
    );
    expect(inWords(await bot.hears(chair(), `tell me about ${REVIEW}`))).toContain(
      'No agreement recorded, with the Panel since Mon 15 March',
    );
  });
});

describe('a decision that was confirmed on what was recorded for a partner', () => {
  beforeAll(async () => {
    bot = await start();
    for (const somebody of [health(), chair(), manager()]) await bot.isInstalledBy(somebody);
    card = await bot.hears(
      manager(),
      'open the decision on RR-2021-01 for the partners',
      IN_THE_MEETING,
    );
    for (const lead of [police(), council()])
      await card.isPressedBy(lead, 'Give it', { answer: 'needed', rationale: 'a theme returns' });
    await (await card.asSeenBy(manager())).press('Record it for them', {
      phoneAgency: 'CCG',
      phoneAnswer: 'needed',
      phoneRationale: 'said by phone',
    });
    await (await card.asSeenBy(chair())).press('Confirm: LCSPR');
  });
  afterAll(() => bot.stop());

  it('takes its objection afterwards, stands until corrected, and those who can correct it are told', async () => {
    const told = bot.client.sees(health(), bot.personalMessages('health-partner-lead').at(-1));
    const objected = await told.press('Object', { objection: 'we said the opposite' });
    expect(objected.text).toBe(
      'Recorded: your agency objects to what was given for it. The chair had confirmed the decision before, so it stands until an administrator corrects it.',
    );
    for (const id of ['partnership-chair', 'business-manager']) {
      const message = bot.personalMessages(id).at(-1);
      expect(message?.text).toBe(
        'NHS Black Country Integrated Care Board objects to the position recorded for it on RR-2021-01',
      );
      expect(readLines(message?.attachments?.[0]?.content).join('\n')).toContain(
        '“we said the opposite”. The decision was confirmed before that. It stands until an administrator corrects it.',
      );
    }
    const seen = inWords(await card.asSeenBy(chair()));
    expect(seen).toContain('Decided: LCSPR');
    expect(seen).toContain('objects to what was recorded for it');
  });

  it('takes it once, and from nobody who gave their position themselves', async () => {
    const again = await (await card.asSeenBy(health())).asSeenBy(health());
    expect(again.buttons).not.toContain('Object');
    expect((await card.asSeenBy(police())).buttons).not.toContain('Object');
    const { history } = bot.records.reviews;
    const events = await history(PARTNERSHIP, 'RR-2021-01');
    expect(events.filter(({ type }) => type === 'objected')).toHaveLength(1);
  });
});

describe('a partnership that shows positions as they come', () => {
  afterAll(() => bot.stop());

  it('says so in its settings, and its partners see each answer at once', async () => {
    bot = await start();
    const stored = await bot.records.partnerships.load(PARTNERSHIP);
    if (!stored) throw new Error('nothing is imported');
    const partnership = { ...stored.partnership, positions: 'shown' as const };
    await bot.records.partnerships.save({ ...stored, partnership }, 'test');
    card = await bot.hears(
      manager(),
      'open the decision on RR-2021-01 for the partners',
      IN_THE_MEETING,
    );
    await card.isPressedBy(police(), 'Give it', { answer: 'needed', rationale: 'a theme returns' });
    expect(inWords(await card.asSeenBy(council()))).toContain('a theme returns');
    expect(inWords(await card.asSeenBy(lay()))).not.toContain('a theme returns');
  });
});
