import { setTimeout as after } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { startFakeTeams } from '../support/fake-teams.ts';
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

test('a message is sent once more over a connection that broke: it is there', async () => {
  bot.teams.trouble({ resetBeforeAccept: true });

  const reply = await bot.say(police, 'what is due?');

  expect(statuses()).toEqual(['reset', 201]);
  expect(reply.messages).toHaveLength(1);
});

test.each([
  ['whose confirmation is lost', { resetAfterAccept: true, times: 9 }, 'reset'],
  ['refused with 502', { status: 502, retryAfter: '0', times: 9 }, 502],
  ['refused with 504', { status: 504, retryAfter: '0', times: 9 }, 504],
] as const)('a message %s may have arrived: it is sent once more', async (_, trouble, status) => {
  bot.teams.trouble(trouble);

  await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([status, status]);
});

test('an edit may be made as often as it takes: it is the same each time', async () => {
  const card = { name: 'any', view: { body: [], actions: [] }, plain: '' };
  await bot.stop();
  bot = await startBot({ dispatcher: { handle: async () => ({ text: 'Due.', card }) } });
  await bot.say(police, 'what is due?');
  bot.teams.trouble({ status: 502, retryAfter: '0', times: 3 });

  const activity = { type: 'message', value: { verb: 'any' }, replyToId: 'reply-1' };
  await bot.post(bot.activity(police, 'personal', activity));

  expect(statuses()).toEqual([201, 502, 502, 502, 200]);
});

test('a message is sent as soon as Teams can be reached again', async () => {
  const { port } = new URL(bot.teams.serviceUrl);
  await bot.teams.close();
  const said = bot.say(police, 'what is due?');
  await after(200);
  const teams = await startFakeTeams({ port: Number(port) });

  expect((await said).status).toBe(200);
  expect(teams.messages('a:police-partner-lead')).toHaveLength(1);
  await teams.close();
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
  bot.teams.trouble({ status: 503, retryAfter: '0', times: 99 });

  await bot.say(police, 'what is due?');

  expect(statuses()).toEqual([503, 503, 503, 503]);
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
