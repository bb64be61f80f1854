import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day, formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { findBoard, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { findCurrentMeeting } from '../meetings/queries.ts';
import { attendanceThisYear, lastMeetingAttendance } from './buttons.ts';

/** So far back a meeting is looked for: “last” and “the march board” may lie a year ago. */
const LOOK_BACK_DAYS = 400;

/** The one meeting that a question about attendance means, or what is said when there is none. */
export type FoundMeeting = { readonly meeting: Meeting } | { readonly answer: Answer };

/** Finds the meeting meant: today's, the last one held, one in a month, or on a day; of the group asked for. */
export async function findAskedMeeting(
  request: Request,
  question: Question,
): Promise<FoundMeeting> {
  const { today } = request;
  const { group, meeting: wanted = 'last' } = question.filters;
  const groups = resolveGroups(request, question);
  const current = wanted === 'this' && !group ? await findCurrentMeeting(request) : undefined;
  if (current) return { meeting: current };
  const past = await pastMeetings(request, groups);
  const on = dayMeant(question, today);
  const found = past.filter((meeting) =>
    on ? toDay(meeting.startsAt) === on : fits(meeting, wanted, today),
  );
  const meeting = found.find(({ status }) => status === 'held') ?? found[0];
  if (meeting) return { meeting };
  return { answer: await noneFound(request, groups, on ? formatDay(on, today) : wanted) };
}

/** The group asked for, else the one this chat is kept for, else the asker's own, else the board. */
export function resolveGroups(
  { directory, person, place, home }: Request,
  { filters }: Question,
): readonly string[] {
  const one = filters.group ?? home;
  if (one) return [one];
  if (place.kind === 'personal' && person.groups.length > 0) return person.groups;
  return [findBoard(directory)?.id ?? ''].filter(Boolean);
}

/** Meetings up to today, the latest first. */
export async function pastMeetings(
  { directory, today, ports }: Request,
  groups: readonly string[],
): Promise<Meeting[]> {
  const { id } = directory.partnership;
  const from = addDays(today, -LOOK_BACK_DAYS);
  const found = await Promise.all(
    groups.map((group) => ports.meetings.list(id, group, from, today)),
  );
  return found.flat().sort((a, b) => b.startsAt.localeCompare(a.startsAt));
}

function fits({ startsAt, status }: Meeting, wanted: string, today: Day): boolean {
  const on = toDay(startsAt);
  if (wanted === 'this') return on === today;
  if (wanted.startsWith('month:')) return on.slice(5, 7) === wanted.slice('month:'.length);
  return status === 'held';
}

/** The day that was said. One without its year was read as one to come; of meetings that were, the one before is meant. */
function dayMeant({ args }: Question, today: Day): Day | undefined {
  const on = typeof args.on === 'string' ? parseDay(args.on) : undefined;
  return on && on > today ? (parseDay(`${Number(on.slice(0, 4)) - 1}${on.slice(4)}`) ?? on) : on;
}

async function noneFound(
  { directory, today, ports }: Request,
  groups: readonly string[],
  wanted: string,
): Promise<Answer> {
  const { id } = directory.partnership;
  const [first, ...others] = groups;
  const names = first && others.length === 0 ? groupName(directory, first) : 'any of your groups';
  const [next] = (
    await Promise.all(groups.map((group) => ports.meetings.findNext(id, group, today)))
  )
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const when = next
    ? ` The next is ${groupName(directory, next.group)} on ${formatDay(toDay(next.startsAt), today)}.`
    : '';
  return {
    text: `${describeNone(names, wanted)}${when}`,
    suggestions: [lastMeetingAttendance(), attendanceThisYear()],
  };
}

function describeNone(names: string, wanted: string): string {
  if (wanted === 'this') return `No meeting of ${names} is in the records for today.`;
  if (wanted === 'next')
    return `The next meeting of ${names} is still to come, so nobody has attended it yet.`;
  if (wanted.startsWith('month:')) {
    const month = formatDay(`2001-${wanted.slice('month:'.length)}` as Day, '2001-01-01' as Day);
    return `No meeting of ${names} in ${month} is in the records of the past year.`;
  }
  return wanted === 'last'
    ? `No meeting of ${names} was held in the past year.`
    : `No meeting of ${names} on ${wanted} is in the records.`;
}
