import { Command } from 'commander';
import type { VerifiedTrail } from '../storage/trails.ts';
import { readHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

const HELP = `
Every write of a record leaves an entry that has the hash of the entry before. This reads all of it, and every record, and names
each that was altered, removed, added or put in another place. Ends with 1 when there is any.
With --heads it also compares with heads that were kept elsewhere (npm run audit:heads -- FILE): only so a trail that was cut off
or written anew is found.`;

new Command('audit:verify')
  .description('Looks through the trails of all records.')
  .option('--heads <file>', 'heads that were exported before')
  .addHelpText('after', HELP)
  .action(({ heads }: { heads?: string }) =>
    runCommand(async ({ trails }) => {
      const exported = heads ? await readHeads(heads) : [];
      const verified = await trails.verify(exported);
      for (const trail of verified) console.log(inWords(trail));
      const faults = verified.flatMap((trail) => trail.faults);
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

function inWords({ partition, entries, rows, faults }: VerifiedTrail): string {
  const verdict = faults.length > 0 ? `${faults.length} faults` : 'in order';
  return `${partition.padEnd(28)}${entries} entries, ${rows} rows: ${verdict}`;
}
