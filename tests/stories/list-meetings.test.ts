import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

const BOARD = "Sandwell Children's Safeguarding Partnership";

describe('which meetings there are, asked on 15 March 2021', () => {
  let bot: Convenor;
  beforeAll(async () => {
    bot = await startConvenor({ today: '2021-03-15' });
  });
  afterAll(() => bot.stop());

  const manager = () => bot.person('business-manager');
  const text = async (question: string, who = manager()) => (await bot.hears(who, question)).text;

  it('lists the meetings of all groups in a week, a month or between two days', async () => {
    expect(await text('meetings this week', bot.person('lay-member'))).toBe(
      '2 meetings are in the records this week (Mon 15 to Sun 21 March): Sandwell Learning from Practice Reviews on Thu 18 March at 14:00 (extraordinary) and Rapid Review Panel on Fri 19 March at 14:00 (extraordinary).',
    );
    expect(await text('what meetings are there next week')).toContain('Wed 24 March at 14:00');
    expect(await text('what meetings are planned in april')).toMatch(
      /^2 meetings are in the records in April 2021: Tackling Neglect Subgroup on Wed 14 April/,
    );
    expect(await text('meetings between now and friday')).toMatch(
      /^2 meetings are in the records from Mon 15 to Fri 19 March: /,
    );
    expect(await text('when does the board meet in may')).toBe(
      `1 meeting of ${BOARD} is in the records in May 2021: Wed 12 May at 14:00.`,
    );
  });

  it('puts one’s own first where one asks for them, and still says that others meet', async () => {
    expect(await text('have I got any meetings this week', bot.person('lay-member'))).toBe(
      'No meeting of your groups is in the records this week (Mon 15 to Sun 21 March). Other groups have 2 meetings this week.',
    );
  });

  it('lists those that took place, each with how many agencies attended', async () => {
    const reply = await bot.hears(manager(), 'past meetings of the board');
    expect(reply.text).toBe(
      `7 meetings of ${BOARD} were held in 2020-21 so far, the latest on Wed 10 March: 10/12 (83%) attended.`,
    );
    const at = (line: string) => reply.lines[reply.lines.indexOf(line) + 1];
    expect(at('Wed 8 July 2020')).toBe('8/12 (67%) attended');
    expect(await text('which meetings took place in november')).toMatch(
      /^3 meetings were held in November 2020, /,
    );
  });

  it('says of one that was called off why, or that no reason is recorded', async () => {
    expect(await text('why was the exploitation board put off in December?')).toBe(
      'Child Exploitation Board on Wed 9 December 2020 was postponed; no reason is recorded.',
    );
    expect(await text('why was the ceb meeting cancelled in january')).toBe(
      'Child Exploitation Board on Wed 20 January was cancelled; no reason is recorded.',
    );
  });

  it('tells of those called off the other way too, and that no further one is planned', async () => {
    expect(await text('which child exploitation board meetings were put off in 2020-21')).toMatch(
      /9 December 2020 was postponed.*20 January was cancelled/,
    );
    expect(await text('all meetings of the child exploitation board this year')).toMatch(
      /1 postponed and 1 cancelled\. No further one is planned in 2020-21\./,
    );
    expect(await text('all meetings of the board in 2019-20')).not.toMatch(/No further/);
  });

  it('puts right what was supposed: postponed, and not cancelled', async () => {
    expect(await text('why was ceb cancelled in december')).toBe(
      'No meeting of Child Exploitation Board was cancelled in December 2020. Child Exploitation Board on Wed 9 December 2020 was postponed; no reason is recorded.',
    );
    expect(await text('has the board ever been deferred')).toBe(
      `No meeting of ${BOARD} was postponed in 2020-21 or later.`,
    );
  });

  it('tells the reason that somebody gave', async () => {
    const form = await bot.hears(manager(), 'postpone the next neglect group');
    await form.press('Postpone it', { reason: 'The chair is not appointed yet' });
    expect(await text('why was the neglect group postponed')).toBe(
      'Tackling Neglect Subgroup on Wed 14 April was postponed: The chair is not appointed yet.',
    );
  });
});
