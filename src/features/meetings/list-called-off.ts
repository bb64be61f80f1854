import { formatCount, formatList } from '../../answers/words.ts';
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

/** Answers which meetings were postponed, or cancelled, and why, where a reason is recorded; then those that were called off the other way. */
export async function listCalledOff(
  request: Request,
  question: Question,
  found: FoundMeetings,
  mode: CalledOff,
): Promise<Answer> {
  const { directory, today } = request;
  const { meetings, period, whose } = found;
  const withReasons = await Promise.all(
    [mode, OTHER[mode]].map((status) =>
      Promise.all(
        meetings
          .filter((meeting) => meeting.status === status)
          .map(async (meeting) => ({ meeting, reason: await findReason(request, meeting) })),
      ),
    ),
  );
  const [wanted = [], others = []] = withReasons;
  const shown = [...wanted, ...others];
  const rows = selectAroundToday(
    shown.map(({ meeting }) => meeting),
    today,
  ).map((meeting) => {
    const { reason } = shown.find((each) => each.meeting.id === meeting.id) ?? {};
    return { ...meetingRow(meeting, directory, today), details: reason ?? 'No reason is recorded' };
  });
  const describeAll = (called: typeof shown, status: CalledOff): string => {
    const parts = called.map(({ meeting, reason }) => describe(request, meeting, reason));
    if (parts.length < 2) return parts.map((part) => ` ${part}.`).join('');
    const left = parts.length - MAX_NAMED;
    const named = [...parts.slice(0, MAX_NAMED), ...(left > 0 ? [`${left} more`] : [])];
    return ` ${formatCount(parts.length, 'meeting')}${whose} were ${status} ${period.words}: ${formatList(named)}.`;
  };
  const none = wanted.length > 0 ? '' : `No meeting${whose} was ${mode} ${period.words}.`;
  return {
    text: `${none}${describeAll(wanted, mode)}${describeAll(others, OTHER[mode])}`.trim(),
    ...(shown.length > 1 && {
      heading: `Called off ${period.words}`,
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
