import type { Figure } from '../../answers/card-parts.ts';
import { verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { watchFor } from '../watch-for.ts';
import {
  agenciesInWords,
  askedAs,
  attendedInWords,
  BASIS,
  colourOfAttended,
  lackingInWords,
  meetingInWords,
  personsOf,
  shareInWords,
} from './attendance-words.ts';
import { correctionsOf } from './corrections.ts';
import { listCard } from './list-card.ts';
import { meetingAsked } from './meeting-asked.ts';
import { showLive } from './show-live.ts';

const ORDER: readonly AttendanceStatus[] = ['present', 'deputy', 'apologies', 'absent'];
const MISSING: readonly AttendanceStatus[] = ['absent', 'apologies'];

/** Answers who came to a meeting, for whom, and who did not. */
export async function showMeeting(asker: Asker, question: Question, ports: Ports): Promise<Answer> {
  return answer(asker, question, ports, ORDER);
}

/** Answers who was missing from a meeting. */
export async function showMissingFrom(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  return answer(asker, question, ports, MISSING);
}

async function answer(
  asker: Asker,
  question: Question,
  ports: Ports,
  shown: readonly AttendanceStatus[],
): Promise<Answer> {
  const asked = await meetingAsked(asker, question, ports);
  if ('reply' in asked) return asked.reply;
  const { meeting } = asked;
  if (meeting.status === 'scheduled')
    return showLive(asker, question, meeting, shown === MISSING, ports);
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const lines = (await ports.attendance.lines(id, [meeting.id])).sort(
    (a, b) => ORDER.indexOf(a.attended) - ORDER.indexOf(b.attended),
  );
  const text =
    lines.length > 0
      ? await answerInWords(meeting, lines, shown, asker, ports)
      : withoutRegister(meeting, asker, ports);
  const suggestions = suggestionsAfter(meeting, lines, shown, asker);
  const card = listCard(text, {
    source: `${shortName} · ${groupName(directory, meeting.group)} · as at ${formatDayWithYear(today)}`,
    headline: `${shown === MISSING ? 'Missing on' : 'Attendance on'} ${formatDay(toDay(meeting.startsAt), today)}`,
    figures: figuresOf(lines),
    rows: lines
      .filter(({ attended }) => shown.includes(attended))
      .map((line) => ({
        title: agencyName(directory, line.agency),
        standing: attendedInWords(line.attended),
        colour: colourOfAttended(line.attended),
        line: personsOf(line, directory),
      })),
    corrections: await correctionsOf(asker, [meeting], ports),
    watch: await watchFor(asker, [meeting.group], ports),
    basis: lines.length > 0 ? BASIS : '',
    suggestions,
  });
  return {
    text,
    card,
    suggestions,
    thread: { question: { ...question, filters: { ...question.filters, group: meeting.group } } },
  };
}

/** “10 of 12 agencies attended the board on Wed 10 March, 2 of them by deputy; the lay person sent apologies. It was quorate.” */
async function answerInWords(
  meeting: Meeting,
  lines: readonly Attendance[],
  shown: readonly AttendanceStatus[],
  { directory }: Asker,
  ports: Ports,
): Promise<string> {
  const today = ports.calendar.today(directory.partnership.timeZone);
  const where = meetingInWords(meeting, directory, today);
  const missing = missingInWords(lines, directory);
  const attended = lines.filter(
    (line) => line.attended === 'present' || line.attended === 'deputy',
  );
  const deputies = lines.filter((line) => line.attended === 'deputy').length;
  const quorum = await quorumInWords(meeting, directory, ports);
  const share = shareInWords(attended.length, lines.length);
  if (shown === MISSING)
    return missing
      ? `${lines.length - attended.length} of ${lines.length} agencies missed ${where}: ${missing}.${quorum}`
      : `Nobody was missing from ${where}: all ${lines.length} agencies attended.${quorum}`;
  const byDeputy = deputies > 0 ? `, ${deputies} of them by deputy` : '';
  return `${share} of the agencies attended ${where}${byDeputy}${missing ? `; ${missing}` : ''}.${quorum}`;
}

function missingInWords(lines: readonly Attendance[], directory: Directory): string {
  const who = (attended: AttendanceStatus) =>
    lines.filter((line) => line.attended === attended).map(({ agency }) => agency);
  const [apologies, absent] = [who('apologies'), who('absent')];
  return [
    apologies.length > 0 && `${agenciesInWords(apologies, directory)} sent apologies`,
    absent.length > 0 &&
      `${agenciesInWords(absent, directory)} ${verb(absent.length, 'was', 'were')} absent`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Whether the meeting could decide with all who attended it, and why the chair went on when it could not. */
async function quorumInWords({ id }: Meeting, directory: Directory, ports: Ports): Promise<string> {
  const standing = await ports.registers.quorumNow(directory.partnership.id, id);
  if (!standing?.quorum) return '';
  if (standing.quorum.quorate) return ' It was quorate.';
  const { quorum, proceeding } = standing;
  return ` It was not quorate: it lacked ${lackingInWords(quorum, directory)}.${proceeding ? ` The chair went on: ${proceeding}.` : ''}`;
}

function withoutRegister(meeting: Meeting, { directory }: Asker, ports: Ports): string {
  const where = meetingInWords(
    meeting,
    directory,
    ports.calendar.today(directory.partnership.timeZone),
  );
  return meeting.status === 'held'
    ? `${where} was held, but the records have no register of it.`
    : `${where} was ${meeting.status}, so nobody attended it.`;
}

function figuresOf(lines: readonly Attendance[]): Figure[] {
  const many = (wanted: AttendanceStatus) =>
    lines.filter(({ attended }) => attended === wanted).length;
  const figure = (number: number, caption: string): Figure => ({
    number: String(number),
    caption,
    colour: 'default',
  });
  if (lines.length === 0) return [];
  return [
    figure(many('present'), 'present'),
    figure(many('deputy'), 'by deputy'),
    figure(many('apologies'), 'apologies'),
    figure(many('absent'), 'absent'),
  ];
}

function suggestionsAfter(
  { group }: Meeting,
  lines: readonly Attendance[],
  shown: readonly AttendanceStatus[],
  { directory }: Asker,
): string[] {
  const name = askedAs(group, directory);
  const absent = lines.find(({ attended }) => attended === 'absent');
  return [
    shown === ORDER ? `who missed the last 3 ${name}` : '',
    `${name} attendance this year`,
    absent ? `attendance of ${agencyName(directory, absent.agency)}` : '',
  ]
    .filter(Boolean)
    .slice(0, 3);
}
