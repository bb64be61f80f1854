import {
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { AzureConfig } from '../config.ts';

/**
 * The identity with which Convenor calls storage and Application Insights: the bot's own managed
 * identity, or, where the bot is an ordinary registration, that of the host, which on a developer's
 * machine is whoever signed in with `az login`.
 */
export function createAzureCredential({
  BOT_TYPE,
  BOT_ID,
}: Pick<AzureConfig, 'BOT_TYPE' | 'BOT_ID'>): TokenCredential {
  return BOT_TYPE === 'UserAssignedMSI'
    ? new ManagedIdentityCredential({ clientId: BOT_ID })
    : new DefaultAzureCredential();
}
