import { execFileSync } from 'node:child_process';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { Command } from 'commander';

/** Commas, quotation marks, UTF-8, from the first line on; the byte-order mark is written again. */
const CSV_IN = 'CSV:44,34,76,1';
const CSV_OUT = 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,0';

new Command('save-by-libreoffice')
  .description('Opens the CSV files and workbooks of an export in LibreOffice and saves them.')
  .argument('<folder>', 'what was exported')
  .argument('<out>', 'where to save')
  .action((folder: string, out: string) => {
    const filesEndingIn = (ending: string) =>
      readdirSync(folder)
        .filter((file) => file.endsWith(ending))
        .map((file) => join(folder, file));
    const save = (files: readonly string[], ...options: string[]) =>
      execFileSync('soffice', ['--headless', ...options, '--outdir', out, ...files]);
    save(filesEndingIn('.csv'), `--infilter=${CSV_IN}`, '--convert-to', CSV_OUT);
    save(filesEndingIn('.xlsx'), '--convert-to', 'xlsx');
    copyFileSync(join(folder, 'partnership.json'), join(out, 'partnership.json'));
  })
  .parseAsync();
