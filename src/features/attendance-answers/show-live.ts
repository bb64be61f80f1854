import type { Colour } from '../../answers/card-parts.ts';
import { listed, verb } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { formatDay, formatDayWithYear, toDay } from '../../domain/dates.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  type Register,
  registerQuorum,
  registerSeats,
  type Seat,
  type SeatStatus,
} from '../../domain/register.ts';
import { agenciesInWords, askedAs, lackingInWords, meetingInWords } from './attendance-words.ts';
import { listCard } from './list-card.ts';

const IN_WORDS: Readonly<Record<SeatStatus, string>> = {
  present: 'here',
  deputy: 'by deputy',
  left: 'left',
  apologies: 'apologies',
  missing: 'not here yet',
};
const COLOURS: Readonly<Record<SeatStatus, Colour>> = {
  present: 'good',
  deputy: 'good',
  left: 'default',
  apologies: 'default',
  missing: 'warning',
};
const ORDER: readonly SeatStatus[] = ['missing', 'apologies', 'left', 'deputy', 'present'];
const HERE: readonly SeatStatus[] = ['present', 'deputy'];

const IS: Readonly<Record<SeatStatus, string>> = {
  present: 'is here at',
  deputy: 'is here by deputy at',
  left: 'has left',
  apologies: 'sent apologies for',
  missing: 'is not here yet at',
};

/** How one agency stands in a register that is not closed, as in `is not here yet at`; `undefined` where it has no seat. */
export async function seatOf(
  agency: string,
  { id }: Meeting,
  { partnership }: Directory,
  ports: Ports,
): Promise<string | undefined> {
  const stored = await ports.registers.find(partnership.id, id);
  const seat = stored && registerSeats(stored.register).find((each) => each.agency === agency);
  return seat && IS[seat.status];
}

/** Answers how the register of a meeting stands that is not closed yet: who is here, or only who is missing. */
export async function showLive(
  asker: Asker,
  question: Question,
  meeting: Meeting,
  missingOnly: boolean,
  ports: Ports,
): Promise<Answer> {
  const { directory } = asker;
  const { id, shortName, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const stored = await ports.registers.find(id, meeting.id);
  const where = meetingInWords(meeting, directory, today);
  const suggestions = [`attendance at the last ${askedAs(meeting.group, directory)}`];
  const thread = { question };
  if (!stored)
    return { text: `The register of ${where} has not been opened.`, suggestions, thread };
  const { register } = stored;
  const seats = registerSeats(register).sort(
    (a, b) => ORDER.indexOf(a.status) - ORDER.indexOf(b.status),
  );
  const text = answerInWords(where, register, seats, missingOnly, asker);
  const card = listCard(text, {
    source: `${shortName} · ${groupName(directory, meeting.group)} · as at ${formatDayWithYear(today)}`,
    headline: `${missingOnly ? 'Missing on' : 'Attendance on'} ${formatDay(toDay(meeting.startsAt), today)}`,
    figures: [],
    rows: seats
      .filter(({ status }) => !missingOnly || !HERE.includes(status))
      .map(({ agency, status, marks }) => ({
        title: agencyName(directory, agency),
        standing: IN_WORDS[status],
        colour: COLOURS[status],
        line: listed(marks.flatMap(({ name }) => name ?? [])),
      })),
    corrections: [],
    watch: [],
    basis: '',
    suggestions,
  });
  return { text, card, suggestions, thread };
}

/** “9 of 12 agencies are here at the board on Wed 12 May; the lay person is not here yet. The meeting is quorate.” */
function answerInWords(
  where: string,
  register: Register,
  seats: readonly Seat[],
  missingOnly: boolean,
  { directory }: Asker,
): string {
  const of = (wanted: SeatStatus) =>
    seats.filter(({ status }) => status === wanted).map(({ agency }) => agency);
  const said = (agencies: readonly string[], one: string, many: string) =>
    agencies.length > 0 &&
    `${agenciesInWords(agencies, directory)} ${agencies.length === 1 ? one : many}`;
  const away = [
    said(of('missing'), 'is not here yet', 'are not here yet'),
    said(of('apologies'), 'sent apologies', 'sent apologies'),
    said(of('left'), 'has left', 'have left'),
  ].filter((part) => part !== false);
  if (register.status === 'planned') {
    const sorry =
      said(of('apologies'), 'sent apologies', 'sent apologies') || 'nobody has sent apologies';
    return `The register of ${where} is not open yet; ${sorry}.`;
  }
  const here = seats.filter(({ status }) => HERE.includes(status)).length;
  const quorum = registerQuorum(register, directory.partnership.quorum);
  const mayDecide =
    quorum &&
    (quorum.quorate
      ? ' The meeting is quorate.'
      : ` The meeting is not quorate: it lacks ${lackingInWords(quorum, directory)}.`);
  const first =
    missingOnly && away.length > 0
      ? `${seats.length - here} of ${seats.length} agencies ${verb(seats.length - here, 'is', 'are')} missing from ${where}`
      : `${here} of ${seats.length} agencies ${verb(here, 'is', 'are')} here at ${where}`;
  return `${first}${away.length > 0 ? `: ${away.join('; ')}` : ''}.${mayDecide ?? ''}`;
}
