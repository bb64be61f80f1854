import { afterEach, beforeEach, expect, test } from 'vitest';
import { type RunningBot, startBot } from '../support/start-bot.ts';

const police = {
  name: 'Police Partner Lead',
  tenantId: 'tenant-of-the-partnership',
  objectId: 'police-partner-lead',
};

let bot: RunningBot;
beforeEach(async () => {
  bot = await startBot({ dispatcher: { handle: async () => ({ text: 'Nothing is due.' }) } });
});
afterEach(() => bot.stop());

const statuses = () => bot.teams.calls.map(({ status }) => status);

test('a message whose confirmation is lost is sent once: it has arrived', async () => {
  bot.teams.trouble({ resetAfterAccept: true });

  const reply = await bot.say(police, 'what is due?');

  expect(statuses()).toEqual(['reset']);
  expect(reply.messages).toHaveLength(1);
});

test.each([400, 401, 403, 404, 413, 500])(
  'a message refused with %i is sent once',
  async (status) => {
    bot.teams.trouble({ status, times: 9 });

    await bot.say(police, 'what is due?');

    expect(statuses()).toEqual([status]);
  },
);

test.each([412, 429, 502, 503, 504])('a message refused with %i is sent again', async (status) => {
  bot.teams.trouble({ status, retryAfter: '0' });

  const reply = await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([status, 201]);
  expect(reply.text).toBe('Nothing is due.');
});

test('a message that Teams wants to wait longer than a person does is given up', async () => {
  bot.teams.trouble({ status: 429, retryAfter: '3600', times: 9 });

  await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([429]);
});

test('a date to wait for is understood as well', async () => {
  bot.teams.trouble({ status: 503, retryAfter: new Date(Date.now() - 1000).toUTCString() });

  await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([503, 201]);
});

test('a message that is never taken is tried four times at most', async () => {
  bot.teams.trouble({ status: 502, retryAfter: '0', times: 99 });

  await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([502, 502, 502, 502]);
});

test('eight messages in a second are all delivered, the last after the wait that Teams asks for', async () => {
  await bot.stop();
  bot = await startBot({
    dispatcher: { handle: async () => ({ text: 'Nothing is due.' }) },
    rateLimits: true,
    // Its seconds pass only while the bot waits as it was told.
    now: () => 1_000 * statuses().filter((status) => status === 429).length,
  });

  for (let said = 0; said < 8; said += 1) await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([...Array(7).fill(201), 429, 201]);
  expect(bot.teams.messages('a:police-partner-lead')).toHaveLength(8);
});
