import { formatList } from '../../answers/words.ts';
import type { Answer, AnswerRow } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import type { QuorumRule } from '../../domain/partnership.ts';
import type { OpenedRegister } from '../../domain/partnership-then.ts';
import { assessQuorum } from '../../domain/quorum.ts';
import { attendanceCard } from './attendance-card.ts';
import { lastMeetingAttendance } from './buttons.ts';
import {
  attendanceState,
  describeMeeting,
  formatShare,
  listAgencies,
} from './describe-attendance.ts';
import { describeRule } from './describe-rule.ts';
import { showRollCall } from './open-register.ts';

/** Answers whether a meeting that took place had its quorum: what it took, who of those was there and who was missing. */
export async function checkPastQuorum(
  request: Request,
  question: Question,
  meeting: Meeting,
): Promise<Answer> {
  const { directory, person, today, ports } = request;
  const { group, startsAt } = meeting;
  const where = describeMeeting(meeting, directory, today);
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  const register: OpenedRegister | undefined = stored?.register;
  const { quorum: ownRules } = register?.partnershipThen ?? directory.partnership;
  const rules = ownRules.filter((each) => each.group === group);
  const rule = describeRule(group, rules, directory);
  const needs = rule ? `It needs ${rule}.` : 'No quorum is set for this group.';
  const rest = {
    suggestions: [lastMeetingAttendance(group)],
    thread: { question: { ...question, filters: { ...question.filters, group } } },
  };
  if (meeting.status !== 'held')
    return { text: `${where} was ${meeting.status}, so it had no quorum. ${needs}`, ...rest };
  const lines = stored?.register.lines ?? [];
  if (lines.length === 0)
    return {
      text: `${where} was held, but no register of it is recorded, so I can't tell whether it was quorate. ${needs}`,
      ...rest,
    };
  const attended = new Set(lines.filter(isThere).map(({ agency }) => agency));
  const share = `${formatShare(attended.size, lines.length)} of the agencies attended`;
  const quorum = assessQuorum(group, rules, attended);
  if (!quorum)
    return {
      text: `No quorum is set for ${groupName(directory, group)}, so I can't say whether the meeting of ${formatDay(toDay(startsAt), today)} had one: ${share}.`,
      ...rest,
    };
  const found = describeFound(rules, lines, directory);
  const proceeded = stored?.register.proceeded;
  const why = proceeded ? ` The chair proceeded: ${proceeded.reason}.` : '';
  const mayCorrect = isPermittedOn(person, 'registers.record', { group });
  const verdict = quorum.quorate ? `Yes, ${where} was quorate` : `No, ${where} was not quorate`;
  return {
    text: `${verdict}: it needs ${rule}, and ${found}. ${share}.${why}`,
    ...attendanceCard({
      about: groupName(directory, group),
      heading: `${quorum.quorate ? 'Quorate' : 'Not quorate'} on ${formatDay(toDay(startsAt), today)}`,
      sections: [{ rows: toRows(rules, lines, directory) }],
      isCounted: false,
    }),
    ...(mayCorrect && {
      buttons: [showRollCall.button('Correct the register', { meeting: meeting.id })],
    }),
    ...rest,
  };
}

const isThere = ({ attended }: Pick<Attendance, 'attended'>): boolean =>
  attended === 'present' || attended === 'deputy';

/** The agencies that the rules name, each once. */
const namedIn = (rules: readonly QuorumRule[]): string[] => [
  ...new Set(rules.flatMap(({ allOf = [], of = [] }) => [...allOf, ...of])),
];

/** “NHS Black Country Integrated Care Board sent apologies; the other 2 were there”, “7 of 10 were there” */
function describeFound(
  rules: readonly QuorumRule[],
  lines: readonly Attendance[],
  directory: Directory,
): string {
  const named = namedIn(rules);
  const isCounted = rules.some(({ atLeast, of }) => atLeast && !of);
  const counted = `${lines.filter(isThere).length} were there`;
  if (named.length === 0) return counted;
  const statusOf = (agency: string) => lines.find((line) => line.agency === agency)?.attended;
  const away = (wanted: AttendanceStatus | undefined) =>
    named.filter((agency) => statusOf(agency) === wanted);
  const say = (agencies: readonly string[], one: string, many: string) =>
    agencies.length > 0 &&
    `${listAgencies(agencies, directory)} ${agencies.length === 1 ? one : many}`;
  const missing = [
    say(away('apologies'), 'sent apologies', 'sent apologies'),
    say(away('absent'), 'was absent', 'were absent'),
    say(away(undefined), 'is not in the register', 'are not in the register'),
  ].filter((part) => part !== false);
  const there = named.length - named.filter((agency) => !isPresent(statusOf(agency))).length;
  const present =
    missing.length === 0
      ? named.length === 1
        ? 'it was there'
        : `all ${named.length} were there`
      : `${there} of these ${named.length} ${there === 1 ? 'was' : 'were'} there`;
  return formatList([[present, ...missing].join('; '), ...(isCounted ? [counted] : [])]);
}

const isPresent = (attended: AttendanceStatus | undefined): boolean =>
  attended !== undefined && isThere({ attended });

/** Those whom the rules name, else everybody in the register, the missing ones first. */
function toRows(
  rules: readonly QuorumRule[],
  lines: readonly Attendance[],
  directory: Directory,
): AnswerRow[] {
  const named = namedIn(rules);
  const agencies = named.length > 0 ? named : lines.map(({ agency }) => agency);
  const rows = agencies.map((agency) => {
    const attended = lines.find((line) => line.agency === agency)?.attended;
    return {
      isAway: !isPresent(attended),
      title: agencyName(directory, agency),
      state: attended
        ? attendanceState(attended)
        : { words: 'not in the register', colour: 'warning' as const },
    };
  });
  return rows
    .sort((a, b) => Number(b.isAway) - Number(a.isAway))
    .map(({ title, state }) => ({ title, state }));
}
