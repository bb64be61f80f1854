import { request } from 'node:http';
import { gzipSync } from 'node:zlib';
import { pino } from 'pino';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Inbound } from '../../src/contract/feature.ts';
import { createServer } from '../../src/server/server.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';

const police = {
  name: 'Police Partner Lead',
  tenantId: 'tenant-of-the-partnership',
  objectId: 'police-partner-lead',
};

let bot: RunningBot;
let heard: Inbound[];
let ready: () => Promise<void>;

beforeEach(async () => {
  heard = [];
  ready = async () => {};
  const hear = async (inbound: Inbound) => {
    heard.push(inbound);
    return { text: 'Nothing is due.' };
  };
  bot = await startBot({ dispatcher: { handle: hear }, ready: () => ready() });
});
afterEach(() => bot.stop());

const question = (parts: object = {}) =>
  JSON.stringify(
    bot.activity(police, 'personal', { type: 'message', text: 'what is due?', ...parts }),
  );

async function post(
  body: string | Buffer,
  headers: Record<string, string> = {},
): Promise<{ status: number; body: unknown }> {
  const response = await fetch(`${bot.url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: body as string,
  });
  const text = await response.text();
  return { status: response.status, body: text ? JSON.parse(text) : undefined };
}

const nested = (levels: number) => `{"a":${'['.repeat(levels)}${']'.repeat(levels)}}`;

test.each([
  ['malformed JSON', '{"type":'],
  ['no body', ''],
  ['JSON nested without end', '['.repeat(200_000)],
  ['JSON nested deeply', nested(100)],
  ['a list', '[]'],
  ['a word', '"message"'],
  ['nothing', 'null'],
  ['an object that is no activity', '{"hello":"world"}'],
  [
    'an activity without a conversation',
    '{"type":"message","channelId":"msteams","serviceUrl":"http://127.0.0.1:1","from":{"id":"1"},"recipient":{"id":"2"}}',
  ],
  [
    'an activity that answers go nowhere',
    '{"type":"message","channelId":"msteams","serviceUrl":"nowhere","conversation":{"id":"3"},"from":{"id":"1"},"recipient":{"id":"2"}}',
  ],
  [
    'an activity that is to be answered in a way that nobody speaks',
    '{"type":"message","channelId":"msteams","serviceUrl":"h1ttp://127.0.0.1:1","conversation":{"id":"3"},"from":{"id":"1"},"recipient":{"id":"2"}}',
  ],
])(
  '%s is answered with 400 in JSON, without a word of the body or of the code',
  async (_, body) => {
    const answer = await post(body);

    expect(answer.status).toBe(400);
    expect(answer.body).toEqual({
      code: expect.stringMatching(/^Not(Json|AnActivity)$/),
      message: expect.stringMatching(/^The body is not/),
    });
    expect(heard).toEqual([]);
  },
);

test('an activity that does not say it is JSON is not read, so that no web page can speak to a rehearsal', async () => {
  expect((await post(question(), { 'content-type': 'text/plain' })).status).toBe(400);
  expect(heard).toEqual([]);
});

test('256 KB are read, more is refused', async () => {
  const frame = question({ padding: '' }).length;

  expect((await post(question({ padding: 'x'.repeat(256 * 1024 - frame) }))).status).toBe(200);
  expect((await post(question({ padding: 'x'.repeat(256 * 1024 - frame + 1) }))).status).toBe(413);
  expect(heard).toHaveLength(1);
});

test('a body sent in chunks without its length is held to the same limit', async () => {
  const status = await new Promise<number | undefined>((resolve, reject) => {
    const chunked = request(
      `${bot.url}/api/messages`,
      { method: 'POST', headers: { 'content-type': 'application/json' } },
      (response) => {
        response.resume();
        resolve(response.statusCode);
      },
    );
    chunked.on('error', reject);
    for (let chunk = 0; chunk < 10; chunk += 1) chunked.write('x'.repeat(64 * 1024));
    chunked.end();
  });

  expect(status).toBe(413);
});

test('a compressed body is not unfolded', async () => {
  expect((await post(gzipSync(question()), { 'content-encoding': 'gzip' })).status).toBe(415);
});

test('keys that would change all objects change nothing', async () => {
  const value =
    '{"verb":"actions.more","__proto__":{"administrator":true},"constructor":{"prototype":{"administrator":true}}}';

  const { status } = await post(question({ value: 0 }).replace('"value":0', `"value":${value}`));

  expect(status).toBe(200);
  expect(({} as { administrator?: boolean }).administrator).toBeUndefined();
  expect(
    (heard[0] as unknown as { data: { administrator?: boolean } }).data.administrator,
  ).toBeUndefined();
});

test.each(['serviceUrl', 'type', 'text', 'id'])(
  'a length that cannot be read is no %s, and breaks nothing',
  async (field) => {
    const odd = { [field]: { length: { toString: 'x', valueOf: 'x' } } };

    expect((await post(question(odd))).status).toBe(400);
  },
);

test.each([
  ['GET', '/api/messages', 405],
  ['PUT', '/api/messages', 405],
  ['POST', '/health/live', 405],
  ['GET', '/', 404],
  ['GET', '/api/messages/../../etc/passwd', 404],
  ['POST', '/api', 404],
])('%s %s is answered with %i in JSON', async (method, path, status) => {
  const response = await fetch(`${bot.url}${path}`, { method });

  expect(response.status).toBe(status);
  expect(await response.json()).toMatchObject({
    code: status === 405 ? 'MethodNotAllowed' : 'ResourceNotFound',
  });
});

test('it says that it lives, and whether it can work', async () => {
  const health = async (what: string) => (await fetch(`${bot.url}/health/${what}`)).status;

  expect(await health('ready')).toBe(200);
  ready = () => Promise.reject(new Error('no storage'));
  expect(await health('ready')).toBe(503);
  ready = () => new Promise(() => {});
  expect(await health('ready')).toBe(503);
  expect(await health('live')).toBe(200);
  ready = async () => {};
  expect(await health('ready')).toBe(200);
});

test('health says how long work waited for the only thread', async () => {
  const delay = async () => {
    const response = await fetch(`${bot.url}/health/live`);
    return ((await response.json()) as { eventLoopDelayMs: { p99: number; max: number } })
      .eventLoopDelayMs;
  };
  expect(await delay()).toEqual({ p99: expect.any(Number), max: expect.any(Number) });
  await new Promise((resolve) => setTimeout(resolve, 100)); // it measures from its second sample on
  const until = performance.now() + 300;
  while (performance.now() < until);
  await new Promise((resolve) => setTimeout(resolve, 50));
  expect((await delay()).max).toBeGreaterThanOrEqual(250);
});

test('every request is logged by its ids, and nothing of what was said or asked for', async () => {
  await post(question({ text: 'what about Jane Ali?' }));
  await fetch(`${bot.url}/about-jane-ali?who=jane`);

  const log = bot.logged.map((line) => JSON.parse(line));
  expect(log.filter(({ msg }) => msg === 'request handled')).toMatchObject([
    {
      method: 'POST',
      route: '/api/messages',
      status: 200,
      request: expect.any(String),
      ms: expect.any(Number),
    },
    { method: 'GET', status: 404 },
  ]);
  expect(bot.logged.join('')).not.toMatch(/jane|Partner Lead/i);
});

test('closing answers what is under way and takes nothing more', async () => {
  const asked = Promise.withResolvers<void>();
  const answer = Promise.withResolvers<void>();
  ready = () => {
    asked.resolve();
    return answer.promise;
  };
  const underWay = fetch(`${bot.url}/health/ready`);
  await asked.promise;

  const stopped = bot.stop();
  answer.resolve();

  expect((await underWay).status).toBe(200);
  await stopped;
  await expect(fetch(`${bot.url}/health/live`)).rejects.toThrow();
});

test('a server that is to leave says that it is not ready, answers all the same, and ends connections', async () => {
  const leaving = createServer({
    messages: async () => ({ status: 200 }),
    ready: async () => {},
    log: pino({ level: 'silent' }),
  });
  const url = await leaving.listen(0, '127.0.0.1');
  expect((await fetch(`${url}/health/ready`)).status).toBe(200);

  leaving.drain();

  const health = await fetch(`${url}/health/ready`);
  const body = question();
  const answer = await fetch(`${url}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body,
  });
  expect([health.status, answer.status]).toEqual([503, 200]);
  expect(answer.headers.get('connection')).toBe('close');
  await leaving.close();
});

