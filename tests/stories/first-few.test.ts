import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('the first few of a list, on 15 March 2021 in Sandwell', () => {
  let bot: Convenor;
  let chats = 0;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  /** Says one thing after the other in a chat of their own; the answer to the last is what counts. */
  async function says(...messages: string[]) {
    chats += 1;
    const speaker = { ...bot.person('business-manager'), chat: `few-${chats}` };
    let heard = await bot.hears(speaker, messages[0] ?? '');
    for (const text of messages.slice(1)) heard = await bot.hears(speaker, text);
    const refs = heard.lines.flatMap((line) => /^(?:SA|CH)-\d+/.exec(line)?.[0] ?? []);
    return { ...heard, refs };
  }

  it('says on the card of how many they are, and offers the first that is shown', async () => {
    const oldest = await says('oldest three open actions');

    expect(oldest.lines).toContain('3 of 82 actions open');
    expect(oldest.buttons).toContain('Open SA-016');
  });

  it.each([
    [
      'oldest three open actions',
      'The 3 oldest of 82 open actions by date raised: SA-016 (Thu 7 May 2020), SA-060 (Sun 10 May 2020) and SA-011 (Tue 12 May 2020).',
    ],
    [
      'the latest action raised',
      'The newest of 113 actions by date raised: SA-043 (Tue 9 February).',
    ],
    [
      'which police action is the oldest',
      'The oldest of 12 open actions with West Midlands Police by date raised: SA-016 (Thu 7 May 2020).',
    ],
    [
      'last two completed',
      'The 2 last completed of 31 completed actions by completion date: SA-111 (Thu 8 December 2022) and SA-076 (March).',
    ],
    [
      'which action is due last',
      'The last due of 48 open actions by due date: SA-022 (Fri 9 July). 34 more have no due date recorded and are left out.',
    ],
    [
      'three oldest actions without an owner',
      'There are only 3 open actions without an owner, by date raised: SA-099 (Sun 7 June 2020), SA-003 (Wed 14 October 2020) and SA-105 (Sat 9 January).',
    ],
    ['top two actions', 'The 2 most pressing of 113 actions: SA-021 and SA-014.'],
  ])('“%s” says how it was sorted', async (asked, said) => {
    expect((await says(asked)).text).toBe(said);
  });

  it('a tie at the limit is shown, and said', async () => {
    const overdue = await says('the five longest overdue');
    expect(overdue.refs).toHaveLength(7);
    expect(overdue.text).toMatch(
      /^The 7 longest overdue of 18 overdue actions by due date: SA-021 \(Fri 29 January\), .* 3 of them share the last place, so 7 are listed and not 5\.$/,
    );
    expect((await says('what is due next')).text).toBe(
      'The 2 soonest due of 30 open actions by due date: SA-006 (Fri 19 March) and SA-072 (Fri 19 March). All of them tie, so 2 are listed and not 1.',
    );
  });

  it('without a number the whole list is sorted, and its rows say by what', async () => {
    const newest = await says('newest actions');
    expect(newest.text).toMatch(
      /^There are 113 actions: .* Sorted by date raised, the latest first/,
    );
    expect(newest.refs.slice(0, 3)).toEqual(['SA-043', 'SA-010', 'SA-083']);
    expect(newest.lines.join('\n')).toContain('raised Tue 9 February');
  });

  it('an answer can be sorted or shortened afterwards', async () => {
    const three = await says('what is overdue', 'just the top three');
    expect(three.text).toBe(
      'The 3 most pressing of 18 overdue actions: SA-021, SA-014 and SA-016.',
    );
    const theirs = await says('what is overdue', 'just the top three', 'and for health');
    expect(theirs.refs).toEqual(['SA-004', 'SA-019', 'SA-024']);
    const latest = await says('what is open for police', 'newest first');
    expect(latest.text).toMatch(/^12 of 14 .* Sorted by date raised, the latest first\./);
    const finished = await says('what is overdue', 'the two most recently completed');
    expect(finished.text).toMatch(/^The 2 last completed of 31 completed actions/);
  });

  it.each([
    ['top three risks', 'The 3 worst of 18 risks by score: CH-03 (20), CH-07 (20) and CH-01 (20).'],
    [
      'what are our three biggest risks',
      'The 3 worst of 18 risks by score: CH-03 (20), CH-07 (20) and CH-01 (20).',
    ],
    [
      'lowest three risks',
      'The 4 lowest of 18 risks by score: CH-14 (6), CH-17 (8), CH-06 (9) and CH-12 (9). 2 of them share the last place, so 4 are listed and not 3.',
    ],
    [
      'which risk is due for review next',
      'The next due of 7 risks by review day: CH-10 (Wed 17 March).',
    ],
    ['newest risk', 'None of 18 risks has a date added recorded, so I can’t sort them.'],
    ['the worst risk of slpr', /^The worst of 5 risks of .* by score: CH-07 \(20\)\.$/],
  ])('risks have their own order: “%s”', async (asked, said) => {
    expect((await says(asked)).text).toEqual(
      typeof said === 'string' ? said : expect.stringMatching(said),
    );
  });

  it.each([
    [
      'the three agencies with the most overdue actions',
      /^The 5 with the most overdue actions of 6 agencies: NHS Black Country Integrated Care Board \(5\), .* 3 of them share the last place/,
    ],
    [
      'three worst attenders',
      /^The 3 with the poorest attendance of 14 agencies: Lay Person \(1\/7, 14%\); .*\(9\/17, 53%\); .*\(4\/7, 57%\)\. At the 26 meetings/,
    ],
  ])('so have agencies: “%s”', async (asked, said) => {
    expect((await says(asked)).text).toMatch(said);
  });
});

