import { formatOwner, toActionRow } from '../../answers/action-words.ts';
import { describeQuorumSnapshot, toDecisionRow } from '../../answers/decision-words.ts';
import { formatMeetingKind } from '../../answers/meeting-kind.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import type { ContextWith } from '../../contract/asker.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Context } from '../../contract/request.ts';
import type { Action } from '../../domain/action.ts';
import { actionAsAt } from '../../domain/action-as-at.ts';
import { type Day, formatDayWithYear, toDay, toLocalTime } from '../../domain/dates.ts';
import { agencyName, groupName, personName } from '../../domain/directory.ts';
import type { Attendance, AttendanceStatus, Meeting } from '../../domain/meeting.ts';
import { assessQuorum } from '../../domain/quorum.ts';
import { type Mark, openClaims } from '../../domain/register.ts';
import { closingLines } from '../../domain/register-commands.ts';
import { loadAgenda } from '../agendas/queries.ts';
import { listReopenings } from '../attendance/queries.ts';
import { findDecisions } from '../decisions/queries.ts';
import { findActionsRaisedAt } from '../meetings/queries.ts';

/** What is to be said of a meeting afterwards: the same for the card and for the Word document. */
export interface Minutes {
  readonly partnership: string;
  readonly group: string;
  /** `Meeting on Wed 14 April 2021 at 14:00` */
  readonly title: string;
  /** Why it has no register, where it was not held: `It was cancelled`; when its register was reopened. */
  readonly note?: string;
  /** Agencies by how they attended; those that nobody is in are left out. */
  readonly attendance: readonly { readonly how: string; readonly who: readonly string[] }[];
  /** `9 of 12 agencies attended. Quorate.` */
  readonly quorum: string;
  readonly agenda: readonly MinutedItem[];
  readonly decisions: readonly AnswerRow[];
  /** As they stand today. */
  readonly actions: readonly AnswerRow[];
  /** The same as they stood at the end of the meeting's day, or when they were raised after it. */
  readonly minuted: readonly MinutedAction[];
}

/** A line of the agenda. */
export interface MinutedItem {
  readonly title: string;
  readonly paper?: string;
  readonly presenter?: string;
}

/** An action as the minutes have it, in the order of its columns. */
export interface MinutedAction {
  readonly ref: string;
  readonly title: string;
  readonly owner: string;
  /** `due Mon 31 May 2021` */
  readonly due: string;
  readonly status: string;
}

/** What is read for the minutes of a meeting. */
export type ReadingMinutes = Pick<
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
export async function compileMinutes(context: ReadingMinutes, meeting: Meeting): Promise<Minutes> {
  const { directory } = context;
  const { partnership } = directory;
  const { group, startsAt, status } = meeting;
  const on = toDay(startsAt);
  const [{ lines, marks }, agenda, decided, raised, reopened] = await Promise.all([
    loadRegister(context, meeting),
    loadAgenda(context, meeting),
    findDecisions(context, { group, from: on, to: on }),
    findActionsRaisedAt(context, meeting),
    listReopenings(context, meeting),
  ]);
  const minuted = await Promise.all(raised.map((each) => toMinuted(context, each, on)));
  const notes = [
    ...(status === 'scheduled' ? ['The register is not closed yet'] : []),
    ...(status === 'held' || status === 'scheduled' ? [] : [`It was ${status}`]),
    ...reopened.map((words) => `The register was ${words}`),
  ];
  return {
    partnership: partnership.name,
    group: groupName(directory, group),
    title: `${sentenceCase(formatMeetingKind(meeting))} on ${formatDayWithYear(on)} at ${startsAt.slice(11)}`,
    ...(notes.length > 0 && { note: notes.join('. ') }),
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
      ...(item?.presenter && { presenter: item.presenter }),
    })),
    decisions: decided
      .filter(({ meetingId }) => meetingId === meeting.id)
      .reverse()
      .map((decision) => toDecisionRow(decision, directory)),
    actions: raised.map((action) => toActionRow(action, directory, context)),
    minuted,
  };

  /** People with the seat that they claimed: `Lead Councillor (for West Midlands Police)`. */
  function namesOf(claims: readonly Mark[]): string[] {
    return claims.map(
      ({ person, agency = '' }) =>
        `${personName(directory, person)} (for ${agencyName(directory, agency)})`,
    );
  }
}

/** An action as it was at the end of a day; one that was raised later, as it was raised. */
async function toMinuted(
  { directory, ports }: ReadingMinutes,
  action: Action,
  meetingDay: Day,
): Promise<MinutedAction> {
  const { id, timeZone } = directory.partnership;
  const { history = [] } = (await ports.actions.find(id, action.ref)) ?? {};
  const raised = history.find(({ type }) => type === 'raised');
  const raisedOn = action.raisedOn ?? (raised && toDay(toLocalTime(new Date(raised.at), timeZone)));
  const asAt = raisedOn && raisedOn > meetingDay ? raisedOn : meetingDay;
  const { isKnown, possible } = actionAsAt(action, history, asAt, timeZone);
  const then = isKnown ? possible[0] : undefined;
  const { ref, title, dueOn } = then ?? action;
  return {
    ref,
    title,
    owner: formatOwner(then ?? action, directory) ?? 'No owner recorded',
    due: dueOn ? `due ${formatDayWithYear(dueOn)}` : 'no due date',
    status: then?.status ?? 'not known of that day',
  };
}

function describeQuorum(
  { directory }: ReadingMinutes,
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
async function loadRegister({ directory, ports }: ReadingMinutes, { id }: Meeting) {
  const stored = await ports.registers.find(directory.partnership.id, id);
  if (!stored) return { lines: [], marks: [] };
  const { lines, marks } = stored.register;
  return { lines: lines.length > 0 ? lines : closingLines(stored.register), marks };
}
