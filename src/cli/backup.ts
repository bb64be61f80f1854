import { Command } from 'commander';
import { writeBackup } from '../storage/backup/write-backup.ts';
import { appendBackup, appendHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

const HELP = `
The file holds people’s names and what they wrote: keep it as carefully as the records themselves. npm run restore -- FILE puts
it into an empty storage.
With --heads the digest of the backup and the heads of its audit log are added to a file that is kept elsewhere, out of reach of
whoever keeps the backup: only with it can a restore tell that the backup is still the one that was made.`;

new Command('backup')
  .description('Writes all records of all partnerships into one file.')
  .argument('<file>', 'where to write; a file of that name is replaced')
  .option('--heads <file>', 'note the backup there, beside what npm run audit:heads notes')
  .addHelpText('after', HELP)
  .action((file: string, { heads: notes }: { heads?: string }) =>
    runCommand(async ({ backupTables: store }) => {
      const at = new Date().toISOString();
      const { rows, heads, digest } = await writeBackup(store, file, at);
      if (notes) {
        await appendHeads(
          notes,
          heads.map(({ faults: _, ...head }) => head),
          at,
        );
        await appendBackup(notes, digest, at);
      }
      for (const [table, count] of Object.entries(rows))
        console.log(`  ${table.padEnd(20)}${String(count).padStart(8)}`);
      const faulty = heads.filter(({ faults }) => faults > 0);
      console.log(
        `\nBacked up to ${file}, with the heads of ${heads.length} parts of the audit log${notes ? `, and noted in ${notes}` : ''}.`,
      );
      for (const { partition } of faulty)
        console.log(`The audit log of ${partition} has faults: run npm run audit:verify.`);
      return faulty.length > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
