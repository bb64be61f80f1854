import { Command } from 'commander';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { runCommand } from './run-command.ts';

const HELP = `
Everything that is kept here, of all partnerships, goes into the file. It holds people’s names and what they wrote: keep it as
carefully as the records themselves. npm run restore -- FILE puts it into an empty storage.`;

new Command('backup')
  .description('Writes everything that is kept into one file.')
  .argument('<file>', 'where to write; a file of that name is replaced')
  .addHelpText('after', HELP)
  .action((file: string) =>
    runCommand(async ({ store }) => {
      const { rows, heads } = await writeBackup(store, file, new Date().toISOString());
      for (const [table, count] of Object.entries(rows))
        console.log(`  ${table.padEnd(20)}${String(count).padStart(8)}`);
      const faulty = heads.filter(({ faults }) => faults > 0);
      console.log(`\nBacked up to ${file}, with the heads of ${heads.length} trails.`);
      for (const { partition } of faulty)
        console.log(`The trail of ${partition} has faults: see npm run audit:verify.`);
      return faulty.length > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
