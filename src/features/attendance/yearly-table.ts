import { describeFirstFew } from '../../answers/first-few-words.ts';
import { ask } from '../../answers/questions.ts';
import { formatCount, formatList, pluralVerb, sentenceCase } from '../../answers/words.ts';
import type { Answer, Figure, Suggestion } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import {
  type AttendanceLine,
  type AttendanceTable,
  attendanceTable,
  toPercentage,
} from '../../domain/attendance-table.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { type FirstFew, takeFirst } from '../../domain/take-first.ts';
import { attendanceCard, firstFew } from './attendance-card.ts';
import { agencyAttendance, leastAttending } from './buttons.ts';
import { listCorrections } from './corrections.ts';
import { describeBreakdown, formatShare, listAgencies } from './describe-attendance.ts';
import { describeConcerns } from './queries.ts';
import { findYearMeetings, type YearMeetings } from './year-meetings.ts';

/** So many agencies are named of those that tie. */
const MAX_TIED = 5;
/** So many agencies stand on one card. */
const MAX_ROWS = 20;

/** Answers the attendance table of a year, by agency: of one group, or over all of them. */
export async function showYearlyTable(request: Request, question: Question): Promise<Answer> {
  const found = await findYearMeetings(request, question);
  if ('answer' in found) return found.answer;
  const { directory, ports } = request;
  const { meetings, inYear, isCurrent } = found;
  const { group } = question.filters;
  const heldIds = meetings.filter(({ status }) => status === 'held').map(({ id }) => id);
  const lines = await ports.attendance.listLines(directory.partnership.id, heldIds);
  const table = attendanceTable(meetings, lines);
  const ordered = question.args.order === 'lowest' ? table.lines.toReversed() : table.lines;
  const { limit = 1 } = question.args;
  const few = takeFirst(ordered, limit > 1 ? limit : undefined, attendedShare);
  const rows = few.items.slice(0, MAX_ROWS).map((line) => ({
    title: agencyName(directory, line.agency),
    ...(describeBreakdown(line) && { line: describeBreakdown(line) }),
    cells: [`${line.attended}/${line.expected}`, `${line.percentage}%`],
  }));
  const groups = group ? [group] : [...new Set(meetings.map((meeting) => meeting.group))];
  return {
    text: describeTable(table, few, found, question, directory),
    ...attendanceCard({
      about: group ? groupName(directory, group) : 'all groups',
      heading: sentenceCase(`attendance ${inYear}`),
      sections: [
        {
          figures: toFigures(table),
          table: { rows },
          ...(rows.length < ordered.length && {
            note: `${rows.length} of ${ordered.length} agencies shown`,
          }),
        },
        {
          heading: 'Listed, not counted',
          items: firstFew(listNotCounted(request, table, lines, group === undefined)),
        },
      ],
      corrections: group ? await listCorrections(request, table.heldMeetings) : [],
      watch: isCurrent ? await describeConcerns(request, groups) : [],
      isCounted: true,
    }),
    suggestions: suggestionsAfter(table, found, question, directory),
    thread: { question },
  };
}

/** “At the 7 meetings of the board held in 2020-21 so far agencies attended 66 of 84 times (79%); …” */
function describeTable(
  table: AttendanceTable,
  few: FirstFew<AttendanceLine>,
  { inYear }: YearMeetings,
  { filters, args }: Question,
  directory: Directory,
): string {
  const { lines, heldMeetings } = table;
  const of = filters.group ? ` of ${groupName(directory, filters.group)}` : '';
  if (heldMeetings.length === 0)
    return `No meeting${of} was held ${inYear}, so there is no attendance to show.`;
  const meetings = `${heldMeetings.length === 1 ? 'the one meeting' : `the ${heldMeetings.length} meetings`}${of} held ${inYear}`;
  if (lines.length === 0) return `The records have no register for ${meetings}.`;
  const share = formatShare(sum(lines, 'attended'), sum(lines, 'expected'));
  const [best, worst] = [extreme(lines, 'highest'), extreme(lines, 'lowest')];
  if (attendedShare(best[0]) === attendedShare(worst[0]))
    return `At ${meetings} agencies attended ${share}, each of them ${describeExtreme(best)}.`;
  const { limit = 1 } = args;
  if (limit > 1)
    return `${describeFirstFew({
      name: `with the ${args.order === 'lowest' ? 'poorest' : 'best'} attendance`,
      items: few.items.map(({ agency, attended, expected, percentage }) => ({
        ref: agencyName(directory, agency),
        value: `${attended}/${expected}, ${percentage}%`,
      })),
      all: lines.length,
      noun: (count) => formatCount(count, 'agency', 'agencies'),
      unknown: 0,
      tied: few.tied,
      limit,
    })} At ${meetings} it is ${share} over all of them.`;
  if (args.order === 'lowest' || args.order === 'highest') {
    const tied = args.order === 'lowest' ? worst : best;
    if (tied.length > 1)
      return `At ${meetings} ${describeTie(tied, args.order === 'lowest' ? 'poorest' : 'best', directory)}; over all agencies it is ${share}.`;
  }
  if (args.order === 'lowest')
    return `At ${meetings} ${describeEnd(worst, 'least', directory)}; over all agencies it is ${share}.`;
  if (args.order === 'highest')
    return `At ${meetings} ${describeEnd(best, 'most', directory)}; over all agencies it is ${share}.`;
  return `At ${meetings} agencies attended ${share}: ${describeEnd(best, 'most', directory)}; ${describeEnd(worst, 'least', directory)}.`;
}

