import { mayOn } from '../domain/access.ts';
import { addDays, type Day, dayOf, inWords } from '../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../domain/directory.ts';
import type { Meeting } from '../domain/meeting.ts';
import { type WatchPoint, watchPoints } from '../domain/watch-points.ts';
import type { Asker } from './feature.ts';
import type { Ports } from './ports.ts';
import { listed } from './words.ts';

/** So far back is looked, and at so many meetings of a group. */
const LOOK_BACK_DAYS = 400;
const MOST_MEETINGS = 8;

/**
 * What to watch today in the meetings of these groups, in words; of one agency alone when it is named. Only of groups of which
 * the asker may know: an administrator, the partnership’s chair and the scrutineer of all, a group’s chair of theirs.
 */
export async function watchFor(asker: Asker, groups: readonly string[], ports: Ports, agency?: string): Promise<string[]> {
  const { person, directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const own = groups.filter((group) => mayOn(person, 'attendance.watch', { group }));
  const points = await Promise.all(own.map((group) => pointsOf(group, directory, today, ports)));
  return points
    .flat()
    .filter((point) => !agency || (point.kind === 'absent-without-deputy' && point.agency === agency))
    .map((point) => inOneSentence(point, directory, today));
}

async function pointsOf(group: string, { partnership }: Directory, today: Day, ports: Ports): Promise<WatchPoint[]> {
  const back = await ports.meetings.between(partnership.id, group, addDays(today, -LOOK_BACK_DAYS), today);
  const recent = back.filter(({ status }) => status === 'held' || status === 'scheduled').slice(-MOST_MEETINGS);
  const held = recent.filter(({ status }) => status === 'held').map(({ id }) => id);
  const lines = await ports.attendance.lines(partnership.id, held);
  return watchPoints(recent, lines, today, ports.calendar.bankHolidays);
}

function inOneSentence(point: WatchPoint, directory: Directory, today: Day): string {
  const on = ({ startsAt }: Meeting) => inWords(dayOf(startsAt), today);
  if (point.kind === 'register-not-closed')
    return `The register of ${groupName(directory, point.meeting.group)} on ${on(point.meeting)} is not closed.`;
  const [latest, ...others] = point.missed as [Meeting, ...Meeting[]];
  const when = others.length > 2 ? `the latest on ${on(latest)}` : listed(point.missed.map(on));
  return `${agencyName(directory, point.agency)} missed the last ${point.missed.length} meetings of ${groupName(directory, latest.group)} without a deputy: ${when}.`;
}
