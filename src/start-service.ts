import { ManagedIdentityCredential } from '@azure/identity';
import { createApp } from './app.ts';
import { createCalendar } from './calendar.ts';
import type { AzureConfig } from './config.ts';
import { createLog } from './log.ts';
import { createRecords } from './records/records.ts';

/** The service in Azure: real storage, real credentials, no import and no rehearsal. */
export async function startService(config: AzureConfig): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.LOG_LEVEL);
  const credential = new ManagedIdentityCredential({ clientId: config.BOT_ID });
  const records = createRecords({ connection: { url: config.TABLES_URL, credential }, tablePrefix: config.TABLE_PREFIX });
  await records.prepare();
  const server = createApp(config, { ports: { ...records, calendar: createCalendar() }, ready: records.ping, log });
  const address = await server.listen(config.PORT, '0.0.0.0');
  log.info({ address }, 'listening');
  return { stop: () => server.close() };
}
