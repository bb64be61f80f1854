import { generateKeyPairSync } from 'node:crypto';
import { request } from 'node:http';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { TeamsAuthentication } from '../../src/teams/authentication.ts';
import type { TenantSettings } from '../../src/teams/settings.ts';
import { type FakeSigner, startFakeSigner } from '../support/fake-signer.ts';
import { type RunningBot, startBot } from '../support/start-bot.ts';
import type { Speaker } from '../support/teams-client.ts';

const APP = '5a1c1d2e-0000-4000-8000-000000000001';
const DIRECTORY = '5a1c1d2e-0000-4000-8000-000000000002';
const PARTNERSHIP = '5a1c1d2e-0000-4000-8000-000000000003';
const police: Speaker = {
  name: 'Police Partner Lead',
  tenantId: PARTNERSHIP,
  objectId: 'police-partner-lead',
};

let signer: FakeSigner;
let bot: RunningBot;
let heard: number;

beforeAll(async () => {
  // The SDK prints every bad token's fault to the console.
  vi.spyOn(console, 'error').mockImplementation(() => {});
  signer = await startFakeSigner();
});
afterAll(() => signer.close());
afterEach(() => bot?.stop());

/** A bot in service: registered, and listening to one tenant. Nobody vouches for what it says, so the fake Teams needs no token. */
async function startInService(changes: Partial<TenantSettings> = {}): Promise<void> {
  heard = 0;
  const settings: TenantSettings = {
    mode: 'azure',
    appId: APP,
    appTenantId: DIRECTORY,
    credential: { getToken: async () => ({ token: 'not-a-secret' }) },
    tenants: [PARTNERSHIP],
    signer,
    ...changes,
  };
  const dispatcher = {
    handle: async () => {
      heard += 1;
      return { text: 'Nothing is due.' };
    },
  };
  // The connector is the fake Teams, whose address is known once it runs.
  const connectorOrigins: string[] = [];
  bot = await startBot({ settings: { connectorOrigins, ...settings }, dispatcher });
  connectorOrigins.push(bot.teams.serviceUrl);
}

const minutes = (count: number) => Math.floor(Date.now() / 1000) + count * 60;

/** What a genuine token says. */
const claims = () => ({
  iss: signer.issuer,
  aud: APP,
  nbf: minutes(-1),
  exp: minutes(60),
  serviceurl: bot.teams.serviceUrl,
});

const said = (parts: object = {}) =>
  bot.activity(police, 'personal', { type: 'message', text: 'what is due?', ...parts });

test('ids in capitals are the same ids', async () => {
  await startInService({ tenants: [PARTNERSHIP.toUpperCase()] });
  const tenantId = PARTNERSHIP.toUpperCase();
  const asked = said({ channelData: { tenant: { id: tenantId } } });
  const { status } = await bot.post(asked, `Bearer ${signer.token(claims())}`);
  expect(status).toBe(200);
  expect(heard).toBe(1);
});

test('a message that Teams has signed is answered', async () => {
  await startInService();

  const { status } = await bot.post(said(), `Bearer ${signer.token(claims())}`);

  expect(status).toBe(200);
  expect(heard).toBe(1);
  expect(bot.teams.messages('a:police-partner-lead')).toMatchObject([{ text: 'Nothing is due.' }]);
});

test('a token whose clock is a little ahead of ours is good', async () => {
  await startInService();

  const { status } = await bot.post(
    said(),
    `Bearer ${signer.token({ ...claims(), nbf: minutes(4) })}`,
  );

  expect(status).toBe(200);
});

const foreignKey = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
const without = (name: string) =>
  Object.fromEntries(Object.entries(claims()).filter(([claim]) => claim !== name));

