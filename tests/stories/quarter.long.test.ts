import { afterEach, describe, expect, it } from 'vitest';
import { addDays, day, formatDay } from '../../src/domain/dates.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';
import { daleFolder } from '../support/dale.ts';
import type { Heard } from '../support/teams-client.ts';

/** A quarter has ninety sweeps. */

let bot: Convenor;
afterEach(() => bot.stop());

const EVERYBODY = ['manager', 'chair', 'qa-chair', 'scrutineer', 'police', 'council', 'health'];

async function begin(today: string, files: Readonly<Record<string, string>> = {}): Promise<void> {
  bot = await startConvenor({ today, folder: await daleFolder(files) });
  for (const id of EVERYBODY) await bot.isInstalledBy(bot.person(id));
}

/** What is said at a moment, as lines: who gets it, and how it begins. */
async function saidAt(moment: string): Promise<string[]> {
  bot.turnTo(moment);
  const got = await bot.sweep();
  const lines = [...got].flatMap(([id, messages]) =>
    messages.map(({ text = '' }) => ({ id, begins: beginning(text) })),
  );
  const alike = Map.groupBy(lines, ({ begins }) => begins);
  return [...alike]
    .map(([begins, who]) => `${listed(who.map(({ id }) => id))}: ${begins}`)
    .toSorted();
}

/** The first sentence; of several things also what comes first of them. */
const beginning = (text: string) =>
  /^(?:\d+ things.*?\. )?.*?(?=\.(?: |$))/.exec(text)?.[0] ?? text;
const listed = (ids: readonly string[]) => ids.toSorted().join(', ');

/** What is said at nine on each day, weekends and all, as lines with their day; what happens on a day comes after its messages. */
async function saidFrom(
  first: string,
  last: string,
  happens: Readonly<Record<string, () => Promise<unknown>>> = {},
): Promise<string[]> {
  const lines: string[] = [];
  for (let today = day(first); today <= last; today = addDays(today, 1)) {
    const said = await saidAt(`${today}T09:00`);
    lines.push(...said.map((line) => `${formatDay(today, today)} ${line}`));
    await happens[today]?.();
  }
  return lines;
}

/** The last message in somebody's own chat, to be pressed. */
const lastMessage = (id: string): Heard =>
  bot.client.sees(bot.person(id), bot.personalMessages(id).at(-1));
const stored = async (ref: string) => (await bot.records.actions.find('dale', ref))?.action;

it('an action from raised to verified, with everything that is said on the way, to whom and on which day of the quarter', async () => {
  await begin('2021-01-11');
  let ref = '';
  const said = await saidFrom('2021-01-11', '2021-04-11', {
    '2021-01-11': async () => {
      const form = await bot.hears(
        bot.person('manager'),
        'add action for police to share the training plan by 10 february',
      );
      const raised = await form.press('Raise it', { person: 'police', group: 'QA' });
      ref = /[A-Z]+-\d+/.exec(raised.lines.join(' '))?.[0] ?? '';
    },
    '2021-03-12': async () => {
      const form = await lastMessage('police').press('Done…');
      await form.press('Confirm', {
        evidence: 'New constables know whom to ring; visits within a day rose to 91 per cent',
      });
    },
    '2021-03-24': async () => {
      const form = await lastMessage('qa-chair').press('Verify…');
      await form.press('Verify');
    },
  });
  expect(await stored(ref)).toMatchObject({ status: 'complete', verifiedBy: 'qa-chair' });
  expect(said.map((line) => line.replaceAll(ref, 'REF'))).toEqual([
    'Thu 21 January police: REF is due in 14 working days',
    'Mon 1 February chair: The week of the partnership: nothing is overdue and 1 action is due in the next 14 days',
    'Mon 1 February police: REF is due in 7 working days',
    'Mon 1 February qa-chair: The week of Quality Group: nothing is overdue and 1 action is due in the next 14 days',
    'Mon 8 February chair: The week of the partnership: nothing is overdue and 1 action is due in the next 14 days',
    'Mon 8 February qa-chair: The week of Quality Group: nothing is overdue and 1 action is due in the next 14 days',
    'Tue 9 February police: REF is due in 1 working day',
    'Wed 10 February police: REF is due today',
    'Mon 15 February chair: The week of the partnership: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 15 February police: REF is overdue by 3 working days',
    'Mon 15 February qa-chair: The week of Quality Group: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 22 February chair: The week of the partnership: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 22 February police: REF is overdue by 8 working days',
    'Mon 22 February qa-chair: The week of Quality Group: 1 action is overdue and no actions are due in the next 14 days',
    'Wed 24 February qa-chair: REF is overdue by 10 working days',
    'Mon 1 March chair: The week of the partnership: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 1 March police: REF is overdue by 13 working days',
    'Mon 1 March qa-chair: The week of Quality Group: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 8 March chair: The week of the partnership: 1 action is overdue and no actions are due in the next 14 days',
    'Mon 8 March police: REF is overdue by 18 working days',
    'Mon 8 March qa-chair: The week of Quality Group: 1 action is overdue and no actions are due in the next 14 days',
    'Wed 10 March chair: REF is overdue by 20 working days',
    // Done on the 12th, on the notice of the 8th; verified on the 24th, on the request of the 22nd.
    'Mon 15 March qa-chair: REF is complete and waits to be verified',
    'Mon 22 March qa-chair: REF is complete and waits to be verified',
  ]);
});

