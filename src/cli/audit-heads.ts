import { Command } from 'commander';
import { appendHeads } from './head-file.ts';
import { runCommand } from './run-command.ts';

new Command('audit:heads')
  .description(
    'Adds the head of every part of the audit log, with the time, to a file to keep away from the records.',
  )
  .argument('<file>', 'the file; what is in it stays')
  .action((file: string) =>
    runCommand(async ({ auditLog }) => {
      const verified = await auditLog.verify();
      const heads = verified.flatMap(({ head }) => head ?? []);
      await appendHeads(file, heads, new Date().toISOString());
      console.log(`${heads.length} heads were added to ${file}.`);
      const faulty = verified.filter(({ faults }) => faults.length > 0).length;
      if (faulty > 0)
        console.log(`${faulty} parts of the audit log have faults: run npm run audit:verify.`);
      return faulty > 0 ? 1 : 0;
    }),
  )
  .parseAsync();
