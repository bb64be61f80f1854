import { formatCount } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addMonths, daysBetween, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { agencyAttendance } from './buttons.ts';
import { describeMeeting } from './describe-attendance.ts';

/** So far back an agency is looked for. */
const YEARS_BACK = 3;

/** Answers when an agency was last at a meeting, of a group or of any, and how many it has missed since. */
export async function showLastSeen(
  { directory, today, ports }: Request,
  question: Question,
  agency: string,
): Promise<Answer> {
  const { id } = directory.partnership;
  const { group } = question.filters;
  const groups = group ? [group] : directory.groups.map((each) => each.id);
  const from = addMonths(today, -12 * YEARS_BACK);
  const found = await Promise.all(groups.map((each) => ports.meetings.list(id, each, from, today)));
  const held = found
    .flat()
    .filter(({ status }) => status === 'held')
    .sort((a, b) => b.startsAt.localeCompare(a.startsAt));
  const lines = await ports.attendance.listAgencyLines(
    id,
    agency,
    held.map((meeting) => meeting.id),
  );
  const own = held.flatMap((meeting) => {
    const line = lines.find(({ meetingId }) => meetingId === meeting.id);
    return line ? [{ meeting, attended: line.attended }] : [];
  });
  const at = own.findIndex(({ attended }) => attended === 'present' || attended === 'deputy');
  const name = agencyName(directory, agency);
  const where = group ? ` of ${groupName(directory, group)}` : '';
  const seen = own[at];
  const missed =
    at > 0
      ? ` It has missed the ${at === 1 ? 'one meeting' : `${at} meetings`}${where} held since at which it was expected.`
      : '';
  const text = seen
    ? `${name} was last at ${describeMeeting(seen.meeting, directory, today)}${seen.attended === 'deputy' ? ' by deputy' : ''}, ${formatAgo(daysBetween(toDay(seen.meeting.startsAt), today))}.${missed}`
    : own.length > 0
      ? `${name} came to none of the ${formatCount(own.length, 'meeting')}${where} in the past ${YEARS_BACK} years at which it was expected.`
      : `${name} was expected at no meeting${where} in the past ${YEARS_BACK} years.`;
  return {
    text,
    suggestions: [{ title: 'Over the year', ...agencyAttendance(agency, group) }],
    thread: { question: { ...question, filters: { ...question.filters, agency } } },
  };
}

const formatAgo = (days: number): string =>
  days < 2 ? (days === 0 ? 'today' : 'yesterday') : `${days} days ago`;
