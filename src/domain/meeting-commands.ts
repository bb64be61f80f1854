import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import type { Change } from './change-event.ts';
import { addDays, type Day, type LocalTime, toDay } from './dates.ts';
import { diffFields } from './diff-fields.ts';
import type { Meeting, MeetingStatus } from './meeting.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import { isWorkingDay } from './working-days.ts';

/** A meeting after a change, with the event for its history. */
export type ChangedMeeting = Change<Meeting>;

export type MeetingRefusal =
  | 'in-the-past'
  | 'not-a-working-day'
  | 'already-scheduled'
  | 'reason-missing'
  | 'nothing-to-change'
  | 'already-held'
  | 'already-cancelled'
  | 'already-postponed';

/** Schedules a meeting on a working day that is still to come. */
export function schedule(
  meeting: Omit<Meeting, 'status'>,
  actor: Actor,
  bankHolidays: BankHolidays,
): Outcome<ChangedMeeting, MeetingRefusal> {
  const refusal = timeRefusal(meeting.startsAt, actor, bankHolidays);
  return refusal
    ? refuse(refusal)
    : accept(toChangedMeeting(undefined, { ...meeting, status: 'scheduled' }, 'scheduled', actor));
}

/**
 * Moves a meeting that has not been held, with the reason. A postponed or cancelled meeting takes
 * place again.
 */
export function move(
  meeting: Meeting,
  wanted: {
    readonly startsAt: LocalTime;
    readonly minutes?: number;
    readonly place?: string | undefined;
    readonly reason?: string;
  },
  actor: Actor,
  bankHolidays: BankHolidays,
): Outcome<ChangedMeeting, MeetingRefusal> {
  const { startsAt, minutes = meeting.minutes, reason } = wanted;
  const place = 'place' in wanted ? trimToUndefined(wanted.place) : meeting.place;
  if (meeting.status === 'held') return refuse('already-held');
  const same =
    meeting.status === 'scheduled' &&
    startsAt === meeting.startsAt &&
    minutes === meeting.minutes &&
    place === meeting.place;
  if (same) return refuse('nothing-to-change');
  const refusal =
    timeRefusal(startsAt, actor, bankHolidays) ?? (reason?.trim() ? undefined : 'reason-missing');
  if (refusal) return refuse(refusal);
  return accept(
    toChangedMeeting(
      meeting,
      omitUndefined({ ...meeting, startsAt, minutes, place, status: 'scheduled' as const }),
      'moved',
      actor,
      reason,
    ),
  );
}

/**
 * Postpones or cancels a meeting, with the reason. It keeps its day, under which the year’s table
 * lists it.
 */
export function callOff(
  meeting: Meeting,
  status: Extract<MeetingStatus, 'postponed' | 'cancelled'>,
  reason: string | undefined,
  actor: Actor,
): Outcome<ChangedMeeting, MeetingRefusal> {
  if (meeting.status === 'held') return refuse('already-held');
  if (meeting.status === 'cancelled') return refuse('already-cancelled');
  if (meeting.status === status) return refuse('already-postponed');
  if (!reason?.trim()) return refuse('reason-missing');
  return accept(toChangedMeeting(meeting, { ...meeting, status }, status, actor, reason));
}

/**
 * The times of meetings at a regular interval of weeks. Each keeps the rhythm of the first: one
 * that falls on a bank holiday is held on the next working day, and later ones are not pushed on.
 * @example recurringTimes('2026-11-30T10:00', 4, 2, england) // ['2026-11-30T10:00', '2026-12-29T10:00']
 */
export function recurringTimes(
  first: LocalTime,
  everyWeeks: number,
  times: number,
  bankHolidays: BankHolidays,
): LocalTime[] {
  return Array.from({ length: times }, (_, at) => {
    const on = workingDayOnOrAfter(addDays(toDay(first), at * everyWeeks * 7), bankHolidays);
    return `${on}${first.slice(10)}` as LocalTime;
  });
}

/**
 * The day itself when it is a working day, else the next working day.
 * @example workingDayOnOrAfter(day('2026-12-25'), england) // '2026-12-29'
 */
export function workingDayOnOrAfter(on: Day, bankHolidays: BankHolidays): Day {
  return isWorkingDay(on, bankHolidays) ? on : workingDayOnOrAfter(addDays(on, 1), bankHolidays);
}

function timeRefusal(
  startsAt: LocalTime,
  { today }: Actor,
  bankHolidays: BankHolidays,
): MeetingRefusal | undefined {
  if (toDay(startsAt) < today) return 'in-the-past';
  return isWorkingDay(toDay(startsAt), bankHolidays) ? undefined : 'not-a-working-day';
}

function toChangedMeeting(
  before: Meeting | undefined,
  meeting: Meeting,
  type: string,
  { by, at }: Actor,
  reason?: string,
): ChangedMeeting {
  const changes = diffFields([
    ['status', before?.status, meeting.status],
    ['starts', before?.startsAt, meeting.startsAt],
    ['minutes', before && String(before.minutes), String(meeting.minutes)],
    ['place', before?.place, meeting.place],
  ]);
  return {
    record: meeting,
    event: omitUndefined({ at, by, type, changes, reason: trimToUndefined(reason) }),
  };
}
