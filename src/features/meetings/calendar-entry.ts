import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import { type FileKind, toCalendarFile } from '../../contract/file.ts';
import type { StoredMeeting } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { createCalendarFile } from '../../documents/calendar-file.ts';
import {
  addMonths,
  daysBetween,
  parseDay,
  toDay,
  toInstant,
  toLocalTime,
} from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { CALENDAR_FILE, calendarIntent } from './buttons.ts';
import { meetingFacts, noSuchMeeting } from './meeting-answers.ts';
import { findMeeting, findMeetingsBetween, findNextOf, resolveMeeting } from './queries.ts';

/** *Add to my calendar*: the date of a meeting, where no calendar has it from Teams. */
export const calendarFile: FileKind = {
  name: CALENDAR_FILE,
  label: 'the date of the meeting',
  intent: calendarIntent,
  format: 'calendars',
  button: 'Add to my calendar',
  permission: 'meetings.read',
  isAllThatIsAsked: true,
  async make(request, question) {
    const { directory, ports, now } = request;
    const meeting = await findMeetingMeant(request, question);
    const stored = meeting && (await ports.meetings.find(directory.partnership.id, meeting.id));
    if (!stored) return noSuchMeeting(request, question.filters.group);
    const { group, startsAt } = stored.meeting;
    const file = createCalendarFile(toCalendarEvent(request, stored, now));
    return toCalendarFile(file, 'meeting', group, toDay(startsAt));
  },
};

function toCalendarEvent({ directory }: Request, { meeting, history }: StoredMeeting, at: Date) {
  const { id, group, kind, status, startsAt, minutes, place } = meeting;
  const { id: partnership, timeZone } = directory.partnership;
  const isCancelled = isCalledOff(status);
  const name = groupName(directory, group);
  const title = kind === 'ordinary' ? name : `${name}: ${formatMeetingKind(meeting)}`;
  return {
    // The id is kept when a meeting is moved.
    uid: `${encodeURIComponent(`${partnership}/${id}`)}@convenor`,
    sequence: history.filter(({ type }) => type !== 'scheduled').length,
    start: startsAt,
    end: toLocalTime(
      new Date(toInstant(startsAt, timeZone).getTime() + minutes * 60_000),
      timeZone,
    ),
    timeZone,
    title: isCancelled ? `${sentenceCase(status)}: ${title}` : title,
    place,
    isCancelled,
    at,
  };
}

/** The same on a card, where it is asked for among other things. */
export async function showCalendarEntry(request: Request, question: Question): Promise<Answer> {
  const { directory, today } = request;
  const meeting = await findMeetingMeant(request, question);
  if (!meeting) return noSuchMeeting(request, question.filters.group);
  const when = formatTime(meeting.startsAt, today);
  return {
    text: `${groupName(directory, meeting.group)}, ${when}.`,
    heading: when,
    sections: [{ facts: meetingFacts(meeting, directory) }],
    thread: { question: { intent: calendarIntent, filters: {}, args: { meetingId: meeting.id } } },
  };
}

/** The one that a card names, or that a day names whatever became of it, else the next. */
async function findMeetingMeant(
  request: Request,
  { filters, args }: Question,
): Promise<Meeting | undefined> {
  if (typeof args.meetingId === 'string') return findMeeting(request, args.meetingId);
  if (args.unreadDay) return undefined;
  const { person, home, directory } = request;
  const group = filters.group ?? home;
  const on = parseDay(args.on);
  if (on) {
    const [only, ...others] = await findMeetingsBetween(request, group, { from: on, to: on });
    return others.length === 0 ? only : undefined;
  }
  const [, month] = /^month:(?:\d{4}-)?(\d\d)$/.exec(filters.meeting ?? '') ?? [];
  if (group && month) return findInMonth(request, group, month);
  if (group || filters.meeting === 'this')
    return resolveMeeting(request, { ...filters, ...(group && { group }) });
  const own = person.groups.length > 0 ? person.groups : directory.groups.map(({ id }) => id);
  return findNextOf(request, own);
}

/** The nearest in a month, even if it was called off, for it is in calendars still; one that takes place goes first. */
async function findInMonth(
  request: Request,
  group: string,
  month: string,
): Promise<Meeting | undefined> {
  const { today } = request;
  const [from, to] = [addMonths(today, -MONTHS_AWAY), addMonths(today, MONTHS_AWAY)];
  const distance = ({ startsAt }: Meeting) => Math.abs(daysBetween(today, toDay(startsAt)));
  const [nearest, ...others] = (await findMeetingsBetween(request, group, { from, to }))
    .filter(({ startsAt }) => startsAt.slice(5, 7) === month)
    .sort((a, b) => distance(a) - distance(b));
  const year = nearest?.startsAt.slice(0, 4);
  const isHeld = ({ status, startsAt }: Meeting) =>
    !isCalledOff(status) && startsAt.slice(0, 4) === year;
  return nearest && isCalledOff(nearest.status) ? (others.find(isHeld) ?? nearest) : nearest;
}

const isCalledOff = (status: Meeting['status']): boolean =>
  status === 'cancelled' || status === 'postponed';

const MONTHS_AWAY = 18;
