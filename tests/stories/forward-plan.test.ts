import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readLines } from '../support/card-reading.ts';
import { type Convenor, startConvenor } from '../support/convenor.ts';

describe('what has to come to which meeting', () => {
  let bot: Convenor;
  const manager = () => bot.person('unit-manager');
  beforeAll(async () => {
    bot = await startConvenor({ today: '2026-06-10T09:00', folder: 'samples/fenmarsh' });
    await bot.isInstalledBy(manager());
  });
  afterAll(() => bot.stop());

  it('is listed by its meeting, with what did not come', async () => {
    const plan = await bot.hears(manager(), 'what is on the forward plan');
    expect(plan.text).toBe('5 items are on the forward plan; 1 did not come.');
    expect(plan.lines).toEqual(
      expect.arrayContaining([expect.stringMatching(/Private fostering report/)]),
    );
    const board = await bot.hears(manager(), 'what is on the forward plan for the delivery board');
    expect(board.text).toBe('3 items for Delivery Board are on the forward plan; 1 did not come.');
  });

  it('is asked for by its day, and what is open from before is still to come', async () => {
    const before = await bot.hears(manager(), 'what has to come before august');
    expect(before.lines.join('\n')).toMatch(/FP-04[\s\S]*FP-02[\s\S]*FP-05/);
    expect(before.lines.join('\n')).not.toMatch(/FP-01|FP-06/);
  });

  it('a duty is found by its name, with what asks for it', async () => {
    const masa = await bot.hears(manager(), 'when is our MASA due for review');
    expect(masa.text).toMatch(
      /^FP-02 “Review of the safeguarding arrangements”: .* 9 July 2026, paper due Thu 2 July/,
    );
    const budget = await bot.hears(manager(), 'when does the budget come');
    expect(budget.text).toMatch(/^Budget and contributions: nothing is on the forward plan/);
  });

  it('stands on the agenda of its meeting by itself, and goes with it when it is moved', async () => {
    const agenda = await bot.hears(manager(), 'agenda of the next delivery board');
    expect(agenda.lines.join('\n')).toContain('From the forward plan (FP-05)');
    const form = await bot.hears(manager(), 'move FP-05 to september because the data is late');
    const moved = await form.press('Move it');
    expect(moved.lines).toContain('Delivery Board, Wed 16 September 2026');
    const after = await bot.hears(manager(), 'agenda of the next delivery board');
    expect(after.lines.join('\n')).not.toContain('FP-05');
    const undone = await moved.press('Undo');
    expect(undone.lines).toContain('Delivery Board, Wed 15 July 2026');
  });

  it('is received once, and what comes every year is planned for the next', async () => {
    const form = await bot.hears(
      manager(),
      'FP-02 is in: https://fenmarsh-partnership.example/masa',
    );
    const done = await form.press('Record it');
    expect(done.lines).toContain('● Received Wed 10 June');
    const next = await bot.hears(manager(), 'when is our MASA due for review');
    expect(next.text).toMatch(/^FP-07 “Review of the safeguarding arrangements”: .* July 2027/);
    const plan = await bot.hears(manager(), 'what is on the forward plan');
    expect(plan.lines.filter((line) => line.startsWith('FP-0')).length).toBeLessThanOrEqual(5);
  });

  it('is added with a form that has what was said, and refused to those who do not lead', async () => {
    const form = await bot.hears(
      manager(),
      'put the neglect strategy on the forward plan for september, paper from the constabulary',
    );
    expect(form.lines).toContain('Add to the forward plan?');
    const added = await form.press('Add it', { group: 'DBD' });
    expect(added.lines).toEqual(
      expect.arrayContaining([
        'Recorded.',
        'Neglect strategy',
        'Delivery Board, Wed 16 September 2026',
        'Fenmarsh Constabulary',
      ]),
    );
    const lay = bot.person('lay-member-one');
    expect((await bot.hears(lay, 'add an item to the forward plan')).text).toMatch(
      /^Nothing was recorded: the forward plan is kept by/,
    );
  });
});

it('a duty that misses its meeting: its author is reminded, administrators are told, it is moved and comes', async () => {
  const bot = await startConvenor({ today: '2026-06-12T09:00', folder: 'samples/fenmarsh' });
  try {
    const [network, manager] = ['network-lead', 'unit-manager'];
    for (const each of [network, manager]) await bot.isInstalledBy(bot.person(each));
    const told = async (at: string, whom: string) => {
      bot.turnTo(at);
      const got = (await bot.sweep()).get(whom) ?? [];
      return got
        .flatMap(({ text, attachments }) => [text, ...readLines(attachments?.[0]?.content)])
        .join('\n');
    };
    await told('2026-06-12T09:00', network);
    const form = await bot.hears(bot.person(manager), 'new forward plan item');
    const planned = { title: 'Development event', group: 'DBD', month: '2026-07' };
    const added = await form.press('Add it', {
      ...planned,
      agency: 'FVAN',
      duty: 'development-event',
    });
    expect(added.lines).toContain('Delivery Board, Wed 15 July 2026');
    // Its paper is due five working days before the board of 15 July.
    expect(await told('2026-06-24T09:00', network)).toContain('FP-07');
    expect(await told('2026-07-20T09:00', network)).toMatch(/FP-07[\s\S]*did not come/i);
    const drift = await bot.hears(bot.person(manager), 'what is drifting in meetings');
    expect(drift.lines.join('\n')).toContain('FP-07');
    const move = await bot.hears(
      bot.person(manager),
      'move FP-07 to september, as it was not ready',
    );
    expect((await move.press('Move it')).lines).toContain('Delivery Board, Wed 16 September 2026');
    const received = await bot.hears(bot.person(network), 'FP-07 received');
    expect((await received.press('Record it')).lines).toContain('● Received Mon 20 July');
  } finally {
    await bot.stop();
  }
});
