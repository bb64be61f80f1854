import {
  type Day,
  daysBetween,
  formatDay,
  formatDayWithYear,
  type LocalTime,
  toDay,
} from '../domain/dates.ts';
import { type Directory, groupName } from '../domain/directory.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type BankHolidays, workingDaysBetween } from '../domain/working-days.ts';
import { formatCount } from './words.ts';

/** @example timeInWords('2021-05-12T14:00', day('2021-03-15')) // 'Wed 12 May at 14:00' */
export function formatTime(time: LocalTime, today: Day): string {
  return `${formatDay(toDay(time), today)} at ${time.slice('YYYY-MM-DDT'.length)}`;
}

/** @example meetingInWords(meeting, directory) // 'Tackling Neglect Subgroup, Wed 14 April 2021' */
export function formatMeeting({ group, startsAt }: Meeting, directory: Directory): string {
  return `${groupName(directory, group)}, ${formatDayWithYear(toDay(startsAt))}`;
}

/** `extraordinary meeting`; an ordinary one is just a `meeting`. */
export function formatMeetingKind({ kind }: Meeting): string {
  return kind === 'ordinary' ? 'meeting' : `${kind} meeting`;
}

/**
 * How far off a day is, in working days where the bank holidays are known.
 * @example howFarOff(day('2021-03-23'), day('2021-03-15'), england) // 'in 6 working days'
 * @example howFarOff(day('2021-03-12'), day('2021-03-15'), england) // '3 days ago'
 */
export function formatDistance(on: Day, today: Day, bankHolidays: BankHolidays): string {
  const days = daysBetween(today, on);
  if (days < 0) return days === -1 ? 'yesterday' : `${-days} days ago`;
  if (days < 2) return days === 0 ? 'today' : 'tomorrow';
  const working = workingDaysBetween(today, on, bankHolidays);
  return `in ${working.ok ? formatCount(working.value, 'working day') : formatCount(days, 'day')}`;
}
