import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, findBoard, groupName } from '../../domain/directory.ts';
import type { Attendance, Meeting } from '../../domain/meeting.ts';
import { watchFor } from '../watch-for.ts';
import { agenciesInWords, askedAs, attendedInWords, BASIS } from './attendance-words.ts';
import { listCard } from './list-card.ts';
import { groupsAsked, meetingsBack } from './meeting-asked.ts';
import { showAgency } from './show-agency.ts';
import { showMissingFrom } from './show-meeting.ts';

/** Answers who is missing: today, from one meeting, or from the last so many meetings held of a group; or whether one agency is. */
export async function showMissing(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  if (question.filters.agency) return showAgency(asker, question, ports);
  const { lastMeetings } = question.args;
  return typeof lastMeetings === 'number' && lastMeetings > 1
    ? missingFromLast(lastMeetings, asker, question, ports)
    : showMissingFrom(asker, question, ports);
}

/** An agency with the meetings that it missed, of those at which it was expected. */
interface Missed {
  readonly agency: string;
  readonly expected: number;
  readonly missed: readonly { readonly meeting: Meeting; readonly line: Attendance }[];
}

async function missingFromLast(
  many: number,
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const group = groupOf(asker, question);
  const held = (await meetingsBack(asker, [group], today, ports))
    .filter(({ status }) => status === 'held')
    .slice(0, many);
  const lines = await ports.attendance.lines(
    id,
    held.map((meeting) => meeting.id),
  );
  const missed = missedBy(held, lines);
  const name = groupName(directory, group);
  const asked = askedAs(group, directory);
  const text = answerInWords(name, held, many, missed, asker);
  const suggestions = [`${asked} attendance this year`, `attendance at the last ${asked}`];
  const card = listCard(text, {
    source: `${shortName} · ${name} · as at ${formatDayWithYear(today)}`,
    headline: `Missing from the last ${held.length}`,
    figures: [],
    rows: missed.map(({ agency, expected, missed: times }) => ({
      title: agencyName(directory, agency),
      standing: `missed ${times.length} of ${expected}`,
      colour: times.length === expected ? 'warning' : 'default',
      line: times
        .map(
          ({ meeting, line }) =>
            `${formatDay(toDay(meeting.startsAt), today)} (${attendedInWords(line.attended)})`,
        )
        .join(', '),
    })),
    corrections: [],
    watch: await watchFor(asker, [group], ports),
    basis: BASIS,
    suggestions,
  });
  return {
    text,
    card,
    suggestions,
    thread: { question: { ...question, filters: { ...question.filters, group } } },
  };
}

/** One group is meant: the one asked for, or that of this chat, else the board. */
function groupOf(asker: Asker, question: Question): string {
  const groups = groupsAsked(asker, question);
  return (groups.length === 1 ? groups[0] : findBoard(asker.directory)?.id) ?? '';
}

/** Who missed any, those who missed most of theirs first. */
function missedBy(held: readonly Meeting[], lines: readonly Attendance[]): Missed[] {
  const agencies = [...new Set(lines.map(({ agency }) => agency))];
  return agencies
    .map((agency) => {
      const own = held.flatMap((meeting) => {
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

function answerInWords(
  name: string,
  held: readonly Meeting[],
  many: number,
  missed: readonly Missed[],
  { directory }: Asker,
): string {
  if (held.length === 0) return `No meeting of ${name} was held in the past year.`;
  const meetings =
    held.length === 1
      ? `the last meeting of ${name}`
      : `the last ${held.length} meetings of ${name}`;
  const few = held.length < many ? ` No more than ${held.length} were held in the past year.` : '';
  if (missed.length === 0) return `Every agency came to each of ${meetings}.${few}`;
  const never = missed
    .filter((each) => each.missed.length === each.expected)
    .map(({ agency }) => agency);
  const some = missed.length - never.length;
  const who =
    never.length === 0
      ? `No agency missed all of ${meetings}`
      : `${agenciesInWords(never, directory)} came to none of ${meetings} at which ${never.length === 1 ? 'it was' : 'they were'} expected`;
  return `${who}${some > 0 ? `; ${some} missed some of them` : ''}.${few}`;
}
