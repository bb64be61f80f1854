import { mayOn } from '../domain/access.ts';
import { type Day, dayOf, inWords } from '../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';
import { type WatchPoint, watchPoints } from '../domain/watch-points.ts';
import type { Asker } from './feature.ts';
import type { Calendar } from './ports.ts';
import { listed } from './words.ts';

/**
 * What to watch in a group's meetings, in words, the asker being one to whom it is shown: an administrator, a chair, the
 * scrutineer. Nobody else sees any.
 */
export function watchFor(
  { person, directory }: Asker,
  group: string,
  meetings: readonly Meeting[],
  attendance: readonly Attendance[],
  calendar: Calendar,
): string[] {
  if (!mayOn(person, 'attendance.watch', { group })) return [];
  const today = calendar.today(directory.partnership.timeZone);
  const own = meetings.filter((meeting) => meeting.group === group);
  const ids = new Set(own.map(({ id }) => id));
  const lines = attendance.filter(({ meetingId }) => ids.has(meetingId));
  return watchPoints(own, lines, today, calendar.bankHolidays).map((point) => inOneSentence(point, group, today, directory));
}

function inOneSentence(point: WatchPoint, group: string, today: Day, directory: Directory): string {
  const on = ({ startsAt }: Meeting) => inWords(dayOf(startsAt), today);
  if (point.kind === 'register-not-closed')
    return `The register of ${groupName(directory, group)} on ${on(point.meeting)} is not closed.`;
  const { agency, missed } = point;
  const when = missed.length > 3 ? `, since ${on(missed.at(-1) as Meeting)}` : `: ${listed(missed.map(on))}`;
  return `${agencyName(directory, agency)} missed the last ${missed.length} meetings of ${groupName(directory, group)} without a deputy${when}.`;
}
