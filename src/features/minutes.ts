import { actionRow, type Moment } from '../answers/action-words.ts';
import { loadAgenda } from '../answers/agenda-lines.ts';
import type { ActionRow, DecisionRow } from '../answers/card-parts.ts';
import { describeQuorumSnapshot, toDecisionRow } from '../answers/decision-words.ts';
import { formatMeetingKind } from '../answers/meeting-words.ts';
import { formatCount, sentenceCase } from '../answers/words.ts';
import type { Ports } from '../contract/ports.ts';
import { formatDayWithYear, toDay } from '../domain/dates.ts';
import { agencyName, type Directory, groupName, personName } from '../domain/directory.ts';
import type { AttendanceStatus, Meeting } from '../domain/meeting.ts';
import { assessQuorum } from '../domain/quorum.ts';
import { closingLines } from '../domain/register.ts';
import { findActionsRaisedAt } from './meeting-actions.ts';

/** What is to be said of a meeting afterwards: the same for the card and for the Word document. */
export interface Minutes {
  readonly partnership: string;
  readonly group: string;
  /** `Meeting on Wed 14 April 2021 at 14:00` */
  readonly title: string;
  /** How the meeting stands, where it was not held: `cancelled`, `still to come` … */
  readonly note?: string;
  /** Agencies by how they attended; those that nobody is in are left out. */
  readonly attendance: readonly { readonly standing: string; readonly who: readonly string[] }[];
  /** `9 of 12 agencies attended. Quorate.` */
  readonly quorum: string;
  readonly agenda: readonly { readonly title: string; readonly paper?: string }[];
  readonly decisions: readonly DecisionRow[];
  readonly actions: readonly ActionRow[];
}

type Reading = Pick<
  Ports,
  'agendas' | 'decisions' | 'actions' | 'attendance' | 'registers' | 'calendar'
>;

const ATTENDANCE_ORDER: readonly [AttendanceStatus, string][] = [
  ['present', 'Present'],
  ['deputy', 'By deputy'],
  ['apologies', 'Apologies'],
  ['absent', 'Absent'],
];

/** Puts together attendance, agenda, decisions and actions of one meeting. Reads these and nothing of other meetings. */
export async function compileMinutes(
  meeting: Meeting,
  directory: Directory,
  ports: Reading,
): Promise<Minutes> {
  const { partnership } = directory;
  const on = toDay(meeting.startsAt);
  const today: Moment = {
    today: ports.calendar.today(partnership.timeZone),
    bankHolidays: ports.calendar.bankHolidays,
  };
  const [lines, agenda, decided, raised] = await Promise.all([
    registerLines(meeting, directory, ports),
    loadAgenda(partnership.id, meeting, ports),
    ports.decisions.between(partnership.id, { group: meeting.group, from: on, to: on }),
    findActionsRaisedAt(meeting, { directory }, ports),
  ]);
  const attending = lines
    .filter(({ attended }) => attended === 'present' || attended === 'deputy')
    .map(({ agency }) => agency);
  const quorum = assessQuorum(meeting.group, partnership.quorum, new Set(attending));
  return {
    partnership: partnership.name,
    group: groupName(directory, meeting.group),
    title: `${sentenceCase(formatMeetingKind(meeting))} on ${formatDayWithYear(on)} at ${meeting.startsAt.slice(11)}`,
    ...(meeting.status !== 'held' && {
      note:
        meeting.status === 'scheduled'
          ? 'The register is not closed yet'
          : `It was ${meeting.status}`,
    }),
    attendance: ATTENDANCE_ORDER.flatMap(([attended, standing]) => {
      const who = lines
        .filter((line) => line.attended === attended)
        .map(
          ({ agency, person }) =>
            `${agencyName(directory, agency)}${person ? ` (${personName(directory, person)})` : ''}`,
        );
      return who.length > 0 ? [{ standing, who }] : [];
    }),
    quorum:
      lines.length === 0
        ? 'No register was kept.'
        : `${attending.length} of ${formatCount(lines.length, 'agency', 'agencies')} attended. ${describeQuorumSnapshot(quorum && { quorum, attending }, directory).split(',')[0]}.`,
    agenda: agenda.lines.map(({ title, item }) => ({
      title,
      ...(item?.paper && { paper: item.paper }),
    })),
    decisions: decided
      .filter(({ meetingId }) => meetingId === meeting.id)
      .reverse()
      .map((decision) => toDecisionRow(decision, directory)),
    actions: raised.map((action) => actionRow(action, directory, today)),
  };
}

/** The lines of the closed register, else as it would close now. */
async function registerLines({ id }: Meeting, { partnership }: Directory, ports: Reading) {
  const closed = await ports.attendance.lines(partnership.id, [id]);
  if (closed.length > 0) return closed;
  const open = await ports.registers.find(partnership.id, id);
  return open ? closingLines(open.register) : [];
}
