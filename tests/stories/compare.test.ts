import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const ICB = 'NHS Black Country Integrated Care Board';
const SLPR = 'Sandwell Learning from Practice Reviews';
const QPPA = 'Quality of Practice, Performance and Assurance';

describe('setting agencies, groups and years side by side, on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const textOf = async (question: string, who = 'independent-scrutineer') =>
    (await bot.hears(bot.person(who), question)).text;

  it('compares two agencies in attendance and in actions, in one table each', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'compare police and health');
    expect(reply.text).toBe(
      `Of the meetings held in 2020-21 so far West Midlands Police attended 22/26 (85%) and ${ICB} 25/26 (96%): ${ICB} attended better. West Midlands Police has 12 open actions, 2 of them overdue, and 2/14 (14%) complete; ${ICB} has 12 open actions, 5 of them overdue, and 3/15 (20%) complete. More overdue: ${ICB}. Larger part complete: ${ICB}.`,
    );
    const from = reply.lines.indexOf('Actions');
    expect(reply.lines.slice(from, from + 4)).toEqual(['Actions', 'open', 'overdue', 'complete']);
    expect(reply.lines).toEqual(expect.arrayContaining(['22/26', '85%', '25/26', '96%']));
  });

  it('compares over all that is on record, or since a day, and says so', async () => {
    const asked = 'police against health at the board, every meeting on record';
    expect(await textOf(`${asked}, who turned out more`)).toMatch(/ held on record .*\d+\/\d+/);
    expect(await textOf('compare attendance of police and health since january 2021')).toMatch(
      / held since Fri 1 January /,
    );
  });

  it('compares in what was asked alone, at the group that was named', async () => {
    expect(await textOf('compare attendance of schools and the voluntary sector at qppa')).toBe(
      `Of the meetings of ${QPPA} held in 2020-21 so far Education (schools and colleges) attended 0/5 (0%) and Sandwell Community and Voluntary Organisations 0/5 (0%): a tie.`,
    );
    expect(await textOf('who has more overdue actions, police or the council')).toMatch(
      /More overdue: Sandwell Metropolitan Borough Council\./,
    );
    expect(await textOf('does the council finish more of its actions than health')).toMatch(
      /Larger part complete: a tie\.$/,
    );
  });

  it('takes “we” for the asker’s agency', async () => {
    expect(
      await textOf('does our agency come more often than the trust', 'police-partner-lead'),
    ).toBe(
      "Of the meetings held in 2020-21 so far West Midlands Police attended 22/26 (85%) and Sandwell Children's Trust 22/26 (85%): a tie.",
    );
  });

  it('compares groups, and more than two', async () => {
    expect(await textOf('is qppa better attended than slpr')).toBe(
      `Agencies attended 35/50 (70%) at ${QPPA} and 48/56 (86%) at ${SLPR} in 2020-21 so far: ${SLPR} is better attended.`,
    );
    expect(await textOf('police, health and the council side by side on actions')).toMatch(
      new RegExp(`Most overdue: ${ICB}\\. Largest part complete: ${ICB} and Sandwell Metropolitan`),
    );
  });

  it('compares years, and says where there is nothing to compare', async () => {
    expect(await textOf('was board attendance better in 2020-21 than in 2019-20')).toBe(
      "Agencies attended 66/84 (79%) in 2020-21 so far, at the meetings of Sandwell Children's Safeguarding Partnership. No meeting held in 2019-20 is in the records.",
    );
  });

  it.each([
    [
      'whats overdue for police',
      'and the ICB?',
      /^5 of 15 actions with NHS Black Country .* are overdue/,
    ],
    ['what did the police miss', 'and the icb?', /missed 1 of the 26 meetings/],
    [
      'what are our priorities',
      'and the ICB?',
      /^Which do you mean: “NHS Black Country .*: attendance this year” or “.*: actions this year”\?/,
    ],
    [
      'when does qppa next meet',
      'and the police?',
      /^Which do you mean: “West Midlands Police: attendance” or “West Midlands Police: actions”\?/,
    ],
  ])(
    'compares nothing where an agency follows another question: “%s”, “%s”',
    async (first, next, answer) => {
      const manager = { ...bot.person('business-manager'), chat: first };
      await bot.hears(manager, first);
      expect((await bot.hears(manager, next)).text).toMatch(answer);
    },
  );

  it('asks with what where only one is named', async () => {
    expect(await textOf('compare police')).toMatch(
      /^With what should I compare West Midlands Police\?/,
    );
  });
});
