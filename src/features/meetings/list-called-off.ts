import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  describeGroupMeeting,
  type FoundMeetings,
  selectAroundToday,
  suggestionsAfter,
} from './found-meetings.ts';
import { meetingRow } from './meeting-answers.ts';

type CalledOff = 'postponed' | 'cancelled';

const OTHER: Readonly<Record<CalledOff, CalledOff>> = {
  postponed: 'cancelled',
  cancelled: 'postponed',
};

/** So many are named in the sentence, with why. */
const MAX_NAMED = 3;

/** Answers which meetings were postponed, or cancelled, and why, where a reason is recorded; where none was, those that were called off the other way. */
export async function listCalledOff(
  request: Request,
  question: Question,
  found: FoundMeetings,
  mode: CalledOff,
): Promise<Answer> {
  const { directory, today } = request;
  const { meetings, period, whose } = found;
  const of = (status: CalledOff) => meetings.filter((meeting) => meeting.status === status);
  const wanted = of(mode);
  const shown = wanted.length > 0 ? wanted : of(OTHER[mode]);
  const withReasons = await Promise.all(
    shown.map(async (meeting) => ({ meeting, reason: await findReason(request, meeting) })),
  );
  const none = `No meeting${whose} was ${mode} ${period.words}.`;
  const parts = withReasons.map(({ meeting, reason }) => describe(request, meeting, reason));
  const [only] = parts;
  const status = wanted.length > 0 ? mode : OTHER[mode];
  const many = `${formatCount(shown.length, 'meeting')}${whose} were ${status} ${period.words}`;
  const listed =
    parts.length === 1
      ? `${only}.`
      : `${many}: ${formatList([...parts.slice(0, MAX_NAMED), ...(parts.length > MAX_NAMED ? [`${parts.length - MAX_NAMED} more`] : [])])}.`;
  const rows = selectAroundToday(shown, today).map((meeting) => {
    const { reason } = withReasons.find((each) => each.meeting.id === meeting.id) ?? {};
    return { ...meetingRow(meeting, directory, today), details: reason ?? 'No reason is recorded' };
  });
  return {
    text: [wanted.length > 0 ? '' : none, shown.length > 0 ? listed : ''].filter(Boolean).join(' '),
    ...(shown.length > 1 && {
      heading: `${sentenceCase(status)} ${period.words}`,
      sections: [{ rows }],
    }),
    suggestions: suggestionsAfter(question, period),
    thread: { question },
  };
}

/** “Child Exploitation Board on Wed 9 December 2020 was postponed; no reason is recorded” */
function describe(
  { directory, today }: Request,
  meeting: Meeting,
  reason: string | undefined,
): string {
  const name = describeGroupMeeting(meeting, directory, formatDay(toDay(meeting.startsAt), today));
  return `${name} was ${meeting.status}${reason ? `: ${reason}` : '; no reason is recorded'}`;
}

/** Why a meeting was called off, as its history has it. */
async function findReason(
  { directory, ports }: Request,
  { id, status }: Meeting,
): Promise<string | undefined> {
  const stored = await ports.meetings.find(directory.partnership.id, id);
  return stored?.history.findLast(({ type }) => type === status)?.reason;
}
