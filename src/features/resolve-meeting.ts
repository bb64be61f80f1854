import type { Asker } from '../contract/feature.ts';
import type { Ports } from '../contract/ports.ts';
import type { Filters } from '../contract/question.ts';
import { addDays, addMonths, type Day, toDay } from '../domain/dates.ts';
import type { Meeting } from '../domain/meeting.ts';

/** So far back or ahead “last”, “next” and the name of a month are looked for. */
const MONTHS_AWAY = 18;

/**
 * The meeting that is going on, or due, where something is said: the one that the chat is kept for, else the meeting of today (or
 * the next) of the chat’s group, else the only meeting of today. `undefined` when that is not clear.
 */
export async function findCurrentMeeting(
  { directory, place }: Pick<Asker, 'directory' | 'place'>,
  ports: Ports,
): Promise<Meeting | undefined> {
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const link = await ports.meetings.linkOf(id, place.conversationId);
  const linked = link?.meetingId && (await ports.meetings.find(id, link.meetingId))?.meeting;
  if (linked && toDay(linked.startsAt) >= today) return linked;
  if (link) return todaysOrNext(id, link.group, today, ports);
  const todays = await Promise.all(
    directory.groups.map((group) => takingPlace(id, group.id, today, today, ports)),
  );
  const [only, ...others] = todays.flat();
  return others.length === 0 ? only : undefined;
}

/**
 * The meeting of a group that a question means: `this`, `next` (today’s counts), `last` (held), or the nearest in a month,
 * `month:03`. Without a group, that of the chat. `undefined` when the records have none.
 */
export async function resolveMeeting(
  asker: Asker,
  { group, meeting = 'next' }: Filters,
  ports: Ports,
): Promise<Meeting | undefined> {
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const here = meeting === 'this' || !group ? await findCurrentMeeting(asker, ports) : undefined;
  if (!group || here?.group === group)
    return meeting === 'last' ? here && findLastHeld(id, here.group, today, ports) : here;
  if (meeting === 'last') return findLastHeld(id, group, today, ports);
  if (meeting.startsWith('month:'))
    return inMonth(id, group, meeting.slice('month:'.length), today, ports);
  return todaysOrNext(id, group, today, ports);
}

/** The last meeting of a group that was held, today’s included. */
export async function findLastHeld(
  partnership: string,
  group: string,
  today: Day,
  ports: Ports,
): Promise<Meeting | undefined> {
  const past = await ports.meetings.between(
    partnership,
    group,
    addMonths(today, -MONTHS_AWAY),
    today,
  );
  return past.findLast(({ status }) => status === 'held');
}

async function todaysOrNext(
  partnership: string,
  group: string,
  today: Day,
  ports: Ports,
): Promise<Meeting | undefined> {
  const [todays] = await takingPlace(partnership, group, today, today, ports);
  return todays ?? ports.meetings.next(partnership, group, addDays(today, 1));
}

async function inMonth(
  partnership: string,
  group: string,
  month: string,
  today: Day,
  ports: Ports,
): Promise<Meeting | undefined> {
  const around = await takingPlace(
    partnership,
    group,
    addMonths(today, -MONTHS_AWAY),
    addMonths(today, MONTHS_AWAY),
    ports,
  );
  const distance = ({ startsAt }: Meeting) =>
    Math.abs(Date.parse(toDay(startsAt)) - Date.parse(today));
  return around
    .filter(({ startsAt }) => startsAt.slice(5, 7) === month)
    .sort((a, b) => distance(a) - distance(b))[0];
}

async function takingPlace(
  partnership: string,
  group: string,
  from: Day,
  to: Day,
  ports: Ports,
): Promise<Meeting[]> {
  const found = await ports.meetings.between(partnership, group, from, to);
  return found.filter(({ status }) => status === 'scheduled' || status === 'held');
}
