import { confirm, isCancel } from '@clack/prompts';
import { Command } from 'commander';
import { holdStore } from '../contract/hold-store.ts';
import { toDay, toLocalTime } from '../domain/dates.ts';
import {
  DEFAULT_RETENTION_RULES,
  type ExpiredRecord,
  isHeld,
  type RetentionHold,
} from '../domain/retention.ts';
import { retainedStores } from '../features/index.ts';
import type { Records } from '../storage/records.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

const HELP = `
The rules:
${[...DEFAULT_RETENTION_RULES, ...retainedStores.map(({ rule }) => rule)].map(({ kind, months, from, outcome, source }) => `  ${kind}: ${months} months after it was ${from}, then ${outcome}.\n    ${source}`).join('\n')}
Everything else is the record of the partnership and stays. A record that is held stays. Each deletion leaves an entry in the audit log.`;

interface Options {
  readonly dryRun?: boolean;
  readonly yes?: boolean;
  readonly partnership?: string;
}

new Command('retention')
  .description('Deletes records whose retention period has ended.')
  .option('--dry-run', 'show what would be deleted and why, and delete nothing')
  .option('--yes', 'do not ask for confirmation: for scheduled jobs')
  .option('--partnership <id>', 'which partnership, where there are several')
  .addHelpText('after', HELP)
  .action((options: Options) => runCommand((records) => run(records, options)))
  .parseAsync();

async function run(records: Records, { dryRun, yes, partnership }: Options): Promise<number> {
  const id = partnership ?? (await choosePartnership(records));
  const directory = await records.directories.find(id);
  if (!directory) throw new Error(`There is no partnership ${id}: import one first.`);
  const today = toDay(toLocalTime(new Date(), directory.partnership.timeZone));
  const holds = await records.stores(id)(holdStore).list();
  for (const hold of holds.filter((each) => isHeld(each, today))) console.log(describeHold(hold));
  const due = await records.retention.due(id, today, retainedStores);
  for (const each of due) console.log(describe(each));
  if (due.length === 0) console.log('Nothing has reached the end of its retention period.');
  if (dryRun || due.length === 0) return 0;
  if (!yes && !(await isConfirmed(due.length))) {
    console.log('Nothing was deleted.');
    return 1;
  }
  for (const each of due) await records.retention.forget(id, each, 'retention', retainedStores);
  console.log(`\n${due.length} deleted, each with an entry in the audit log.`);
  return 0;
}

function describeHold({ kind, id, until, reason }: RetentionHold): string {
  return `  ${kind} ${id}: held ${until ? `until ${until}` : 'until it is released'}, ${reason}`;
}

function describe({ kind, id, since, rule }: ExpiredRecord): string {
  return `  ${kind} ${id}: ${rule.from} ${since}, kept for ${rule.months} months; it will be ${rule.outcome}.`;
}

async function isConfirmed(count: number): Promise<boolean> {
  if (!process.stdin.isTTY)
    throw new Error(
      'This asks for confirmation: run it in a terminal, or use --yes to delete without asking.',
    );
  const answer = await confirm({ message: `Delete these ${count} for good?`, initialValue: false });
  return !isCancel(answer) && answer;
}
