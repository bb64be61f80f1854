import { writeFile } from 'node:fs/promises';
import { isCancel, text } from '@clack/prompts';
import { Command } from 'commander';
import { toDay, toLocalTime } from '../domain/dates.ts';
import type { Records } from '../storage/records.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

const HELP = `
export writes everything in which somebody is: look it through before you hand it over, for others may be in it too.
erase puts a pseudonym in the place of their name everywhere in the records, and takes away their directory ids, where they can be
reached and what they were speaking about. Decisions, attendance and positions stay, under the pseudonym. Backups made before
still have their name.`;

const command = new Command('person')
  .description('What is kept about one person, for their own request.')
  .option('--partnership <id>', 'which partnership, where there are several')
  .addHelpText('after', HELP);

command
  .command('export')
  .argument('<person>', 'their id, as in people.csv')
  .argument('<file>', 'where to write JSON; a file of that name is replaced')
  .action((id: string, file: string) =>
    runCommand(async (records) => {
      const found = await about(id, records);
      await writeFile(file, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600 });
      console.log(
        `${found.rows.length} records and ${found.deeds.length} deeds of ${id} are written to ${file}.`,
      );
      return 0;
    }),
  );

command
  .command('erase')
  .argument('<person>', 'their id, as in people.csv')
  .action((id: string) =>
    runCommand(async (records) => {
      const { rows } = await about(id, records);
      const tables = Map.groupBy(rows, ({ table }) => table);
      for (const [table, own] of tables)
        console.log(`  ${table.padEnd(20)}${String(own.length).padStart(6)} records`);
      if (!(await isConfirmed(id))) {
        console.log('Nothing was changed.');
        return 1;
      }
      const partnership = await chosen(records);
      const directory = await records.directories.named(partnership);
      const today = toDay(
        toLocalTime(new Date(), directory?.partnership.timeZone ?? 'Europe/London'),
      );
      const pseudonym = await records.people.erase(partnership, id, today, 'administration');
      console.log(
        `\n${id} is ${pseudonym} from now on. Take them out of people.csv too, and mind earlier backups.`,
      );
      return 0;
    }),
  );

command.parseAsync();

const chosen = async (records: Records): Promise<string> =>
  command.opts<{ partnership?: string }>().partnership ?? (await choosePartnership(records));

async function about(id: string, records: Records) {
  const found = await records.people.find(await chosen(records), id);
  if (!found) throw new Error(`Nobody in the records is ${id}.`);
  return found;
}

/** Typed, not pressed: it cannot be taken back. */
async function isConfirmed(id: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('Nobody is here to ask: run this in a terminal.');
  const typed = await text({ message: `This cannot be taken back. Type ${id} to erase them:` });
  return !isCancel(typed) && typed.trim() === id;
}
