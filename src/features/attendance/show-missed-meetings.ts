import { ask } from '../../answers/questions.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, groupName } from '../../domain/directory.ts';
import { attendanceCard } from './attendance-card.ts';
import { agencyAttendance, attendanceThisYear } from './buttons.ts';
import { attendanceState, describeMeeting } from './describe-attendance.ts';
import { ATTENDED } from './seats.ts';
import { findYearMeetings } from './year-meetings.ts';

/** So many rows stand on one card, and so many meetings in the sentence. */
const MAX_ROWS = 24;
const MAX_NAMED = 4;

/** Answers which meetings an agency missed, on which days, with apologies or without: over a year, in a month or since a day. */
export async function showMissedMeetings(
  request: Request,
  question: Question,
  agency: string,
): Promise<Answer> {
  const found = await findYearMeetings(request, question);
  if ('answer' in found) return found.answer;
  const { directory, today, ports } = request;
  const { group } = question.filters;
  const held = found.meetings.filter(({ status }) => status === 'held');
  const lines = await ports.attendance.listAgencyLines(
    directory.partnership.id,
    agency,
    held.map(({ id }) => id),
  );
  const missed = held.toReversed().flatMap((meeting) => {
    const line = lines.find(({ meetingId }) => meetingId === meeting.id);
    return line && (line.attended === 'absent' || line.attended === 'apologies')
      ? [{ meeting, attended: line.attended }]
      : [];
  });
  const name = agencyName(directory, agency);
  const meetings = `meetings${group ? ` of ${groupName(directory, group)}` : ''} held ${found.inYear}`;
  const named = missed.slice(0, MAX_NAMED).map(({ meeting, attended }) => {
    const where = group
      ? formatDay(toDay(meeting.startsAt), today)
      : describeMeeting(meeting, directory, today);
    return `${where} (${ATTENDED[attended]})`;
  });
  const rest = missed.length - named.length;
  const list = formatList([...named, ...(rest > 0 ? [`${rest} more`] : [])]);
  const text =
    lines.length === 0
      ? `${name} was expected at none of the ${meetings}.`
      : missed.length === 0
        ? `${name} missed none of the ${lines.length} ${meetings} at which it was expected.`
        : `${name} missed ${missed.length} of the ${lines.length} ${meetings} at which it was expected: ${list}.`;
  return {
    text,
    ...attendanceCard({
      about: group ? groupName(directory, group) : 'all groups',
      heading: `${name} missed ${formatCount(missed.length, 'meeting')}`,
      sections: [
        {
          rows: missed.slice(0, MAX_ROWS).map(({ meeting, attended }) => ({
            title: formatDay(toDay(meeting.startsAt), today),
            state: attendanceState(attended),
            line: group ? '' : groupName(directory, meeting.group),
            opens: ask(
              'attendance_meeting',
              { group: meeting.group },
              { on: toDay(meeting.startsAt) },
            ),
          })),
        },
      ],
      isCounted: missed.length > 0,
    }),
    suggestions: [
      { title: 'Its attendance', ...agencyAttendance(agency, group) },
      attendanceThisYear(group),
    ],
    thread: { question: { ...question, filters: { ...question.filters, agency } } },
  };
}
