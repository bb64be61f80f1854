import { formatDistance, formatMeetingKind, formatTime } from '../../answers/meeting-words.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import {
  addDays,
  addMonths,
  type Day,
  formatDay,
  formatDayWithYear,
  toDay,
} from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findLastHeld } from '../resolve-meeting.ts';
import { factsOf, rowOf, sourceOf } from './meeting-parts.ts';
import type { MeetingsView } from './meeting-views.ts';

const MAX_ROWS = 8;
const MONTHS_AHEAD = 18;

/** Answers when a group meets next, or, when none is named, when the asker does. */
export async function nextMeeting(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const { directory, person } = asker;
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const group =
    question.filters.group ?? (question.args.assignee === 'me' ? undefined : asker.home);
  const own = person.groups.length > 0 ? person.groups : directory.groups.map((each) => each.id);
  const groups = group ? [group] : own;
  const found = await Promise.all(
    groups.map((each) => ports.meetings.between(id, each, today, addMonths(today, MONTHS_AHEAD))),
  );
  const coming = found
    .flat()
    .filter(({ status }) => status === 'scheduled')
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const [next, ...later] = coming;
  if (!next) return noneComing(asker, group, today, ports);
  const text = `${sentence(asker, group, next, today, ports)}${later.length > 0 ? ` ${sentenceCase(formatCount(later.length, 'more meeting'))} ${later.length === 1 ? 'is' : 'are'} in the records.` : ''}`;
  const view: MeetingsView = {
    source: sourceOf(asker, ports),
    headline: formatTime(next.startsAt, today),
    facts: factsOf(next, asker),
    caption: later.length > 0 ? 'After that' : '',
    rows: later.slice(0, MAX_ROWS).map((meeting) => rowOf(meeting, directory, today)),
    suggestions: suggestionsFor(group ?? next.group, group !== undefined, asker),
  };
  const plain = [text, ...view.rows.map(({ when, line }) => `${when}: ${line}.`)].join('\n');
  return {
    text,
    card: { name: 'meetings', view, plain },
    suggestions: view.suggestions,
    thread: { question },
  };
}

function sentence(
  asker: Asker,
  group: string | undefined,
  next: Meeting,
  today: Day,
  ports: Ports,
): string {
  const name = groupName(asker.directory, next.group);
  const when = `on ${formatTime(next.startsAt, today)}, ${formatDistance(toDay(next.startsAt), today, ports.calendar.bankHolidays)}`;
  if (group) return `The next ${formatMeetingKind(next)} of ${name} is ${when}.`;
  const whose = asker.person.groups.length > 0 ? 'Your next meeting' : 'The next meeting';
  return `${whose} is ${next.kind === 'ordinary' ? '' : `an ${formatMeetingKind(next)} of `}${name}, ${when}.`;
}

/** Nothing is scheduled: when the group last met, and by when its interval wants it to meet again. */
async function noneComing(
  asker: Asker,
  group: string | undefined,
  today: Day,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  if (!group)
    return {
      text: 'None of your groups has a meeting to come in the records.',
      suggestions: ['all meetings'],
    };
  const last = await findLastHeld(directory.partnership.id, group, today, ports);
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
    suggestions: ['when is my next meeting', 'all meetings'],
    thread: { question: { intent: 'next_meeting', filters: { group }, args: {} } },
  };
}

function suggestionsFor(group: string, named: boolean, { directory }: Asker): string[] {
  const name = groupName(directory, group);
  return [
    `agenda for ${name}`,
    named ? 'when is my next meeting' : `what did ${name} decide last time`,
  ];
}