describe('a request is refused and nothing is heard of it', () => {
  test.each<[string, () => string | undefined]>([
    ['without a token', () => undefined],
    ['with an empty one', () => 'Bearer '],
    ['with garbage', () => 'Bearer garbage'],
    ['with garbage of three parts', () => 'Bearer a.b.c'],
    ['with a password', () => `Basic ${Buffer.from('convenor:secret').toString('base64')}`],
    [
      'with a token that has expired',
      () => `Bearer ${signer.token({ ...claims(), nbf: minutes(-90), exp: minutes(-30) })}`,
    ],
    [
      'with a token that is not valid yet',
      () => `Bearer ${signer.token({ ...claims(), nbf: minutes(30) })}`,
    ],
    [
      'with a token for another app',
      () => `Bearer ${signer.token({ ...claims(), aud: DIRECTORY })}`,
    ],
    ['with a token for no app', () => `Bearer ${signer.token(without('aud'))}`],
    [
      'with a token of another issuer',
      () => `Bearer ${signer.token({ ...claims(), iss: 'https://issuer.example' })}`,
    ],
    ['with a token of no issuer', () => `Bearer ${signer.token(without('iss'))}`],
    [
      'with a token signed by another key',
      () => `Bearer ${signer.token(claims(), { key: foreignKey })}`,
    ],
    [
      'with a token whose key nobody published',
      () => `Bearer ${signer.token(claims(), { kid: 'unpublished' })}`,
    ],
    ['with a token without a signature', () => `Bearer ${signer.unsigned(claims())}`],
    [
      'with a token that takes the published key for a shared secret',
      () => `Bearer ${signer.confused(claims())}`,
    ],
    [
      'with a token that was changed',
      () =>
        `Bearer ${signer.token(claims()).replace(/\.[^.]+\./, `.${Buffer.from(JSON.stringify({ ...claims(), x: 1 })).toString('base64url')}.`)}`,
    ],
    [
      'with a token that names no address for answers',
      () => `Bearer ${signer.token(without('serviceurl'))}`,
    ],
    [
      'with a token that names another address',
      () => `Bearer ${signer.token({ ...claims(), serviceurl: 'https://else.example/' })}`,
    ],
    [
      'with a token of the app’s own directory',
      () =>
        `Bearer ${signer.token({ ...claims(), iss: `https://sts.windows.net/${DIRECTORY}/`, tid: DIRECTORY, ver: '1.0', appid: APP })}`,
    ],
    ['with a bearer in small letters', () => `bearer ${signer.token(claims())}`],
    ['with a token that is not said to be one', () => signer.token(claims())],
    ['with two tokens', () => `Bearer ${signer.token(claims())} ${signer.token(claims())}`],
    [
      'with two tokens and a comma',
      () => `Bearer ${signer.token(claims())},Bearer ${signer.token(claims())}`,
    ],
    ['with a token that never expires', () => `Bearer ${signer.token(without('exp'))}`],
    [
      'with a token whose times are words',
      () => `Bearer ${signer.token({ ...claims(), nbf: 'now', exp: 'never' })}`,
    ],
    [
      'with a token for several apps',
      () => `Bearer ${signer.token({ ...claims(), aud: [APP, DIRECTORY] })}`,
    ],
    [
      'with a key that may sign for web chat alone',
      () => `Bearer ${signer.token(claims(), { kid: 'for-web-chat' })}`,
    ],
    [
      'with a key that may sign for no channel',
      () => `Bearer ${signer.token(claims(), { kid: 'for-nothing' })}`,
    ],
    [
      'with a key of which nobody says',
      () => `Bearer ${signer.token(claims(), { kid: 'without-endorsements' })}`,
    ],
    ['with claims that are no object', () => `Bearer ${signer.token([])}`],
    ['with a very long token', () => `Bearer ${'a'.repeat(9_000)}.b.c`],
    [
      'with a token of another bot',
      () => `Bearer ${signer.token({ ...claims(), ver: '1.0', appid: DIRECTORY })}`,
    ],
  ])('%s', async (_, authorization) => {
    await startInService();

    const { status, body } = await bot.post(said(), authorization());

    expect(status).toBe(401);
    expect(body).toEqual({ code: 'Refused', message: 'The request was refused' });
    expect(heard).toBe(0);
    expect(bot.teams.calls).toEqual([]);
    expect(bot.logged.join('')).toMatch(/"reason":"(no-token|token|endorsement|service-url)"/);
  });

  test.each<[string, object, string]>([
    ['that came through another channel', { channelId: 'webchat' }, 'channel'],
    ['that came through a private channel', { channelId: 'AseChannel' }, 'channel'],
    [
      'of a tenant that is not served',
      { conversation: { id: 'a:1', conversationType: 'personal', tenantId: DIRECTORY } },
      'tenant',
    ],
    [
      'that names another tenant beside one that is served',
      { channelData: { tenant: { id: DIRECTORY } } },
      'tenant',
    ],
    [
      'of no tenant',
      { conversation: { id: 'a:1', conversationType: 'personal' }, channelData: {} },
      'tenant',
    ],
  ])('%s, though its token is genuine', async (_, parts, reason) => {
    await startInService();

    const { status } = await bot.post(said(parts), `Bearer ${signer.token(claims())}`);

    expect(status).toBe(403);
    expect(heard).toBe(0);
    expect(bot.logged.join('')).toContain(`"reason":"${reason}"`);
  });

  test('that wants its answer sent to an address Microsoft does not use, though its token is genuine', async () => {
    await startInService({ connectorOrigins: ['https://smba.trafficmanager.net'] });

    const { status } = await bot.post(said(), `Bearer ${signer.token(claims())}`);

    expect(status).toBe(403);
    expect(heard).toBe(0);
    expect(bot.logged.join('')).toContain('"reason":"connector"');
  });

  test('that brings the header of its token twice, be the first one good', async () => {
    await startInService();
    const good = `Bearer ${signer.token(claims())}`;

    for (const headers of [
      [good, 'Bearer garbage'],
      ['Bearer garbage', good],
    ])
      expect(await postTwice(headers)).toBe(401);
    expect(heard).toBe(0);
  });

  test('while Microsoft’s keys cannot be had: Teams may try again', async () => {
    await startInService({
      signer: { issuer: signer.issuer, openIdMetadataUrl: 'http://127.0.0.1:1/openid' },
    });

    const { status } = await bot.post(said(), `Bearer ${signer.token(claims())}`);

    expect(status).toBe(503);
    expect(heard).toBe(0);
  });
});

