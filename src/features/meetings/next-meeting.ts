import { formatDistance } from '../../answers/format-distance.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, addMonths, formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { nextAgenda } from '../agendas/buttons.ts';
import { allMeetings, calendarButton, myNextMeeting } from './buttons.ts';
import { listMeetings } from './list-meetings.ts';
import { meetingFacts, meetingRow } from './meeting-answers.ts';
import { findLastHeld } from './queries.ts';

const MAX_ROWS = 8;
const MONTHS_AHEAD = 18;

/** Answers when a group meets next, or, when none is named, when the asker does. */
export async function showNextMeeting(request: Request, question: Question): Promise<Answer> {
  const { directory, person, today, home, ports } = request;
  const { filters, args } = question;
  // “is there a board in may”: whichever meetings those days have, not the next one.
  if (args.range) return listMeetings(request, { ...question, intent: 'list_meetings' });
  const group = filters.group ?? (args.assignee === 'me' ? undefined : home);
  const own = person.groups.length > 0 ? person.groups : directory.groups.map(({ id }) => id);
  const until = addMonths(today, MONTHS_AHEAD);
  const found = await Promise.all(
    (group ? [group] : own).map((each) =>
      ports.meetings.list(directory.partnership.id, each, today, until),
    ),
  );
  const coming = found
    .flat()
    .filter(({ status }) => status === 'scheduled')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const [next, ...later] = coming;
  if (!next) return noneComing(request, group);
  const more = `${sentenceCase(formatCount(later.length, 'more meeting'))} ${pluralVerb(later.length, 'is', 'are')} in the records.`;
  const rows = later.slice(0, MAX_ROWS).map((meeting) => meetingRow(meeting, directory, today));
  return {
    text: `${describeNext(request, group, next)}${later.length > 0 ? ` ${more}` : ''}`,
    heading: formatTime(next.startsAt, today),
    sections: [
      { facts: meetingFacts(next, directory) },
      { heading: 'After that', rows },
      { buttons: [calendarButton(next.id)] },
    ],
    suggestions: [
      nextAgenda(next.group),
      group
        ? myNextMeeting
        : {
            title: 'Decided last time',
            ...ask('decisions_log', { group: next.group, meeting: 'last' }),
          },
    ],
    thread: { question },
  };
}

function describeNext(
  { directory, person, today, bankHolidays }: Request,
  group: string | undefined,
  next: Meeting,
): string {
  const name = groupName(directory, next.group);
  const when = `on ${formatTime(next.startsAt, today)}, ${formatDistance(toDay(next.startsAt), today, bankHolidays)}`;
  if (group) return `The next ${formatMeetingKind(next)} of ${name} is ${when}.`;
  const whose = person.groups.length > 0 ? 'Your next meeting' : 'The next meeting';
  return `${whose} is ${next.kind === 'ordinary' ? '' : `an ${formatMeetingKind(next)} of `}${name}, ${when}.`;
}

/** Nothing is scheduled: when the group last met, and by when its interval wants it to meet again. */
async function noneComing(request: Request, group: string | undefined): Promise<Answer> {
  const { directory, today } = request;
  if (!group)
    return {
      text: 'None of your groups has a meeting to come in the records.',
      suggestions: [allMeetings],
    };
  const last = await findLastHeld(request, group);
  const weeks = directory.groups.find(({ id }) => id === group)?.meetsEveryWeeks;
  const due = last && weeks ? addDays(toDay(last.startsAt), weeks * 7) : undefined;
  const sentences = [
    `No meeting of ${groupName(directory, group)} is scheduled.`,
    last
      ? `It last met on ${formatDay(toDay(last.startsAt), today)}.`
      : 'The records show none that was held.',
    due &&
      `It meets every ${formatCount(weeks ?? 0, 'week')}, so the next ${due < today ? 'was' : 'is'} due by ${formatDayWithYear(due)}.`,
  ];
  return {
    text: sentences.filter(Boolean).join(' '),
    suggestions: [myNextMeeting, allMeetings],
    thread: { question: { intent: 'next_meeting', filters: { group }, args: {} } },
  };
}
