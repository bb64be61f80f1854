import type { Figure } from '../../answers/card-parts.ts';
import { sentenceCase, verb } from '../../answers/words.ts';
import type { Answer, Asker, Card } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import {
  type AttendanceLine,
  type AttendanceTable,
  toPercentage,
} from '../../domain/attendance-table.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { agencyName, type Directory, findBoard, groupName } from '../../domain/directory.ts';
import { watchFor } from '../watch-for.ts';
import type { AttendanceTableView } from './attendance-views.ts';
import { agenciesInWords, BASIS, detailsOf, firstFew, shareInWords } from './attendance-words.ts';
import { correctionsOf } from './corrections.ts';
import { notCounted } from './not-counted.ts';
import { attendanceOf, type YearAsked, yearAsked } from './year-asked.ts';

/** So many agencies stand on one card. */
const MAX_ROWS = 20;

/** Answers the attendance table of a year, by agency: of one group, or over all of them. */
export async function showTable(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const asked = await yearAsked(asker, question, ports);
  if ('reply' in asked) return asked.reply;
  const { directory } = asker;
  const { partnership } = directory;
  const today = ports.calendar.today(partnership.timeZone);
  const { table, lines } = await attendanceOf(asker, asked.meetings, ports);
  const group = question.filters.group;
  const text = answerInWords(table, asked, question, directory);
  const ordered = question.args.order === 'lowest' ? table.lines.toReversed() : table.lines;
  const rows = ordered.slice(0, MAX_ROWS);
  const groups = group ? [group] : [...new Set(asked.meetings.map((meeting) => meeting.group))];
  const view: AttendanceTableView = {
    source: `${partnership.shortName} · ${group ? groupName(directory, group) : 'all groups'} · as at ${formatDayWithYear(today)}`,
    headline: sentenceCase(`attendance ${asked.inYear}`),
    figures: figuresOf(table),
    rows: rows.map((line) => ({
      agency: agencyName(directory, line.agency),
      share: `${line.attended}/${line.expected}`,
      percentage: `${line.percentage} %`,
      details: detailsOf(line),
    })),
    extent:
      rows.length < ordered.length ? `${rows.length} of ${ordered.length} agencies shown` : '',
    shares: rows.map(({ agency, percentage = 0 }) => ({
      label: agencyName(directory, agency),
      count: percentage,
      colour: 'categoricalBlue',
    })),
    notCounted: firstFew(notCounted(table, lines, directory, today, group === undefined)),
    corrections: firstFew(group ? await correctionsOf(asker, table.held, ports) : []),
    watch: asked.isCurrent ? firstFew(await watchFor(asker, groups, ports)) : [],
    basis: BASIS,
    suggestions: suggestionsAfter(table, asked, question, directory),
  };
  const isEmpty =
    table.lines.length === 0 && view.notCounted.length === 0 && view.watch.length === 0;
  return {
    text,
    card: isEmpty ? undefined : cardOf(text, view),
    suggestions: view.suggestions,
    thread: { question },
  };
}

/** “At the 7 meetings of the board held in 2020-21 so far agencies attended 66 of 84 times (79 %); …” */
function answerInWords(
  table: AttendanceTable,
  { inYear }: YearAsked,
  { filters, args }: Question,
  directory: Directory,
): string {
  const { lines, held } = table;
  const of = filters.group ? ` of ${groupName(directory, filters.group)}` : '';
  if (held.length === 0)
    return `No meeting${of} was held ${inYear}, so there is no attendance to show.`;
  const meetings = `${held.length === 1 ? 'the one meeting' : `the ${held.length} meetings`}${of} held ${inYear}`;
  if (lines.length === 0) return `The records have no register for ${meetings}.`;
  const share = shareInWords(sum(lines, 'attended'), sum(lines, 'expected'));
  const [best, worst] = [extreme(lines, 'highest'), extreme(lines, 'lowest')];
  if (shareOf(best[0]) === shareOf(worst[0]))
    return `At ${meetings} agencies attended ${share}, each of them ${extremeInWords(best)}.`;
  if (args.order === 'lowest')
    return `At ${meetings} ${standOut(worst, 'least', directory)}; over all agencies it is ${share}.`;
  if (args.order === 'highest')
    return `At ${meetings} ${standOut(best, 'most', directory)}; over all agencies it is ${share}.`;
  return `At ${meetings} agencies attended ${share}: ${standOut(best, 'most', directory)}; ${standOut(worst, 'least', directory)}.`;
}

/** The agencies that share the best or the worst attendance. */
function extreme(lines: readonly AttendanceLine[], end: 'highest' | 'lowest'): AttendanceLine[] {
  const shares = lines.map(shareOf);
  const wanted = end === 'highest' ? Math.max(...shares) : Math.min(...shares);
  return lines.filter((line) => shareOf(line) === wanted);
}

const shareOf = (line: AttendanceLine | undefined): number =>
  line ? line.attended / line.expected : 0;

function standOut(
  lines: readonly AttendanceLine[],
  how: 'most' | 'least',
  directory: Directory,
): string {
  const names = agenciesInWords(
    lines.map(({ agency }) => agency),
    directory,
    3,
  );
  return `${names} ${verb(lines.length, 'attends', 'attend')} ${how}, ${extremeInWords(lines)}`;
}

/** The share that all of them have; where they were expected at different numbers of meetings, that of them together. */
function extremeInWords(lines: readonly AttendanceLine[]): string {
  const [first] = lines;
  if (!first) return '';
  const isAlike = lines.every(({ expected }) => expected === first.expected);
  const together = `together ${shareInWords(sum(lines, 'attended'), sum(lines, 'expected'))}`;
  return isAlike ? shareInWords(first.attended, first.expected) : together;
}

function sum(lines: readonly AttendanceLine[], part: 'attended' | 'expected' | 'byDeputy'): number {
  return lines.reduce((total, line) => total + line[part], 0);
}

function figuresOf({ lines, held }: AttendanceTable): Figure[] {
  const [attended, expected] = [sum(lines, 'attended'), sum(lines, 'expected')];
  if (expected === 0) return [];
  return [
    {
      number: String(held.length),
      caption: `${verb(held.length, 'meeting', 'meetings')} held`,
      colour: 'default',
    },
    {
      number: `${toPercentage(attended, expected)} %`,
      caption: `attended, ${attended}/${expected}`,
      colour: 'default',
    },
    { number: String(sum(lines, 'byDeputy')), caption: 'of them by deputy', colour: 'default' },
  ];
}

function suggestionsAfter(
  { lines }: AttendanceTable,
  { year }: YearAsked,
  question: Question,
  directory: Directory,
): string[] {
  const worst = lines.at(-1);
  const board = findBoard(directory);
  return [
    worst ? `attendance of ${agencyName(directory, worst.agency)} ${year}` : '',
    question.args.order === 'lowest' ? '' : 'which agencies attend least',
    !question.filters.group && board ? `board attendance ${year}` : '',
    lines.length === 0 ? 'attendance last year' : '',
  ]
    .filter(Boolean)
    .slice(0, 3);
}

function cardOf(text: string, view: AttendanceTableView): Card<AttendanceTableView> {
  const rows = view.rows.map(({ agency, share, percentage, details }) =>
    [`${agency} ${share}`, percentage, details].filter(Boolean).join(', '),
  );
  const plain = [
    text,
    ...rows.map((row) => `${row}.`),
    view.extent && `${view.extent}.`,
    ...view.notCounted.map((line) => `${line}.`),
    ...view.corrections,
    ...view.watch,
    view.basis,
  ];
  return { name: 'attendance-table', view, plain: plain.filter(Boolean).join('\n') };
}
