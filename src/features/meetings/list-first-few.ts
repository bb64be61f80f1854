import { formatTime } from '../../answers/meeting-words.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { takeFirst } from '../../domain/take-first.ts';
import { describeGroupMeeting, type FoundMeetings, suggestionsAfter } from './found-meetings.ts';
import { meetingRow } from './meeting-answers.ts';

/** “The next three board meetings”, “the last two”: those nearest to today, the nearest first. */
export function listFirstFew(
  { directory, today }: Request,
  question: Question,
  { meetings, period, whose }: FoundMeetings,
  limit: number,
): Answer {
  const isPast = question.args.mode === 'past';
  const fitting = isPast
    ? meetings.filter(({ status }) => status === 'held').toReversed()
    : meetings.filter(({ status, startsAt }) => status === 'scheduled' && toDay(startsAt) >= today);
  const few = takeFirst(fitting, limit, ({ startsAt }) => startsAt);
  const describe = (meeting: Meeting) => {
    const time = formatTime(meeting.startsAt, today);
    return whose ? time : describeGroupMeeting(meeting, directory, time);
  };
  const count = few.items.length;
  const list = formatList(few.items.map(describe));
  const what = isPast ? `held ${period.words}` : 'to come';
  const text =
    count === 0
      ? `No meeting${whose} ${isPast ? `was ${what}` : 'is to come in the records'}.`
      : count < fitting.length
        ? `The ${isPast ? 'last' : 'next'} ${formatCount(count, 'meeting')}${whose}, of ${fitting.length} ${what}: ${list}.`
        : `There ${pluralVerb(count, 'is', 'are')} only ${formatCount(count, 'meeting')}${whose} ${what}: ${list}.`;
  return {
    text,
    ...(count > 0 && {
      heading: `${isPast ? 'Last' : 'Next'} ${formatCount(count, 'meeting')}`,
      sections: [{ rows: few.items.map((each) => meetingRow(each, directory, today)) }],
    }),
    suggestions: suggestionsAfter(question, period),
    thread: { question },
  };
}
