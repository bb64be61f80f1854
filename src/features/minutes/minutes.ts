import { toActionRow } from '../../answers/action-words.ts';
import { describeQuorumSnapshot, toDecisionRow } from '../../answers/decision-words.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import type { ContextWith } from '../../contract/asker.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Context } from '../../contract/request.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, groupName, personName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { assessQuorum } from '../../domain/quorum.ts';
import { type Mark, openClaims } from '../../domain/register.ts';
import { closingLines } from '../../domain/register-commands.ts';
import { loadAgenda } from '../agendas/queries.ts';
import { findDecisions } from '../decisions/queries.ts';
import { findActionsRaisedAt } from '../meetings/queries.ts';

/** What is to be said of a meeting afterwards: the same for the card and for the Word document. */
export interface Minutes {
  readonly partnership: string;
  readonly group: string;
  /** `Meeting on Wed 14 April 2021 at 14:00` */
  readonly title: string;
  /** Why it has no register, where it was not held: `It was cancelled`. */
  readonly note?: string;
  /** Agencies by how they attended; those that nobody is in are left out. */
  readonly attendance: readonly { readonly how: string; readonly who: readonly string[] }[];
  /** `9 of 12 agencies attended. Quorate.` */
  readonly quorum: string;
  readonly agenda: readonly { readonly title: string; readonly paper?: string }[];
  readonly decisions: readonly AnswerRow[];
  readonly actions: readonly AnswerRow[];
}

type Reading = Pick<
  ContextWith<Pick<Ports, 'agendas' | 'actions' | 'registers'>>,
  'directory' | 'today' | 'bankHolidays' | 'ports'
> &
  Pick<Context, 'store'>;

const ATTENDANCE_ORDER: readonly [AttendanceStatus, string][] = [
  ['present', 'Present'],
  ['deputy', 'By deputy'],
  ['apologies', 'Apologies'],
  ['absent', 'Absent'],
];

/** Puts together attendance, agenda, decisions and actions of one meeting. Reads these and nothing of other meetings. */
export async function compileMinutes(context: Reading, meeting: Meeting): Promise<Minutes> {
  const { directory } = context;
  const { partnership } = directory;
  const { group, startsAt, status } = meeting;
  const on = toDay(startsAt);
  const [{ lines, marks }, agenda, decided, raised] = await Promise.all([
    loadRegister(context, meeting),
    loadAgenda(context, meeting),
    findDecisions(context, { group, from: on, to: on }),
    findActionsRaisedAt(context, meeting),
  ]);
  const note = status === 'scheduled' ? 'The register is not closed yet' : `It was ${status}`;
  return {
    partnership: partnership.name,
    group: groupName(directory, group),
    title: `${sentenceCase(formatMeetingKind(meeting))} on ${formatDayWithYear(on)} at ${startsAt.slice(11)}`,
    ...(status !== 'held' && { note }),
    attendance: [
      ...ATTENDANCE_ORDER.map(([attended, how]) => ({
        how,
        who: lines
          .filter((line) => line.attended === attended)
          .map(
            ({ agency, person }) =>
              `${agencyName(directory, agency)}${person ? ` (${personName(directory, person)})` : ''}`,
          ),
      })),
      { how: 'Claimed, not confirmed', who: namesOf(openClaims({ marks })) },
      {
        how: 'Attended without a seat',
        who: namesOf(marks.filter(({ claim }) => claim?.outcome === 'without-seat')),
      },
    ].filter(({ who }) => who.length > 0),
    quorum: describeQuorum(context, meeting, lines),
    agenda: agenda.lines.map(({ title, item }) => ({
      title,
      ...(item?.paper && { paper: item.paper }),
    })),
    decisions: decided
      .filter(({ meetingId }) => meetingId === meeting.id)
      .reverse()
      .map((decision) => toDecisionRow(decision, directory)),
    actions: raised.map((action) => toActionRow(action, directory, context)),
  };

  /** People with the seat that they claimed: `Lead Councillor (for West Midlands Police)`. */
  function namesOf(claims: readonly Mark[]): string[] {
    return claims.map(
      ({ person, agency = '' }) =>
        `${personName(directory, person)} (for ${agencyName(directory, agency)})`,
    );
  }
}

function describeQuorum(
  { directory }: Reading,
  { group }: Meeting,
  lines: readonly Attendance[],
): string {
  if (lines.length === 0) return 'No register was kept.';
  const attending = lines
    .filter(({ attended }) => attended === 'present' || attended === 'deputy')
    .map(({ agency }) => agency);
  const quorum = assessQuorum(group, directory.partnership.quorum, new Set(attending));
  const [outcome] = describeQuorumSnapshot(quorum && { quorum, attending }, directory).split(',');
  return `${attending.length} of ${formatCount(lines.length, 'agency', 'agencies')} attended. ${outcome}.`;
}

/** The lines of the closed register, else as it would close now, with whoever is marked on it. */
async function loadRegister({ directory, ports }: Reading, { id }: Meeting) {
  const stored = await ports.registers.find(directory.partnership.id, id);
  if (!stored) return { lines: [], marks: [] };
  const { lines, marks } = stored.register;
  return { lines: lines.length > 0 ? lines : closingLines(stored.register), marks };
}
