import { createServer } from 'node:net';
import { pino } from 'pino';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Answer } from '../../src/contract/answer.ts';
import type { Sender } from '../../src/contract/ports.ts';
import { createAdapter, type TeamsAdapter } from '../../src/teams/adapter.ts';
import { createSendRateLimiter, type SendRateLimiter } from '../../src/teams/send-rate-limiter.ts';
import { createSender } from '../../src/teams/sender.ts';
import { type FakeTeams, startFakeTeams } from '../support/fake-teams.ts';

const due: Answer = { text: 'SA-019 is due on Friday.' };

let teams: FakeTeams;
let rateLimiter: SendRateLimiter;
let logged: string[];
beforeEach(async () => {
  teams = await startFakeTeams();
  rateLimiter = createSendRateLimiter();
  logged = [];
});
afterEach(() => teams.close());

const toPolice = () => ({
  conversationId: 'a:police',
  serviceUrl: teams.serviceUrl,
  tenantId: 'police',
});
const senderOver = (
  adapter: Pick<TeamsAdapter, 'post'> = createAdapter({ mode: 'local' }),
): Sender => {
  const log = pino({ level: 'info' }, { write: (line) => logged.push(line) });
  const render = ({ text, card }: Answer) => ({
    text,
    ...(card && { card: { type: 'AdaptiveCard', version: '1.5', ...card.view } }),
  });
  return createSender({ adapter, rateLimiter, render, log });
};
/** Waits no longer for an answer that never comes. */
const impatient = () => createAdapter({ mode: 'local' }, { postTimeoutMs: 300 });
const statuses = () => teams.calls.map(({ status }) => status);
const received = () => teams.messages('a:police').map(({ text }) => text);

