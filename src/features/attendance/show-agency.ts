import { ask } from '../../answers/questions.ts';
import type { Answer, AnswerRow, Figure } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import {
  type AttendanceLine,
  attendanceTable,
  toPercentage,
} from '../../domain/attendance-table.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { attendanceCard } from './attendance-card.ts';
import {
  agencyAttendance,
  attendanceThisYear,
  lastMeetingAttendance,
  leastAttending,
} from './buttons.ts';
import { listCorrections } from './corrections.ts';
import {
  attendanceState,
  describeBreakdown,
  describeMeeting,
  describePersons,
  formatShare,
} from './describe-attendance.ts';
import { findAskedMeeting } from './find-meeting.ts';
import { describeConcerns } from './queries.ts';
import { asksWhoIsComing, showExpected } from './show-expected.ts';
import { showLastSeen } from './show-last-seen.ts';
import { showMissedMeetings } from './show-missed-meetings.ts';
import { describeSeat } from './show-open-register.ts';
import { findYearMeetings, type YearMeetings } from './year-meetings.ts';

/** So many rows stand on one card. */
const MAX_ROWS = 24;

/** Answers how one agency attends: over a year, by group or by meeting; whether it came to one meeting; which it missed; when it was last there. */
export async function showAgency(request: Request, question: Question): Promise<Answer> {
  const { filters, args } = question;
  const agency = filters.agency ?? (args.agencyOf === 'asker' ? request.person.agency : undefined);
  if (!agency)
    return {
      text:
        args.agencyOf === 'asker'
          ? 'No agency is recorded for you. Which one do you mean?'
          : 'Which agency do you mean?',
      suggestions: [leastAttending, attendanceThisYear()],
    };
  if (asksWhoIsComing(question)) return showExpected(request, question, agency);
  if (args.field === 'lastSeen') return showLastSeen(request, question, agency);
  const isOneMeeting = !args.fromDay && (filters.meeting ?? args.on) !== undefined;
  const isMonth = filters.meeting?.startsWith('month:') === true && !args.on;
  if (args.field === 'missed' && (isMonth || !isOneMeeting))
    return showMissedMeetings(request, question, agency);
  const agencies = [agency, ...agenciesIn(request.directory, args.others)];
  if (isOneMeeting) return showOneMeeting(request, question, agencies);
  const [first, ...others] = await Promise.all(
    agencies.map((each) => showYear(request, question, each)),
  );
  if (!first || others.length === 0) return first ?? { text: '' };
  const all = [first, ...others];
  return {
    ...first,
    text: all.map(({ text }) => text).join(' '),
    heading: 'Attendance',
    sections: all.flatMap(({ heading, sections = [] }) => [{ text: heading ?? '' }, ...sections]),
    thread: { question },
  };
}

const agenciesIn = ({ agencies }: Directory, ids: readonly string[] = []): readonly string[] =>
  ids.filter((id) => agencies.some((agency) => agency.id === id));

async function showOneMeeting(
  request: Request,
  question: Question,
  agencies: readonly string[],
): Promise<Answer> {
  const found = await findAskedMeeting(request, question);
  if ('answer' in found) return found.answer;
  const { meeting } = found;
  const each = await Promise.all(
    agencies.map((agency) => describeAgencyAt(request, agency, meeting)),
  );
  return {
    text: each.join(' '),
    suggestions: [
      ...agencies
        .slice(0, 1)
        .map((agency) => ({ title: 'Over the year', ...agencyAttendance(agency) })),
      lastMeetingAttendance(meeting.group),
    ],
    thread: { question },
  };
}

/** “West Midlands Police sent apologies for Child Exploitation Board on Wed 16 September 2020.” */
async function describeAgencyAt(
  request: Request,
  agency: string,
  meeting: Meeting,
): Promise<string> {
  const { directory, today, ports } = request;
  const [line] = await ports.attendance.listAgencyLines(directory.partnership.id, agency, [
    meeting.id,
  ]);
  const seat =
    meeting.status === 'scheduled' ? await describeSeat(request, agency, meeting) : undefined;
  const did = line ? describeAttended(line, directory) : (seat ?? 'has no line in the register of');
  return `${agencyName(directory, agency)} ${did} ${describeMeeting(meeting, directory, today)}.`;
}

function describeAttended(line: Attendance, directory: Directory): string {
  const who = describePersons(line, directory);
  const byWhom = who ? ` (${who})` : '';
  switch (line.attended) {
    case 'present':
      return `attended${byWhom}`;
    case 'deputy':
      return `sent a deputy${byWhom} to`;
    case 'apologies':
      return 'sent apologies for';
    case 'absent':
      return 'was absent from';
  }
}