/** The agencies that share the best or the worst attendance. */
function extreme(lines: readonly AttendanceLine[], end: 'highest' | 'lowest'): AttendanceLine[] {
  const shares = lines.map(attendedShare);
  const wanted = end === 'highest' ? Math.max(...shares) : Math.min(...shares);
  return lines.filter((line) => attendedShare(line) === wanted);
}

const attendedShare = (line: AttendanceLine | undefined): number =>
  line ? line.attended / line.expected : 0;

function describeEnd(
  lines: readonly AttendanceLine[],
  how: 'most' | 'least',
  directory: Directory,
): string {
  const names = listAgencies(
    lines.map(({ agency }) => agency),
    directory,
    3,
  );
  return `${names} ${pluralVerb(lines.length, 'attends', 'attend')} ${how}, ${describeExtreme(lines)}`;
}

/** “Police (7/7) and ICB (4/4) tie for the best attendance, 100% each” */
function describeTie(
  lines: readonly AttendanceLine[],
  which: string,
  directory: Directory,
): string {
  const names = lines.map(
    ({ agency, attended, expected }) =>
      `${agencyName(directory, agency)} (${attended}/${expected})`,
  );
  const named = names.length > MAX_TIED ? names.slice(0, MAX_TIED - 1) : names;
  const more = names.length > named.length ? [`${names.length - named.length} more`] : [];
  const [first] = lines;
  return `${formatList([...named, ...more])} tie for the ${which} attendance, ${first?.percentage}% each`;
}

/** The share that all of them have; where they were expected at different numbers of meetings, that of them together. */
function describeExtreme(lines: readonly AttendanceLine[]): string {
  const [first] = lines;
  if (!first) return '';
  const isAlike = lines.every(({ expected }) => expected === first.expected);
  const combined = `together ${formatShare(sum(lines, 'attended'), sum(lines, 'expected'))}`;
  return isAlike ? formatShare(first.attended, first.expected) : combined;
}

function sum(lines: readonly AttendanceLine[], part: 'attended' | 'expected' | 'byDeputy'): number {
  return lines.reduce((total, line) => total + line[part], 0);
}

function toFigures({ lines, heldMeetings }: AttendanceTable): Figure[] {
  const [attended, expected] = [sum(lines, 'attended'), sum(lines, 'expected')];
  if (expected === 0) return [];
  return [
    {
      number: String(heldMeetings.length),
      caption: `${pluralVerb(heldMeetings.length, 'meeting', 'meetings')} held`,
      colour: 'default',
    },
    {
      number: `${toPercentage(attended, expected)}%`,
      caption: `attended, ${attended}/${expected}`,
      colour: 'default',
    },
    { number: String(sum(lines, 'byDeputy')), caption: 'of them by deputy', colour: 'default' },
  ];
}

function suggestionsAfter(
  { lines }: AttendanceTable,
  { year }: YearMeetings,
  { filters, args }: Question,
  directory: Directory,
): Suggestion[] {
  const worst = lines.at(-1);
  const board = findBoard(directory);
  return [
    ...(worst
      ? [
          {
            title: `${agencyName(directory, worst.agency)} in detail`,
            ...agencyAttendance(worst.agency),
          },
        ]
      : []),
    ...(args.order === 'lowest' ? [] : [leastAttending]),
    ...(!filters.group && board
      ? [{ title: `Board ${year}`, ...ask('attendance_summary', { group: board.id, year }) }]
      : []),
    ...(lines.length === 0
      ? [{ title: 'Attendance last year', ...ask('attendance_summary', { year: 'last' }) }]
      : []),
  ].slice(0, 3);
}

/** The meetings that a table lists and does not count, each with why, by their day. */
function listNotCounted(
  { directory, today }: Request,
  { heldMeetings, postponed, cancelled }: AttendanceTable,
  lines: readonly Attendance[],
  namesGroup: boolean,
): string[] {
  const registered = new Set(lines.map(({ meetingId }) => meetingId));
  const unregistered = heldMeetings.filter(({ id }) => !registered.has(id));
  const reasons: (readonly [Meeting, string])[] = [
    ...postponed.map((meeting) => [meeting, 'postponed'] as const),
    ...cancelled.map((meeting) => [meeting, 'cancelled'] as const),
    ...unregistered.map((meeting) => [meeting, 'held, but no register is recorded'] as const),
  ];
  return reasons
    .sort(([a], [b]) => a.startsAt.localeCompare(b.startsAt))
    .map(([{ group, startsAt }, reason]) => {
      const name = namesGroup ? `${groupName(directory, group)}, ` : '';
      return `${name}${formatDay(toDay(startsAt), today)}: ${reason}`;
    });
}
