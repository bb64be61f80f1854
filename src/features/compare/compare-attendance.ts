import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { Request } from '../../contract/request.ts';
import {
  type AttendanceLine,
  attendanceTable,
  toPercentage,
} from '../../domain/attendance-table.ts';
import { groupName } from '../../domain/directory.ts';
import { describeBreakdown, formatShare } from '../attendance/queries.ts';
import { type ComparedPart, type Subject, type Subjects, withMost } from './subjects.ts';

interface Attended extends Omit<AttendanceLine, 'agency'> {
  readonly subject: Subject;
  readonly held: number;
}

/** How often the agencies came, as n of N and in percent: those compared, or all where groups or years are. */
export async function compareAttendance(
  request: Request,
  { kind, all }: Subjects,
): Promise<ComparedPart> {
  const counts = await Promise.all(all.map((subject) => countAttendance(request, subject)));
  const known = counts.filter(({ expected }) => expected > 0);
  const missing = counts
    .filter(({ expected }) => expected === 0)
    .map((each) => ` ${sentenceCase(describeNone(each, kind))}.`);
  const verdict = known.length > 1 ? `: ${describeBest(known, kind)}` : '';
  const shares = known.length > 0 ? `${describeShares(request, known, kind)}${verdict}.` : '';
  return {
    text: `${shares}${missing.join('')}`.trim(),
    section: {
      heading: 'Attendance',
      table: {
        columns: ['attended', '%'],
        rows: counts.map((each) => ({
          title: each.subject.name,
          line:
            kind === 'agency'
              ? describeBreakdown(each)
              : `${formatCount(each.held, 'meeting')} held`,
          cells: [
            `${each.attended}/${each.expected}`,
            each.expected > 0 ? `${toPercentage(each.attended, each.expected)}%` : '–',
          ],
        })),
      },
      note: 'Present or by deputy, of the meetings held at which an agency was expected',
    },
  };
}

async function countAttendance(
  { directory, today, ports }: Request,
  subject: Subject,
): Promise<Attended> {
  const { id } = directory.partnership;
  const groups = subject.group ? [subject.group] : directory.groups.map((group) => group.id);
  const to = subject.to < today ? subject.to : today;
  const found = await Promise.all(
    groups.map((group) => ports.meetings.list(id, group, subject.from, to)),
  );
  const held = found.flat().filter(({ status }) => status === 'held');
  const ids = held.map((meeting) => meeting.id);
  const lines = subject.agency
    ? await ports.attendance.listAgencyLines(id, subject.agency, ids)
    : await ports.attendance.listLines(id, ids);
  const { lines: counted } = attendanceTable(held, lines);
  const sum = (part: 'attended' | 'expected' | 'byDeputy' | 'apologies' | 'absent') =>
    counted.reduce((total, line) => total + line[part], 0);
  return {
    subject,
    held: held.length,
    attended: sum('attended'),
    expected: sum('expected'),
    byDeputy: sum('byDeputy'),
    apologies: sum('apologies'),
    absent: sum('absent'),
  };
}

/** “Of the meetings held in 2020-21 so far Police attended 22/26 (85%) and ICB 25/26 (96%)” */
function describeShares(
  { directory }: Request,
  known: readonly Attended[],
  kind: Subjects['kind'],
): string {
  const [first] = known;
  if (!first) return '';
  const { group, inYear } = first.subject;
  const of = group ? ` of ${groupName(directory, group)}` : '';
  const share = ({ attended, expected }: Attended) => formatShare(attended, expected);
  switch (kind) {
    case 'agency': {
      const all = known.map(
        (each, at) => `${each.subject.name}${at === 0 ? ' attended' : ''} ${share(each)}`,
      );
      return `Of the meetings${of} held ${inYear} ${formatList(all)}`;
    }
    case 'group': {
      const all = known.map((each) => `${share(each)} at ${each.subject.name}`);
      return `Agencies attended ${formatList(all)} ${inYear}`;
    }
    case 'year': {
      const all = known.map((each) => `${share(each)} ${each.subject.inYear}`);
      const agency = directory.agencies.find(({ id }) => id === first.subject.agency);
      return `${agency?.name ?? 'Agencies'} attended ${formatList(all)}${of ? `, at the meetings${of}` : ''}`;
    }
  }
}

const describeNone = ({ subject, held }: Attended, kind: Subjects['kind']): string =>
  held > 0
    ? `${subject.name} was expected at none`
    : `no meeting${kind === 'group' ? ` of ${subject.name}` : ''} held ${subject.inYear} is in the records`;

/** Which is best; equal figures are a tie. */
function describeBest(known: readonly Attended[], kind: Subjects['kind']): string {
  const best = withMost(known, ({ attended, expected }) => attended / expected);
  const names = formatList(best.map(({ subject }) => subject.name));
  if (best.length === known.length) return 'a tie';
  if (best.length > 1) return `${names} tie for the best`;
  const how = known.length > 2 ? 'best' : 'better';
  return {
    agency: `${names} attended ${how}`,
    group: `${names} is ${how} attended`,
    year: `${names} was ${how}`,
  }[kind];
}
