import type { AttendanceTable } from '../../domain/attendance-table.ts';
import { type Day, formatDay, toDay } from '../../domain/dates.ts';
import { type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';

/** The meetings that a table lists and does not count, each with why, by their day. */
export function notCounted(
  { held, postponed, cancelled }: AttendanceTable,
  lines: readonly Attendance[],
  directory: Directory,
  today: Day,
  namesGroup: boolean,
): string[] {
  const registered = new Set(lines.map(({ meetingId }) => meetingId));
  const unregistered = held.filter(({ id }) => !registered.has(id));
  const why = new Map<Meeting, string>([
    ...postponed.map((meeting) => [meeting, 'postponed'] as const),
    ...cancelled.map((meeting) => [meeting, 'cancelled'] as const),
    ...unregistered.map((meeting) => [meeting, 'held, but no register is recorded'] as const),
  ]);
  return [...why]
    .sort(([a], [b]) => a.startsAt.localeCompare(b.startsAt))
    .map(([{ group, startsAt }, reason]) => {
      const on = formatDay(toDay(startsAt), today);
      return `${namesGroup ? `${groupName(directory, group)}, ` : ''}${on}: ${reason}`;
    });
}
