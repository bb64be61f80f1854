import { createApp } from '../app.ts';
import type { AzureConfig } from '../config.ts';
import { createCalendar } from '../contract/calendar.ts';
import { createRecords } from '../storage/records.ts';
import { captureConsole } from '../telemetry/capture-console.ts';
import { exitOnUncaughtException } from '../telemetry/exit-on-uncaught-exception.ts';
import { createLog } from '../telemetry/log.ts';
import type { Telemetry } from '../telemetry/start-telemetry.ts';
import { createAzureCredential } from './credential.ts';
import { toTeamsSettings } from './teams-settings.ts';

/** The time that the load balancer has to notice that this machine wants no more requests. */
const DRAIN_MS = 3_000;

/** The service in Azure: real storage, real credentials, no import and no rehearsal. */
export async function startService(
  config: AzureConfig,
  telemetry?: Telemetry,
): Promise<{ stop(): Promise<void> }> {
  const log = createLog(config.LOG_LEVEL, { also: telemetry?.log });
  exitOnUncaughtException(log, telemetry?.stop);
  captureConsole(log);
  const connection = { url: config.TABLES_URL, credential: createAzureCredential(config) };
  const records = createRecords({ connection, tablePrefix: config.TABLE_PREFIX });
  await records.prepare();
  // App Service says by which name it is reached.
  const domain = process.env.WEBSITE_HOSTNAME;
  const ports = { ...records, calendar: createCalendar() };
  const app = createApp(config, {
    ports,
    teams: toTeamsSettings(config),
    ...(domain && { origin: `https://${domain}` }),
    ready: records.ping,
    drainMs: DRAIN_MS,
    log,
  });
  const address = await app.listen(config.PORT, '0.0.0.0');
  log.info({ address }, 'service listening');
  return {
    async stop() {
      log.info('service stopping');
      await app.close();
      log.info('service stopped');
      await telemetry?.stop();
    },
  };
}
