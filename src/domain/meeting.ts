import type { Change } from './change-event.ts';
import type { LocalTime } from './dates.ts';

export type MeetingStatus = 'scheduled' | 'held' | 'postponed' | 'cancelled';

export interface Meeting {
  readonly id: string;
  readonly group: string;
  readonly title: string;
  readonly kind: string;
  readonly startsAt: LocalTime;
  readonly minutes: number;
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

/** A meeting after a change, with the event for its history. */
export type ChangedMeeting = Change<Meeting>;
