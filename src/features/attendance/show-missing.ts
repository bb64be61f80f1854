import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import { findBoard } from '../../domain/find-board.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { attendanceCard } from './attendance-card.ts';
import { agencyAttendance, attendanceThisYear, lastMeetingAttendance } from './buttons.ts';
import { listAgencies } from './describe-attendance.ts';
import { pastMeetings, resolveGroups } from './find-meeting.ts';
import { describeConcerns } from './queries.ts';
import { ATTENDED } from './seats.ts';
import { showAgency } from './show-agency.ts';
import { asksWhoIsComing, showExpected } from './show-expected.ts';
import { showMissingAgencies } from './show-meeting.ts';

/** So many rows stand on one card. */
const MAX_ROWS = 24;

/** Answers who is missing: today, from one meeting, or from the last so many meetings held of a group; or whether one agency is. */
export async function showMissing(request: Request, question: Question): Promise<Answer> {
  if (question.filters.agency) return showAgency(request, question);
  if (asksWhoIsComing(question)) return showExpected(request, question);
  const { lastMeetings } = question.args;
  return typeof lastMeetings === 'number' && lastMeetings > 1
    ? missingFromLast(request, question, lastMeetings)
    : showMissingAgencies(request, question);
}

/** An agency with the meetings that it missed, of those at which it was expected. */
interface Missed {
  readonly agency: string;
  readonly expected: number;
  readonly missed: readonly { readonly meeting: Meeting; readonly line: Attendance }[];
}

async function missingFromLast(
  request: Request,
  question: Question,
  many: number,
): Promise<Answer> {
  const { directory, today, ports } = request;
  const group = groupMeant(request, question);
  const heldMeetings = (await pastMeetings(request, [group]))
    .filter(({ status }) => status === 'held')
    .slice(0, many);
  const lines = await ports.attendance.listLines(
    directory.partnership.id,
    heldMeetings.map(({ id }) => id),
  );
  const missed = countMissed(heldMeetings, lines);
  const on = ({ startsAt }: Meeting) => formatDay(toDay(startsAt), today);
  const rows = missed.slice(0, MAX_ROWS).map(({ agency, expected, missed: times }) => ({
    title: agencyName(directory, agency),
    state: {
      words: `missed ${times.length} of ${expected}`,
      colour: times.length === expected ? ('warning' as const) : ('default' as const),
    },
    line: times
      .map(({ meeting, line }) => `${on(meeting)} (${ATTENDED[line.attended]})`)
      .join(', '),
    opens: agencyAttendance(agency, group),
  }));
  return {
    text: describeMissed(groupName(directory, group), heldMeetings, many, missed, directory),
    ...attendanceCard({
      about: groupName(directory, group),
      heading: `Missing from the last ${heldMeetings.length}`,
      sections: [{ rows }],
      watch: await describeConcerns(request, [group]),
      isCounted: true,
    }),
    suggestions: [attendanceThisYear(group), lastMeetingAttendance(group)],
    thread: { question: { ...question, filters: { ...question.filters, group } } },
  };
}

/** One group is meant: the one asked for, or that of this chat, else the board. */
function groupMeant(request: Request, question: Question): string {
  const groups = resolveGroups(request, question);
  return (groups.length === 1 ? groups[0] : findBoard(request.directory)?.id) ?? '';
}

/** Who missed any, those who missed most of theirs first. */
function countMissed(heldMeetings: readonly Meeting[], lines: readonly Attendance[]): Missed[] {
  const agencies = [...new Set(lines.map(({ agency }) => agency))];
  return agencies
    .map((agency) => {
      const own = heldMeetings.flatMap((meeting) => {
        const line = lines.find((each) => each.meetingId === meeting.id && each.agency === agency);
        return line ? [{ meeting, line }] : [];
      });
      const missed = own.filter(
        ({ line }) => line.attended === 'absent' || line.attended === 'apologies',
      );
      return { agency, expected: own.length, missed };
    })
    .filter(({ missed }) => missed.length > 0)
    .sort(
      (a, b) =>
        b.missed.length / b.expected - a.missed.length / a.expected ||
        b.missed.length - a.missed.length,
    );
}

function describeMissed(
  name: string,
  heldMeetings: readonly Meeting[],
  many: number,
  missed: readonly Missed[],
  directory: Directory,
): string {
  if (heldMeetings.length === 0) return `No meeting of ${name} was held in the past year.`;
  const meetings =
    heldMeetings.length === 1
      ? `the last meeting of ${name}`
      : `the last ${heldMeetings.length} meetings of ${name}`;
  const few =
    heldMeetings.length < many
      ? ` No more than ${heldMeetings.length} were held in the past year.`
      : '';
  if (missed.length === 0) return `Every agency came to each of ${meetings}.${few}`;
  const never = missed
    .filter((each) => each.missed.length === each.expected)
    .map(({ agency }) => agency);
  const some = missed.length - never.length;
  const who =
    never.length === 0
      ? `No agency missed all of ${meetings}`
      : `${listAgencies(never, directory)} came to none of ${meetings} at which ${never.length === 1 ? 'it was' : 'they were'} expected`;
  return `${who}${some > 0 ? `; ${some} missed some of them` : ''}.${few}`;
}
