import { expect, test } from 'vitest';
import { startBot } from '../support/start-bot.ts';

const police = { name: 'Police', tenantId: 'tenant', objectId: 'police-partner-lead' };

test.each([
  ['429', { status: 429, retryAfter: '9' }],
  ['503', { status: 503, retryAfter: '9' }],
  ['no answer at all', { delayMs: 7_000 }],
])(
  'after %s an answer comes for as long as Teams waits for its turn',
  async (_, trouble) => {
    const bot = await startBot({
      dispatcher: { handle: async () => ({ text: 'Nothing is due.' }) },
    });
    bot.teams.trouble(trouble);
    const began = performance.now();

    const reply = await bot.say(police, 'what is due?');

    expect(reply.text).toBe('Nothing is due.');
    expect(performance.now() - began).toBeLessThan(14_000);
    await bot.stop();
  },
  20_000,
);
