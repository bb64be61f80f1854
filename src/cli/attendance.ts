import { Command } from 'commander';
import type { Calendar } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import type { Group } from '../domain/partnership.ts';
import { resolveYear } from '../domain/partnership-year.ts';
import { attendanceSheet } from '../features/attendance/attendance-sheet.ts';
import { parseAttendanceFormat, writeAttendance } from '../folder/attendance-file.ts';
import type { Records } from '../storage/records.ts';
import { choosePartnership } from './choose-partnership.ts';
import { partnershipCalendar } from './partnership-calendar.ts';
import { runCommand } from './run-command.ts';

new Command('attendance')
  .description('Writes the attendance table of a group’s year, by organisation, as a spreadsheet.')
  .argument('<group>', 'id or name of the group')
  .argument('<year>', 'a year such as 2020-21, current or last')
  .argument(
    '<file>',
    'where to write: a name that ends in .xlsx or .csv; a file of that name is replaced',
  )
  .option('--partnership <id>', 'which partnership, where there are several')
  .action((group: string, year: string, file: string, { partnership }: { partnership?: string }) =>
    runCommand(async (records, config) => {
      const id = partnership ?? (await choosePartnership(records));
      const directory = await records.directories.find(id);
      if (!directory) throw new Error(`There is no partnership ${id}: import one first.`);
      const today = partnershipCalendar(config, directory.partnership).today;
      await write(directory, group, year, file, { records, today });
      return 0;
    }),
  )
  .parseAsync();

async function write(
  directory: Directory,
  groupAsked: string,
  yearAsked: string,
  file: string,
  { records, today }: { readonly records: Records; readonly today: Calendar['today'] },
): Promise<void> {
  const format = parseAttendanceFormat(file);
  if (!format) throw new Error(`${file} must end in .xlsx or .csv.`);
  const group = groupNamed(directory, groupAsked);
  const { timeZone, yearStart } = directory.partnership;
  const year = resolveYear(yearAsked, today(timeZone), yearStart);
  if (!year) throw new Error(`${yearAsked} is not a year: write it like 2020-21.`);
  const sheet = await attendanceSheet(directory, group.id, year, records);
  if (!sheet)
    throw new Error(
      `The records have no meeting of ${group.name} in ${year}. Nothing was written.`,
    );
  await writeAttendance(file, format, sheet);
  const organisations = sheet.table.length - 1;
  console.log(
    `${group.name} ${year}: ${sheet.meetings.length - 1} meetings, ${organisations} organisations, written to ${file}.`,
  );
}

/** @throws when no group has this id or name */
function groupNamed({ groups }: Directory, asked: string): Group {
  const wanted = asked.toLowerCase();
  const group = groups.find(
    ({ id, name }) => id.toLowerCase() === wanted || name.toLowerCase() === wanted,
  );
  if (group) return group;
  throw new Error(
    `There is no group ${asked}. The groups are:\n${groups.map(({ id, name }) => `  ${id}  ${name}`).join('\n')}`,
  );
}
