import { type Day, type LocalTime, toDay, toInstant, toLocalTime } from './dates.ts';

export type MeetingStatus = 'scheduled' | 'held' | 'postponed' | 'cancelled';

export interface Meeting {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly kind: string;
  readonly startsAt: LocalTime;
  readonly minutes: number;
  readonly place?: string;
  readonly status: MeetingStatus;
  readonly basis?: string;
}

export type AttendanceStatus = 'present' | 'deputy' | 'apologies' | 'absent';

/** One agency's line in the register of one meeting. */
export interface Attendance {
  readonly meetingId: string;
  readonly agency: string;
  readonly attended: AttendanceStatus;
  readonly person?: string;
  readonly deputyFor?: string;
  readonly basis?: string;
}

/** Whether a meeting is over, with the later one of its group that is meant now, if any. */
export interface Succession {
  readonly isOver: boolean;
  readonly successor?: Meeting;
}

/**
 * A meeting is over on a later day, or once the next one of its group has begun: nobody is told to
 * go home at the minute at which it was to end.
 */
export async function findSuccessor(
  meeting: Meeting,
  { now, today, timeZone }: { readonly now: Date; readonly today: Day; readonly timeZone: string },
  listToday: (group: string) => Promise<readonly Meeting[]>,
): Promise<Succession> {
  const { id, group, startsAt, minutes } = meeting;
  const time = toLocalTime(now, timeZone);
  const ended = new Date(toInstant(startsAt, timeZone).getTime() + minutes * 60_000);
  if (ended > now) return { isOver: false };
  const later = (await listToday(group)).filter(
    (each) =>
      each.id !== id &&
      each.startsAt > startsAt &&
      (each.status === 'scheduled' || each.status === 'held'),
  );
  const successor = later.findLast((each) => each.startsAt <= time) ?? later[0];
  if (toDay(toLocalTime(ended, timeZone)) < today)
    return { isOver: true, ...(successor && { successor }) };
  return successor && successor.startsAt <= time ? { isOver: true, successor } : { isOver: false };
}
