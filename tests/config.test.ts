import { describe, expect, it } from 'vitest';
import { parseConfig, UnusableSettings } from '../src/config.ts';

const azure = {
  MODE: 'azure',
  BOT_ID: 'id',
  BOT_TENANT_ID: 'tenant',
  ALLOWED_TENANTS: 'council, police;health',
  TABLES_URL: 'https://account.table.core.windows.net',
};

function faultsOf(env: Record<string, string>): string {
  try {
    parseConfig(env);
  } catch (error) {
    if (error instanceof UnusableSettings) return error.message;
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
      ALLOWED_TENANTS: ['council', 'police', 'health'],
      BOT_TYPE: 'UserAssignedMSI',
    });
  });

  it('name every fault in one message', () => {
    const faults = faultsOf({
      MODE: 'azure',
      PORT: 'abc',
      LOG_LEVEL: 'loud',
      TODAY: '2021-03-15T09:00',
      TABLES_URL: 'http://x',
    });
    for (const name of ['PORT must be a number', 'LOG_LEVEL must be', 'BOT_ID is missing', 'BOT_TENANT_ID is missing']) {
      expect(faults).toContain(name);
    }
    expect(faults).toContain('ALLOWED_TENANTS is missing');
    expect(faults).toContain('TABLES_URL is missing or not an https address');
    expect(faults).toContain('TODAY belongs to MODE local');
  });

  it.each([
    [{ MODE: 'cloud' }, 'MODE must be local or azure'],
    [{ PORT: '0' }, 'PORT must be 1 or more'],
    [{ PORT: '70000' }, 'PORT must be 65535 or less'],
    [{ TODAY: '2021-03-15' }, 'TODAY must be a day and time such as 2021-03-15T09:00'],
    [{ TABLE_PREFIX: '9x' }, 'TABLE_PREFIX must be'],
    [{ ...azure, BOT_TYPE: 'SingleTenant' }, 'BOT_PASSWORD is missing'],
    [{ ...azure, BOT_PASSWORD: 'secret' }, 'BOT_PASSWORD is set, but'],
  ])('refuse %j', (env, fault) => {
    expect(faultsOf(env)).toContain(fault);
  });

  it('never repeat a secret', () => {
    expect(faultsOf({ ...azure, BOT_PASSWORD: 'hunter2', PORT: 'x' })).not.toContain('hunter2');
  });

  it('know no language model unless one is switched on', () => {
    expect(parseConfig({})).toMatchObject({ MODEL: 'off', MODEL_MONTHLY_CAP: 500 });
    expect(parseConfig({ MODEL: 'openai', MODEL_NAME: 'small', MODEL_KEY: 'key' })).toMatchObject({ MODEL: 'openai' });
    expect(
      parseConfig({ MODEL: 'openai', MODEL_NAME: 'own', MODEL_ENDPOINT: 'http://127.0.0.1:11434/v1' }).MODEL_KEY,
    ).toBeUndefined();
  });

  it.each([
    [{ MODEL: 'gpt' }, 'MODEL must be off, openai or azure'],
    [{ MODEL: 'openai', MODEL_KEY: 'key' }, 'MODEL_NAME is missing'],
    [{ MODEL: 'openai', MODEL_NAME: 'small' }, 'MODEL_KEY is missing'],
    [{ MODEL: 'azure', MODEL_NAME: 'small', MODEL_KEY: 'key' }, 'MODEL_ENDPOINT is missing'],
    [{ MODEL: 'openai', MODEL_NAME: 'own', MODEL_ENDPOINT: 'http://example.org/v1' }, 'must begin with https'],
    [{ MODEL: 'openai', MODEL_NAME: 'own', MODEL_ENDPOINT: 'http://localhost.example.org/v1' }, 'must begin with https'],
    [{ MODEL_MONTHLY_CAP: '0' }, 'MODEL_MONTHLY_CAP must be 1 or more'],
  ])('name what a language model lacks: %o', (env, fault) => {
    expect(faultsOf(env)).toContain(fault);
  });

  it('send notices in Azure, and in a rehearsal only when they are switched on', () => {
    expect(parseConfig(azure).NOTICES).toBe('on');
    expect(parseConfig({}).NOTICES).toBe('off');
    expect(parseConfig({ NOTICES: 'on' }).NOTICES).toBe('on');
    expect(faultsOf({ NOTICES: 'yes' })).toContain('NOTICES must be on or off');
  });
});
