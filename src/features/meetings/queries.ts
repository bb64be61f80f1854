import { formatMeeting } from '../../answers/meeting-words.ts';
import type { ContextWith, RequestWith } from '../../contract/asker.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import type { Actions } from '../../contract/ports.ts';
import type { Filters } from '../../contract/question.ts';
import type { Action } from '../../domain/action.ts';
import { addDays, addMonths, type Day, toDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Period } from '../../domain/period.ts';

export { type AskedPeriod, readComingPeriod, readPastPeriod } from './period.ts';

interface MeetingPorts {
  readonly meetings: Meetings;
}
type Reading<Ports = MeetingPorts> = Pick<ContextWith<Ports>, 'directory' | 'today' | 'ports'>;
type ReadingSomewhere = Reading & Pick<RequestWith<MeetingPorts>, 'place'>;

/** So far back or ahead “last”, “next” and the name of a month are looked for. */
const MONTHS_AWAY = 18;

/** The meeting with this id, which may be on an old card. */
export async function findMeeting(
  { directory, ports }: Pick<Reading, 'directory' | 'ports'>,
  id: string,
): Promise<Meeting | undefined> {
  return (await ports.meetings.find(directory.partnership.id, id))?.meeting;
}

/**
 * The meeting that is going on, or due, where something is said: the one that the chat is kept for, else the meeting of today (or
 * the next) of the chat’s group, else the only meeting of today. `undefined` when that is not clear.
 */
export async function findCurrentMeeting(request: ReadingSomewhere): Promise<Meeting | undefined> {
  const { directory, today, place, ports } = request;
  const link = await ports.meetings.findLink(directory.partnership.id, place.conversationId);
  const linked = link?.meetingId && (await findMeeting(request, link.meetingId));
  if (linked && toDay(linked.startsAt) >= today) return linked;
  if (link) return todaysOrNext(request, link.group);
  const todays = await Promise.all(
    directory.groups.map(({ id }) => takingPlace(request, id, today, today)),
  );
  const [only, ...others] = todays.flat();
  return others.length === 0 ? only : undefined;
}

/**
 * The meeting of a group that a question means: `this`, `next` (today’s counts until it was held), `last` (held), or the nearest in a month,
 * `month:03`. Without a group, that of the chat. `undefined` when the records have none.
 */
export async function resolveMeeting(
  request: ReadingSomewhere,
  { group, meeting = 'next' }: Filters,
): Promise<Meeting | undefined> {
  const here = meeting === 'this' || !group ? await findCurrentMeeting(request) : undefined;
  if (meeting === 'next' && here?.status === 'held') return findNextOf(request, [here.group]);
  if (!group || here?.group === group)
    return meeting === 'last' ? here && findLastHeld(request, here.group) : here;
  if (meeting === 'last') return findLastHeld(request, group);
  if (meeting.startsWith('month:'))
    return nearestInMonth(request, group, meeting.slice('month:'.length));
  return meeting === 'next' ? findNextOf(request, [group]) : todaysOrNext(request, group);
}

/** The last meeting of a group that was held, today’s included. */
export async function findLastHeld(
  { directory, today, ports }: Reading,
  group: string,
): Promise<Meeting | undefined> {
  const from = addMonths(today, -MONTHS_AWAY);
  const past = await ports.meetings.list(directory.partnership.id, group, from, today);
  return past.findLast(({ status }) => status === 'held');
}

/** The meeting of a group on a day, whatever became of it. */
export async function findMeetingOn(
  { directory, ports }: Pick<Reading, 'directory' | 'ports'>,
  group: string,
  on: Day,
): Promise<Meeting | undefined> {
  const [meeting] = await ports.meetings.list(directory.partnership.id, group, on, on);
  return meeting;
}

/** The meetings of one group, or of all, on the days from one to another, by their time. */
export async function findMeetingsBetween(
  { directory, ports }: Pick<Reading, 'directory' | 'ports'>,
  group: string | undefined,
  { from, to }: Period,
): Promise<Meeting[]> {
  const groups = group ? [group] : directory.groups.map(({ id }) => id);
  const found = await Promise.all(
    groups.map((each) => ports.meetings.list(directory.partnership.id, each, from, to)),
  );
  return found.flat().sort((a, b) => a.startsAt.localeCompare(b.startsAt));
}

/** The next meeting still to come: of one group, or of the first of several to meet. */
export async function findNextOf(
  { directory, today, ports }: Reading,
  groups: readonly string[],
): Promise<Meeting | undefined> {
  const found = await Promise.all(
    groups.map((group) => ports.meetings.findNext(directory.partnership.id, group, today)),
  );
  return found
    .filter((meeting) => meeting !== undefined)
    .sort((a, b) => a.startsAt.localeCompare(b.startsAt))[0];
}

/** Where an action comes from that was raised at a meeting. */
export function meetingSource(meeting: Meeting, directory: Directory): Action['source'] {
  return { kind: 'meeting', name: formatMeeting(meeting, directory) };
}

/** The actions that were raised at a meeting, in the order of their references. */
export async function findActionsRaisedAt(
  { directory, today, ports }: Reading<{ readonly actions: Pick<Actions, 'list'> }>,
  meeting: Meeting,
): Promise<Action[]> {
  const { name } = meetingSource(meeting, directory);
  const query = { sourceKind: 'meeting' };
  const found = await ports.actions.list(directory.partnership.id, query, today);
  return found
    .filter(({ source }) => source.name === name)
    .sort((a, b) => a.ref.localeCompare(b.ref, 'en', { numeric: true }));
}

async function todaysOrNext(request: Reading, group: string): Promise<Meeting | undefined> {
  const { directory, today, ports } = request;
  const [todays] = await takingPlace(request, group, today, today);
  return todays ?? ports.meetings.findNext(directory.partnership.id, group, addDays(today, 1));
}

async function nearestInMonth(
  request: Reading,
  group: string,
  month: string,
): Promise<Meeting | undefined> {
  const { today } = request;
  const [from, to] = [addMonths(today, -MONTHS_AWAY), addMonths(today, MONTHS_AWAY)];
  const distance = ({ startsAt }: Meeting) =>
    Math.abs(Date.parse(toDay(startsAt)) - Date.parse(today));
  return (await takingPlace(request, group, from, to))
    .filter(({ startsAt }) => startsAt.slice(0, 7).endsWith(month))
    .sort((a, b) => distance(a) - distance(b))[0];
}

async function takingPlace(
  { directory, ports }: Reading,
  group: string,
  from: Day,
  to: Day,
): Promise<Meeting[]> {
  const found = await ports.meetings.list(directory.partnership.id, group, from, to);
  return found.filter(({ status }) => status === 'scheduled' || status === 'held');
}
