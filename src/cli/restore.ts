import { Command } from 'commander';
import { restoreBackup } from '../storage/backup/restore-backup.ts';
import { readHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

const HELP = `
The file is checked before anything is written: it must be one that was noted when it was made (--heads FILE of npm run backup), and
its audit log must verify. What was restored is compared with it afterwards: as many rows in each table, and the audit log in order
up to the same heads. A storage that is not empty is refused.
Whoever could change the backup could also write a digest and a whole new audit log into it; so only the heads that were kept
elsewhere tell. --unanchored restores a backup that was never noted.`;

interface Options {
  readonly heads?: string;
  readonly unanchored: boolean;
  readonly acceptFaults: boolean;
}

new Command('restore')
  .description('Puts a backup into an empty storage.')
  .argument('<file>', 'a file of npm run backup')
  .option('--heads <file>', 'where the backup was noted when it was made')
  .option('--unanchored', 'restore a backup that was not noted anywhere', false)
  .option('--accept-faults', 'restore although its audit log has faults, which are named', false)
  .addHelpText('after', HELP)
  .action((file: string, { heads: notes, unanchored, acceptFaults }: Options) =>
    runCommand(async ({ backupTables: store }) => {
      if (!notes && !unanchored)
        throw new Error(
          'Name the file in which the backup was noted when it was made: --heads FILE. For one that was not noted anywhere: --unanchored.',
        );
      const anchored = notes ? (await readHeads(notes)).backups : undefined;
      const { rows, heads } = await restoreBackup(store, file, { anchored, acceptFaults });
      for (const [table, count] of Object.entries(rows))
        console.log(`  ${table.padEnd(20)}${String(count).padStart(8)}`);
      console.log(
        `\nRestored and compared: all rows, and the heads of ${heads.length} parts of the audit log.`,
      );
      if (!anchored) console.log('Nothing tells whether the backup was changed since it was made.');
      const faulty = heads.filter(({ faults }) => faults > 0);
      for (const { partition } of faulty)
        console.log(`The audit log of ${partition} has faults: run npm run audit:verify.`);
      return faulty.length > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
