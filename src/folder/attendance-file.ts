import { writeFile } from 'node:fs/promises';
import { stringify } from 'csv-stringify/sync';
import {
  type AttendanceTables,
  createAttendanceWorkbook,
} from '../documents/attendance-workbook.ts';
import { escapeFormula } from './escape-formula.ts';

/** The kinds of file that an attendance table can be written as. */
export type AttendanceFormat = 'csv' | 'xlsx';

/** The format that a file's name asks for; `undefined` for any other. */
export function parseAttendanceFormat(path: string): AttendanceFormat | undefined {
  const ending = /\.(csv|xlsx)$/i.exec(path)?.[1]?.toLowerCase();
  return ending as AttendanceFormat | undefined;
}

/**
 * Writes an attendance table; a file that is there is replaced. A workbook has a sheet for the
 * table with its basis and one for the meetings; in a CSV file the meetings and the basis follow
 * the table, each behind an empty line.
 */
export async function writeAttendance(
  path: string,
  format: AttendanceFormat,
  sheets: AttendanceTables,
): Promise<void> {
  if (format === 'csv') return writeFile(path, `\u{feff}${toCsv(sheets)}`);
  await writeFile(path, await createAttendanceWorkbook(sheets));
}

function toCsv({ table, meetings, basis }: AttendanceTables): string {
  return [table, meetings, [[basis]]]
    .map((rows) =>
      stringify(
        rows.map((row) =>
          row.map((cell) => (typeof cell === 'string' ? escapeFormula(cell) : cell)),
        ),
      ),
    )
    .join('\n');
}
