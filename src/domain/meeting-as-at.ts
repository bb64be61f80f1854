import type { ChangeEvent } from './change-event.ts';
import { type Day, type LocalTime, toDay, toLocalTime } from './dates.ts';
import type { Meeting, MeetingStatus } from './meeting.ts';

/**
 * How a meeting stood in the records at the end of a day: what was changed since is undone.
 * `undefined` where it was set up later. That it has been held since takes nothing from its date.
 */
export function meetingAsAt(
  meeting: Meeting,
  history: readonly ChangeEvent[],
  on: Day,
  timeZone: string,
): Meeting | undefined {
  const since = history.filter(({ at }) => toDay(toLocalTime(new Date(at), timeZone)) > on);
  if (since.some(({ type }) => type === 'scheduled')) return undefined;
  const then = since.reduceRight(undo, meeting);
  return then.status === 'held' && toDay(then.startsAt) > on
    ? { ...then, status: 'scheduled' }
    : then;
}

function undo(meeting: Meeting, { changes: { status, starts, minutes, place } = {} }: ChangeEvent) {
  return {
    ...meeting,
    ...(status?.from && { status: status.from as MeetingStatus }),
    ...(starts?.from && { startsAt: starts.from as LocalTime }),
    ...(minutes?.from && { minutes: Number(minutes.from) }),
    ...(place && { place: place.from }),
  } as Meeting;
}
