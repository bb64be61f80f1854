import type { AzureConfig } from '../config.ts';
import type { TeamsSettings } from '../teams/settings.ts';
import { createBotCredential } from './credential.ts';

/** How the service is registered with Microsoft, and who may speak with it. */
export const toTeamsSettings = (config: AzureConfig): TeamsSettings => ({
  mode: 'azure',
  appId: config.BOT_ID,
  appTenantId: config.BOT_TENANT_ID,
  credential: createBotCredential(config),
  tenants: config.ALLOWED_TENANTS,
});
