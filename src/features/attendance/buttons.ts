import { ask } from '../../answers/questions.ts';
import type { Suggestion } from '../../contract/answer.ts';

/** How all agencies attended this year: at the meetings of one group, or of all. */
export const attendanceThisYear = (group?: string): Suggestion => ({
  title: 'Attendance this year',
  ...ask('attendance_summary', { ...(group && { group }), year: 'current' }),
});

/** Who came to the last meeting of a group, or of the asker’s own groups. */
export const lastMeetingAttendance = (group?: string): Suggestion => ({
  title: 'The last meeting',
  ...ask('attendance_meeting', { ...(group && { group }), meeting: 'last' }),
});

/** How one agency attends: over the year at all groups, or at one of them. */
export const agencyAttendance = (agency: string, group?: string) =>
  ask('attendance_agency', { agency, ...(group && { group }) });

export const leastAttending: Suggestion = {
  title: 'Who attends least',
  ...ask('attendance_summary', {}, { order: 'lowest' }),
};
