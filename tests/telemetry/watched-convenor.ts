/**
 * Convenor under telemetry in a process of its own, as in Azure but for the storage and the place to send to: what would leave is
 * kept, and printed as one line of JSON when the process is told to stop.
 */
import type { PipelineRequest } from '@azure/core-rest-pipeline';

/** What was to be sent, one record a line. */
const sent: unknown[] = [];
const { startTelemetry } = await import('../../src/telemetry/start-telemetry.ts');
const telemetry = startTelemetry({
  connectionString:
    'InstrumentationKey=00000000-0000-4000-8000-000000000000;IngestionEndpoint=https://ingestion.invalid/',
  httpClient: {
    async sendRequest(request: PipelineRequest) {
      sent.push(...JSON.parse(String(request.body)));
      const bodyAsText = JSON.stringify({ itemsReceived: 1, itemsAccepted: 1, errors: [] });
      return { request, status: 200, headers: request.headers, bodyAsText };
    },
  },
});

const { createApp } = await import('../../src/app.ts');
const { createCalendar } = await import('../../src/contract/calendar.ts');
const { parseConfig } = await import('../../src/config.ts');
const { importFolder } = await import('../../src/folder/import-folder.ts');
const { readFolder } = await import('../support/a-folder.ts');
const { createLog } = await import('../../src/telemetry/log.ts');
const { createRecords } = await import('../../src/storage/records.ts');

const now = () => new Date('2021-03-15T09:00:00Z');
const connection = { connectionString: process.env.AZURITE ?? '' };
const records = createRecords({ connection, tablePrefix: process.env.TABLE_PREFIX ?? '', now });
await records.prepare();
await importFolder(await readFolder('samples/sandwell'), records.partnerships);
const config = parseConfig({ MODE: 'local', PLAYGROUND: 'off' });
const ports = { ...records, calendar: createCalendar(now) };
const app = createApp(config, {
  ports,
  ready: records.ping,
  log: createLog('info', { also: telemetry.log }),
});
console.log(`address ${await app.listen(0, '127.0.0.1')}`);

process.on('SIGTERM', async () => {
  await app.notifications.sweep();
  await app.close();
  await telemetry.stop();
  console.log(`sent ${JSON.stringify(sent)}`);
  process.exit(0);
});
