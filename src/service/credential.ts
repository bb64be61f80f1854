import {
  ClientAssertionCredential,
  ClientCertificateCredential,
  ClientSecretCredential,
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { AzureConfig } from '../config.ts';

type Identities = Pick<AzureConfig, 'BOT_TYPE' | 'BOT_ID' | 'MANAGED_IDENTITY_ID'>;
type Registration = Identities &
  Pick<AzureConfig, 'BOT_TENANT_ID' | 'BOT_CERTIFICATE' | 'BOT_PASSWORD'>;

/** For whom Entra takes the token of a managed identity in the place of a secret. */
const TOKEN_EXCHANGE = 'api://AzureADTokenExchange/.default';

/**
 * The identity with which Convenor calls storage and Application Insights: the managed identity, or,
 * where there is none, that of the host, which on a developer's machine is whoever signed in with
 * `az login`.
 */
export function createAzureCredential(config: Identities): TokenCredential {
  const clientId = managedIdentityOf(config);
  return clientId ? new ManagedIdentityCredential({ clientId }) : new DefaultAzureCredential();
}

/**
 * What Convenor posts to Teams with: a certificate or a password of its registration where one is
 * set, else the managed identity, which speaks for the registration by a federated credential, or is
 * the bot itself.
 */
export function createBotCredential(config: Registration): TokenCredential {
  const { BOT_TYPE, BOT_ID, BOT_TENANT_ID, BOT_CERTIFICATE, BOT_PASSWORD } = config;
  if (BOT_CERTIFICATE)
    return new ClientCertificateCredential(BOT_TENANT_ID, BOT_ID, { certificate: BOT_CERTIFICATE });
  if (BOT_PASSWORD) return new ClientSecretCredential(BOT_TENANT_ID, BOT_ID, BOT_PASSWORD);
  const identity = createAzureCredential(config);
  if (BOT_TYPE === 'UserAssignedMSI') return identity;
  return new ClientAssertionCredential(BOT_TENANT_ID, BOT_ID, () => assertIdentity(identity));
}

/** A token of the managed identity that is for the exchange alone, and opens nothing else. */
export async function assertIdentity(identity: TokenCredential): Promise<string> {
  const answer = await identity.getToken(TOKEN_EXCHANGE);
  if (!answer) throw new Error('The managed identity was given no token');
  return answer.token;
}

const managedIdentityOf = ({ BOT_TYPE, BOT_ID, MANAGED_IDENTITY_ID }: Identities) =>
  BOT_TYPE === 'UserAssignedMSI' ? BOT_ID : MANAGED_IDENTITY_ID;