async function showYear(request: Request, question: Question, agency: string): Promise<Answer> {
  const found = await findYearMeetings(request, question);
  if ('answer' in found) return found.answer;
  const { directory, ports } = request;
  const { group } = question.filters;
  const heldMeetings = found.meetings.filter(({ status }) => status === 'held');
  const lines = await ports.attendance.listAgencyLines(
    directory.partnership.id,
    agency,
    heldMeetings.map(({ id }) => id),
  );
  const own = heldMeetings.filter(({ id }) => lines.some(({ meetingId }) => meetingId === id));
  const [line] = attendanceTable(heldMeetings, lines).lines;
  const name = agencyName(directory, agency);
  const rows = group ? byMeeting(request, own, lines) : byGroup(directory, agency, own, lines);
  return {
    text: describeYear(name, line, found, group && groupName(directory, group)),
    ...attendanceCard({
      about: group ? groupName(directory, group) : 'all groups',
      heading: name,
      sections: [{ figures: line ? toFigures(line) : [], rows: rows.slice(0, MAX_ROWS) }],
      corrections: group ? await listCorrections(request, own, agency) : [],
      watch: found.isCurrent ? await describeConcerns(request, listGroups(own), agency) : [],
      isCounted: line !== undefined,
    }),
    suggestions: [leastAttending, attendanceThisYear(group)],
    thread: { question: { ...question, filters: { ...question.filters, agency } } },
  };
}

/** “West Midlands Police attended 22/28 (79%) of the meetings held in 2020-21 so far, 3 of them by deputy, and missed 6, 4 of them with apologies.” */
function describeYear(
  name: string,
  line: AttendanceLine | undefined,
  { inYear }: YearMeetings,
  group: string | undefined,
): string {
  const meetings = `meetings${group ? ` of ${group}` : ''} held ${inYear}`;
  if (!line) return `${name} was expected at none of the ${meetings}.`;
  const deputies = line.byDeputy > 0 ? `, ${line.byDeputy} of them by deputy,` : '';
  const misses = describeMisses(line);
  return `${name} attended ${formatShare(line.attended, line.expected)} of the ${meetings}${misses ? deputies : deputies.replace(/,$/, '')}${misses}.`;
}

function describeMisses({ attended, expected, apologies }: AttendanceLine): string {
  const missed = expected - attended;
  if (missed === 0) return '';
  if (apologies === 0) return ` and missed ${missed}`;
  return ` and missed ${missed}${apologies === missed ? '' : `, ${apologies} of them`} with apologies`;
}

function toFigures({ attended, expected, byDeputy, apologies, absent }: AttendanceLine): Figure[] {
  const figure = (number: string, caption: string): Figure => ({
    number,
    caption,
    colour: 'default',
  });
  return [
    figure(`${toPercentage(attended, expected)}%`, `attended, ${attended}/${expected}`),
    figure(String(byDeputy), 'of them by deputy'),
    figure(String(apologies), 'with apologies'),
    figure(String(absent), 'absent'),
  ];
}

const listGroups = (meetings: readonly Meeting[]): string[] => [
  ...new Set(meetings.map(({ group }) => group)),
];

function byGroup(
  directory: Directory,
  agency: string,
  meetings: readonly Meeting[],
  lines: readonly Attendance[],
): AnswerRow[] {
  return listGroups(meetings).map((group) => {
    const ofGroup = meetings.filter((meeting) => meeting.group === group);
    const [line] = attendanceTable(ofGroup, lines).lines as [AttendanceLine];
    return {
      title: groupName(directory, group),
      state: { words: formatShare(line.attended, line.expected), colour: 'default' },
      line: describeBreakdown(line),
      opens: agencyAttendance(agency, group),
    };
  });
}

/** The latest first. */
function byMeeting(
  { directory, today }: Request,
  meetings: readonly Meeting[],
  lines: readonly Attendance[],
): AnswerRow[] {
  return meetings.toReversed().map(({ id, group, startsAt }) => {
    const line = lines.find(({ meetingId }) => meetingId === id) as Attendance;
    const on = toDay(startsAt);
    return {
      title: formatDay(on, today),
      state: attendanceState(line.attended),
      line: describePersons(line, directory),
      opens: ask('attendance_meeting', { group }, { on }),
    };
  });
}
