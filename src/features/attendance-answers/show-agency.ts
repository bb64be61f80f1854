import type { Figure } from '../../answers/card-parts.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import {
  type AttendanceLine,
  attendanceTable,
  toPercentage,
} from '../../domain/attendance-table.ts';
import { type Day, formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { watchFor } from '../watch-for.ts';
import type { AttendanceListView } from './attendance-views.ts';
import {
  askedAs,
  attendedInWords,
  BASIS,
  colourOfAttended,
  detailsOf,
  meetingInWords,
  personsOf,
  shareInWords,
} from './attendance-words.ts';
import { correctionsOf } from './corrections.ts';
import { listCard } from './list-card.ts';
import { meetingAsked } from './meeting-asked.ts';
import { seatOf } from './show-live.ts';
import { type YearAsked, yearAsked } from './year-asked.ts';

/** Answers how one agency attends: over a year, by group or by meeting; or whether it came to one meeting. */
export async function showAgency(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  const agency = question.filters.agency ?? asker.person.agency;
  if (!agency)
    return {
      text: 'Which agency do you mean?',
      suggestions: ['which agencies attend least', 'attendance this year'],
    };
  return question.filters.meeting || question.args.on
    ? atOneMeeting(agency, asker, question, ports)
    : overTheYear(agency, asker, question, ports);
}

async function atOneMeeting(
  agency: string,
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const asked = await meetingAsked(asker, question, ports);
  if ('reply' in asked) return asked.reply;
  const { directory } = asker;
  const { id, timeZone } = directory.partnership;
  const { meeting } = asked;
  const [line] = await ports.attendance.linesOf(id, agency, [meeting.id]);
  const seat =
    meeting.status === 'scheduled' ? await seatOf(agency, meeting, directory, ports) : undefined;
  const did = line ? didInWords(line, directory) : (seat ?? 'has no line in the register of');
  const name = agencyName(directory, agency);
  return {
    text: `${name} ${did} ${meetingInWords(meeting, directory, ports.calendar.today(timeZone))}.`,
    suggestions: [
      `attendance of ${name}`,
      `attendance at the last ${askedAs(meeting.group, directory)}`,
    ],
    thread: { question },
  };
}

function didInWords(line: Attendance, directory: Directory): string {
  const who = personsOf(line, directory);
  const by = who ? ` (${who})` : '';
  switch (line.attended) {
    case 'present':
      return `attended${by}`;
    case 'deputy':
      return `sent a deputy${by} to`;
    case 'apologies':
      return 'sent apologies for';
    case 'absent':
      return 'was absent from';
  }
}

async function overTheYear(
  agency: string,
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const asked = await yearAsked(asker, question, ports);
  if ('reply' in asked) return asked.reply;
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const { group } = question.filters;
  const today = ports.calendar.today(timeZone);
  const held = asked.meetings.filter(({ status }) => status === 'held');
  const lines = await ports.attendance.linesOf(
    id,
    agency,
    held.map((meeting) => meeting.id),
  );
  const own = held.filter((meeting) => lines.some(({ meetingId }) => meetingId === meeting.id));
  const [line] = attendanceTable(held, lines).lines;
  const name = agencyName(directory, agency);
  const text = answerInWords(name, line, asked, group && groupName(directory, group));
  const suggestions = [
    ...(group
      ? []
      : ownGroups(own).map((each) => `attendance of ${name} at ${askedAs(each, directory)}`)
    ).slice(0, 1),
    'which agencies attend least',
    'attendance this year',
  ];
  const card = listCard(text, {
    source: `${shortName} · ${group ? groupName(directory, group) : 'all groups'} · as at ${formatDayWithYear(today)}`,
    headline: name,
    figures: line ? figuresOf(line) : [],
    rows: group ? byMeeting(own, lines, directory, today) : byGroup(own, lines, directory),
    corrections: group ? await correctionsOf(asker, own, ports, agency) : [],
    watch: asked.isCurrent ? await watchFor(asker, ownGroups(own), ports, agency) : [],
    basis: line ? BASIS : '',
    suggestions,
  });
  return {
    text,
    card,
    suggestions,
    thread: { question: { ...question, filters: { ...question.filters, agency } } },
  };
}

/** “West Midlands Police attended 22/28 (79 %) of the meetings held in 2020-21 so far, 3 of them by deputy, and missed 6, 4 of them with apologies.” */
function answerInWords(
  name: string,
  line: AttendanceLine | undefined,
  { inYear }: YearAsked,
  group: string | undefined,
): string {
  const meetings = `meetings${group ? ` of ${group}` : ''} held ${inYear}`;
  if (!line) return `${name} was expected at none of the ${meetings}.`;
  const deputies = line.byDeputy > 0 ? `, ${line.byDeputy} of them by deputy,` : '';
  const misses = missedInWords(line);
  return `${name} attended ${shareInWords(line.attended, line.expected)} of the ${meetings}${misses ? deputies : deputies.replace(/,$/, '')}${misses}.`;
}

function missedInWords({ attended, expected, apologies }: AttendanceLine): string {
  const missed = expected - attended;
  if (missed === 0) return '';
  if (apologies === 0) return ` and missed ${missed}`;
  return ` and missed ${missed}${apologies === missed ? '' : `, ${apologies} of them`} with apologies`;
}

function figuresOf({ attended, expected, byDeputy, apologies, absent }: AttendanceLine): Figure[] {
  const figure = (number: string, caption: string): Figure => ({
    number,
    caption,
    colour: 'default',
  });
  return [
    figure(`${toPercentage(attended, expected)} %`, `attended, ${attended}/${expected}`),
    figure(String(byDeputy), 'of them by deputy'),
    figure(String(apologies), 'with apologies'),
    figure(String(absent), 'absent'),
  ];
}

const ownGroups = (meetings: readonly Meeting[]): string[] => [
  ...new Set(meetings.map(({ group }) => group)),
];

type Rows = AttendanceListView['rows'];

function byGroup(
  meetings: readonly Meeting[],
  lines: readonly Attendance[],
  directory: Directory,
): Rows {
  return ownGroups(meetings).map((group) => {
    const [line] = attendanceTable(
      meetings.filter((meeting) => meeting.group === group),
      lines,
    ).lines as [AttendanceLine];
    return {
      title: groupName(directory, group),
      standing: shareInWords(line.attended, line.expected),
      colour: 'default',
      line: detailsOf(line),
    };
  });
}

function byMeeting(
  meetings: readonly Meeting[],
  lines: readonly Attendance[],
  directory: Directory,
  today: Day,
): Rows {
  return meetings.toReversed().map(({ id, startsAt }) => {
    const line = lines.find(({ meetingId }) => meetingId === id) as Attendance;
    return {
      title: formatDay(toDay(startsAt), today),
      standing: attendedInWords(line.attended),
      colour: colourOfAttended(line.attended),
      line: personsOf(line, directory),
    };
  });
}
