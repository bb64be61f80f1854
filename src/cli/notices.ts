import { Command } from 'commander';
import { createApp } from '../app.ts';
import type { Config } from '../config.ts';
import { createCalendar } from '../contract/calendar.ts';
import type { NoticePorts } from '../contract/notice.ts';
import { type LocalTime, parseDay } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import { noticeSources } from '../features/index.ts';
import { createCatalogue } from '../notifications/catalogue.ts';
import { formatPreview, previewNotices } from '../notifications/preview.ts';
import { createRehearsalClock } from '../rehearsal/rehearsal-clock.ts';
import { toTeamsSettings } from '../service/teams-settings.ts';
import type { Records } from '../storage/records.ts';
import { createLog } from '../telemetry/log.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

interface Options {
  readonly dryRun?: true;
  readonly today?: string;
  readonly partnership?: string;
}

new Command('notices')
  .description('Sends the notices that are due now, or shows who would get which, and why.')
  .option('--dry-run', 'only show them: nothing is sent')
  .option('--today <day>', 'with --dry-run: as at 09:00 on another day, YYYY-MM-DD')
  .option('--partnership <id>', 'which partnership, where there are several')
  .action(({ dryRun, today, partnership }: Options) =>
    runCommand(async (records, config) => {
      const id = partnership ?? (await choosePartnership(records));
      const directory = await records.directories.find(id);
      if (!directory) throw new Error(`There is no partnership ${id}: import one first.`);
      const calendar = createCalendar(clockFor(config, directory, today));
      if (dryRun) console.log(await preview(directory, { ...records, calendar }));
      else await sweepOnce(config, records, calendar, today);
      return 0;
    }),
  )
  .parseAsync();

/** What would go to whom now, and what would not. */
async function preview(directory: Directory, ports: NoticePorts): Promise<string> {
  const catalogue = createCatalogue(noticeSources);
  return formatPreview(await previewNotices(directory, { ports, catalogue }), directory, catalogue);
}

/** A rehearsal’s day is the partnership’s own, as when it is started. */
function clockFor(
  config: Config,
  { partnership }: Directory,
  today: string | undefined,
): (() => Date) | undefined {
  if (today && !parseDay(today)) throw new Error(`${today} is not a date: write it as YYYY-MM-DD.`);
  if (today) return createRehearsalClock(`${today}T09:00` as LocalTime, partnership);
  return config.MODE === 'local' ? createRehearsalClock(config.TODAY, partnership) : undefined;
}

async function sweepOnce(
  config: Config,
  records: Records,
  calendar: ReturnType<typeof createCalendar>,
  today: string | undefined,
): Promise<void> {
  if (today) throw new Error('--today works with --dry-run only.');
  if (config.NOTICES === 'off')
    throw new Error('Nothing is sent while NOTICES is off: set it to on, or use --dry-run.');
  const log = createLog(config.LOG_LEVEL);
  const { notifications } = createApp(config, {
    ports: { ...records, calendar },
    ...(config.MODE === 'azure' && { teams: toTeamsSettings(config) }),
    ready: records.ping,
    log,
  });
  const claimed = await notifications.sweep();
  await notifications.deliverAll();
  console.log(`${claimed.length} messages were prepared, and delivered where they could be.`);
}
