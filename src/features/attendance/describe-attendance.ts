import { formatCount, formatList } from '../../answers/words.ts';
import type { State } from '../../contract/answer.ts';
import { type AttendanceLine, toPercentage } from '../../domain/attendance-table.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import type { Quorum } from '../../domain/quorum.ts';
import { ATTENDED } from './seats.ts';

/**
 * n of N with its percentage, half rounded up; the percentage never stands alone.
 * @example formatShare(5, 6) // '5/6 (83%)'
 */
export function formatShare(attended: number, expected: number): string {
  return `${attended}/${expected}${expected > 0 ? ` (${toPercentage(attended, expected)}%)` : ''}`;
}

/** `1 by deputy, 2 with apologies, 1 absent`; empty for an agency that came itself every time. */
export function describeBreakdown({
  byDeputy,
  apologies,
  absent,
}: Pick<AttendanceLine, 'byDeputy' | 'apologies' | 'absent'>): string {
  return [
    byDeputy > 0 && `${byDeputy} by deputy`,
    apologies > 0 && `${apologies} with apologies`,
    absent > 0 && `${absent} absent`,
  ]
    .filter(Boolean)
    .join(', ');
}

/** How an agency attended. Grey and amber only: red is for what is overdue. */
export function attendanceState(attended: AttendanceStatus): State {
  const colour = attended === 'absent' ? 'warning' : attended === 'apologies' ? 'default' : 'good';
  return { words: ATTENDED[attended], colour };
}

/** Who came for whom: `Police Deputy for Police Partner Lead`; empty where the register does not say. */
export function describePersons({ person, deputyFor }: Attendance, directory: Directory): string {
  const came = person && personName(directory, person);
  const replaced = deputyFor && `for ${personName(directory, deputyFor)}`;
  return [came, replaced].filter(Boolean).join(' ');
}

/** The names of agencies as one writes them in a sentence; of many, the first few and how many more. */
export function listAgencies(agencies: readonly string[], directory: Directory, most = 4): string {
  const names = agencies.map((id) => agencyName(directory, id));
  return names.length <= most
    ? formatList(names)
    : `${names.slice(0, most - 1).join(', ')} and ${names.length - most + 1} more`;
}

/** A group's meeting and its day: `Child Exploitation Board on Wed 16 September 2020`. */
export function describeMeeting(
  { group, startsAt }: Meeting,
  directory: Directory,
  today: Day,
): string {
  return `${groupName(directory, group)} on ${formatDay(toDay(startsAt), today)}`;
}

/** What a meeting needs to be quorate and does not have: `West Midlands Police and 1 more agency`. */
export function describeLack({ missing, short }: Quorum, directory: Directory): string {
  const agencies = missing.length > 0 ? [listAgencies(missing, directory)] : [];
  return formatList([
    ...agencies,
    ...short.map(({ count }) => formatCount(count, 'more agency', 'more agencies')),
  ]);
}
