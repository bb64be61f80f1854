import { DefaultAzureCredential, ManagedIdentityCredential, type TokenCredential } from '@azure/identity';
import { createApp } from './app.ts';
import { createCalendar } from './calendar.ts';
import type { AzureConfig } from './config.ts';
import { createLog } from './log.ts';
import { createRecords } from './records/records.ts';

/** The service in Azure: real storage, real credentials, no import and no rehearsal. */
export async function startService(config: AzureConfig): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.LOG_LEVEL);
  const connection = { url: config.TABLES_URL, credential: credentialFor(config) };
  const records = createRecords({ connection, tablePrefix: config.TABLE_PREFIX });
  await records.prepare();
  const server = createApp(config, { ports: { ...records, calendar: createCalendar() }, ready: records.ping, log });
  const address = await server.listen(config.PORT, '0.0.0.0');
  log.info({ address }, 'listening');
  return { stop: () => server.close() };
}

/**
 * Who Convenor is to the storage account: the bot's own identity, or, where the bot is an ordinary registration, whoever the host is,
 * which on a developer's machine is who signed in with `az login`.
 */
function credentialFor({ BOT_TYPE, BOT_ID }: AzureConfig): TokenCredential {
  return BOT_TYPE === 'UserAssignedMSI' ? new ManagedIdentityCredential({ clientId: BOT_ID }) : new DefaultAzureCredential();
}
