import { createServer } from 'node:http';
import { pino } from 'pino';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '../../src/app.ts';
import { parseConfig } from '../../src/config.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import { createRecords } from '../../src/storage/records.ts';
import { startConvenor } from '../support/convenor.ts';
import { type FakeSigner, startFakeSigner } from '../support/fake-signer.ts';
import { startFakeTeams } from '../support/fake-teams.ts';
import { listenLocally } from '../support/listen-locally.ts';
import { STORY_TIMEOUT_FACTOR } from '../support/patient-storage.ts';
import { startBot } from '../support/start-bot.ts';
import { createTeamsClient } from '../support/teams-client.ts';
import { reader } from '../support/understanding.ts';

const SECRET = 'canary-Zq7Vw2';
const IN_ANY_FORM = new RegExp(
  `${SECRET}|${Buffer.from(SECRET).toString('base64').replace(/=+$/, '')}`,
);
const TENANT = '5a1c1d2e-0000-4000-8000-000000000003';
const police = { name: 'Police Partner Lead', tenantId: TENANT, objectId: 'police-partner-lead' };

let signer: FakeSigner;
let printed: string[];
beforeAll(async () => {
  signer = await startFakeSigner();
});
afterAll(() => signer.close());
beforeEach(() => {
  printed = [];
  for (const how of ['log', 'info', 'warn', 'error'] as const)
    vi.spyOn(console, how).mockImplementation(
      (...words) => void printed.push(words.map(String).join(' ')),
    );
});
afterEach(() => vi.restoreAllMocks());

const expectNoSecret = (...seen: unknown[]) =>
  expect(JSON.stringify([...seen, ...printed])).not.toMatch(IN_ANY_FORM);

test('no secret of the bot is told when Microsoft will not vouch for it, whatever its library says', async () => {
  const appId = '5a1c1d2e-0000-4000-8000-000000000001';
  const credential = {
    getToken: () =>
      Promise.reject(
        Object.assign(new Error(`invalid client secret ${SECRET}`), { code: 'AADSTS7000215' }),
      ),
  };
  const connectorOrigins: string[] = [];
  const settings = {
    mode: 'azure',
    appId,
    appTenantId: TENANT,
    credential,
    tenants: [TENANT],
    signer,
  } as const;
  const dispatcher = { handle: async () => ({ text: 'Nothing is due.' }) };
  const bot = await startBot({
    settings: { ...settings, connectorOrigins },
    dispatcher,
  });
  connectorOrigins.push(bot.teams.serviceUrl);
  const now = Math.floor(Date.now() / 1000);
  const claims = {
    iss: signer.issuer,
    aud: appId,
    nbf: now,
    exp: now + 3600,
    serviceurl: bot.teams.serviceUrl,
  };

  const answers = [];
  for (const authorization of [
    `Bearer ${signer.token(claims)}`,
    `Bearer ${signer.token({ ...claims, aud: 'x' })}`,
    'Bearer x',
  ])
    answers.push(
      await bot.post(
        bot.activity(police, 'personal', { type: 'message', text: 'what is due?' }),
        authorization,
      ),
    );

  expect(bot.logged.join('')).toContain('AADSTS7000215');
  expectNoSecret(answers, bot.logged, bot.teams.calls);
  await bot.stop();
});

test('no key of the storage is told when it cannot be reached', async () => {
  const key = Buffer.from(SECRET).toString('base64');
  const connectionString = `DefaultEndpointsProtocol=http;AccountName=convenor;AccountKey=${key};TableEndpoint=http://127.0.0.1:1/convenor;QueueEndpoint=http://127.0.0.1:1/convenor;`;
  const records = createRecords({ connection: { connectionString }, tablePrefix: 'Secret' });
  const logged: string[] = [];
  const log = pino({ level: 'trace' }, { write: (line) => logged.push(line) });
  const teams = await startFakeTeams();
  const ports = { ...records, calendar: createCalendar() };
  const server = createApp(parseConfig({ PLAYGROUND: 'off' }), {
    ports,
    reader,
    timeoutFactor: STORY_TIMEOUT_FACTOR,
    ready: records.ping,
    log,
  });
  const url = await server.listen(0, '127.0.0.1');

  const heard = await createTeamsClient(url, teams).say(police, 'what is due?');
  const ready = await fetch(`${url}/health/ready`);

  expect(heard.text).toContain('cannot reach its records');
  expectNoSecret(heard, await ready.text(), logged, teams.calls);
  await server.close();
  await teams.close();
});

test('no key of the language model is told when the model’s server repeats it in an error', async () => {
  const model = createServer((req, res) => {
    res.writeHead(401, { 'content-type': 'application/json' });
    res.end(
      JSON.stringify({
        error: { message: `Incorrect key: ${req.headers.authorization ?? req.headers['api-key']}` },
      }),
    );
  });
  const { url: endpoint, close } = await listenLocally(model);
  const settings = {
    MODEL: 'openai',
    MODEL_ENDPOINT: endpoint,
    MODEL_KEY: SECRET,
    MODEL_NAME: 'm',
  };
  const bot = await startConvenor({ today: '2021-03-15', settings });

  const heard = await bot.hears(
    bot.person('business-manager'),
    'zig the zag with the other ones perhaps',
  );

  expectNoSecret(heard, bot.logged, bot.teams.calls);
  await bot.stop();
  await close();
});

test('no secret is repeated by a complaint about settings', () => {
  const secrets = {
    BOT_PASSWORD: SECRET,
    MODEL_KEY: SECRET,
    TABLES_URL: `http://x.example/?sig=${SECRET}`,
    MODEL: 'azure',
  };
  for (const settings of [
    { MODE: 'azure', ...secrets },
    { MODE: 'azure', PORT: 'x', BOT_TYPE: 'x', ...secrets },
    secrets,
  ]) {
    let complaint: unknown;
    try {
      parseConfig(settings);
    } catch (error) {
      complaint = error;
    }
    expect(complaint).toBeInstanceOf(Error);
    expectNoSecret(String(complaint), complaint);
  }
});
