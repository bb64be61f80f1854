import { formatList } from '../../answers/words.ts';
import type { RequestWith } from '../../contract/asker.ts';
import type { ClosedRegisters } from '../../contract/ports/attendance.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { type AttendanceConcern, attendanceConcerns } from '../../domain/attendance-concerns.ts';
import { addDays, type Day, formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';

export { listReopenings } from './corrections.ts';
export { describeBreakdown, formatShare } from './describe-attendance.ts';
export { describeRule } from './describe-rule.ts';
export { markName } from './seats.ts';

interface AttendancePorts {
  readonly meetings: Meetings;
  readonly attendance: ClosedRegisters;
}
type ConcernsRequest = Pick<
  RequestWith<AttendancePorts>,
  'person' | 'directory' | 'today' | 'bankHolidays' | 'ports'
>;

/** So far back is looked, and at so many meetings of a group. */
const LOOK_BACK_DAYS = 400;
const MAX_MEETINGS = 8;

/**
 * What to watch today in the meetings of these groups, in words; of one agency alone when it is named. Only of
 * groups of which the asker may know: an administrator, the partnership’s chair and the scrutineer of all, a
 * group’s chair of theirs.
 */
export async function describeConcerns(
  request: ConcernsRequest,
  groups: readonly string[],
  agency?: string,
): Promise<string[]> {
  const { person, directory, today, bankHolidays, ports } = request;
  const own = groups.filter((group) => isPermittedOn(person, 'attendance.see-concerns', { group }));
  const concerns = await Promise.all(
    own.map(async (group) => {
      const recent = await recentMeetings(directory.partnership.id, group, today, ports);
      return attendanceConcerns(recent.meetings, recent.attendance, today, bankHolidays);
    }),
  );
  return concerns
    .flat()
    .filter(
      (concern) =>
        !agency || (concern.kind === 'absent-without-deputy' && concern.agency === agency),
    )
    .map((concern) => describeConcern(concern, directory, today));
}

/** The latest meetings of a group up to a day, with what the registers of those that were held say. */
export async function recentMeetings(
  partnership: string,
  group: string,
  today: Day,
  { meetings: stored, attendance }: AttendancePorts,
): Promise<{ meetings: Meeting[]; attendance: Attendance[] }> {
  const found = await stored.list(partnership, group, addDays(today, -LOOK_BACK_DAYS), today);
  const meetings = found
    .filter(({ status }) => status === 'held' || status === 'scheduled')
    .slice(-MAX_MEETINGS);
  const heldIds = meetings.filter(({ status }) => status === 'held').map(({ id }) => id);
  return { meetings, attendance: await attendance.listLines(partnership, heldIds) };
}

function describeConcern(concern: AttendanceConcern, directory: Directory, today: Day): string {
  const on = ({ startsAt }: Meeting) => formatDay(toDay(startsAt), today);
  if (concern.kind === 'register-not-closed')
    return `The register of ${groupName(directory, concern.meeting.group)} on ${on(concern.meeting)} is not closed.`;
  const [latest, ...others] = concern.missed as [Meeting, ...Meeting[]];
  const when =
    others.length > 2 ? `the latest on ${on(latest)}` : formatList(concern.missed.map(on));
  return `${agencyName(directory, concern.agency)} missed the last ${concern.missed.length} meetings of ${groupName(directory, latest.group)} without a deputy: ${when}.`;
}
