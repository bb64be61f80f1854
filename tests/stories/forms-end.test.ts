import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Convenor, startConvenor } from '../support/convenor.ts';

let bot: Convenor;
beforeAll(async () => {
  bot = await startConvenor({ today: '2021-03-15' });
});
afterAll(() => bot.stop());

const manager = () => bot.person('business-manager');
const hasInputs = (card: object | undefined) => /"type":"Input\./.test(JSON.stringify(card));

describe('a form that was answered', () => {
  it.each(['add action: tidy the shared drive', 'SA-019 is blocked because the data is late'])(
    '“%s” leaves no form that can be sent when it is cancelled',
    async (words) => {
      const form = await bot.hears(manager(), words);
      expect(hasInputs(form.card)).toBe(true);
      const cancelled = await form.press('Cancel');
      expect(cancelled.lines).toEqual(['Cancelled. Nothing was recorded.']);
      expect(hasInputs(cancelled.card)).toBe(false);
    },
  );

  it('gives way to what was recorded', async () => {
    const form = await bot.hears(manager(), 'SA-019 is blocked because the data is late');
    const recorded = await form.press('Confirm');
    expect(recorded.lines).toContain('Recorded.');
    expect(hasInputs(recorded.card)).toBe(false);
  });

  it('says in its place what the chat is kept for', async () => {
    const form = await bot.hears(manager(), 'this chat is for the board', { in: 'group' });
    const linked = await form.press('Link this chat');
    expect(linked.lines.join()).toMatch(/^This chat is now kept for/);
    expect(hasInputs(linked.card)).toBe(false);
  });

  it('stays where it was when something has to be put right in it', async () => {
    const form = await bot.hears(manager(), 'record a decision of the board: adopt the plan');
    const refused = await form.press('Record it', { what: 'adopt the plan', authority: ' ' });
    expect(refused.text).toMatch(/^Nothing was recorded\. Please say by what authority/);
    expect(hasInputs(refused.card)).toBe(true);
  });
});
