import { Command } from 'commander';
import { folderFiles } from '../features/index.ts';
import { exportFolder } from '../folder/export-folder.ts';
import { exportTemplate, TEMPLATE } from '../folder/template-file.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

interface Options {
  readonly partnership?: string;
  readonly withRestricted: boolean;
}

new Command('export')
  .description('Writes a partnership as the files that can be imported again.')
  .argument(
    '<folder>',
    'where to write, a folder or one .xlsx workbook; files of the same names are replaced',
  )
  .option('--partnership <id>', 'which partnership, where there are several')
  .option(
    '--with-restricted',
    'write also what only some may read: words to the chair, positions and texts of rapid reviews',
    false,
  )
  .action((path: string, { partnership, withRestricted }: Options) =>
    runCommand(async (records) => {
      const id = partnership ?? (await choosePartnership(records));
      const report = await exportFolder(records.partnerships, id, path, folderFiles, {
        withRestricted,
      });
      if (!report) throw new Error(`There is no partnership ${id}: import one first.`);
      for (const { file, rows } of report.files)
        console.log(`  ${file.padEnd(20)}${String(rows).padStart(8)}`);
      const isFolder = !path.toLowerCase().endsWith('.xlsx');
      if (isFolder && (await exportTemplate(records.stores(id), path)))
        console.log(`  ${TEMPLATE}`);
      console.log(`\n${id} was written to ${path}.`);
      if (report.leftOut.length > 0) {
        const rows = report.leftOut
          .map(({ file, rows: count }) => `${count} in ${file}`)
          .join(', ');
        console.log(
          `What only some may read was left out of these rows: ${rows}. An import of this folder lacks it. With --with-restricted it is written: whoever has the folder then reads it.`,
        );
      }
      return 0;
    }),
  )
  .parseAsync();
