import { progress } from '@clack/prompts';
import { Command } from 'commander';
import { folderFiles } from '../features/index.ts';
import { formatReport } from '../folder/format-report.ts';
import { canStore, importFolder, toRefusalReport } from '../folder/import-folder.ts';
import { readFolder } from '../folder/read-folder.ts';
import { runCommand } from './run-command.ts';

const HELP = `
A folder holds partnership.json, agencies.csv and groups.csv, and as many of the other files as there are.
A workbook has one sheet for each file, named like it without .csv; the settings are in a sheet “partnership” with the
columns key and value (lists written as in JSON), or in a partnership.json beside the workbook.
Importing the same again changes nothing; rows that are stored but not in the folder are left alone.`;

interface Options {
  readonly acceptPartial: boolean;
  readonly namesNoChild: boolean;
}

new Command('import')
  .description('Imports a partnership from a folder of CSV files or from a workbook.')
  .argument('<folder>', 'the folder, or an .xlsx workbook')
  .option('--accept-partial', 'store the good rows although others are refused', false)
  .option('--names-no-child', 'you have looked at what may name a child, and it names none', false)
  .addHelpText('after', HELP)
  .action(async (path: string, { acceptPartial, namesNoChild }: Options) => {
    const read = await readFolder(path, folderFiles, { namesNoChild });
    if (!canStore(read, acceptPartial)) {
      console.log(formatReport(toRefusalReport(read)));
      process.exitCode = 1;
      return;
    }
    await runCommand(async (records) => {
      const report = await withProgress((onProgress) =>
        importFolder(read, records.partnerships, { acceptPartial, onProgress }),
      );
      console.log(formatReport(report));
      return report.faults.length > read.faults.length ? 1 : 0;
    });
  })
  .parseAsync();

/** Shows how far an import has come, on a terminal only. */
async function withProgress<Result>(
  run: (onProgress?: (done: number, total: number) => void) => Promise<Result>,
): Promise<Result> {
  if (!process.stdout.isTTY) return run();
  const max = 100;
  const bar = progress({ max });
  let shown = 0;
  bar.start('Importing');
  const result = await run((done, total) => {
    const percent = Math.floor((max * done) / total);
    bar.advance(percent - shown);
    shown = percent;
  });
  bar.stop('Imported');
  return result;
}
