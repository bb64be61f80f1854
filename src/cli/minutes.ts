import { writeFile } from 'node:fs/promises';
import { Command } from 'commander';
import { groupName } from '../domain/directory.ts';
import { makeMinutes } from '../features/minutes/minutes-file.ts';
import { choosePartnership } from './choose-partnership.ts';
import { partnershipCalendar } from './partnership-calendar.ts';
import { runCommand } from './run-command.ts';

new Command('minutes')
  .description('Writes the minutes of a meeting as a Word document, as of the day of the meeting.')
  .argument('<meeting>', 'id of the meeting, such as BOARD-2021-05-12')
  .argument('<file>', 'where to write: a name that ends in .docx; a file of that name is replaced')
  .option('--partnership <id>', 'which partnership, where there are several')
  .action((meetingId: string, file: string, { partnership }: { partnership?: string }) =>
    runCommand(async (records, config) => {
      if (!file.endsWith('.docx')) throw new Error(`${file} must end in .docx.`);
      const id = partnership ?? (await choosePartnership(records));
      const directory = await records.directories.find(id);
      if (!directory) throw new Error(`There is no partnership ${id}: import one first.`);
      const found = await records.meetings.find(id, meetingId);
      if (!found) throw new Error(`There is no meeting ${meetingId}. Nothing was written.`);
      const { today, bankHolidays } = partnershipCalendar(config, directory.partnership);
      const context = {
        directory,
        today: today(directory.partnership.timeZone),
        bankHolidays,
        ports: records,
        store: records.stores(id),
      };
      const { meeting } = found;
      await writeFile(file, (await makeMinutes(context, meeting)).bytes);
      console.log(
        `The minutes of ${groupName(directory, meeting.group)}, ${meeting.id}, were written to ${file}.`,
      );
      return 0;
    }),
  )
  .parseAsync();