it('a date that is moved silences what was to be said, owes the new steps, and a chair who was told of it hears no more', async () => {
  await begin('2021-02-01', {
    'actions.csv':
      'ref,title,owner_agency,owner_group,owner_person,due_on,status\nDA-001,Share the plan,POL,QA,police,2021-02-10,open\n',
  });
  const said = await saidFrom('2021-02-01', '2021-03-12', {
    '2021-02-09': async () => {
      const form = await lastMessage('police').press('Need more time…');
      await form.press('Confirm', { due: '2021-03-08', reason: 'the trainer is ill' });
    },
  });
  expect(said.filter((line) => !line.includes('chair: The week of'))).toEqual([
    'Mon 1 February police: DA-001 is due in 7 working days',
    'Tue 9 February police: DA-001 is due in 1 working day',
    // Moved: the tenth is silent, and so are the Mondays after it.
    'Tue 16 February police: DA-001 is due in 14 working days',
    'Thu 25 February police: DA-001 is due in 7 working days',
    'Fri 5 March police: DA-001 is due in 1 working day',
    'Mon 8 March police: DA-001 is due today',
  ]);
});

const ACTIONS =
  'ref,title,owner_agency,owner_group,owner_person,due_on,status,completed_on,impact_evidence\n';
const ofPolice = (ref: string, dueOn: string) =>
  `${ref},Action ${ref},POL,QA,police,${dueOn},open,,\n`;

describe('several things of one day', () => {
  it('are one message to each person, the most pressing first, with a button for each', async () => {
    const actions = ['2021-02-10', '2021-02-10', '2021-02-17'].map((on, at) =>
      ofPolice(`DA-00${at + 1}`, on),
    );
    await begin('2021-02-08', { 'actions.csv': ACTIONS + actions.join('') });
    await saidAt('2021-02-08T09:00');
    expect(lastMessage('police').text).toBe(
      '3 things need you. First: DA-001 is due in 2 working days.',
    );
    expect(lastMessage('police').buttons).toEqual(['Done…', 'Done…', 'Done…', 'All of mine']);
    const done = await (await lastMessage('police').press('Done…')).press('Confirm', {
      evidence: 'Fewer children wait',
    });
    expect(done.text).not.toContain('Nothing was recorded');
    expect(bot.personalMessages('police').map(({ text }) => text)).toContain(
      '3 things need you. First: DA-001 is due in 2 working days.',
    );
    expect(await stored('DA-001')).toMatchObject({
      status: 'complete',
      impactEvidence: 'Fewer children wait',
    });
    expect(await saidFrom('2021-02-09', '2021-02-10')).toEqual([
      'Tue 9 February police: DA-002 is due in 1 working day',
      'Tue 9 February qa-chair: DA-001 is complete and waits to be verified',
      'Wed 10 February police: DA-002 is due today',
    ]);
  });

  it('of a chair go into the weekly digest, and are settled there', async () => {
    const evidenced =
      'DA-009,Audit,POL,QA,police,2021-01-29,complete,2021-01-28,Fewer repeat referrals\n';
    await begin('2021-02-08', {
      'actions.csv': ACTIONS + ofPolice('DA-001', '2021-02-02') + evidenced,
    });
    await saidAt('2021-02-08T09:00');
    const digest = lastMessage('qa-chair');
    expect(digest.text).toMatch(
      /^1 thing needs you\. The week of Quality Group: 1 action is overdue/,
    );
    expect(digest.lines).toEqual(
      expect.arrayContaining([
        'For you',
        '● complete with evidence, not yet verified · you chair Quality Group',
      ]),
    );
    const form = await digest.press('Verify…');
    await form.press('Verify');
    expect(await stored('DA-009')).toMatchObject({ verifiedBy: 'qa-chair' });
  });
});

