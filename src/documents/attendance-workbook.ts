import { createWorkbook } from './create-workbook.ts';

type Rows = readonly (readonly (string | number)[])[];

/** What is written: a table, the meetings behind it, and how it was counted. */
export interface AttendanceTables {
  readonly table: Rows;
  readonly meetings: Rows;
  readonly basis: string;
}

/** An attendance table as a workbook: a sheet for the table with its basis, one for the meetings. */
export const createAttendanceWorkbook = ({
  table,
  meetings,
  basis,
}: AttendanceTables): Promise<Uint8Array> =>
  createWorkbook([
    { name: 'Attendance', rows: table, widths: [52], note: basis },
    { name: 'Meetings', rows: meetings, widths: [12] },
  ]);
