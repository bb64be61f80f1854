import { Command } from 'commander';
import { appendHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

new Command('audit:heads')
  .description(
    'Adds the head of every trail, with the time, to a file that is to be kept away from the records.',
  )
  .argument('<file>', 'the file; what is in it stays')
  .action((file: string) =>
    runCommand(async ({ trails }) => {
      const verified = await trails.verify();
      const heads = verified.flatMap(({ head }) => head ?? []);
      await appendHeads(file, heads, new Date().toISOString());
      console.log(`${heads.length} heads are added to ${file}.`);
      const faulty = verified.filter(({ faults }) => faults.length > 0).length;
      if (faulty > 0) console.log(`${faulty} trails have faults: see npm run audit:verify.`);
      return faulty > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
