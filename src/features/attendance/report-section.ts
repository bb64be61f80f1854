import { countFigure, formatPart } from '../../answers/report-figures.ts';
import { formatCount } from '../../answers/words.ts';
import type { ReportSection, ReportTable } from '../../contract/report-section.ts';
import { type AttendanceLine, attendanceTable } from '../../domain/attendance-table.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { findMeetingsBetween } from '../meetings/queries.ts';

/** How often each agency attended, counted over meetings with a register; development sessions stand apart. */
export const attendanceSection: ReportSection = {
  id: 'attendance',
  title: 'Attendance',
  position: 30,
  async compile(context, { year, from, to }) {
    const { directory, ports } = context;
    const all = await findMeetingsBetween(context, undefined, { from, to });
    const held = all.filter(({ status }) => status === 'held');
    const lines = await ports.attendance.listLines(
      directory.partnership.id,
      held.map(({ id }) => id),
    );
    const registered = new Set(lines.map(({ meetingId }) => meetingId));
    const withRegister = held.filter(({ id }) => registered.has(id));
    const without = held.filter(({ id }) => !registered.has(id));
    const development = withRegister.filter(isDevelopment);
    const counted = withRegister.filter((meeting) => !isDevelopment(meeting));
    const table = attendanceTable(counted, lines);
    const groups = [...new Set(counted.map(({ group }) => group))];
    return {
      basis:
        'Meetings held with a register. Present and by deputy count as attended; an agency that was not expected is not counted. Development sessions are apart.',
      figures: [
        countFigure('Meetings with a register', ids(counted)),
        { label: 'Attended', value: share(table.lines), rows: ids(counted) },
        ...(development.length > 0
          ? [countFigure('Development sessions with a register', ids(development))]
          : []),
      ],
      tables: [
        byAgency('Attendance by agency', table.lines, directory),
        {
          title: 'Attendance by group',
          columns: ['Group', 'Meetings with a register', 'Attended'],
          rows: groups.map((group) => {
            const meetings = counted.filter((each) => each.group === group);
            return [
              groupName(directory, group),
              meetings.length,
              share(attendanceTable(meetings, lines).lines),
            ];
          }),
        },
        ...groups.map((group) => ofGroup(group, counted, lines, directory)),
        ...(development.length > 0
          ? [byAgency('Development sessions', attendanceTable(development, lines).lines, directory)]
          : []),
      ],
      gaps: [
        ...(counted.length === 0 ? [`No register is recorded for a meeting of ${year}.`] : []),
        ...(without.length > 0
          ? [
              `Who attended ${formatCount(without.length, 'meeting')} held without a register: ${ids(without).join(', ')}.`,
            ]
          : []),
      ],
    };
  },
};

const isDevelopment = ({ kind }: Meeting): boolean => /development/i.test(kind);
const ids = (meetings: readonly Meeting[]): string[] => meetings.map(({ id }) => id);

/** `186 of 234 (79%)` */
function share(lines: readonly AttendanceLine[]): string {
  const sum = (field: 'attended' | 'expected') =>
    lines.reduce((total, line) => total + line[field], 0);
  return formatPart(sum('attended'), sum('expected'));
}

/** A spreadsheet takes no longer name of a sheet. */
const MAX_TITLE = 31;

const ofGroup = (
  group: string,
  meetings: readonly Meeting[],
  lines: readonly Attendance[],
  directory: Directory,
): ReportTable =>
  byAgency(
    `Attendance ${group}`.slice(0, MAX_TITLE),
    attendanceTable(
      meetings.filter((each) => each.group === group),
      lines,
    ).lines,
    directory,
  );

const byAgency = (
  title: string,
  lines: readonly AttendanceLine[],
  directory: Directory,
): ReportTable => ({
  title,
  columns: ['Agency', 'Attended', 'By deputy', 'Apologies', 'Absent'],
  rows: lines.map(({ agency, attended, expected, byDeputy, apologies, absent }) => [
    agencyName(directory, agency),
    formatPart(attended, expected),
    byDeputy,
    apologies,
    absent,
  ]),
});
