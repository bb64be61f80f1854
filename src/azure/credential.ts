import {
  DefaultAzureCredential,
  ManagedIdentityCredential,
  type TokenCredential,
} from '@azure/identity';
import type { AzureConfig } from '../config.ts';

/**
 * Who Convenor is to storage and to Application Insights: the bot's own identity, or, where the bot is an ordinary registration,
 * whoever the host is, which on a developer's machine is who signed in with `az login`.
 */
export function createAzureCredential({
  BOT_TYPE,
  BOT_ID,
}: Pick<AzureConfig, 'BOT_TYPE' | 'BOT_ID'>): TokenCredential {
  return BOT_TYPE === 'UserAssignedMSI'
    ? new ManagedIdentityCredential({ clientId: BOT_ID })
    : new DefaultAzureCredential();
}
