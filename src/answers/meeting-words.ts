import { type Day, formatDay, formatDayWithYear, type LocalTime, toDay } from '../domain/dates.ts';
import { type Directory, groupName } from '../domain/directory.ts';
import type { Meeting } from '../domain/meeting.ts';

/** @example formatTime('2021-05-12T14:00', day('2021-03-15')) // 'Wed 12 May at 14:00' */
export function formatTime(time: LocalTime, today: Day): string {
  return `${formatDay(toDay(time), today)} at ${time.slice('YYYY-MM-DDT'.length)}`;
}

/** @example formatMeeting(meeting, directory) // 'Tackling Neglect Subgroup, Wed 14 April 2021' */
export function formatMeeting({ group, startsAt }: Meeting, directory: Directory): string {
  return `${groupName(directory, group)}, ${formatDayWithYear(toDay(startsAt))}`;
}
