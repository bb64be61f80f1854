import { writeFile } from 'node:fs/promises';
import { isCancel, text } from '@clack/prompts';
import { Command } from 'commander';
import { toDay, toLocalTime } from '../domain/dates.ts';
import type { Records } from '../storage/records.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

const HELP = `
export writes every record that names a person: check it before you hand it over, for it may name others too, and hold what they
wrote to the chair with their apologies, or positions on a rapid review that are not revealed.
erase replaces their name with a pseudonym in all records, and removes their directory ids, their chats and what they last asked
about. Decisions, attendance and positions stay, under the pseudonym. Earlier backups still have their name.`;

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
      const found = await findPerson(id, records);
      await writeFile(file, `${JSON.stringify(found, null, 2)}\n`, { mode: 0o600 });
      console.log(
        `${found.rows.length} records and ${found.events.length} audit events of ${id} were written to ${file}.`,
      );
      return 0;
    }),
  );

command
  .command('erase')
  .argument('<person>', 'their id, as in people.csv')
  .action((id: string) =>
    runCommand(async (records) => {
      const { rows } = await findPerson(id, records);
      const tables = Map.groupBy(rows, ({ table }) => table);
      for (const [table, own] of tables)
        console.log(`  ${table.padEnd(20)}${String(own.length).padStart(6)} records`);
      if (!(await isConfirmed(id))) {
        console.log('Nothing was changed.');
        return 1;
      }
      const partnership = await chosen(records);
      const directory = await records.directories.find(partnership);
      const today = toDay(
        toLocalTime(new Date(), directory?.partnership.timeZone ?? 'Europe/London'),
      );
      const pseudonym = await records.personRecords.erase(partnership, id, today, 'administration');
      console.log(
        `\n${id} is now ${pseudonym}. Remove them from people.csv too, and remember earlier backups.`,
      );
      return 0;
    }),
  );

command.parseAsync();

const chosen = async (records: Records): Promise<string> =>
  command.opts<{ partnership?: string }>().partnership ?? (await choosePartnership(records));

async function findPerson(id: string, records: Records) {
  const found = await records.personRecords.find(await chosen(records), id);
  if (!found) throw new Error(`There is no person ${id}.`);
  return found;
}

/** Typed, not pressed: it cannot be taken back. */
async function isConfirmed(id: string): Promise<boolean> {
  if (!process.stdin.isTTY) throw new Error('This asks for confirmation: run it in a terminal.');
  const typed = await text({ message: `This cannot be undone. Type ${id} to erase them:` });
  return !isCancel(typed) && typed.trim() === id;
}
