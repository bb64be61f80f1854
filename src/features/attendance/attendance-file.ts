import { type FileKind, toExcelFile } from '../../contract/file.ts';
import { createAttendanceWorkbook } from '../../documents/attendance-workbook.ts';
import { layOutAttendance } from './attendance-sheet.ts';
import { findYearMeetings } from './year-meetings.ts';

/** *Get as Excel*: the attendance table of a year, of the group asked for or of all. */
export const attendanceFile: FileKind = {
  name: 'attendance',
  label: 'the attendance table',
  intent: 'attendance_summary',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'meetings.read',
  async make(request, question) {
    const found = await findYearMeetings(request, question);
    if ('answer' in found) return found.answer;
    const { meetings, year, inYear } = found;
    const sheet = await layOutAttendance(request.directory, meetings, request.ports);
    if (!sheet) return { text: `The records have no meeting ${inYear}, so there is no table.` };
    const { group = '' } = question.filters;
    return toExcelFile(await createAttendanceWorkbook(sheet), 'attendance', group, year);
  },
};
