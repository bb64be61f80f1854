import { listed } from '../answers/words.ts';
import type { Asker } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import { isPermittedOn } from '../domain/access.ts';
import { type AttendanceConcern, attendanceConcerns } from '../domain/attendance-concerns.ts';
import { addDays, type Day, formatDay, toDay } from '../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import type { Attendance, Meeting } from '../domain/meeting.ts';

type WatchPorts = Pick<Ports, 'calendar' | 'meetings' | 'attendance'>;

/** So far back is looked, and at so many meetings of a group. */
const LOOK_BACK_DAYS = 400;
const MAX_MEETINGS = 8;

/**
 * What to watch today in the meetings of these groups, in words; of one agency alone when it is named. Only of groups of which
 * the asker may know: an administrator, the partnership’s chair and the scrutineer of all, a group’s chair of theirs.
 */
export async function watchFor(
  asker: Pick<Asker, 'person' | 'directory'>,
  groups: readonly string[],
  ports: WatchPorts,
  agency?: string,
): Promise<string[]> {
  const { person, directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const own = groups.filter((group) => isPermittedOn(person, 'attendance.watch', { group }));
  const points = await Promise.all(own.map((group) => pointsOf(group, directory, today, ports)));
  return points
    .flat()
    .filter(
      (point) => !agency || (point.kind === 'absent-without-deputy' && point.agency === agency),
    )
    .map((point) => inOneSentence(point, directory, today));
}

async function pointsOf(
  group: string,
  { partnership }: Directory,
  today: Day,
  ports: WatchPorts,
): Promise<AttendanceConcern[]> {
  const { meetings, attendance } = await recentMeetings(partnership.id, group, today, ports);
  return attendanceConcerns(meetings, attendance, today, ports.calendar.bankHolidays);
}

/** The latest meetings of a group up to a day, with what the registers of those that were held say. */
export async function recentMeetings(
  partnership: string,
  group: string,
  today: Day,
  ports: Pick<Ports, 'meetings' | 'attendance'>,
): Promise<{ meetings: Meeting[]; attendance: Attendance[] }> {
  const back = await ports.meetings.between(
    partnership,
    group,
    addDays(today, -LOOK_BACK_DAYS),
    today,
  );
  const meetings = back
    .filter(({ status }) => status === 'held' || status === 'scheduled')
    .slice(-MAX_MEETINGS);
  const held = meetings.filter(({ status }) => status === 'held').map(({ id }) => id);
  return { meetings, attendance: await ports.attendance.lines(partnership, held) };
}

function inOneSentence(point: AttendanceConcern, directory: Directory, today: Day): string {
  const on = ({ startsAt }: Meeting) => formatDay(toDay(startsAt), today);
  if (point.kind === 'register-not-closed')
    return `The register of ${groupName(directory, point.meeting.group)} on ${on(point.meeting)} is not closed.`;
  const [latest, ...others] = point.missed as [Meeting, ...Meeting[]];
  const when = others.length > 2 ? `the latest on ${on(latest)}` : listed(point.missed.map(on));
  return `${agencyName(directory, point.agency)} missed the last ${point.missed.length} meetings of ${groupName(directory, latest.group)} without a deputy: ${when}.`;
}