describe('the first few meetings, reviews, priorities and decisions', () => {
  let bot: Convenor;
  let chats = 0;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-11' });
    for (const [at, what] of [
      ['2021-03-11T09:00', 'Adopt the escalation policy'],
      ['2021-03-12T09:00', 'Fund the graded care tool'],
      ['2021-03-15T09:00', 'Meet every other month'],
      ['2021-03-15T10:00', 'Publish the yearly report'],
    ] as const) {
      bot.turnTo(at);
      const form = await bot.hears(manager(), 'record a decision: the board adopts the policy');
      await form.press('Record it', { what });
    }
  });
  afterAll(() => bot.stop());
  const manager = () => {
    chats += 1;
    return { ...bot.person('business-manager'), chat: `records-${chats}` };
  };

  it.each([
    [
      'when are the next three boards',
      /^There are only 2 meetings of Sandwell .* to come: Wed 12 May at 14:00 and Wed 14 July at 14:00\.$/,
    ],
    [
      'the next five meetings',
      /^The next 5 meetings, of 10 to come: Sandwell Learning from Practice Reviews on Thu 18 March/,
    ],
    [
      'dates of the last three board meetings',
      /^The last 3 meetings of Sandwell .*, of 7 held .*: Wed 10 March at 14:00, Wed 13 January at 14:00 and Wed 11 November 2020 at 14:00\.$/,
    ],
    [
      'the two most recent rapid reviews',
      'The 2 latest of 9 rapid reviews by day of awareness: RR-2021-01 (Tue 2 March 2021) and RR-2020-08 (Mon 11 January 2021).',
    ],
    [
      'which review took longest',
      /^The 6 slowest of 8 rapid reviews by number of working days taken: RR-2020-01 \(17\), .* All of them tie, so 6 are listed and not 1\./,
    ],
    [
      'top three priorities',
      /^The first 3 of 7 priorities for 2020-21 by their number in the plan: Leadership and Govern/,
    ],
    [
      'the first decision we took',
      'The earliest of 4 decisions by date: “Adopt the escalation policy” (Thu 11 March).',
    ],
    [
      'what was the latest decision',
      'The 2 latest of 4 decisions by date: “Publish the yearly report” (Mon 15 March) and “Meet every other month” (Mon 15 March). All of them tie, so 2 are listed and not 1.',
    ],
    [
      'last three decisions',
      'The 3 latest of 4 decisions by date: “Publish the yearly report” (Mon 15 March), “Meet every other month” (Mon 15 March) and “Fund the graded care tool” (Fri 12 March).',
    ],
  ])('are nearest to today, or come first in their own order: “%s”', async (asked, said) => {
    const { text } = await bot.hears(manager(), asked);
    if (typeof said === 'string') expect(text).toBe(said);
    else expect(text).toMatch(said);
  });

  it('can be opened by their place', async () => {
    const who = manager();
    await bot.hears(who, 'last three decisions');
    expect((await bot.hears(who, 'the second one')).text).toBe(
      "“Meet every other month” was decided by Sandwell Children's Safeguarding Partnership on Mon 15 March 2021.",
    );
    expect((await bot.hears(who, 'and the third')).text).toMatch(
      /^“Fund the graded care tool” was/,
    );
  });
});

describe.each([
  [
    'samples/fenmarsh',
    '2026-06-10',
    'The 3 oldest of 46 open actions by date raised: FM-131 (Wed 14 May 2025), FM-102 (Wed 14 May 2025) and FM-120 (Wed 14 May 2025). All of them tie, so 3 are listed and not 1.',
    'The 2 worst of 10 risks by score: FR-02 (20) and FR-01 (20).',
  ],
  [
    'tests/understanding/folders/thornbury',
    '2025-11-04',
    'The 2 oldest of 33 open actions by date raised: TV/2024/004 (Wed 8 May 2024) and TV/2024/003 (Wed 8 May 2024). All of them tie, so 2 are listed and not 1.',
    'The 2 worst of 8 risks by score: TVR-1 (20) and TVR-2 (20).',
  ],
])('the first few in another partnership, %s', (folder, today, oldest, worst) => {
  it('are found in the same way', async () => {
    const bot = await startConvenor({ today, folder });
    const manager = bot.person(folder.includes('fenmarsh') ? 'unit-manager' : 'gillian-hartley');
    expect((await bot.hears(manager, 'which action has waited longest')).text).toBe(oldest);
    expect((await bot.hears(manager, 'top two risks')).text).toBe(worst);
    await bot.stop();
  });
});
