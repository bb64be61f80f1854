import { describe, expect, it } from 'vitest';
import type { Inbound } from '../../src/contract/feature.ts';
import { DEFAULT_RATES, limitRate } from '../../src/dispatch/rate-limit.ts';
import { startConvenor } from '../support/convenor.ts';

const rates = { person: { messages: 3, presses: 5 }, chat: { messages: 8, presses: 20 } };
const heard = { handle: async () => ({ text: 'heard' }) };
const by = (
  objectId: string,
  what: object = { kind: 'message', text: 'x' },
  conversationId = 'chat',
) =>
  ({
    from: { tenantId: 't', objectId },
    place: { kind: 'group', conversationId },
    ...what,
  }) as Inbound;
const press = { kind: 'submission', verb: 'attendance.here', data: {} };

describe('asking more than can be answered', () => {
  it('is said once to whoever does it, and then nothing more', async () => {
    const { handle } = limitRate(heard, rates);
    const said = [];
    for (let at = 0; at < 6; at += 1) said.push((await handle(by('ann')))?.text);
    expect(said.slice(0, 3)).toEqual(['heard', 'heard', 'heard']);
    expect(said[3]).toMatch(/^That is more than I can answer at once\. Nothing was changed\./);
    expect(said.slice(4)).toEqual([undefined, undefined]);
    expect((await handle(by('bob')))?.text).toBe('heard');
    expect((await handle(by('ann', press)))?.text).toBe('heard');
  });

  it('uses up nothing of what the others in the chat may ask', async () => {
    const { handle } = limitRate(heard, rates);
    for (let at = 0; at < 50; at += 1) await handle(by('ann'));
    for (const who of ['bob', 'cat', 'dan', 'eve', 'fay'])
      expect((await handle(by(who)))?.text).toBe('heard');
    expect((await handle(by('gus')))?.text).toMatch(/^That is more/);
    expect((await handle(by('gus', undefined, 'elsewhere')))?.text).toBe('heard');
  });

  it('is never said of what Teams reports by itself', async () => {
    const { handle } = limitRate(heard, rates);
    for (let at = 0; at < 50; at += 1)
      expect((await handle(by('ann', { kind: 'meeting', event: { what: 'started' } })))?.text).toBe(
        'heard',
      );
  });

  it('is not a meeting of 60 people who all press, change their minds and see every change of the card', async () => {
    const { handle } = limitRate(heard, DEFAULT_RATES);
    for (let person = 0; person < 60; person += 1) {
      for (let at = 0; at < 60; at += 1)
        expect((await handle(by(`person ${person}`, press)))?.text).toBe('heard');
      for (let at = 0; at < 4; at += 1)
        expect((await handle(by(`person ${person}`)))?.text).toBe('heard');
    }
  });

  it('is told at the front door', async () => {
    const bot = await startConvenor({ today: '2021-03-15', rates });
    const manager = bot.person('business-manager');
    for (let at = 0; at < 3; at += 1) await bot.hears(manager, 'help');
    expect((await bot.hears(manager, 'help')).text).toMatch(
      /^That is more than I can answer at once/,
    );
    expect((await bot.hears(manager, 'help')).messages).toEqual([]);
    await bot.stop();
  });
});
