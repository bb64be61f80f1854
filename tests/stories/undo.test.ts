import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');

describe('what was recorded by mistake', () => {
  it('an action just raised is taken back from its card, and its history keeps both', async () => {
    const form = await bot.hears(manager(), 'add action: tidy the shared drive');
    const raised = await form.press('Raise it', { agency: 'BU' });
    expect(raised.lines).toContain('Recorded.');
    const undone = await raised.press('Undo');
    expect(undone.lines).toContain('Undone. The history keeps both.');
    expect(undone.lines.join('\n')).toMatch(
      /undone by Business Manager, status from not started to withdrawn\. Why: “raised” was a mistake/,
    );
    expect((await raised.press('Undo')).lines).toContain('Undone. The history keeps both.');
  });

  it('“undo that” finds what was recorded last, also after a question in between', async () => {
    const form = await bot.hears(manager(), 'SA-019 is blocked because the data is late');
    await form.press('Confirm');
    await bot.hears(manager(), 'what is overdue for education');
    const asked = await bot.hears(manager(), 'undo that');
    expect(asked.text).toBe('SA-019 was blocked. Shall I undo that? The history keeps both.');
    const undone = await asked.press('Undo');
    expect(undone.lines).toContain('Undone. The history keeps both.');
    expect(undone.lines.join('\n')).toMatch(/undone by Business Manager, status from blocked to/);
  });

  it('a verification is taken back by whoever gave it, and by nobody else', async () => {
    const chair = bot.person('partnership-chair');
    const list = await bot.hears(chair, 'what needs verifying');
    const ref = /SA-\d+/.exec(list.lines.join('\n'))?.[0] ?? '';
    const form = await bot.hears(chair, `verify ${ref}`);
    const verified = await form.press('Verify');
    expect(verified.lines.join('\n')).toContain('Partnership Chair');
    const refused = await verified.isPressedBy(bot.person('independent-scrutineer'), 'Undo');
    expect(refused.text).toBe('Nothing was undone: only whoever recorded it can undo it.');
    const undone = await verified.press('Undo');
    expect(undone.lines.join('\n')).toContain('no longer verified');
  });

  it('where nothing was recorded here it says how older things are put right', async () => {
    const reply = await bot.hears(bot.person('lay-member'), 'undo that');
    expect(reply.text).toMatch(/^I have nothing here that a press can undo\./);
  });
});