it('a snooze on a notice silences its owner for a week, and one that was undone silences nobody', async () => {
  await begin('2021-02-08', { 'actions.csv': ACTIONS + ofPolice('DA-001', '2021-02-10') });
  const said = await saidFrom('2021-02-09', '2021-02-22', {
    '2021-02-09': async () => {
      const snoozed = await lastMessage('police').press('Snooze a week');
      expect(snoozed.lines).toContain('DA-001 is quiet until Tue 16 February');
      await snoozed.press('Undo');
    },
    '2021-02-10': () => lastMessage('police').press('Snooze a week'),
  });
  expect(said.filter((line) => !line.includes('The week of'))).toEqual([
    'Tue 9 February police: DA-001 is due in 1 working day',
    'Wed 10 February police: DA-001 is due today',
    // Nothing on Mon 15 February.
    'Mon 22 February police: DA-001 is overdue by 8 working days',
  ]);
});

describe('when the clocks change, eight in the morning stays eight, and seven for what is in law', () => {
  const LATE = 'ref,year,category,aware_on,notified_on\n';
  const LAW = 'council, health, manager, police: RR-1: send the rapid review to the Panel was due';
  const FRIDAY = ['police: 2 things need you. First: DA-001 is due today'];
  const monday = (drift: string) => [
    `chair: The week of the partnership: 1 thing is drifting, ${drift}; 1 action is overdue and 1 action is due in the next 14 days`,
    'police: 2 things need you, 1 of them overdue. First: DA-001 is overdue by 1 working day',
    'qa-chair: The week of Quality Group: 1 action is overdue and 1 action is due in the next 14 days',
  ];

  async function expectSaid(expected: Readonly<Record<string, readonly string[]>>): Promise<void> {
    const said: Record<string, string[]> = {};
    for (const instant of Object.keys(expected)) said[instant] = await saidAt(instant);
    expect(said).toEqual(expected);
  }

  it('on 28 March 2021', async () => {
    await begin('2021-03-25', {
      'actions.csv': ACTIONS + ofPolice('DA-001', '2021-03-26') + ofPolice('DA-002', '2021-03-29'),
      'reviews.csv': `${LATE}RR-1,2020-21,serious harm,2021-03-01,2021-03-02\n`,
    });
    await saidAt('2021-03-25T09:00');
    await expectSaid({
      '2021-03-26T06:59:00Z': [],
      '2021-03-26T07:00:00Z': [`${LAW} 4 working days ago`],
      '2021-03-26T07:59:00Z': [],
      '2021-03-26T08:00:00Z': FRIDAY,
      '2021-03-28T00:30:00Z': [],
      '2021-03-28T01:30:00Z': [],
      '2021-03-28T05:59:00Z': [],
      '2021-03-28T06:00:00Z': [`${LAW} 5 working days ago`],
      '2021-03-28T12:00:00Z': [],
      '2021-03-28T23:30:00Z': [],
      '2021-03-29T06:00:00Z': [`${LAW} 5 working days ago`],
      '2021-03-29T06:59:00Z': [],
      '2021-03-29T07:00:00Z': monday('new or worse'),
    });
  });

  it('on 31 October 2021', async () => {
    await begin('2021-10-28', {
      'actions.csv': ACTIONS + ofPolice('DA-001', '2021-10-29') + ofPolice('DA-002', '2021-11-01'),
      'reviews.csv': `${LATE}RR-1,2021-22,serious harm,2021-10-01,2021-10-04\n`,
    });
    await saidAt('2021-10-28T09:00');
    await expectSaid({
      '2021-10-29T05:59:00Z': [],
      '2021-10-29T06:00:00Z': [`${LAW} 5 working days ago`],
      '2021-10-29T06:59:00Z': [],
      '2021-10-29T07:00:00Z': FRIDAY,
      '2021-10-31T00:30:00Z': [],
      '2021-10-31T01:30:00Z': [],
      '2021-10-31T06:59:00Z': [],
      '2021-10-31T07:00:00Z': [`${LAW} 6 working days ago`],
      '2021-10-31T12:00:00Z': [],
      '2021-10-31T23:30:00Z': [],
      '2021-11-01T07:00:00Z': [`${LAW} 6 working days ago`],
      '2021-11-01T07:59:00Z': [],
      '2021-11-01T08:00:00Z': monday('as before'),
    });
  });
});

