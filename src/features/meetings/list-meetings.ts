import { formatTime } from '../../answers/meeting-words.ts';
import { formatCount, formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, Section } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  describeGroupMeeting,
  type FoundMeetings,
  findMeetings,
  selectAroundToday,
  suggestionsAfter,
} from './found-meetings.ts';
import { listCalledOff } from './list-called-off.ts';
import { listFirstFew } from './list-first-few.ts';
import { listPast } from './list-past.ts';
import { meetingRow } from './meeting-answers.ts';
import type { AskedPeriod } from './period.ts';

/** So many meetings are named in the sentence. */
const MAX_NAMED = 4;
const STATUSES = ['held', 'scheduled', 'postponed', 'cancelled'] as const;

/** Answers which meetings there are in a year, a month or a week, of one group or of all: held, to come, postponed and cancelled; or those of one kind alone. */
export async function listMeetings(request: Request, asked: Question): Promise<Answer> {
  const { limit, order } = asked.args;
  // “The last three” without more are those that were held.
  const question =
    limit && order === 'newest' ? { ...asked, args: { ...asked.args, mode: 'past' } } : asked;
  const found = await findMeetings(request, question);
  if ('answer' in found) return found.answer;
  const { mode } = question.args;
  if (limit && (mode === undefined || mode === 'past'))
    return listFirstFew(request, question, found, limit);
  if (mode === 'past') return listPast(request, question, found);
  if (mode === 'postponed' || mode === 'cancelled')
    return listCalledOff(request, question, found, mode);
  return found.period.isYear
    ? listYear(request, question, found)
    : listPeriod(request, question, found);
}

function listYear(
  { directory, today }: Request,
  question: Question,
  { meetings, period, whose }: FoundMeetings,
): Answer {
  const year = period.name;
  const rows = selectAroundToday(meetings, today).map((each) => meetingRow(each, directory, today));
  return {
    text:
      meetings.length > 0
        ? describeAll(meetings, whose, year) + describeRest(meetings, period, today)
        : `No meeting${whose} in ${year} is in the records.`,
    ...(meetings.length > 0 && { heading: `Meetings in ${year}`, sections: [{ rows }] }),
    suggestions: suggestionsAfter(question, period),
    thread: { question },
  };
}

/** The meetings of a week, a month or other days, of all groups; where the asker says “my”, theirs first. */
async function listPeriod(
  request: Request,
  question: Question,
  found: FoundMeetings,
): Promise<Answer> {
  const { directory, today, person } = request;
  const { meetings, period, whose } = found;
  const { group: named } = question.filters;
  const isForAsker = question.args.assignee === 'me' && named === undefined;
  const isTheirs = ({ group }: Meeting) =>
    named ? group === named : !isForAsker || person.groups.includes(group);
  const own = meetings.filter(isTheirs);
  const others = named && own.length > 0 ? [] : meetings.filter((each) => !isTheirs(each));
  const rowsOf = (some: readonly Meeting[]) =>
    selectAroundToday(some, today).map((meeting) => meetingRow(meeting, directory, today));
  const sections: Section[] = [
    { rows: rowsOf(own) },
    { heading: 'Other groups', rows: rowsOf(others) },
  ];
  const more =
    others.length > 0
      ? ` Other groups have ${formatCount(others.length, 'meeting')} ${period.words}.`
      : '';
  const next = own.length + others.length > 0 ? '' : await describeNextMeetings(request, question);
  return {
    text: `${describePeriod(own, isForAsker ? ' of your groups' : whose, period, request)}${more}${next}`,
    ...(meetings.length > 0 && { heading: `Meetings ${period.words}`, sections }),
    suggestions: suggestionsAfter(question, period),
    thread: { question },
  };
}

/** “2 meetings are in the records this week (Mon 15 to Sun 21 March): X on Thu 18 March at 14:00 and Y on …” */
function describePeriod(
  meetings: readonly Meeting[],
  whose: string,
  { words, days }: AskedPeriod,
  { directory, today }: Request,
): string {
  const when = days ? `${words} (${days})` : words;
  if (meetings.length === 0) return `No meeting${whose} is in the records ${when}.`;
  const isOfOne = meetings.every(({ group }) => group === meetings[0]?.group);
  const describe = (meeting: Meeting) => {
    const time = formatTime(meeting.startsAt, today);
    const name = isOfOne && whose ? time : describeGroupMeeting(meeting, directory, time);
    return `${name}${describeKind(meeting)}`;
  };
  const named = meetings.slice(0, MAX_NAMED).map(describe);
  const rest = meetings.length - named.length;
  const list = formatList([...named, ...(rest > 0 ? [`${rest} more`] : [])]);
  return `${formatCount(meetings.length, 'meeting')}${whose} ${pluralVerb(meetings.length, 'is', 'are')} in the records ${when}: ${list}.`;
}

const describeKind = ({ kind, status }: Meeting): string => {
  const notes = [kind === 'ordinary' ? '' : kind, status === 'scheduled' ? '' : status];
  const said = notes.filter(Boolean).join(', ');
  return said ? ` (${said})` : '';
};

/** “ The next is X on Wed 24 March at 14:00.” */
async function describeNextMeetings(
  { directory, today, ports }: Request,
  { filters }: Question,
): Promise<string> {
  const groups = filters.group ? [filters.group] : directory.groups.map(({ id }) => id);
  const coming = await Promise.all(
    groups.map((each) => ports.meetings.findNext(directory.partnership.id, each, today)),
  );
  const [next] = coming
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  return next
    ? ` The next is ${describeGroupMeeting(next, directory, formatTime(next.startsAt, today))}.`
    : '';
}

/** Of a year that is not over: that none is to come. */
function describeRest(
  meetings: readonly Meeting[],
  { from, to, name }: AskedPeriod,
  today: Day,
): string {
  const isOver = today < from || to < today;
  const isAhead = meetings.some(
    ({ status, startsAt }) => status === 'scheduled' && toDay(startsAt) >= today,
  );
  return isOver || isAhead ? '' : ` No further one is planned in ${name}.`;
}

/** “8 meetings of X in 2020-21: 6 held, 1 postponed and 1 cancelled.” */
function describeAll(meetings: readonly Meeting[], whose: string, year: string): string {
  const parts = STATUSES.flatMap((status) => {
    const many = meetings.filter((meeting) => meeting.status === status).length;
    return many > 0 ? [`${many} ${status}`] : [];
  });
  return `There ${pluralVerb(meetings.length, 'is', 'are')} ${formatCount(meetings.length, 'meeting')}${whose} in ${year}: ${formatList(parts)}.`;
}
