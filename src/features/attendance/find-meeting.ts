import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day, formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { formatMonth, type Period, parseMonthAsked } from '../../domain/period.ts';
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
  const [on, orOn] = [parseDay(question.args.on), parseDay(question.args.orOn)];
  const isCurrent = wanted === 'this' && !group && !on;
  const current = isCurrent ? await findCurrentMeeting(request) : undefined;
  if (current) return { meeting: current };
  for (const day of [on, orOn].filter((each) => each !== undefined)) {
    const meeting = heldFirst(await listMeetings(request, groups, { from: day, to: day }));
    if (meeting) return { meeting };
  }
  if (on) {
    // Without a group, the only meeting of that day is meant, whoever's it is.
    const all = group ? [] : request.directory.groups.map(({ id }) => id);
    const [only, ...others] = await listMeetings(request, all, { from: on, to: on });
    if (only && others.length === 0) return { meeting: only };
    return { answer: await noneFound(request, groups, formatDay(on, today)) };
  }
  const month = parseMonthAsked(wanted, today, 'last');
  const period = month ?? { from: addDays(today, -LOOK_BACK_DAYS), to: today };
  const past = (await listMeetings(request, groups, period)).filter(
    ({ startsAt }) => toDay(startsAt) <= today,
  );
  const meeting = heldFirst(month ? past : past.filter((each) => fits(each, wanted, today)));
  if (meeting) return { meeting };
  return { answer: await noneFound(request, groups, wanted) };
}

const heldFirst = (meetings: readonly Meeting[]): Meeting | undefined =>
  meetings.find(({ status }) => status === 'held') ?? meetings[0];

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
  request: Request,
  groups: readonly string[],
): Promise<Meeting[]> {
  const { today } = request;
  return listMeetings(request, groups, { from: addDays(today, -LOOK_BACK_DAYS), to: today });
}

async function listMeetings(
  { directory, ports }: Request,
  groups: readonly string[],
  { from, to }: Period,
): Promise<Meeting[]> {
  const { id } = directory.partnership;
  const found = await Promise.all(groups.map((group) => ports.meetings.list(id, group, from, to)));
  return found.flat().sort((a, b) => b.startsAt.localeCompare(a.startsAt));
}

const fits = ({ startsAt, status }: Meeting, wanted: string, today: Day): boolean =>
  wanted === 'this' ? toDay(startsAt) === today : status === 'held';

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
    text: `${describeNone(names, wanted, today)}${when}`,
    suggestions: [lastMeetingAttendance(), attendanceThisYear()],
  };
}

function describeNone(names: string, wanted: string, today: Day): string {
  if (wanted === 'this') return `No meeting of ${names} is in the records for today.`;
  if (wanted === 'next')
    return `The next meeting of ${names} is still to come, so nobody has attended it yet.`;
  const month = parseMonthAsked(wanted, today, 'last');
  if (month) return `No meeting of ${names} in ${formatMonth(month)} is in the records.`;
  return wanted === 'last'
    ? `No meeting of ${names} was held in the past year.`
    : `No meeting of ${names} on ${wanted} is in the records.`;
}
