import { toActionRow } from '../../answers/action-words.ts';
import { toDecisionRow } from '../../answers/decision-words.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatCount, formatList, sentenceCase } from '../../answers/words.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import type { ContextWith } from '../../contract/asker.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Context } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import type { Challenge } from '../../domain/challenge.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import type { Decision } from '../../domain/decision.ts';
import type { Declaration } from '../../domain/declaration.ts';
import { agencyName, type Directory, groupName, personName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { directoryThen, type OpenedRegister } from '../../domain/partnership-then.ts';
import { assessQuorum } from '../../domain/quorum.ts';
import { type Mark, openClaims, plannedRegister, registerGuests } from '../../domain/register.ts';
import { closingLines } from '../../domain/register-commands.ts';
import { listReopenings, markName } from '../attendance/queries.ts';
import { describeChallenge, findChallengesAt } from '../challenges/queries.ts';
import { findDecisions } from '../decisions/queries.ts';
import { describeDeclaration, findDeclarations } from '../declarations/queries.ts';
import { findActionsRaisedAt } from '../meetings/queries.ts';

/** What is to be said of a meeting afterwards, on the card and in the Word document. */
export interface Minutes {
  readonly partnership: string;
  readonly group: string;
  /** `Meeting on Wed 14 April 2021 at 14:00` */
  readonly title: string;
  /** Why it has no register, where it was not held: `It was cancelled`; when its register was reopened. */
  readonly note?: string;
  /** Agencies and people by how they attended; what nobody is in is left out. */
  readonly attendance: readonly { readonly how: string; readonly who: readonly string[] }[];
  /** `9 of 12 agencies attended. Quorate.` */
  readonly quorum: string;
  /** Interests that were declared, a sentence each. */
  readonly declared: readonly string[];
  /** What partners asked each other there, a line each. */
  readonly challenged: readonly string[];
  readonly decisions: readonly AnswerRow[];
  /** As they stand today. */
  readonly actions: readonly AnswerRow[];
}

/** The records that minutes are made of, with names and rules as they were at the meeting. */
export interface MinutedRecords {
  readonly directory: Directory;
  readonly register: OpenedRegister;
  /** The lines of the closed register, else as it would close now. */
  readonly lines: readonly Attendance[];
  /** The decisions of the meeting, in the order in which they were taken. */
  readonly decisions: readonly Decision[];
  /** The actions raised at the meeting, by their references. */
  readonly raised: readonly Action[];
  /** What partners asked each other there, as it stands now. */
  readonly challenges: readonly Challenge[];
  readonly reopenings: readonly string[];
  /** Those that stand, in the order in which they were recorded. */
  readonly declarations: readonly Declaration[];
}

/** What is read for the minutes of a meeting. */
export type ReadingMinutes = Pick<
  ContextWith<Pick<Ports, 'agendas' | 'actions' | 'meetings' | 'registers'>>,
  'directory' | 'today' | 'bankHolidays' | 'ports'
> &
  Pick<Context, 'store'>;

const ATTENDANCE_ORDER: readonly [AttendanceStatus, string][] = [
  ['present', 'Present'],
  ['deputy', 'By deputy'],
  ['apologies', 'Apologies'],
  ['absent', 'Absent'],
];

/** Reads the records of one meeting and nothing of other meetings. */
export async function loadMinutedRecords(
  context: ReadingMinutes,
  meeting: Meeting,
): Promise<MinutedRecords> {
  const { id: partnership } = context.directory.partnership;
  const { group, startsAt, id } = meeting;
  const on = toDay(startsAt);
  const stored = await context.ports.registers.find(partnership, id);
  const register: OpenedRegister = stored?.register ?? plannedRegister(meeting, []);
  const directory = directoryThen(context.directory, group, register.partnershipThen);
  const [decided, reopenings, declarations, challenges, ...raised] = await Promise.all([
    findDecisions(context, { group, from: on, to: on }),
    listReopenings(context, meeting),
    findDeclarations(context, meeting),
    findChallengesAt(context, meeting),
    // The group may have had another name when they were raised.
    ...[directory, ...(directory === context.directory ? [] : [context.directory])].map((names) =>
      findActionsRaisedAt({ ...context, directory: names }, meeting),
    ),
  ]);
  return {
    directory,
    register,
    lines: register.lines.length > 0 || !stored ? register.lines : closingLines(register),
    decisions: decided.filter(({ meetingId }) => meetingId === id).reverse(),
    raised: [...new Map(raised.flat().map((action) => [action.ref, action])).values()],
    reopenings,
    declarations: declarations.filter(({ withdrawnOn }) => !withdrawnOn),
    challenges,
  };
}

/** What the card of a meeting's summary says. */
export async function compileMinutes(context: ReadingMinutes, meeting: Meeting): Promise<Minutes> {
  return toMinutes(context, meeting, await loadMinutedRecords(context, meeting));
}

/** The same of records that have been read. */
export function toMinutes(
  { today, bankHolidays }: ReadingMinutes,
  meeting: Meeting,
  records: MinutedRecords,
): Minutes {
  const { directory, lines, decisions, raised, reopenings, declarations, challenges } = records;
  const { group, startsAt, status } = meeting;
  const notes = [
    ...(status === 'scheduled' ? ['The register is not closed yet'] : []),
    ...(status === 'held' || status === 'scheduled' ? [] : [`It was ${status}`]),
    ...reopenings.map((words) => `The register was ${words}`),
  ];
  return {
    partnership: directory.partnership.name,
    group: groupName(directory, group),
    title: `${sentenceCase(formatMeetingKind(meeting))} on ${formatDayWithYear(toDay(startsAt))} at ${startsAt.slice(11)}`,
    ...(notes.length > 0 && { note: notes.join('. ') }),
    attendance: listAttendance(records),
    quorum: describeQuorum(directory, meeting, lines),
    declared: declarations.map((each) => describeDeclaration(each, directory)),
    challenged: challenges.map((each) => describeChallenge(each, directory, today)),
    decisions: decisions.map((decision) => toDecisionRow(decision, directory)),
    actions: raised.map((action) => toActionRow(action, directory, { today, bankHolidays })),
  };
}

/** In the order of minutes: who was there, who was not. */
function listAttendance({ directory, register, lines }: MinutedRecords): Minutes['attendance'] {
  const { marks, vacant, partnershipThen } = register;
  const chairs = partnershipThen?.chairs ?? [];
  const byStatus = ATTENDANCE_ORDER.map(([attended, how]) => ({
    how,
    who: lines.filter((line) => line.attended === attended).map(describeLine),
  }));
  const isRefused = ({ claim }: Mark) => claim?.outcome === 'without-seat';
  const guests = registerGuests(register).filter((mark) => !isRefused(mark));
  return [
    ...byStatus.slice(0, 2),
    { how: 'In attendance', who: guests.map(describeGuest) },
    { how: 'Claimed, not confirmed', who: namesOf(openClaims({ marks })) },
    { how: 'Attended without a seat', who: namesOf(marks.filter(isRefused)) },
    ...byStatus.slice(2),
    { how: 'Seat vacant', who: vacant.map((agency) => agencyName(directory, agency)) },
  ].filter(({ who }) => who.length > 0);

  /** `West Midlands Police (Jo Field, for Ann Lee)` */
  function describeLine({ agency, attended, person, deputyFor }: Attendance): string {
    const isThere = attended === 'present' || attended === 'deputy';
    const details = [
      person && personName(directory, person),
      person && isThere && chairs.includes(person) && 'chair',
      deputyFor && `for ${personName(directory, deputyFor)}`,
    ].filter(Boolean);
    return `${agencyName(directory, agency)}${details.length > 0 ? ` (${details.join(', ')})` : ''}`;
  }

  function describeGuest(mark: Mark): string {
    const agency = mark.agency && agencyName(directory, mark.agency);
    const details = [agency, chairs.includes(mark.person) && 'chair'].filter(Boolean);
    const name = markName(mark, directory);
    return details.length > 0 ? `${name} (${details.join(', ')})` : name;
  }

  /** People with the seat that they claimed: `Lead Councillor (for West Midlands Police)`. */
  function namesOf(claims: readonly Mark[]): string[] {
    return claims.map(
      ({ person, agency = '' }) =>
        `${personName(directory, person)} (for ${agencyName(directory, agency)})`,
    );
  }
}

function describeQuorum(
  directory: Directory,
  { group }: Meeting,
  lines: readonly Attendance[],
): string {
  if (lines.length === 0) return 'No register was kept.';
  const attending = lines
    .filter(({ attended }) => attended === 'present' || attended === 'deputy')
    .map(({ agency }) => agency);
  const quorum = assessQuorum(group, directory.partnership.quorum, new Set(attending));
  const count = `${attending.length} of ${formatCount(lines.length, 'agency', 'agencies')} attended`;
  if (!quorum) return `${count}. No quorum is set.`;
  const missing = quorum.missing.map((agency) => agencyName(directory, agency));
  const without = missing.length > 0 ? ` without ${formatList(missing)}` : '';
  return `${count}. ${quorum.quorate ? 'Quorate' : `Inquorate${without}`}.`;
}
