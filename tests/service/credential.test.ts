import { generateKeyPairSync } from 'node:crypto';
import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
} from '@azure/identity';
import { describe, expect, it, vi } from 'vitest';
import {
  assertIdentity,
  createAzureCredential,
  createBotCredential,
} from '../../src/service/credential.ts';

const REGISTRATION = {
  BOT_TYPE: 'SingleTenant',
  BOT_ID: '0c7d3b5e-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
  BOT_TENANT_ID: '11111111-1a2b-4c3d-8e4f-5a6b7c8d9e0f',
} as const;
const MANAGED_IDENTITY_ID = '1d8e4c6f-1a2b-4c3d-8e4f-5a6b7c8d9e0f';

describe('for its registration', () => {
  it('speaks its managed identity, whose token is for the exchange and for nothing else', async () => {
    expect(createBotCredential({ ...REGISTRATION, MANAGED_IDENTITY_ID })).toBeInstanceOf(
      ClientAssertionCredential,
    );
    const getToken = vi.fn(async () => ({ token: 'assertion', expiresOnTimestamp: 0 }));
    expect(await assertIdentity({ getToken })).toBe('assertion');
    expect(getToken).toHaveBeenCalledWith('api://AzureADTokenExchange/.default');
    await expect(assertIdentity({ getToken: async () => null })).rejects.toThrow('no token');
  });

  it('a certificate or a password speaks before it, where one is set', () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const key = privateKey.export({ type: 'pkcs8', format: 'pem' });
    const BOT_CERTIFICATE = `${key}-----BEGIN CERTIFICATE-----\nQQ==\n-----END CERTIFICATE-----\n`;
    const registration = { ...REGISTRATION, MANAGED_IDENTITY_ID };
    expect(createBotCredential({ ...registration, BOT_CERTIFICATE })).toBeInstanceOf(
      ClientCertificateCredential,
    );
    expect(createBotCredential({ ...registration, BOT_PASSWORD: 'hush' })).toBeInstanceOf(
      ClientSecretCredential,
    );
  });

  it('a bot that is a managed identity speaks for itself', () => {
    const bot = createBotCredential({ ...REGISTRATION, BOT_TYPE: 'UserAssignedMSI' });
    expect(bot).toBeInstanceOf(ManagedIdentityCredential);
  });
});

it.each([
  [{ MANAGED_IDENTITY_ID }, ManagedIdentityCredential],
  [{ MANAGED_IDENTITY_ID, BOT_PASSWORD: 'hush' }, ManagedIdentityCredential],
  [{ BOT_TYPE: 'UserAssignedMSI' as const }, ManagedIdentityCredential],
  [{ BOT_PASSWORD: 'hush' }, DefaultAzureCredential],
])('storage is reached by the managed identity, else by whoever signed in: %j', (more, kind) => {
  expect(createAzureCredential({ ...REGISTRATION, ...more })).toBeInstanceOf(kind);
});
