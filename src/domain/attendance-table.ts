import type { Attendance, AttendanceStatus, Meeting } from './meeting.ts';

/** One agency's line of the attendance table of a year. */
export interface AttendanceLine {
  readonly agency: string;
  /** N: meetings held at which the agency had a line in the register. */
  readonly expected: number;
  /** n: present or by deputy. */
  readonly attended: number;
  /** The part of `attended` that was by deputy. */
  readonly byDeputy: number;
  readonly apologies: number;
  readonly absent: number;
  /**
   * n of N in whole percent, half rounded up; `undefined` when the agency was expected at no
   * meeting held.
   */
  readonly percentage?: number;
}

/** The attendance of a group over some meetings, with the meetings on which it is based. */
export interface AttendanceTable {
  /** Best attendance first, then by agency. */
  readonly lines: readonly AttendanceLine[];
  readonly heldMeetings: readonly Meeting[];
  readonly postponed: readonly Meeting[];
  readonly cancelled: readonly Meeting[];
}

/**
 * The attendance table of the yearly report. It counts by agency and over meetings held only;
 * present and by deputy both count as attended. Postponed and cancelled meetings are listed but not
 * counted. A meeting at which an agency has no line in the register (a vacant seat, or a
 * `when-required` agency that was not required) is not an absence.
 */
export function attendanceTable(
  meetings: readonly Meeting[],
  attendance: readonly Attendance[],
): AttendanceTable {
  const heldMeetings = meetings.filter(({ status }) => status === 'held');
  const counted = new Set(heldMeetings.map(({ id }) => id));
  const byAgency = new Map<string, AttendanceStatus[]>();
  for (const { meetingId, agency, attended } of attendance) {
    if (counted.has(meetingId)) byAgency.set(agency, [...(byAgency.get(agency) ?? []), attended]);
  }
  return {
    lines: [...byAgency].map(([agency, marks]) => toLine(agency, marks)).sort(bestFirst),
    heldMeetings,
    postponed: meetings.filter(({ status }) => status === 'postponed'),
    cancelled: meetings.filter(({ status }) => status === 'cancelled'),
  };
}

/**
 * n of N in whole percent, half rounded up; `undefined` when N is 0.
 * @example toPercentage(5, 6) // 83
 * @example toPercentage(1, 8) // 13
 */
export function toPercentage(attended: number, expected: number): number | undefined {
  return expected === 0 ? undefined : Math.floor((200 * attended + expected) / (2 * expected));
}

function toLine(agency: string, marks: readonly AttendanceStatus[]): AttendanceLine {
  const many = (wanted: AttendanceStatus) => marks.filter((mark) => mark === wanted).length;
  const byDeputy = many('deputy');
  const attended = many('present') + byDeputy;
  return {
    agency,
    expected: marks.length,
    attended,
    byDeputy,
    apologies: many('apologies'),
    absent: many('absent'),
    percentage: toPercentage(attended, marks.length),
  };
}

function bestFirst(a: AttendanceLine, b: AttendanceLine): number {
  return (
    b.attended / b.expected - a.attended / a.expected ||
    b.attended - a.attended ||
    a.agency.localeCompare(b.agency)
  );
}
