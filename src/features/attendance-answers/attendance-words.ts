import type { Colour } from '../../answers/card-parts.ts';
import { counted, listed } from '../../answers/words.ts';
import { type AttendanceLine, toPercentage } from '../../domain/attendance-table.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import {
  agencyName,
  type Directory,
  findBoard,
  groupName,
  personName,
} from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import type { Quorum } from '../../domain/quorum.ts';

/** How attendance is counted (the published tables of the yearly report): stands under every figure. */
export const BASIS =
  'Counted by agency at the meetings held; a deputy counts as attending. Postponed and cancelled meetings are listed and not counted. A vacant seat is not an absence.';

/**
 * n of N with its percentage, half rounded up; the percentage never stands alone.
 * @example shareInWords(5, 6) // '5/6 (83 %)'
 */
export function shareInWords(attended: number, expected: number): string {
  return `${attended}/${expected}${expected > 0 ? ` (${toPercentage(attended, expected)} %)` : ''}`;
}

/** `1 by deputy, 2 with apologies, 1 absent`; empty for an agency that came itself every time. */
export function detailsOf({ byDeputy, apologies, absent }: AttendanceLine): string {
  return [
    byDeputy > 0 && `${byDeputy} by deputy`,
    apologies > 0 && `${apologies} with apologies`,
    absent > 0 && `${absent} absent`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** How an agency stands in the register, in the words of the register. */
export function attendedInWords(attended: AttendanceStatus): string {
  return attended === 'deputy' ? 'by deputy' : attended;
}

/** Grey and amber only: red is for what is overdue. */
export function colourOfAttended(attended: AttendanceStatus): Colour {
  return attended === 'absent' ? 'warning' : attended === 'apologies' ? 'default' : 'good';
}

/** Who came for whom: `Police Deputy for Police Partner Lead`; empty where the register does not say. */
export function personsOf({ person, deputyFor }: Attendance, directory: Directory): string {
  const came = person && personName(directory, person);
  const replaced = deputyFor && `for ${personName(directory, deputyFor)}`;
  return [came, replaced].filter(Boolean).join(' ');
}

/** The names of agencies as one writes them in a sentence; of many, the first few and how many more. */
export function agenciesInWords(
  agencies: readonly string[],
  directory: Directory,
  most = 4,
): string {
  const names = agencies.map((id) => agencyName(directory, id));
  return names.length <= most
    ? listed(names)
    : `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}

/** A group's meeting and its day: `Child Exploitation Board on Wed 16 September 2020`. */
export function meetingInWords(
  { group, startsAt }: Meeting,
  directory: Directory,
  today: Day,
): string {
  return `${groupName(directory, group)} on ${formatDay(toDay(startsAt), today)}`;
}

/** What a meeting needs to be quorate and does not have: `West Midlands Police and 1 more agency`. */
export function lackingInWords({ missing, short }: Quorum, directory: Directory): string {
  const agencies = missing.length > 0 ? [agenciesInWords(missing, directory)] : [];
  return listed([
    ...agencies,
    ...short.map(({ count }) => counted(count, 'more agency', 'more agencies')),
  ]);
}

/** So many lines of one kind stand under a list; a card has to stay small. */
const MAX_LINES = 5;

/** The first few lines, and how many more there are. */
export function firstFew(lines: readonly string[]): readonly string[] {
  const left = lines.length - MAX_LINES + 1;
  return left > 1 ? [...lines.slice(0, -left), `and ${left} more`] : lines;
}

/** A group as one asks about it: the board by that word, which is short enough for a button. */
export function askedAs(group: string, directory: Directory): string {
  return findBoard(directory)?.id === group ? 'board' : groupName(directory, group);
}
