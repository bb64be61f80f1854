import type { ClosedRegisters } from '../../contract/ports/attendance.ts';
import type { Meetings } from '../../contract/ports/meetings.ts';
import { attendanceTable } from '../../domain/attendance-table.ts';
import { toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { type PartnershipYear, yearSpan } from '../../domain/partnership-year.ts';
import { BASIS } from './attendance-card.ts';
import { ATTENDED } from './seats.ts';

type Cell = string | number;

/** The attendance table of a group's year as rows of a spreadsheet, each list with its header first. */
export interface AttendanceSheet {
  /** By organisation, best attendance first. */
  readonly table: readonly (readonly Cell[])[];
  /** All meetings of the year by their day, with what became of them and how each organisation attended. */
  readonly meetings: readonly (readonly Cell[])[];
  /** How it was counted. */
  readonly basis: string;
}

/** Reads a group's year and lays it out; `undefined` when the records have no meeting of it. */
export async function attendanceSheet(
  directory: Directory,
  group: string,
  year: PartnershipYear,
  ports: { readonly meetings: Meetings; readonly attendance: ClosedRegisters },
): Promise<AttendanceSheet | undefined> {
  const { id, yearStart } = directory.partnership;
  const { from, to } = yearSpan(year, yearStart);
  const meetings = await ports.meetings.list(id, group, from, to);
  return layOutAttendance(directory, meetings, ports);
}

/** Lays out meetings; `undefined` when there are none. Of several groups each meeting names its own. */
export async function layOutAttendance(
  directory: Directory,
  meetings: readonly Meeting[],
  ports: { readonly attendance: ClosedRegisters },
): Promise<AttendanceSheet | undefined> {
  if (meetings.length === 0) return undefined;
  const { id } = directory.partnership;
  const namesGroup = new Set(meetings.map(({ group }) => group)).size > 1;
  const ids = meetings.map((meeting) => meeting.id);
  const attendance = await ports.attendance.listLines(id, ids);
  const { lines } = attendanceTable(meetings, attendance);
  const findStatus = (meetingId: string, agency: string): AttendanceStatus | undefined =>
    attendance.find((line) => line.meetingId === meetingId && line.agency === agency)?.attended;
  return {
    table: [
      ['organisation', 'attended', 'meetings', 'percentage', 'by deputy', 'apologies', 'absent'],
      ...lines.map(
        ({ agency, attended, expected, percentage = 0, byDeputy, apologies, absent }) => [
          agencyName(directory, agency),
          attended,
          expected,
          percentage,
          byDeputy,
          apologies,
          absent,
        ],
      ),
    ],
    meetings: [
      [
        'day',
        ...(namesGroup ? ['group'] : []),
        'kind',
        'status',
        ...lines.map(({ agency }) => agencyName(directory, agency)),
      ],
      ...meetings.map((meeting) => [
        toDay(meeting.startsAt),
        ...(namesGroup ? [groupName(directory, meeting.group)] : []),
        meeting.kind,
        meeting.status,
        ...lines.map(({ agency }) => {
          const mark = findStatus(meeting.id, agency);
          return mark ? ATTENDED[mark] : '';
        }),
      ]),
    ],
    basis: BASIS,
  };
}
