import { join, resolve } from 'node:path';
import { createApp } from '../app.ts';
import type { LocalConfig } from '../config.ts';
import { createCalendar } from '../contract/calendar.ts';
import { type Day, formatDayWithYear } from '../domain/dates.ts';
import type { Partnership } from '../domain/partnership.ts';
import type { PartnershipRecords } from '../domain/partnership-records.ts';
import { folderFiles } from '../features/index.ts';
import { formatReport } from '../folder/format-report.ts';
import { importFolder } from '../folder/import-folder.ts';
import { readFolder } from '../folder/read-folder.ts';
import { readTemplateFile, storeTemplate } from '../folder/template-file.ts';
import { createRecords, type Records } from '../storage/records.ts';
import { captureConsole } from '../telemetry/capture-console.ts';
import { exitOnUncaughtException } from '../telemetry/exit-on-uncaught-exception.ts';
import { createLog } from '../telemetry/log.ts';
import { startAzurite } from './azurite.ts';
import { delayChannelAnswers } from './delay-channel-answers.ts';
import { startPlayground } from './playground.ts';
import { createRehearsal } from './rehearsal.ts';
import { createRehearsalClock } from './rehearsal-clock.ts';

/** The loopback address: nobody else can reach a rehearsal, which checks no tokens. */
const LOOPBACK = '127.0.0.1';

/** Notices appear within seconds in a rehearsal. */
const SWEEP_INTERVAL_MS = 5_000;

/**
 * Starts everything that a rehearsal needs and prints where to chat; stops all of it in reverse
 * order.
 */
export async function startRehearsal(config: LocalConfig): Promise<{ stop(): Promise<void> }> {
  const started: (() => Promise<void>)[] = [];
  const stop = async () => {
    for (const each of started.splice(0).reverse()) await each();
  };
  try {
    await begin(config, started);
    return { stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function begin(config: LocalConfig, started: (() => Promise<void>)[]): Promise<void> {
  const dataDir = resolve(config.DATA_DIR);
  const azurite = await startAzurite({ dataDir });
  started.push(azurite.stop);
  let clock = () => new Date();
  const { connectionString } = azurite;
  const records = createRecords({
    connection: { connectionString },
    tablePrefix: config.TABLE_PREFIX,
    now: () => clock(),
  });
  await records.prepare();
  const loaded = await loadOrImport(records, config.PARTNERSHIP_FOLDER);
  const { partnership } = loaded;
  clock = createRehearsalClock(config.TODAY, partnership) ?? clock;

  const ports = { ...records, calendar: createCalendar(clock) };
  const file = join(dataDir, 'convenor.log');
  const log = createLog(config.LOG_LEVEL, { file });
  const putBack = captureConsole(log);
  started.push(async () => putBack());
  exitOnUncaughtException(log, async () =>
    print(`Convenor has ended because of a defect in it. Where it arose is in ${file}.`),
  );
  const server = createApp(config, {
    ports,
    sweepIntervalMs: SWEEP_INTERVAL_MS,
    rehearsal: createRehearsal(),
    ...(config.PLAYGROUND === 'on' && { middleware: delayChannelAnswers }),
    ready: records.ping,
    log,
  });
  const botUrl = `${await server.listen(config.PORT, LOOPBACK)}/api/messages`;
  started.push(server.close);
  if (config.PLAYGROUND === 'off')
    return announce(partnership, ports.calendar.today(partnership.timeZone), botUrl);

  const playground = await startPlayground({
    botUrl,
    port: config.PLAYGROUND_PORT,
    dataDir,
    directory: loaded,
  });
  started.push(playground.stop);
  announce(partnership, ports.calendar.today(partnership.timeZone), playground.url);
}

/** Loads the partnership from the store; imports the folder, with its template, into an empty one. */
export async function loadOrImport(records: Records, folder: string): Promise<PartnershipRecords> {
  const [id] = await records.partnerships.ids();
  const stored =
    id && (await records.partnerships.isComplete(id))
      ? await records.partnerships.load(id)
      : undefined;
  if (stored) return stored;
  const read = await readFolder(folder, folderFiles);
  const report = await importFolder(read, records.partnerships);
  const imported = report.partnership && (await records.partnerships.load(report.partnership));
  if (!imported) throw new Error(`${folder} could not be imported:\n${formatReport(report)}`);
  const { template, fault } = await readTemplateFile(folder);
  if (fault) throw new Error(`${folder}: ${fault}`);
  const { id: ofFolder, timeZone } = imported.partnership;
  const { now, today } = createCalendar();
  const actor = { by: 'import', at: now().toISOString(), today: today(timeZone) };
  if (template) await storeTemplate(records.stores(ofFolder), template, actor);
  return imported;
}

function announce({ name }: Partnership, today: Day, url: string): void {
  print(`
${name}, rehearsing ${formatDayWithYear(today)}.
This is a rehearsal on one machine: its data is for trying out, and a crash may lose some of it.

Type, for instance:
  what are our priorities
  whats overdue for police
  /as police-partner-lead
  what actions have i got

Press Ctrl-C to stop; the data is kept.
Convenor is ready: ${url}`);
}

const print = (text: string): void => void process.stdout.write(`${text}\n`);
