import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { formatShare } from '../attendance/queries.ts';
import {
  describeGroupMeeting,
  type FoundMeetings,
  selectAroundToday,
  suggestionsAfter,
} from './found-meetings.ts';

/** Answers which meetings took place, each with how many of the agencies attended. */
export async function listPast(
  request: Request,
  question: Question,
  { meetings, period, whose }: FoundMeetings,
): Promise<Answer> {
  const { directory, today, ports } = request;
  const held = meetings.filter(({ status }) => status === 'held');
  const unclosed = meetings.filter(
    ({ status, startsAt }) => status === 'scheduled' && toDay(startsAt) < today,
  ).length;
  const shown = selectAroundToday(held, today);
  const lines = await ports.attendance.listLines(
    directory.partnership.id,
    shown.map(({ id }) => id),
  );
  const rows = shown.toReversed().map((meeting) => ({
    title: formatDay(toDay(meeting.startsAt), today),
    line: [
      whose ? '' : groupName(directory, meeting.group),
      meeting.kind === 'ordinary' ? '' : meeting.kind,
    ]
      .filter(Boolean)
      .join(' · '),
    state: { words: attended(meeting, lines), colour: 'default' as const },
    opens: ask('attendance_meeting', { group: meeting.group }, { on: toDay(meeting.startsAt) }),
  }));
  const last = held.at(-1);
  const when = last && formatDay(toDay(last.startsAt), today);
  const latest = last
    ? `, the latest ${whose ? `on ${when}` : describeGroupMeeting(last, directory, when ?? '')}: ${attended(last, lines)}`
    : '';
  const open =
    unclosed > 0
      ? ` ${formatCount(unclosed, 'more has', 'more have')} passed without ${pluralVerb(unclosed, 'its register', 'their registers')} being closed.`
      : '';
  return {
    text:
      held.length > 0
        ? `${formatCount(held.length, 'meeting')}${whose} ${pluralVerb(held.length, 'was', 'were')} held ${period.words}${latest}.${open}`
        : `No meeting${whose} was held ${period.words}.${open}`,
    ...(held.length > 0 && {
      heading: `Held ${period.words}`,
      sections: [
        {
          rows,
          ...(shown.length < held.length && {
            note: `The latest ${shown.length} of ${held.length} are shown`,
          }),
        },
        { note: 'Attended: agencies present or by deputy, of those expected' },
      ],
    }),
    suggestions: suggestionsAfter(question, period),
    thread: { question },
  };
}

/** `10/12 (83%) attended` */
function attended({ id }: Meeting, lines: readonly Attendance[]): string {
  const own = lines.filter(({ meetingId }) => meetingId === id);
  if (own.length === 0) return 'no register recorded';
  const there = own.filter(({ attended: how }) => how === 'present' || how === 'deputy').length;
  return `${formatShare(there, own.length)} attended`;
}
