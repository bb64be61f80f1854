import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Command } from 'commander';
import { parseYear } from '../domain/partnership-year.ts';
import { reportSections } from '../features/index.ts';
import { makePackDocument, makePackWorkbook } from '../features/yearly-report/pack-files.ts';
import { choosePartnership } from './choose-partnership.ts';
import { partnershipCalendar } from './partnership-calendar.ts';
import { runCommand } from './run-command.ts';

new Command('report')
  .description(
    'Writes the figures for a yearly report: a Word document, and a workbook with the rows.',
  )
  .argument('<year>', 'a year such as 2020-21')
  .argument('<folder>', 'where to write; files of the same names are replaced')
  .option('--partnership <id>', 'which partnership, where there are several')
  .action((asked: string, folder: string, { partnership }: { partnership?: string }) =>
    runCommand(async (records, config) => {
      const year = parseYear(asked);
      if (!year) throw new Error(`${asked} is not a year: write it like 2020-21.`);
      const id = partnership ?? (await choosePartnership(records));
      const directory = await records.directories.find(id);
      if (!directory) throw new Error(`There is no partnership ${id}: import one first.`);
      const { today, bankHolidays } = partnershipCalendar(config, directory.partnership);
      const context = {
        directory,
        today: today(directory.partnership.timeZone),
        bankHolidays,
        ports: records,
        store: records.stores(id),
      };
      await mkdir(folder, { recursive: true });
      for (const make of [makePackDocument, makePackWorkbook]) {
        const { fileName, bytes } = await make(context, year, reportSections());
        await writeFile(join(folder, fileName), bytes);
        console.log(`${join(folder, fileName)} was written.`);
      }
      return 0;
    }),
  )
  .parseAsync();
