import type { Fault, Sheet, SheetRow } from '../sheet.ts';
import { findMeeting, namesMeeting } from './find-meeting.ts';
import type { NamedRecords } from './find-named.ts';
import type { MeetingColumn, ProposedColumn } from './proposal.ts';
import type { ReadRow } from './read-rows.ts';

/** The columns that are meetings, where the table has its agencies down and no mark of its own. */
export function findMeetingColumns(
  columns: readonly ProposedColumn[],
  records: NamedRecords,
): readonly MeetingColumn[] {
  const has = (name: string) => columns.some(({ column }) => column === name);
  if (!has('agency') || has('attended')) return [];
  return columns.flatMap(({ heading, column }, at) =>
    (column === undefined || column === 'meeting_id') && namesMeeting(heading, records)
      ? [{ at, heading }]
      : [],
  );
}

/** The better mark of two people of one agency is that of the agency. */
const MARKS = ['present', 'deputy', 'apologies', 'absent'];
/** The person of the row came, or is the one whose deputy came. */
const WHO: Readonly<Record<string, string>> = { present: 'person', deputy: 'deputy_for' };

/** What the lines above the table say, which tells whose meetings these are. */
interface Place {
  readonly file: string;
  readonly titles: readonly string[];
}

/**
 * A row for each agency and meeting of a wide table; `faults` are of meetings that cannot be told.
 * Of several rows of one agency the better mark counts.
 */
export function unpivot(
  wide: readonly ReadRow[],
  meetings: readonly MeetingColumn[],
  { file, titles }: Place,
  headerLine: number,
  records: NamedRecords,
): Pick<Sheet, 'rows'> & {
  readonly faults: readonly Fault[];
  readonly warnings: readonly Fault[];
} {
  const faults: Fault[] = [];
  const assumed: string[] = [];
  const joined = new Set<string>();
  const rows = new Map<string, SheetRow>();
  for (const { at, heading } of meetings) {
    const meeting = findMeeting(heading, records, titles);
    if ('ask' in meeting) {
      faults.push({ file, line: headerLine, column: heading, reason: meeting.ask });
      continue;
    }
    if (!/\d/.test(heading))
      assumed.push(`${heading} is ${meeting.id} (${meeting.startsAt.slice(0, 10)})`);
    for (const { line, cells, marks } of wide) {
      const { agency = '', person } = cells;
      const attended = marks.get(at);
      if (!attended) continue;
      const key = `${meeting.id} ${agency}`;
      const other = rows.get(key)?.cells.attended;
      if (other) joined.add(agency);
      if (other && MARKS.indexOf(other) <= MARKS.indexOf(attended)) continue;
      const who = WHO[attended];
      rows.set(key, {
        line,
        cells: {
          meeting_id: meeting.id,
          agency,
          attended,
          ...(who && person && { [who]: person }),
        },
      });
    }
  }
  const warnings = [...joined].map((agency) => ({
    file,
    reason: `${agency} has several rows: for each meeting the best of them counts`,
  }));
  const months =
    assumed.length > 0
      ? [
          {
            file,
            line: headerLine,
            reason: `months were taken for the one meeting in each: ${assumed.join(', ')}`,
          },
        ]
      : [];
  return { rows: [...rows.values()], faults, warnings: [...months, ...warnings] };
}
