import { Command } from 'commander';
import { folderFiles } from '../features/index.ts';
import { exportFolder } from '../folder/export-folder.ts';
import { choosePartnership } from './choose-partnership.ts';
import { runCommand } from './run-command.ts';

new Command('export')
  .description('Writes a partnership as the files that can be imported again.')
  .argument(
    '<folder>',
    'where to write, a folder or one .xlsx workbook; files of the same names are replaced',
  )
  .option('--partnership <id>', 'which partnership, where there are several')
  .action((path: string, { partnership }: { partnership?: string }) =>
    runCommand(async (records) => {
      const id = partnership ?? (await choosePartnership(records));
      const report = await exportFolder(records.partnerships, id, path, folderFiles);
      if (!report) throw new Error(`There is no partnership ${id}: import one first.`);
      for (const { file, rows } of report.files)
        console.log(`  ${file.padEnd(20)}${String(rows).padStart(8)}`);
      console.log(`\n${id} was written to ${path}.`);
      return 0;
    }),
  )
  .parseAsync();
