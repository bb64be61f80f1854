import { Command } from 'commander';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { runCommand } from './run-command.ts';

const HELP = `
The file is checked before anything is written, and what was restored is compared with it afterwards: as many rows in each table,
and the audit log in order up to the same heads. A storage that is not empty is refused.`;

new Command('restore')
  .description('Puts a backup into an empty storage.')
  .argument('<file>', 'a file of npm run backup')
  .addHelpText('after', HELP)
  .action((file: string) =>
    runCommand(async ({ backupTables: store }) => {
      const { rows, heads } = await restoreBackup(store, file);
      for (const [table, count] of Object.entries(rows))
        console.log(`  ${table.padEnd(20)}${String(count).padStart(8)}`);
      console.log(
        `\nRestored and compared: all rows, and the heads of ${heads.length} parts of the audit log.`,
      );
      return 0;
    }),
  )
  .parseAsync();
