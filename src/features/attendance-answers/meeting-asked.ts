import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { addDays, type Day, formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { findBoard, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { thisMeeting } from '../which-meeting.ts';

/** So far back a meeting is looked for: “last” and “the march board” may lie a year ago. */
const LOOK_BACK_DAYS = 400;

/** The one meeting that a question about attendance means, or what to say when there is none. */
export type MeetingAsked = { readonly meeting: Meeting } | { readonly reply: Answer };

/** Finds the meeting meant: today's, the last one held, one in a month, or on a day; of the group asked for. */
export async function meetingAsked(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<MeetingAsked> {
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const wanted = question.filters.meeting ?? 'last';
  const groups = groupsAsked(asker, question);
  const current =
    wanted === 'this' && !question.filters.group ? await thisMeeting(asker, ports) : undefined;
  if (current) return { meeting: current };
  const past = await meetingsBack(asker, groups, today, ports);
  const on = dayAsked(question, today);
  const found = past.filter((meeting) =>
    on ? toDay(meeting.startsAt) === on : fits(meeting, wanted, today),
  );
  const meeting = found.find(({ status }) => status === 'held') ?? found[0];
  if (meeting) return { meeting };
  const [first, ...others] = groups;
  const names =
    first && others.length === 0 ? groupName(asker.directory, first) : 'any of your groups';
  return {
    reply: await nothingFound(
      names,
      on ? formatDay(on, today) : wanted,
      groups,
      asker,
      today,
      ports,
    ),
  };
}

/** The group asked for, else the one this chat is kept for, else the asker's own, else the board. */
export function groupsAsked(
  { directory, person, place, home }: Asker,
  { filters }: Question,
): readonly string[] {
  const one = filters.group ?? home;
  if (one) return [one];
  if (place.kind === 'personal' && person.groups.length > 0) return person.groups;
  return [findBoard(directory)?.id ?? ''].filter(Boolean);
}

/** Meetings up to today, the latest first. */
export async function meetingsBack(
  asker: Asker,
  groups: readonly string[],
  today: Day,
  ports: Ports,
): Promise<Meeting[]> {
  const { id } = asker.directory.partnership;
  const from = addDays(today, -LOOK_BACK_DAYS);
  const found = await Promise.all(
    groups.map((group) => ports.meetings.between(id, group, from, today)),
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
function dayAsked({ args }: Question, today: Day): Day | undefined {
  const on = typeof args.on === 'string' ? parseDay(args.on) : undefined;
  return on && on > today ? (parseDay(`${Number(on.slice(0, 4)) - 1}${on.slice(4)}`) ?? on) : on;
}

async function nothingFound(
  names: string,
  wanted: string,
  groups: readonly string[],
  { directory }: Asker,
  today: Day,
  ports: Ports,
): Promise<Answer> {
  const { id } = directory.partnership;
  const next = (await Promise.all(groups.map((group) => ports.meetings.next(id, group, today))))
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
  const when = next
    ? ` The next is ${groupName(directory, next.group)} on ${formatDay(toDay(next.startsAt), today)}.`
    : '';
  return {
    text: `${nothingInWords(names, wanted)}${when}`,
    suggestions: ['attendance last meeting', 'attendance this year'],
  };
}

function nothingInWords(names: string, wanted: string): string {
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
