import type { BankHolidays } from './bank-holidays.ts';
import { type Day, toDay } from './dates.ts';
import type { Attendance, Meeting } from './meeting.ts';
import { addWorkingDays } from './working-days.ts';

/** A concern about attendance that a chair should look at before it becomes a habit. */
export type AttendanceConcern =
  | {
      readonly kind: 'absent-without-deputy';
      readonly agency: string;
      /** The meetings missed in a row, latest first; two or more. */
      readonly missed: readonly Meeting[];
    }
  | { readonly kind: 'register-not-closed'; readonly meeting: Meeting };

/** Fewer missed meetings than this are no concern. */
const MIN_MISSED_IN_A_ROW = 2;
/** A register should be closed within this many working days of its meeting. */
const MAX_WORKING_DAYS_TO_CLOSE = 2;

/**
 * The concerns about the meetings of one group. An agency is absent when it neither came nor sent a
 * deputy, with or without apologies; the latest meetings held at which it was expected count in a
 * row. A register is late from the second working day after a meeting that is still scheduled. One
 * that was imported as held, of which only the day is known, has none that could be closed.
 * @example attendanceConcerns([march, january], lines, day('2021-03-15'), england) // [{ kind: 'absent-without-deputy', agency: 'LAY', … }]
 */
export function attendanceConcerns(
  meetings: readonly Meeting[],
  attendance: readonly Attendance[],
  today: Day,
  bankHolidays: BankHolidays,
): AttendanceConcern[] {
  const late = meetings.filter((meeting) => {
    const due = addWorkingDays(toDay(meeting.startsAt), MAX_WORKING_DAYS_TO_CLOSE, bankHolidays);
    return meeting.status === 'scheduled' && due.ok && due.value <= today;
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
