import { mkdtemp, rm } from 'node:fs/promises';
import { request } from 'node:http';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as after } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Inbound } from '../../src/contract/feature.ts';
import { type Playground, startPlayground } from '../../src/rehearsal/playground.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';
import { type Chat, openChat } from './playground.ts';

const PORT = 11320;
const person = (id: string, roles: string[]) => ({
  id,
  displayName: `The ${id}`,
  roles,
  groups: [],
  tenantId: 'tenant',
  objectId: id,
});
const directory = {
  partnership: { shortName: 'Fenmarsh' },
  people: [person('lead', ['partner-lead']), person('manager', ['administrator'])],
} as never;

const page = (number: number) => ({
  name: 'page',
  plain: `Page ${number}.`,
  view: {
    body: [
      { type: 'TextBlock', text: `Page ${number}` },
      {
        type: 'Container',
        items: [{ type: 'TextBlock', text: 'A line' }],
        selectAction: { type: 'Action.Submit', data: { verb: 'ask', question: 'a line' } },
      },
    ],
    actions: [
      { type: 'Action.Execute', title: 'Next', verb: 'page', data: { number: number + 1 } },
      {
        type: 'Action.Submit',
        title: 'Next, the old way',
        data: { verb: 'page', number: number + 1 },
      },
    ],
  },
});

function answer(inbound: Inbound): { text: string; card?: ReturnType<typeof page> } {
  if (inbound.kind === 'installed') return { text: 'Good morning.' };
  if (inbound.kind === 'submission' && inbound.verb === 'ask')
    return { text: `I was asked: ${(inbound.data as { question: string }).question}` };
  if (inbound.kind === 'submission')
    return { text: 'Turned.', card: page(Number((inbound.data as { number: number }).number)) };
  if (inbound.kind !== 'message') return { text: 'A meeting began.' };
  return inbound.text === 'a page'
    ? { text: 'Here it is.', card: page(1) }
    : { text: `I heard: ${inbound.text}` };
}

let dataDir: string;
let bot: RunningBot;
let playground: Playground;
let chat: Chat;
/** In a channel the Playground loses an answer that comes before it has drawn the post. */
const AS_LONG_AS_RECORDS_TAKE_MS = 150;
const heard: Inbound[] = [];

const options = () => ({ botUrl: `${bot.url}/api/messages`, port: PORT, dataDir, directory });

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'convenor-'));
  const hear = async (inbound: Inbound) => {
    heard.push(inbound);
    await after(AS_LONG_AS_RECORDS_TAKE_MS);
    return answer(inbound);
  };
  bot = await startBot({ dispatcher: { handle: hear } });
  playground = await startPlayground(options());
  chat = await openChat(playground.url);
});
afterAll(async () => {
  await chat?.close();
  await playground?.stop();
  await bot?.stop();
  await rm(dataDir, { recursive: true, force: true });
});

describe.each(['personal', 'group', 'channel'] as const)('in the Playground, %s', (where) => {
  beforeAll(() => chat.open(where));

  test('Convenor is installed once, and answers the administrator of the folder without the mention', async () => {
    expect(
      heard.filter(({ kind, place }) => kind === 'installed' && place.kind === where),
    ).toHaveLength(1);
    expect((await chat.say('are you there')).text).toBe('I heard: are you there');
    expect(heard.at(-1)).toMatchObject({
      from: { tenantId: 'tenant', objectId: 'manager' },
      place: { kind: where },
    });
    expect(heard.at(-1)).toMatchObject({ text: 'are you there' });
  });

  test.each(['Next', 'Next, the old way'])(
    'the button “%s” turns the page in place',
    async (button) => {
      expect((await chat.say('a page')).card).toContain('Page 1');
      expect((await chat.press(button)).card).toContain('Page 2');
      expect((await chat.seen()).text).toBe('Here it is.');
    },
  );

  test('a line that is pressed asks', async () => {
    await chat.say('a page');

    expect((await chat.press('A line')).text).toBe('I was asked: a line');
  });
});

test('no button failed in the page', () => {
  expect(chat.faults).toEqual([]);
});

test.each([
  ['of elsewhere', { origin: 'https://evil.example' }],
  ['whose name was made to lead here', { host: 'evil.example' }],
])('a page %s is refused', async (_, headers) => {
  const status = await new Promise((resolve, reject) => {
    request(playground.url, { headers }, (response) => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
  expect(status).toBe(403);
});

test('a port that is taken is said, with what to do', async () => {
  await expect(startPlayground(options())).rejects.toThrow(
    `Port ${PORT} is in use: set PLAYGROUND_PORT`,
  );
});

test('it ends when it is told to, and gives its port back', async () => {
  await playground.stop();
  await playground.stop();

  const next = createServer();
  await new Promise<void>((resolve, reject) =>
    next.once('error', reject).listen(PORT, () => resolve()),
  );
  await new Promise((resolve) => next.close(resolve));
});
