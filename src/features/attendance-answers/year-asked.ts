import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type AttendanceTable, attendanceTable } from '../../domain/attendance-table.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import {
  type PartnershipYear,
  resolveYear,
  yearContaining,
  yearSpan,
} from '../../domain/partnership-year.ts';

/** The meetings of a year at which a question about attendance looks. */
export interface YearAsked {
  readonly year: PartnershipYear;
  /** It is the year of today. */
  readonly isCurrent: boolean;
  /** `in 2020-21`, `in 2020-21 so far`. */
  readonly inYear: string;
  /** By their time, of one group or of all. */
  readonly meetings: readonly Meeting[];
}

/** Reads the meetings of the year asked for, this year unless one is named: of the group asked for, else of every group. */
export async function yearAsked(
  { directory }: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<YearAsked | { readonly reply: Answer }> {
  const { id, timeZone, yearStart } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const year = resolveYear(filters.year ?? 'current', today, yearStart);
  if (!year) return { reply: unknownYear(filters.year ?? '') };
  const { from, to } = yearSpan(year, yearStart);
  const groups = filters.group ? [filters.group] : directory.groups.map((group) => group.id);
  const found = await Promise.all(
    groups.map((group) => ports.meetings.between(id, group, from, to)),
  );
  const meetings = found.flat().sort((a, b) => a.startsAt.localeCompare(b.startsAt));
  const isCurrent = year === yearContaining(today, yearStart);
  return { year, isCurrent, inYear: `in ${year}${isCurrent ? ' so far' : ''}`, meetings };
}

/** The same meetings with what their registers say. */
export async function attendanceOf(
  { directory }: Asker,
  meetings: readonly Meeting[],
  ports: Ports,
): Promise<{ lines: readonly Attendance[]; table: AttendanceTable }> {
  const held = meetings.filter(({ status }) => status === 'held').map(({ id }) => id);
  const lines = await ports.attendance.lines(directory.partnership.id, held);
  return { lines, table: attendanceTable(meetings, lines) };
}

function unknownYear(asked: string): Answer {
  return {
    text: `I do not know the year “${asked}”. Years are written like 2020-21.`,
    suggestions: ['attendance this year', 'attendance last year'],
  };
}
