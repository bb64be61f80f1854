import { spawnSync } from 'node:child_process';
import { tmpdir } from 'node:os';
import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { InvalidSettingsError, parseConfig } from '../src/config.ts';

const COUNCIL = '11111111-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
const POLICE = '22222222-1a2b-4c3d-8e4f-5a6b7c8d9e0f';
const HEALTH = '33333333-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

const azure = {
  MODE: 'azure',
  BOT_ID: '0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  BOT_TENANT_ID: COUNCIL,
  MANAGED_IDENTITY_ID: '1d8e4c6f-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  ALLOWED_TENANTS: `${COUNCIL}, ${POLICE};${HEALTH}`,
  TABLES_URL: 'https://account.table.core.windows.net',
};

const PEM =
  '-----BEGIN PRIVATE KEY-----\nA\n-----END PRIVATE KEY-----\n-----BEGIN CERTIFICATE-----\nB\n';

function findFaults(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof InvalidSettingsError) return error.message;
    throw error;
  }
  throw new Error('These settings were accepted');
}

describe('the settings', () => {
  it('need nothing at all for a rehearsal on one machine', () => {
    expect(parseConfig({})).toMatchObject({
      MODE: 'local',
      PORT: 3978,
      PARTNERSHIP_FOLDER: 'samples/sandwell',
      PLAYGROUND: 'on',
    });
  });

  it('count an empty value as not set, as in a copied .env.example', () => {
    expect(parseConfig({ PORT: '', TODAY: ' ' })).toEqual(parseConfig({}));
  });

  it('take several tenants', () => {
    expect(parseConfig(azure)).toMatchObject({
      ALLOWED_TENANTS: [COUNCIL, POLICE, HEALTH],
      BOT_TYPE: 'SingleTenant',
    });
  });

  it('are the same in capitals and in small letters, ids and the words of a choice', () => {
    const shouted = Object.fromEntries(
      Object.entries(azure).map(([name, value]) => [name, value.toUpperCase()]),
    );
    const env = { ...azure, MODE: 'Azure', NOTICES: 'ON', LOG_LEVEL: 'Warn', MODEL: 'Off' };
    expect(
      parseConfig({
        ...env,
        ...shouted,
        TABLES_URL: azure.TABLES_URL,
        BOT_TYPE: 'singletenant',
      }),
    ).toEqual(parseConfig({ ...azure, NOTICES: 'on', LOG_LEVEL: 'warn' }));
  });

  it('name every fault in one message', () => {
    const faults = findFaults({
      MODE: 'azure',
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      TODAY: '2021-03-15T09:00',
      TABLES_URL: 'http://x',
    });
    for (const name of [
      'PORT must be a number',
      'LOG_LEVEL must be',
      'BOT_ID is missing',
      'BOT_TENANT_ID is missing',
    ]) {
      expect(faults).toContain(name);
    }
    expect(faults).toContain('ALLOWED_TENANTS is missing');
    expect(faults).toContain('TABLES_URL must begin with https');
    expect(faults).toContain('az webapp config appsettings set');
    expect(faults).toContain('TODAY belongs to MODE local');
  });

  it.each([
    [{ MODE: 'cloud' }, 'MODE must be local or azure'],
    [{ PORT: '0' }, 'PORT must be 1 or more'],
    [{ PORT: '70000' }, 'PORT must be 65535 or less'],
    [{ TODAY: '2021-03-15' }, 'TODAY must be a day and time such as 2021-03-15T09:00'],
    [{ TABLE_PREFIX: '9x' }, 'TABLE_PREFIX must be'],
    [{ STOP_SECONDS: '0' }, 'STOP_SECONDS must be 1 or more'],
    [{ ...azure, MANAGED_IDENTITY_ID: '' }, 'MANAGED_IDENTITY_ID is missing'],
    [{ ...azure, BOT_TYPE: 'UserAssignedMSI' }, 'MANAGED_IDENTITY_ID is set, but'],
  ])('refuse %j', (env, fault) => {
    expect(findFaults(env)).toContain(fault);
  });

  it.each<[what: string, env: Record<string, string>, faults: readonly string[]]>([
    [
      'nothing but the mode',
      {},
      [
        'BOT_ID is missing',
        'BOT_TENANT_ID is missing',
        'ALLOWED_TENANTS is missing',
        'TABLES_URL is missing',
      ],
    ],
    ['a name for an id', { ...azure, BOT_ID: 'convenor' }, ['BOT_ID is not an id of the form']],
    [
      'an id with a digit too many',
      { ...azure, BOT_TENANT_ID: `${COUNCIL}1` },
      ['BOT_TENANT_ID is not an id of the form'],
    ],
    ['a word for all tenants', { ...azure, ALLOWED_TENANTS: 'common' }, ['these are not: common']],
    [
      'a domain among the tenants',
      { ...azure, ALLOWED_TENANTS: `${COUNCIL}, police.example` },
      ['these are not: police.example'],
    ],
    [
      'tenants of commas alone',
      { ...azure, ALLOWED_TENANTS: ' , ' },
      ['ALLOWED_TENANTS must be', 'it is empty'],
    ],
    [
      'tables over http',
      { ...azure, TABLES_URL: 'http://account.table.core.windows.net' },
      ['TABLES_URL must begin with https'],
    ],
    [
      'the blob endpoint',
      { ...azure, TABLES_URL: 'https://account.blob.core.windows.net/' },
      ['TABLES_URL is the blob endpoint'],
    ],
    [
      'the queue endpoint',
      { ...azure, TABLES_URL: 'https://account.queue.core.windows.net' },
      ['TABLES_URL is the queue endpoint'],
    ],
    [
      'one table',
      { ...azure, TABLES_URL: 'https://account.table.core.windows.net/Doors' },
      ['is not the table endpoint of an account'],
    ],
    ['some other host', { ...azure, TABLES_URL: 'https://example.org' }, ['TABLES_URL is']],
    [
      'the name of the account alone',
      { ...azure, TABLES_URL: 'account' },
      ['is not an address such as'],
    ],
    [
      'a signature in the address',
      { ...azure, TABLES_URL: 'https://account.table.core.windows.net/?sig=hush' },
      ['keys and signatures are not used'],
    ],
    [
      'a bot for all tenants',
      { ...azure, BOT_TYPE: 'MultiTenant' },
      ['BOT_TYPE must be SingleTenant or UserAssignedMSI'],
    ],
    [
      'a password for an identity',
      { ...azure, MANAGED_IDENTITY_ID: '', BOT_TYPE: 'UserAssignedMSI', BOT_PASSWORD: 'hush' },
      ['BOT_PASSWORD is set, but with BOT_TYPE UserAssignedMSI the bot is the managed identity'],
    ],
    [
      'nothing that speaks for a registration',
      { ...azure, MANAGED_IDENTITY_ID: '' },
      ['MANAGED_IDENTITY_ID is missing', 'or set BOT_CERTIFICATE or BOT_PASSWORD'],
    ],
    [
      'a thumbprint for a certificate',
      { ...azure, BOT_CERTIFICATE: 'AB12CD34' },
      ['BOT_CERTIFICATE must be a certificate and its private key as PEM'],
    ],
    [
      'two proofs of one registration',
      { ...azure, BOT_CERTIFICATE: PEM, BOT_PASSWORD: 'hush' },
      ['BOT_CERTIFICATE and BOT_PASSWORD are both set'],
    ],
    ['a held clock', { ...azure, TODAY: '2021-03-15T09:00' }, ['TODAY belongs to MODE local']],
    ['the Playground', { ...azure, PLAYGROUND: 'on' }, ['PLAYGROUND belongs to MODE local']],
    [
      'a prefix that no table can have',
      { ...azure, TABLE_PREFIX: 'my-tables' },
      ['TABLE_PREFIX must be'],
    ],
    [
      'a key for a connection string',
      { ...azure, APPLICATIONINSIGHTS_CONNECTION_STRING: COUNCIL },
      ['has no InstrumentationKey', 'has no IngestionEndpoint'],
    ],
    [
      'half a connection string',
      { ...azure, APPLICATIONINSIGHTS_CONNECTION_STRING: `InstrumentationKey=${COUNCIL}` },
      ['has no IngestionEndpoint'],
    ],
    [
      'a secret that could not be read',
      {
        ...azure,
        MODEL: 'openai',
        MODEL_NAME: 'small',
        MODEL_KEY: '@Microsoft.KeyVault(SecretUri=https://v.example/secrets/model-key)',
      },
      ['MODEL_KEY could not be read from the Key Vault'],
    ],
    [
      'several at once',
      { ...azure, BOT_ID: 'x', TABLES_URL: 'y', TODAY: 'z', PORT: '0' },
      ['BOT_ID is', 'TABLES_URL is', 'TODAY belongs', 'PORT must'],
    ],
  ])('of the service in Azure: %s', (_, env, faults) => {
    const said = findFaults({ MODE: 'azure', ...env });
    for (const fault of faults) expect(said).toContain(fault);
    expect(said).not.toContain('hush');
    if (faults.length === 1) expect(said.match(/^ {2}/gm)).toHaveLength(1);
  });

  it('stop the start with one message and no trace of where it arose', () => {
    const env = { PATH: process.env.PATH ?? '', MODE: 'azure', BOT_ID: 'convenor' };
    const { status, stdout, stderr } = spawnSync(process.execPath, [resolve('src/main.ts')], {
      env,
      cwd: tmpdir(),
      encoding: 'utf8',
    });
    expect({ status, stdout }).toEqual({ status: 1, stdout: '' });
    for (const name of ['BOT_ID', 'BOT_TENANT_ID', 'ALLOWED_TENANTS', 'TABLES_URL'])
      expect(stderr).toContain(name);
    expect(stderr).not.toMatch(/^\s+at /m);
  });

  it('never repeat a secret', () => {
    expect(findFaults({ ...azure, BOT_PASSWORD: 'hunter2', PORT: 'x' })).not.toContain('hunter2');
  });

  it('know no language model unless one is switched on', () => {
    expect(parseConfig({})).toMatchObject({ MODEL: 'off', MODEL_MONTHLY_CAP: 500 });
    expect(parseConfig({ MODEL: 'openai', MODEL_NAME: 'small', MODEL_KEY: 'key' })).toMatchObject({
      MODEL: 'openai',
    });
    expect(
      parseConfig({
        MODEL: 'openai',
        MODEL_NAME: 'own',
        MODEL_ENDPOINT: 'http://127.0.0.1:11434/v1',
      }).MODEL_KEY,
    ).toBeUndefined();
  });

  it.each([
    [{ MODEL: 'gpt' }, 'MODEL must be off, openai or azure'],
    [{ MODEL: 'openai', MODEL_KEY: 'key' }, 'MODEL_NAME is missing'],
    [{ MODEL: 'openai', MODEL_NAME: 'small' }, 'MODEL_KEY is missing'],
    [{ MODEL: 'azure', MODEL_NAME: 'small', MODEL_KEY: 'key' }, 'MODEL_ENDPOINT is missing'],
    [
      { MODEL: 'openai', MODEL_NAME: 'own', MODEL_ENDPOINT: 'http://example.org/v1' },
      'must begin with https',
    ],
    [
      { MODEL: 'openai', MODEL_NAME: 'own', MODEL_ENDPOINT: 'http://localhost.example.org/v1' },
      'must begin with https',
    ],
    [{ MODEL_MONTHLY_CAP: '0' }, 'MODEL_MONTHLY_CAP must be 1 or more'],
  ])('name what a language model lacks: %o', (env, fault) => {
    expect(findFaults(env)).toContain(fault);
  });

  it('send notices in Azure, and in a rehearsal only when they are switched on', () => {
    expect(parseConfig(azure).NOTICES).toBe('on');
    expect(parseConfig({}).NOTICES).toBe('off');
    expect(parseConfig({ NOTICES: 'on' }).NOTICES).toBe('on');
    expect(findFaults({ NOTICES: 'yes' })).toContain('NOTICES must be on or off');
    expect(parseConfig(azure).TARGETED_MESSAGES).toBe('off');
    expect(findFaults({ TARGETED_MESSAGES: 'yes' })).toContain(
      'TARGETED_MESSAGES must be on or off',
    );
  });
});