it('over Christmas 2020 only a time limit in law is spoken of, every day', async () => {
  await begin('2020-12-21', {
    'actions.csv':
      ACTIONS +
      ofPolice('DA-001', '2020-12-28') +
      ofPolice('DA-002', '2021-01-01') +
      ofPolice('DA-003', '2020-12-21'),
    'reviews.csv':
      'ref,year,category,aware_on,notified_on\nRR-1,2020-21,serious harm,2020-11-30,2020-12-01\n',
  });
  const late = (days: number) =>
    `RR-1: send the rapid review to the Panel was due ${days} working days ago`;
  const all = (days: number) => `council, health, manager, police: ${late(days)}`;
  const others = (days: number) => `council, health, manager: ${late(days)}`;
  expect(await saidFrom('2020-12-23', '2021-01-04')).toEqual([
    'Wed 23 December chair: The week of the partnership: 1 thing is drifting, new or worse; 1 action is overdue and 2 actions are due in the next 14 days',
    `Wed 23 December ${others(2)}`,
    `Wed 23 December police: 4 things need you, 2 of them overdue. First: ${late(2)}`,
    'Wed 23 December qa-chair: The week of Quality Group: 1 action is overdue and 2 actions are due in the next 14 days',
    `Thu 24 December ${others(3)}`,
    // With DA-001, which is due on Mon 28 December, when nobody works.
    `Thu 24 December police: 2 things need you, 1 of them overdue. First: ${late(3)}`,
    `Fri 25 December ${all(4)}`,
    `Sat 26 December ${all(4)}`,
    `Sun 27 December ${all(4)}`,
    `Mon 28 December ${all(4)}`,
    'Tue 29 December chair: The week of the partnership: 1 thing is drifting, new or worse; 2 actions are overdue and 1 action is due in the next 14 days',
    `Tue 29 December ${others(4)}`,
    `Tue 29 December police: 3 things need you, all overdue. First: ${late(4)}`,
    'Tue 29 December qa-chair: The week of Quality Group: 2 actions are overdue and 1 action is due in the next 14 days',
    `Wed 30 December ${all(5)}`,
    `Thu 31 December ${others(6)}`,
    // With DA-002, which is due on New Year’s Day.
    `Thu 31 December police: 2 things need you, 1 of them overdue. First: ${late(6)}`,
    `Fri 1 January ${all(7)}`,
    `Sat 2 January ${all(7)}`,
    `Sun 3 January ${all(7)}`,
    'Mon 4 January chair: The week of the partnership: 1 thing is drifting, as before; 3 actions are overdue and no actions are due in the next 14 days',
    `Mon 4 January ${others(7)}`,
    `Mon 4 January police: 4 things need you, all overdue. First: ${late(7)}`,
    'Mon 4 January qa-chair: The week of Quality Group: 3 actions are overdue and no actions are due in the next 14 days',
  ]);
});

it('aware on Mon 14 December 2026: notified by the 21st, the rapid review sent by Thu 7 January 2027', async () => {
  await begin('2026-12-14', {
    'reviews.csv': 'ref,year,category,aware_on\nRR-1,2026-27,serious harm,2026-12-14\n',
    // Its yearly report is out, so nobody hears of it.
    'yearly-reports.csv':
      'year,published_on,where,recorded_by,recorded_at\n2025-26,2026-09-14,,manager,2026-09-14T10:00:00Z\n',
  });
  const said = await saidFrom('2026-12-14', '2027-01-08', {
    '2026-12-21': async () => {
      const review = await bot.hears(bot.person('manager'), 'tell me about RR-1');
      await (await review.press('Record it', { step: 'notify' })).press('Confirm', {
        on: '2026-12-21',
      });
    },
  });
  const all = 'council, health, manager, police:';
  // A clock within five working days drifts, and the chair's letter has it.
  const letter = (how: string) =>
    `chair: The week of the partnership: 1 thing is drifting, ${how}; nothing is overdue and no actions are due in the next 14 days`;
  expect(said).toEqual([
    `Mon 14 December ${letter('new or worse')}`,
    `Mon 14 December ${all} RR-1: notify the Panel within 5 working days`,
    `Wed 16 December ${all} RR-1: notify the Panel within 3 working days`,
    `Thu 17 December ${all} RR-1: notify the Panel within 2 working days`,
    `Fri 18 December ${all} RR-1: notify the Panel within 1 working day`,
    `Mon 21 December ${letter('as before')}`,
    // With the rapid review, which is due in ten working days.
    `Mon 21 December ${all} 2 things need you. First: RR-1: notify the Panel today`,
    `Wed 30 December ${letter('new or worse')}`,
    `Wed 30 December ${all} RR-1: send the rapid review to the Panel within 5 working days`,
    `Mon 4 January ${letter('new or worse')}`,
    `Mon 4 January ${all} RR-1: send the rapid review to the Panel within 3 working days`,
    `Tue 5 January ${all} RR-1: send the rapid review to the Panel within 2 working days`,
    `Wed 6 January ${all} RR-1: send the rapid review to the Panel within 1 working day`,
    `Thu 7 January ${all} RR-1: send the rapid review to the Panel today`,
    `Fri 8 January ${all} RR-1: send the rapid review to the Panel was due 1 working day ago`,
  ]);
});
