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

/** One change of a meeting: who, when, which fields from what to what. */
export interface MeetingChange {
  readonly at: string;
  readonly by: string;
  readonly verb: 'scheduled' | 'moved' | 'postponed' | 'cancelled';
  readonly changes: Readonly<Record<string, { from?: string; to?: string }>>;
  readonly reason?: string;
  /** Names the press of a button that made it, so that a repeat is known. */
  readonly operation?: string;
}

/** A meeting as it is after a change, with the line for its history. */
export interface ChangedMeeting {
  readonly meeting: Meeting;
  readonly change: MeetingChange;
}