/** A request with two headers of one name, which fetch would make one of. */
function postTwice(authorization: readonly string[]): Promise<number | undefined> {
  return new Promise((resolve, reject) => {
    const headers = [
      'content-type',
      'application/json',
      ...authorization.flatMap((each) => ['authorization', each]),
    ];
    const twice = request(
      `${bot.url}/api/messages`,
      { method: 'POST', headers: ['host', '127.0.0.1', ...headers] },
      (res) => {
        res.resume();
        resolve(res.statusCode);
      },
    );
    twice.on('error', reject);
    twice.end(JSON.stringify(said()));
  });
}

describe('a rehearsal', () => {
  test('needs no token, and answers on this machine alone', async () => {
    heard = 0;
    bot = await startBot({ dispatcher: { handle: async () => ({ text: `Heard ${++heard}` }) } });

    expect((await bot.post(said())).status).toBe(200);
    expect(
      (await bot.post(said({ serviceUrl: 'https://smba.trafficmanager.net/uk/' }))).status,
    ).toBe(403);
    expect(heard).toBe(1);
  });
});

test.each([
  ['without an app id', { appId: '' }],
  ['without a tenant', { appTenantId: '' }],
])('Convenor does not start in service %s', (_, changes) => {
  const settings: TenantSettings = {
    mode: 'azure',
    appId: APP,
    appTenantId: DIRECTORY,
    credential: { getToken: async () => null },
    tenants: [],
    ...changes,
  };

  expect(() => new TeamsAuthentication(settings)).toThrow('required');
});
