import { Command } from 'commander';
import type { VerifiedPartition } from '../storage/audit/audit-log.ts';
import { readHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

const HELP = `
Every write of a record leaves an entry with the hash of the entry before. This reads all entries and all records, and names each
that was altered, removed, added or moved. The exit code is then 1.
Only with --heads (npm run audit:heads -- FILE) is a log found that was cut off or written again from the start.`;

new Command('audit:verify')
  .description('Checks the audit log of all records.')
  .option('--heads <file>', 'heads exported earlier by npm run audit:heads')
  .addHelpText('after', HELP)
  .action(({ heads }: { heads?: string }) =>
    runCommand(async ({ auditLog }) => {
      const exported = heads ? (await readHeads(heads)).heads : [];
      const verified = await auditLog.verify(exported);
      for (const each of verified) console.log(describe(each));
      const faults = verified.flatMap(({ faults: found }) => found);
      for (const { partition, what } of faults) console.log(`  ${partition}: ${what}`);
      const compared =
        exported.length > 0 ? ` Compared with ${exported.length} exported heads.` : '';
      console.log(
        faults.length > 0
          ? `\n${faults.length} faults.${compared}`
          : `\nNothing was altered.${compared}`,
      );
      return faults.length > 0 ? 1 : 0;
    }),
  )
  .parseAsync();

function describe({ partition, entries, rows, faults }: VerifiedPartition): string {
  const verdict = faults.length > 0 ? `${faults.length} faults` : 'in order';
  return `${partition.padEnd(28)}${entries} entries, ${rows} rows: ${verdict}`;
}