test.each<[what: string, headers: Record<string, string>, status: number]>([
  ['by the name of this machine', { host: 'localhost:3978' }, 200],
  [
    'by its address, as the web chat does',
    { host: '127.0.0.1:3978', origin: 'http://localhost:56150' },
    200,
  ],
  ['by IPv6', { host: '[::1]:3978' }, 200],
  ['by a name that was made to lead here', { host: 'evil.example:3978' }, 403],
  ['by a name that begins like this one', { host: 'localhost.evil.example' }, 403],
  ['by a name before a port of this one', { host: 'localhost:3978.evil.example' }, 403],
  ['by a name before this one', { host: 'evil.example@localhost:3978' }, 403],
  ['by a name behind a mark', { host: 'localhost#.evil.example' }, 403],
  ['by IPv6 of everywhere', { host: '[::]:3978' }, 403],
  ['by a page of elsewhere', { host: 'localhost:3978', origin: 'https://evil.example' }, 403],
  ['by a page without an origin', { host: '127.0.0.1', origin: 'null' }, 403],
])('a rehearsal asked %s is answered as it should', async (_, headers, status) => {
  const rehearsing = createServer({
    messages: async () => ({ status: 200 }),
    ready: async () => {},
    log: pino({ level: 'silent' }),
    loopbackOnly: true,
  });
  const url = await rehearsing.listen(0, '127.0.0.1');
  const ask = (path: string, method: string) =>
    new Promise<number | undefined>((resolve, reject) => {
      const json = method === 'POST' && { 'content-type': 'application/json' };
      request(`${url}${path}`, { method, headers: { ...headers, ...json } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on('error', reject)
        .end(method === 'POST' ? question() : undefined);
    });
  expect(await ask('/api/messages', 'POST')).toBe(status);
  expect(await ask('/health/live', 'GET')).toBe(status);
  await rehearsing.close();
});

test('a port that is taken is said so', async () => {
  const silent = pino({ level: 'silent' });
  const second = createServer({
    messages: async () => ({ status: 200 }),
    ready: async () => {},
    log: silent,
  });

  await expect(second.listen(Number(new URL(bot.url).port), '127.0.0.1')).rejects.toMatchObject({
    code: 'EADDRINUSE',
  });
});
