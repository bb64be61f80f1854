import { createApp } from './app.ts';
import { azureCredential } from './azure-credential.ts';
import { createCalendar } from './calendar.ts';
import type { AzureConfig } from './config.ts';
import { endOnDefect } from './end-on-defect.ts';
import { createLog } from './log.ts';
import { createRecords } from './storage/records.ts';
import type { Telemetry } from './telemetry/start-telemetry.ts';

/** So long the load balancer has to notice that this machine wants no more requests. */
const LEAVE_MS = 3_000;

/** The service in Azure: real storage, real credentials, no import and no rehearsal. */
export async function startService(
  config: AzureConfig,
  telemetry?: Telemetry,
): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.LOG_LEVEL, { also: telemetry?.log });
  endOnDefect(log, telemetry?.stop);
  const connection = { url: config.TABLES_URL, credential: azureCredential(config) };
  const records = createRecords({ connection, tablePrefix: config.TABLE_PREFIX });
  await records.prepare();
  const ports = { ...records, calendar: createCalendar() };
  const app = createApp(config, { ports, ready: records.ping, leaveMs: LEAVE_MS, log });
  const address = await app.listen(config.PORT, '0.0.0.0');
  log.info({ address }, 'listening');
  return {
    async stop() {
      log.info('stopping');
      await app.close();
      log.info('stopped');
      await telemetry?.stop();
    },
  };
}