describe('a reminder', () => {
  test('stands in the conversation once, and is known by the id that Teams gave it', async () => {
    const sent = await senderOver().send(toPolice(), due);

    expect(sent).toEqual({ outcome: 'sent', activityId: 'reply-1' });
    expect(teams.messages('a:police')).toMatchObject([
      { text: 'SA-019 is due on Friday.', textFormat: 'plain' },
    ]);
  });

  test('can be for one person of a chat alone', async () => {
    const onlyTo = { tenantId: 'police', objectId: 'o-1' };

    await senderOver().send(toPolice(), due, { onlyTo });

    expect(teams.messages('a:police')).toMatchObject([
      { isTargeted: true, recipient: { id: 'o-1' } },
    ]);
    await senderOver().send(toPolice(), due);
    expect(teams.messages('a:police')[1]).not.toHaveProperty('isTargeted');
  });

  test('is not posted where whoever sends it does not want it any more when its turn comes', async () => {
    const sent = await senderOver().send(toPolice(), due, { begin: async () => false });

    expect(sent).toEqual({ outcome: 'not-begun' });
    expect(teams.calls).toEqual([]);
  });

  test('brings its card', async () => {
    const card = {
      name: 'notice',
      view: { body: [{ type: 'TextBlock', text: 'SA-019' }] },
      plain: 'SA-019',
    };

    await senderOver().send(toPolice(), { ...due, card });

    expect(teams.messages('a:police')).toMatchObject([
      { attachments: [{ content: { body: [{ text: 'SA-019' }] } }] },
    ]);
  });

  test('whose confirmation cannot be read is sent all the same', async () => {
    const server = createServer((socket) => {
      socket.once('data', () =>
        socket.end('HTTP/1.1 201 Created\r\ncontent-type: application/json\r\n\r\nno json'),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };

    const sent = await senderOver().send(
      { ...toPolice(), serviceUrl: `http://127.0.0.1:${port}` },
      due,
    );
    server.close();

    expect(sent).toEqual({ outcome: 'sent', activityId: '' });
  });

  test('whose card cannot be drawn is not sent, and the log says which', async () => {
    const view = new Proxy(
      {},
      {
        ownKeys: () => {
          throw new Error('Jane');
        },
      },
    );

    const sent = await senderOver().send(toPolice(), {
      ...due,
      card: { name: 'notice', view, plain: '' },
    });

    expect(sent).toEqual({ outcome: 'unreachable', reason: 'unacceptable' });
    expect(logged.join('')).toContain('"card":"notice"');
    expect(logged.join('')).not.toContain('Jane');
  });
});

describe('a reminder that Teams does not take', () => {
  test.each([412, 429, 503])(
    'with %i is certainly not there, and is tried again after the time that Teams names',
    async (status) => {
      teams.trouble({ status, retryAfter: '7' });

      expect(await senderOver().send(toPolice(), due)).toEqual({
        outcome: 'not-sent',
        reason: status === 429 ? 'limits' : 'busy',
        retryInMs: 7_000,
      });
      expect(received()).toEqual([]);
    },
  );

  test('may be told a date', async () => {
    teams.trouble({ status: 429, retryAfter: new Date(Date.now() + 3_600_000).toUTCString() });

    const sent = await senderOver().send(toPolice(), due);

    expect(sent).toMatchObject({ outcome: 'not-sent' });
    expect('retryInMs' in sent && sent.retryInMs).toBeGreaterThan(3_400_000);
  });

  test('waits longer each time where Teams names no time, and from the beginning once one was taken', async () => {
    rateLimiter = createSendRateLimiter({ second: 50, random: () => 1 });
    const sender = senderOver();
    const waits: unknown[] = [];
    for (const status of [503, 503, 503, undefined, 503]) {
      if (status) teams.trouble({ status });
      const sent = await sender.send(toPolice(), due);
      waits.push('retryInMs' in sent ? sent.retryInMs : sent.outcome);
    }

    expect(waits).toEqual([50, 100, 200, 'sent', 50]);
  });

  test.each([
    [403, 'ConversationBlockedByUser', 'blocked'],
    [403, 'BotDisabledByAdmin', 'blocked'],
    [403, 'NotEnoughPermissions', 'blocked'],
    [403, 'BotNotInConversationRoster', 'not-installed'],
    [403, 'ForbiddenOperationException', 'not-installed'],
    [403, 'InvalidBotApiHost', 'gone'],
    [404, 'ConversationNotFound', 'gone'],
    [404, 'BotNotInConversationRoster', 'not-installed'],
    [400, 'Bad Argument', 'unacceptable'],
    [413, 'MessageSizeTooBig', 'unacceptable'],
  ])('with %i %s is not tried again', async (status, code, reason) => {
    teams.trouble({ status, says: { error: { code, message: 'In words.' } } });

    expect(await senderOver().send(toPolice(), due)).toEqual({ outcome: 'unreachable', reason });
    expect(statuses()).toEqual([status]);
  });

  test('because somebody blocked Convenor, in the words that Teams has for this', async () => {
    const message =
      '{\r\n  "subCode": "MessageWritesBlocked",\r\n  "details": "Thread is blocked from message writes."\r\n}';
    teams.trouble({ status: 403, says: { errorCode: 209, message } });

    expect(await senderOver().send(toPolice(), due)).toEqual({
      outcome: 'unreachable',
      reason: 'blocked',
    });
  });

  test.each([
    [401, { error: { code: 'BotNotRegistered' } }],
    [401, {}],
    [403, {}],
  ])(
    'with %i because our own credentials are wrong is kept, an administrator is called, and the rest waits',
    async (status, says) => {
      teams.trouble({ status, says });
      const sender = senderOver();

      expect(await sender.send(toPolice(), due)).toEqual({
        outcome: 'not-sent',
        reason: 'locked-out',
        retryInMs: 600_000,
      });
      expect(await sender.send({ ...toPolice(), conversationId: 'a:health' }, due)).toMatchObject({
        outcome: 'not-sent',
      });
      expect(statuses()).toEqual([status]);
      expect(logged.map((line) => JSON.parse(line).level)).toEqual([50]);
    },
  );
});

describe('a reminder of which nobody can know whether it arrived', () => {
  test.each([500, 502, 504])('is in doubt: %i', async (status) => {
    teams.trouble({ status, retryAfter: '0' });

    expect(await senderOver().send(toPolice(), due)).toEqual({ outcome: 'unknown' });
    expect(statuses()).toEqual([status]);
  });

  test('is in doubt: the connection broke, and it did arrive', async () => {
    teams.trouble({ resetAfterAccept: true });

    expect(await senderOver().send(toPolice(), due)).toEqual({ outcome: 'unknown' });
    expect(received()).toEqual([due.text]);
  });

  test('is in doubt: the answer broke off in its middle', async () => {
    const server = createServer((socket) => {
      socket.on('error', () => {});
      socket.once('data', () =>
        socket.write('HTTP/1.1 201 Created\r\ncontent-length: 100\r\n\r\n{ "id":'),
      );
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    const { port } = server.address() as { port: number };

    const sent = await senderOver(impatient()).send(
      { ...toPolice(), serviceUrl: `http://127.0.0.1:${port}` },
      due,
    );
    server.close();

    expect(sent).toEqual({ outcome: 'unknown' });
  });

  test('is in doubt: Teams did not answer in time', async () => {
    teams.trouble({ delayMs: 5_000 });

    expect(await senderOver(impatient()).send(toPolice(), due)).toEqual({ outcome: 'unknown' });
  });
});

describe('a reminder that never left', () => {
  test.each([
    ['nobody listens', 'http://127.0.0.1:9'],
    ['there is no such host', 'http://teams.invalid'],
  ])('is tried again: %s', async (_, serviceUrl) => {
    const sent = await senderOver().send({ ...toPolice(), serviceUrl }, due);

    expect(sent).toMatchObject({ outcome: 'not-sent' });
  });

  test('is tried again: there is no token to be had', async () => {
    const post = async () => {
      throw Object.assign(new Error('The secret “abc” has expired'), {
        statusCode: 400,
        name: 'AuthError',
      });
    };

    expect(await senderOver({ post }).send(toPolice(), due)).toEqual({
      outcome: 'not-sent',
      reason: 'locked-out',
      retryInMs: 600_000,
    });
    expect(logged.join('')).toContain('bot credentials rejected');
    expect(logged.join('')).not.toContain('abc');
  });
});

test('logs hold ids, never what was said', async () => {
  for (const status of [429, 500, 404]) teams.trouble({ status });
  const sender = senderOver();
  for (const conversationId of ['a:police', 'a:health', 'a:council'])
    await sender.send({ ...toPolice(), conversationId }, due);

  expect(logged).toHaveLength(3);
  expect(logged.join('')).not.toContain('SA-019');
});
