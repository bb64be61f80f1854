import { ask } from '../../answers/questions.ts';
import { pluralVerb } from '../../answers/words.ts';
import type { Answer, Figure } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { attendanceCard } from './attendance-card.ts';
import { agencyAttendance, attendanceThisYear } from './buttons.ts';
import { listCorrections } from './corrections.ts';
import {
  attendanceState,
  describeLack,
  describeMeeting,
  describePersons,
  formatShare,
  listAgencies,
} from './describe-attendance.ts';
import { findAskedMeeting } from './find-meeting.ts';
import { describeConcerns } from './queries.ts';
import { asksWhoIsComing, showExpected } from './show-expected.ts';
import { showOpenRegister } from './show-open-register.ts';

/** So many rows stand on one card. */
const MAX_ROWS = 24;
const ORDER: readonly AttendanceStatus[] = ['present', 'deputy', 'apologies', 'absent'];
const MISSING: readonly AttendanceStatus[] = ['absent', 'apologies'];

/** Answers who came to a meeting, for whom, and who did not. */
export async function showMeeting(request: Request, question: Question): Promise<Answer> {
  if (asksWhoIsComing(question)) return showExpected(request, question);
  return showAttendance(request, question, ORDER);
}

/** Answers who was missing from a meeting. */
export async function showMissingAgencies(request: Request, question: Question): Promise<Answer> {
  return showAttendance(request, question, MISSING);
}

async function showAttendance(
  request: Request,
  question: Question,
  shown: readonly AttendanceStatus[],
): Promise<Answer> {
  const found = await findAskedMeeting(request, question);
  if ('answer' in found) return found.answer;
  const { meeting } = found;
  const { id, group, startsAt } = meeting;
  if (meeting.status === 'scheduled')
    return showOpenRegister(request, question, meeting, shown === MISSING);
  const { directory, today, ports } = request;
  const lines = (await ports.attendance.listLines(directory.partnership.id, [id])).sort(
    (a, b) => ORDER.indexOf(a.attended) - ORDER.indexOf(b.attended),
  );
  const rows = lines
    .filter(({ attended }) => shown.includes(attended))
    .slice(0, MAX_ROWS)
    .map((line) => ({
      title: agencyName(directory, line.agency),
      state: attendanceState(line.attended),
      line: describePersons(line, directory),
      opens: agencyAttendance(line.agency, group),
    }));
  const missedLast = {
    title: 'Who missed the last 3',
    ...ask('attendance_missing', { group }, { lastMeetings: 3 }),
  };
  return {
    text:
      lines.length > 0
        ? await describeAttendance(request, meeting, lines, shown)
        : withoutRegister(request, meeting),
    ...attendanceCard({
      about: groupName(directory, group),
      heading: `${shown === MISSING ? 'Missing on' : 'Attendance on'} ${formatDay(toDay(startsAt), today)}`,
      sections: [{ figures: toFigures(lines), rows }],
      corrections: await listCorrections(request, [meeting]),
      watch: await describeConcerns(request, [group]),
      isCounted: lines.length > 0,
    }),
    suggestions: [...(shown === ORDER ? [missedLast] : []), attendanceThisYear(group)],
    thread: { question: { ...question, filters: { ...question.filters, group } } },
  };
}

/** “10 of 12 agencies attended the board on Wed 10 March, 2 of them by deputy; the lay person sent apologies. It was quorate.” */
async function describeAttendance(
  request: Request,
  meeting: Meeting,
  lines: readonly Attendance[],
  shown: readonly AttendanceStatus[],
): Promise<string> {
  const { directory, today } = request;
  const where = describeMeeting(meeting, directory, today);
  const missing = describeMissing(lines, directory);
  const attended = lines.filter(
    (line) => line.attended === 'present' || line.attended === 'deputy',
  ).length;
  const deputies = lines.filter((line) => line.attended === 'deputy').length;
  const quorum = await describeQuorum(request, meeting);
  if (shown === MISSING)
    return missing
      ? `${lines.length - attended} of ${lines.length} agencies missed ${where}: ${missing}.${quorum}`
      : `Nobody was missing from ${where}: all ${lines.length} agencies attended.${quorum}`;
  const byDeputy = deputies > 0 ? `, ${deputies} of them by deputy` : '';
  return `${formatShare(attended, lines.length)} of the agencies attended ${where}${byDeputy}${missing ? `; ${missing}` : ''}.${quorum}`;
}

function describeMissing(lines: readonly Attendance[], directory: Directory): string {
  const agencies = (attended: AttendanceStatus) =>
    lines.filter((line) => line.attended === attended).map(({ agency }) => agency);
  const [apologies, absent] = [agencies('apologies'), agencies('absent')];
  return [
    apologies.length > 0 && `${listAgencies(apologies, directory)} sent apologies`,
    absent.length > 0 &&
      `${listAgencies(absent, directory)} ${pluralVerb(absent.length, 'was', 'were')} absent`,
  ]
    .filter(Boolean)
    .join('; ');
}

/** Whether the meeting could decide with all who attended it, and why the chair proceeded when it could not. */
async function describeQuorum({ directory, ports }: Request, { id }: Meeting): Promise<string> {
  const snapshot = await ports.registers.quorumNow(directory.partnership.id, id);
  if (!snapshot?.quorum) return '';
  if (snapshot.quorum.quorate) return ' It was quorate.';
  const { quorum, proceeding } = snapshot;
  return ` It was not quorate: it lacked ${describeLack(quorum, directory)}.${proceeding ? ` The chair proceeded: ${proceeding}.` : ''}`;
}

function withoutRegister({ directory, today }: Request, meeting: Meeting): string {
  const where = describeMeeting(meeting, directory, today);
  return meeting.status === 'held'
    ? `${where} was held, but the records have no register of it.`
    : `${where} was ${meeting.status}, so nobody attended it.`;
}

function toFigures(lines: readonly Attendance[]): Figure[] {
  const figure = (wanted: AttendanceStatus, caption: string): Figure => ({
    number: String(lines.filter(({ attended }) => attended === wanted).length),
    caption,
    colour: 'default',
  });
  if (lines.length === 0) return [];
  return [
    figure('present', 'present'),
    figure('deputy', 'by deputy'),
    figure('apologies', 'apologies'),
    figure('absent', 'absent'),
  ];
}
