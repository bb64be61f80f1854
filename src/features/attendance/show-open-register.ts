import { formatList, pluralVerb } from '../../answers/words.ts';
import type { Answer, State } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  type Register,
  registerQuorum,
  registerSeats,
  type Seat,
  type SeatStatus,
} from '../../domain/register.ts';
import { attendanceCard } from './attendance-card.ts';
import { lastMeetingAttendance } from './buttons.ts';
import { describeLack, describeMeeting, listAgencies } from './describe-attendance.ts';

const STATES: Readonly<Record<SeatStatus, State>> = {
  present: { words: 'here', colour: 'good' },
  deputy: { words: 'by deputy', colour: 'good' },
  claimed: { words: 'claimed, not confirmed', colour: 'warning' },
  left: { words: 'left', colour: 'default' },
  apologies: { words: 'apologies', colour: 'default' },
  missing: { words: 'not here yet', colour: 'warning' },
};
const ORDER: readonly SeatStatus[] = [
  'missing',
  'claimed',
  'apologies',
  'left',
  'deputy',
  'present',
];
const HERE: readonly SeatStatus[] = ['present', 'deputy'];

const IS: Readonly<Record<SeatStatus, string>> = {
  present: 'is here at',
  deputy: 'is here by deputy at',
  claimed: 'has a seat that is claimed, not confirmed, at',
  left: 'has left',
  apologies: 'sent apologies for',
  missing: 'is not here yet at',
};

/** How one agency stands in a register that is not closed, as in `is not here yet at`; `undefined` where it has no seat. */
export async function describeSeat(
  { directory, ports }: Request,
  agency: string,
  { id }: Meeting,
): Promise<string | undefined> {
  const stored = await ports.registers.find(directory.partnership.id, id);
  const seat = stored && registerSeats(stored.register).find((each) => each.agency === agency);
  return seat && IS[seat.status];
}

/** Answers how the register of a meeting stands that is not closed yet: who is here, or only who is missing. */
export async function showOpenRegister(
  request: Request,
  question: Question,
  meeting: Meeting,
  missingOnly: boolean,
): Promise<Answer> {
  const { directory, today, ports } = request;
  const stored = await ports.registers.find(directory.partnership.id, meeting.id);
  const where = describeMeeting(meeting, directory, today);
  const suggestions = [lastMeetingAttendance(meeting.group)];
  const thread = { question };
  if (!stored)
    return { text: `The register of ${where} has not been opened.`, suggestions, thread };
  const { register } = stored;
  const seats = registerSeats(register).sort(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  const rows = seats
    .filter(({ status }) => !missingOnly || !HERE.includes(status))
    .map(({ agency, status, marks }) => ({
      title: agencyName(directory, agency),
      state: STATES[status],
      line: formatList(marks.flatMap(({ name }) => name ?? [])),
    }));
  return {
    text: describeRegister(where, register, seats, missingOnly, directory),
    ...attendanceCard({
      about: groupName(directory, meeting.group),
      heading: `${missingOnly ? 'Missing on' : 'Attendance on'} ${formatDay(toDay(meeting.startsAt), today)}`,
      sections: [{ rows }],
      isCounted: false,
    }),
    suggestions,
    thread,
  };
}

/** “9 of 12 agencies are here at the board on Wed 12 May; the lay person is not here yet. The meeting is quorate.” */
function describeRegister(
  where: string,
  register: Register,
  seats: readonly Seat[],
  missingOnly: boolean,
  directory: Directory,
): string {
  const describe = (wanted: SeatStatus, one: string, many: string) => {
    const agencies = seats.filter(({ status }) => status === wanted).map(({ agency }) => agency);
    return (
      agencies.length > 0 &&
      `${listAgencies(agencies, directory)} ${pluralVerb(agencies.length, one, many)}`
    );
  };
  const apologies = describe('apologies', 'sent apologies', 'sent apologies');
  if (register.status === 'planned')
    return `The register of ${where} is not open yet; ${apologies || 'nobody has sent apologies'}.`;
  const away = [
    describe('missing', 'is not here yet', 'are not here yet'),
    describe('claimed', 'is claimed, not confirmed', 'are claimed, not confirmed'),
    apologies,
    describe('left', 'has left', 'have left'),
  ].filter((part) => part !== false);
  const here = seats.filter(({ status }) => HERE.includes(status)).length;
  const quorum = registerQuorum(register, directory.partnership.quorum);
  const mayDecide =
    quorum &&
    (quorum.quorate
      ? ' The meeting is quorate.'
      : ` The meeting is not quorate: it lacks ${describeLack(quorum, directory)}.`);
  const first =
    missingOnly && away.length > 0
      ? `${seats.length - here} of ${seats.length} agencies ${pluralVerb(seats.length - here, 'is', 'are')} missing from ${where}`
      : `${here} of ${seats.length} agencies ${pluralVerb(here, 'is', 'are')} here at ${where}`;
  return `${first}${away.length > 0 ? `: ${away.join('; ')}` : ''}.${mayDecide ?? ''}`;
}
