import { Command } from 'commander';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { runCommand } from './run-command.ts';

const HELP = `
The file holds people’s names and what they wrote: keep it as carefully as the records themselves. npm run restore -- FILE puts
it into an empty storage.`;

new Command('backup')
  .description('Writes all records of all partnerships into one file.')
  .argument('<file>', 'where to write; a file of that name is replaced')
  .addHelpText('after', HELP)
  .action((file: string) =>
    runCommand(async ({ backupTables: store }) => {
      const { rows, heads } = await writeBackup(store, file, new Date().toISOString());
      for (const [table, count] of Object.entries(rows))
        console.log(`  ${table.padEnd(20)}${String(count).padStart(8)}`);
      const faulty = heads.filter(({ faults }) => faults > 0);
      console.log(
        `\nBacked up to ${file}, with the heads of ${heads.length} parts of the audit log.`,
      );
      for (const { partition } of faulty)
        console.log(`The audit log of ${partition} has faults: run npm run audit:verify.`);
      return faulty.length > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
