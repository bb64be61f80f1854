import { formatTime } from '../../answers/meeting-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, parseDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Period } from '../../domain/period.ts';
import { noSuchMeeting } from './meeting-answers.ts';
import { findMeetingsBetween, findNextOf, resolveMeeting } from './queries.ts';

export type ChangeMode = 'move' | 'postpone' | 'cancel';

const INTENTS: Readonly<Record<ChangeMode, string>> = {
  move: 'move_meeting',
  postpone: 'postpone_meeting',
  cancel: 'cancel_meeting',
};
/** So many are offered where several fit. */
const MAX_OFFERED = 3;

/** The meeting that is to be changed and the new day that was named; or why it cannot be told. */
export type MeetingMeant =
  | { readonly meeting: Meeting; readonly on?: Day | undefined }
  | { readonly answer: Answer };

/**
 * Finds the meeting that somebody wants changed. A day or a week that names it chooses it, whichever
 * group's it is; another is never taken in its place.
 */
export async function findMeetingMeant(
  request: Request,
  mode: ChangeMode,
  question: Question,
): Promise<MeetingMeant> {
  const { filters, args } = question;
  const named = parseDay(args.on);
  const own = parseDay(args.movedFrom) ?? (mode === 'cancel' ? named : undefined);
  const on = named === own ? undefined : named;
  const period = own ? { from: own, to: own } : periodIn(args.within, request.today);
  if (period) return chooseIn(request, mode, question, { period, on });
  if (mode === 'cancel' && args.unreadDay) return { answer: whichOf(request, filters.group) };
  const group = filters.group ?? request.home;
  const isItsDay = on && group ? await findScheduled(request, group, { from: on, to: on }) : [];
  if (isItsDay[0]) return { meeting: isItsDay[0] };
  const meeting = await resolveMeeting(request, filters);
  if (!meeting) return { answer: noSuchMeeting(request, filters.group) };
  return toDay(meeting.startsAt) < request.today
    ? { answer: await noneToCome(request, meeting) }
    : { meeting, on };
}

function periodIn(range: unknown, today: Day): Period | undefined {
  const span = typeof range === 'string' ? resolveDueRange(range, today) : undefined;
  return span?.from && span.to && { from: span.from, to: span.to };
}

async function findScheduled(
  request: Request,
  group: string | undefined,
  period: Period,
): Promise<Meeting[]> {
  const all = await findMeetingsBetween(request, group, period);
  return all.filter(({ status }) => status === 'scheduled');
}

async function chooseIn(
  request: Request,
  mode: ChangeMode,
  { filters }: Question,
  { period, on }: { readonly period: Period; readonly on: Day | undefined },
): Promise<MeetingMeant> {
  const { directory, today } = request;
  const group = filters.group ?? request.home;
  const all = await findMeetingsBetween(request, group, period);
  const scheduled = all.filter(({ status }) => status === 'scheduled');
  const [only, ...others] = scheduled.length > 0 || mode === 'cancel' ? scheduled : all;
  if (only && others.length === 0) return { meeting: only, on };
  const when =
    period.from === period.to
      ? `on ${formatDay(period.from, today)}`
      : `from ${formatDay(period.from, today)} to ${formatDay(period.to, today)}`;
  if (only) return { answer: askWhich(request, mode, scheduled, { when, on }) };
  const [past] = all;
  const next = await findNextOf(request, group ? [group] : directory.groups.map(({ id }) => id));
  const none = past
    ? `${groupName(directory, past.group)} ${when} was ${past.status}.`
    : `No meeting${group ? ` of ${groupName(directory, group)}` : ''} is in the records ${when}.`;
  const instead = next
    ? ` The next is${group ? '' : ` ${groupName(directory, next.group)}`} on ${formatTime(next.startsAt, today)}.`
    : '';
  return {
    answer: {
      text: `Nothing was recorded. ${none}${instead}`,
      suggestions: next ? [offer(request, mode, next, on)] : [],
    },
  };
}

function askWhich(
  request: Request,
  mode: ChangeMode,
  meetings: readonly Meeting[],
  { when, on }: { readonly when: string; readonly on: Day | undefined },
): Answer {
  const { directory } = request;
  const names = formatList(
    meetings.map(({ group }) => groupName(directory, group)),
    'or',
  );
  return {
    text: `Which meeting ${when} do you mean: ${names}?`,
    suggestions: meetings.slice(0, MAX_OFFERED).map((each) => offer(request, mode, each, on)),
  };
}

const offer = (
  { directory }: Request,
  mode: ChangeMode,
  { group, startsAt }: Meeting,
  on: Day | undefined,
) => ({
  title: groupName(directory, group),
  ...ask(INTENTS[mode], { group }, { movedFrom: toDay(startsAt), on: on ?? toDay(startsAt) }),
});

const whichOf = ({ directory }: Request, group: string | undefined): Answer => ({
  text: group
    ? `Which meeting of ${groupName(directory, group)} do you mean? Say its day.`
    : 'Which meeting do you mean? Say the group, and the month or the day.',
});

/** “Cancel the february board”, which has been. */
async function noneToCome(request: Request, { group, startsAt }: Meeting): Promise<Answer> {
  const { directory, today } = request;
  const next = await findNextOf(request, [group]);
  const after = next ? ` The next is on ${formatTime(next.startsAt, today)}.` : '';
  return {
    text: `Nothing was recorded: ${groupName(directory, group)} on ${formatTime(startsAt, today)} has been.${after}`,
  };
}
