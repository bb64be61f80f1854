import { formatList } from '../../answers/words.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { AttendanceStatus } from '../../domain/meeting.ts';
import {
  type Mark,
  openClaims,
  type Register,
  registerGuests,
  registerSeats,
  type Seat,
  type SeatStatus,
} from '../../domain/register.ts';

/** One agency and who speaks for it, or a guest. */
export interface SeatRow {
  readonly name: string;
  /** `Police Partner Lead`, `deputy: DI Ahmed`, `on leave`; empty when there is nothing to say. */
  readonly detail: string;
}

/** Those who stand alike: here, apologies, left, still to come, guests. */
export interface SeatList {
  readonly title: string;
  readonly count: number;
  /** One for each agency, or one for all where there is nothing to say but their names. */
  readonly rows: readonly SeatRow[];
}

/** Who stands how: on an open register as people said, on a closed one as its lines say. What was written to the chair is on no card but theirs and the administrators’. */
export function seatLists(
  register: Register,
  directory: Directory,
  withMessages: boolean,
): SeatList[] {
  return register.status === 'closed'
    ? closedLists(register, directory)
    : openLists(register, directory, withMessages);
}

function openLists(register: Register, directory: Directory, withMessages: boolean): SeatList[] {
  const seats = registerSeats(register);
  const standing = (...wanted: SeatStatus[]) =>
    seats.filter((seat) => wanted.includes(seat.status));
  const rows = (of: readonly Seat[]) =>
    of.map(({ agency, marks }) => ({
      name: agencyName(directory, agency),
      detail: formatList(marks.map((mark) => describeMark(mark, directory, withMessages))),
    }));
  // Whoever left or sent apologies is listed as well where somebody else claims the seat.
  const without = (status: 'left' | 'apologies') =>
    seats.filter(
      (seat) =>
        seat.status === status ||
        (seat.status === 'claimed' && seat.marks.some((mark) => mark.status === status)),
    );
  const guests = registerGuests(register).map((guest) => ({
    name: markName(guest, directory),
    detail: guest.agency
      ? `${guest.claim ? 'not for ' : ''}${agencyName(directory, guest.agency)}`
      : '',
  }));
  return withCounts([
    { title: 'Here', rows: rows(standing('present', 'deputy')) },
    { title: 'Claimed, not confirmed', rows: claimRows(openClaims(register), directory) },
    { title: 'Guests, not counted', rows: guests },
    { title: 'Left', rows: rows(without('left')) },
    { title: 'Apologies', rows: rows(without('apologies')) },
    { title: 'Not here yet', rows: rows(standing('missing')) },
    {
      title: 'Vacant seats, not counted',
      rows: register.vacant.map((id) => ({ name: agencyName(directory, id), detail: '' })),
    },
  ]);
}

export const ATTENDED: Readonly<Record<AttendanceStatus, string>> = {
  present: 'present',
  deputy: 'by deputy',
  apologies: 'apologies',
  absent: 'absent',
};

const claimRows = (claims: readonly Mark[], directory: Directory): SeatRow[] =>
  claims.map((mark) => ({
    name: agencyName(directory, mark.agency ?? ''),
    detail: `${markName(mark, directory)}${mark.status === 'left' ? ', left' : ''}`,
  }));

function closedLists({ lines, marks }: Register, directory: Directory): SeatList[] {
  const unseated = marks.filter(({ claim }) => claim?.outcome === 'without-seat');
  const rows = (wanted: AttendanceStatus) =>
    lines
      .filter((line) => line.attended === wanted)
      .map(({ agency, person }) => ({
        name: agencyName(directory, agency),
        detail: person ? personName(directory, person) : '',
      }));
  return withCounts([
    { title: 'Present', rows: rows('present') },
    { title: 'By deputy', rows: rows('deputy') },
    { title: 'Apologies', rows: rows('apologies') },
    { title: 'Absent', rows: rows('absent') },
    {
      title: 'Attended without a seat',
      rows: unseated.map((mark) => ({
        name: markName(mark, directory),
        detail: `claimed ${agencyName(directory, mark.agency ?? '')}`,
      })),
    },
  ]);
}

/** Lists that have somebody on them; names alone are written as one sentence, so that a phone shows the buttons too. */
function withCounts(lists: readonly Omit<SeatList, 'count'>[]): SeatList[] {
  return lists
    .filter(({ rows }) => rows.length > 0)
    .map(({ title, rows }) => {
      const names = rows.map(({ name }) => name);
      const isBare = rows.every(({ detail }) => detail === '');
      return {
        title,
        count: rows.length,
        rows: isBare ? [{ name: formatList(names), detail: '' }] : rows,
      };
    });
}

function describeMark(mark: Mark, directory: Directory, withMessages: boolean): string {
  const name = markName(mark, directory);
  if (mark.status === 'here') return mark.isDeputy ? `deputy: ${name}` : name;
  const sends = mark.status === 'apologies' && mark.name ? `, deputy expected: ${mark.name}` : '';
  const message = withMessages && mark.message ? `, “${mark.message}”` : '';
  return `${markPerson(mark, directory)}${message}${sends}`;
}

/** The name under which somebody sits: as it was given, else as the records have it. */
export function markName(mark: Mark, directory: Directory): string {
  return mark.status === 'here' && mark.name ? mark.name : markPerson(mark, directory);
}

/** Somebody of the records by name; `somebody:WMP`, `guest:Jo` and `unknown:ID` are nobody of the records. */
function markPerson({ person }: Mark, directory: Directory): string {
  const [kind, name] = person.split(/:(.*)/s);
  return name === undefined ? personName(directory, person) : kind === 'guest' ? name : 'somebody';
}

/** How somebody stands, said to them. */
export function describeOwnMark(mark: Mark, directory: Directory): string {
  const agency = mark.agency ? ` for ${agencyName(directory, mark.agency)}` : '';
  const { claim } = mark;
  if (claim?.outcome === 'without-seat')
    return `You attend without a seat: it was not confirmed that you are here${agency}${claim.reason ? ` (${claim.reason})` : ''}.`;
  if (claim && !claim.outcome && mark.status === 'here')
    return `You said that you are here as deputy${agency}. It counts once the chair or an administrator confirms it.`;
  if (mark.status === 'left') return `You have left${agency ? `; you were here${agency}` : ''}.`;
  if (mark.status === 'here')
    return `You’re marked present${mark.isDeputy ? ' as deputy' : ''}${agency}.`;
  return mark.name
    ? `You gave apologies; ${mark.name} is expected in your place.`
    : 'You gave apologies.';
}
