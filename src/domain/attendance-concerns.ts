import { type Day, toDay } from './dates.ts';
import type { Attendance, Meeting } from './meeting.ts';
import { addWorkingDays, type BankHolidays } from './working-days.ts';

/** Something about attendance that a chair should look at before it becomes a habit. */
export type AttendanceConcern =
  | {
      readonly kind: 'absent-without-deputy';
      readonly agency: string;
      /** The meetings missed in a row, the latest first; two or more. */
      readonly missed: readonly Meeting[];
    }
  | { readonly kind: 'register-not-closed'; readonly meeting: Meeting };

/** So many meetings missed in a row are worth a word. */
const MIN_MISSED_IN_A_ROW = 2;
/** So many working days after a meeting its register should be closed. */
const MAX_WORKING_DAYS_TO_CLOSE = 2;

/**
 * What to watch in the meetings of one group. An agency counts as absent when it neither came nor sent a deputy, with
 * apologies or without; in a row are the latest meetings held at which it was expected. A register is late from the second
 * working day after a meeting that is still scheduled, or was held without a line in its register.
 * @example watchPoints([march, january], lines, day('2021-03-15'), england) // [{ kind: 'absent-without-deputy', agency: 'LAY', … }]
 */
export function attendanceConcerns(
  meetings: readonly Meeting[],
  attendance: readonly Attendance[],
  today: Day,
  bankHolidays: BankHolidays,
): AttendanceConcern[] {
  const late = meetings.filter((meeting) => {
    const due = addWorkingDays(toDay(meeting.startsAt), MAX_WORKING_DAYS_TO_CLOSE, bankHolidays);
    return isUnclosed(meeting, attendance) && due.ok && due.value <= today;
  });
  const absent = [...new Set(attendance.map(({ agency }) => agency))]
    .map((agency) => ({ agency, missed: missedInARow(agency, meetings, attendance) }))
    .filter(({ missed }) => missed.length >= MIN_MISSED_IN_A_ROW)
    .sort((a, b) => b.missed.length - a.missed.length || a.agency.localeCompare(b.agency));
  return [
    ...late.map((meeting) => ({ kind: 'register-not-closed' as const, meeting })),
    ...absent.map((run) => ({ kind: 'absent-without-deputy' as const, ...run })),
  ];
}

function isUnclosed({ id, status }: Meeting, attendance: readonly Attendance[]): boolean {
  return (
    status === 'scheduled' ||
    (status === 'held' && !attendance.some(({ meetingId }) => meetingId === id))
  );
}

function missedInARow(
  agency: string,
  meetings: readonly Meeting[],
  attendance: readonly Attendance[],
): Meeting[] {
  const expected = meetings
    .filter(({ status }) => status === 'held')
    .flatMap((meeting) => {
      const line = attendance.find(
        (each) => each.meetingId === meeting.id && each.agency === agency,
      );
      return line
        ? [{ meeting, attends: line.attended === 'present' || line.attended === 'deputy' }]
        : [];
    })
    .sort((a, b) => b.meeting.startsAt.localeCompare(a.meeting.startsAt));
  const came = expected.findIndex(({ attends }) => attends);
  return expected.slice(0, came < 0 ? undefined : came).map(({ meeting }) => meeting);
}
