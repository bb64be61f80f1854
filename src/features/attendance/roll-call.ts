import { mayOn } from '../../domain/access.ts';
import { localTimeAt } from '../../domain/dates.ts';
import { agencyName, type Directory, personName } from '../../domain/directory.ts';
import type { Attended, Meeting } from '../../domain/meeting.ts';
import {
  guestsOf,
  type Mark,
  notOnRegister,
  type Register,
  type Seat,
  type Standing,
  seatsOf,
} from '../../domain/register.ts';
import type { Asker, Reply } from '../feature.ts';
import { meetingInWords, timeInWords } from '../meeting-words.ts';
import { newOperation } from '../operation.ts';
import type { Ports, StoredRegister } from '../ports.ts';
import { listed } from '../words.ts';
import { quorumInWords } from './quorum-words.ts';
import type { Choice, KeeperPart, RollCallView, SeatList, SeatRow } from './roll-call-view.ts';

/** Which live card this is, for those who edit it. */
export const ROLL_CALL = 'roll-call';

interface Scene {
  readonly directory: Directory;
  readonly meeting: Meeting;
  readonly stored: StoredRegister;
}

/** The card that everybody sees: posted once, then edited in place. */
export function rollCallForAll(scene: Scene, ports: Ports): Reply {
  return reply(scene, { ...commonView(scene, ports), may: { come: true, excuse: true, leave: false, joinAsGuest: false } });
}

/** The same as it stands now, for whoever edits it; `undefined` when there is no such register. */
export async function drawRollCall(directory: Directory, meetingId: string, ports: Ports): Promise<Reply | undefined> {
  const { id } = directory.partnership;
  const [found, stored] = await Promise.all([ports.meetings.find(id, meetingId), ports.registers.find(id, meetingId)]);
  return found && stored && rollCallForAll({ directory, meeting: found.meeting, stored }, ports);
}

export interface OwnParts {
  /** What did not happen, and why. */
  readonly notice?: string;
  /** The asker’s agency is not expected: they can come as a guest. */
  readonly joinAsGuest?: boolean;
}

/** The card as one person sees it: how they stand, and what they may do. */
export function rollCallFor(
  asker: Asker,
  { meeting, stored, notice, joinAsGuest = false }: Omit<Scene, 'directory'> & OwnParts,
  ports: Ports,
): Reply {
  const { directory, person } = asker;
  const scene = { directory, meeting, stored };
  const { register } = stored;
  const own = register.marks.find((mark) => mark.person === person.id);
  const isKeeper = mayOn(person, 'registers.keep', { group: meeting.group });
  const isClosed = register.status === 'closed';
  const view: RollCallView = {
    ...commonView(scene, ports),
    ...(notice && { notice }),
    ...(own && !isClosed && { mine: ownInWords(own, directory) }),
    seat: person.agency && register.expected.includes(person.agency) ? person.agency : '',
    may: {
      come: own?.standing !== 'here' && !joinAsGuest,
      excuse: own?.standing !== 'apologies' && own?.standing !== 'left',
      leave: own?.standing === 'here',
      joinAsGuest,
    },
    ...(isKeeper && !isClosed && { keeper: keeperPart(asker, scene) }),
    ...(isKeeper &&
      isClosed && {
        corrector: {
          lines: register.lines.map((line) => ({
            title: `${agencyName(directory, line.agency)}: ${ATTENDED[line.attended]}`,
            id: line.agency,
          })),
        },
      }),
  };
  const { text, live, ...rest } = reply(scene, view);
  return { ...rest, text: notice ?? text, ...(live && { live: { ...live, shows: 'asker', isNews: notice !== undefined } }) };
}

function reply({ directory, meeting, stored }: Scene, view: RollCallView): Reply {
  const { partnership } = directory;
  const text = `Roll-call for ${meetingInWords(meeting, directory)}: ${view.headline}. ${view.quorum.words}.`;
  const lines = view.lists.map(({ title, rows }) => `${title}: ${listed(rows.map(inOneLine))}.`);
  const plain = [view.notice, text, view.mine, ...lines, view.asAt].filter(Boolean).join('\n');
  const subject = { partnership: partnership.id, kind: ROLL_CALL, id: meeting.id };
  return {
    text,
    card: { name: 'roll-call', view, plain },
    live: { subject, version: stored.version, shows: 'everybody', isNews: false },
  };
}

const inOneLine = ({ name, detail }: SeatRow) => (detail ? `${name} (${detail})` : name);

type Common = Omit<RollCallView, 'may'>;

function commonView({ directory, meeting, stored: { register, version } }: Scene, ports: Ports): Common {
  const { shortName, timeZone } = directory.partnership;
  const now = localTimeAt(ports.calendar.now(), timeZone);
  const seats = register.status === 'closed' ? [] : seatsOf(register);
  const here = register.status === 'closed' ? register.lines.filter(attended).length : seats.filter(isThere).length;
  const of = register.status === 'closed' ? register.lines.length : seats.length;
  return {
    source: `${shortName} · ${timeInWords(meeting.startsAt, ports.calendar.today(timeZone))} · ${meeting.title}`,
    headline: headlineOf(register, here, of),
    quorum: quorumInWords(register, directory),
    lists: register.status === 'closed' ? closedLists(register, directory) : openLists(register, seats, directory),
    asAt: `${register.status === 'closed' ? 'Register closed · as' : 'As'} at ${now.slice(11)}`,
    meeting: meeting.id,
    version,
    isOpen: register.status === 'open',
    seats: register.expected.map((agency) => ({ title: agencyName(directory, agency), id: agency })),
    seat: '',
    refresh: refreshOf(meeting),
  };
}

function headlineOf({ status }: Register, here: number, of: number): string {
  if (status === 'planned') return 'The register is not open yet';
  return `${here} of ${of} agencies ${status === 'open' ? 'are here' : 'attended'}`;
}

const isThere = ({ standing }: Seat) => standing === 'present' || standing === 'deputy';
const attended = (line: { attended: Attended }) => line.attended === 'present' || line.attended === 'deputy';

function openLists(register: Register, seats: readonly Seat[], directory: Directory): SeatList[] {
  const standing = (...wanted: Standing[]) => seats.filter((seat) => wanted.includes(seat.standing));
  const rows = (of: readonly Seat[]) =>
    of.map(({ agency, marks }) => ({
      name: agencyName(directory, agency),
      detail: listed(marks.map((mark) => markInWords(mark, directory))),
    }));
  const guests = guestsOf(register).map((guest) => ({
    name: nameOf(guest, directory),
    detail: guest.agency ? agencyName(directory, guest.agency) : '',
  }));
  return shown([
    { title: 'Here', rows: rows(standing('present', 'deputy')) },
    { title: 'Guests, not counted', rows: guests },
    { title: 'Left', rows: rows(standing('left')) },
    { title: 'Apologies', rows: rows(standing('apologies')) },
    { title: 'Still to come', rows: rows(standing('missing')) },
    {
      title: 'Vacant seats, not counted',
      rows: register.vacant.map((id) => ({ name: agencyName(directory, id), detail: '' })),
    },
  ]);
}

const ATTENDED: Readonly<Record<Attended, string>> = {
  present: 'present',
  deputy: 'by deputy',
  apologies: 'apologies',
  absent: 'absent',
};

function closedLists({ lines }: Register, directory: Directory): SeatList[] {
  const rows = (wanted: Attended) =>
    lines
      .filter((line) => line.attended === wanted)
      .map(({ agency, person }) => ({
        name: agencyName(directory, agency),
        detail: person ? personName(directory, person) : '',
      }));
  return shown([
    { title: 'Present', rows: rows('present') },
    { title: 'By deputy', rows: rows('deputy') },
    { title: 'Apologies', rows: rows('apologies') },
    { title: 'Absent', rows: rows('absent') },
  ]);
}

const shown = (lists: readonly SeatList[]) => lists.filter(({ rows }) => rows.length > 0);

function markInWords(mark: Mark, directory: Directory): string {
  const name = nameOf(mark, directory);
  if (mark.standing === 'here') return mark.isDeputy ? `deputy: ${name}` : name;
  const sends = mark.standing === 'apologies' && mark.name ? `, deputy expected: ${mark.name}` : '';
  const word = mark.word ? `, ${mark.word}` : '';
  return `${personOf(mark, directory)}${word}${sends}`;
}

/** The name under which somebody sits: as it was given, else as the records have it. */
function nameOf(mark: Mark, directory: Directory): string {
  return mark.standing === 'here' && mark.name ? mark.name : personOf(mark, directory);
}

/** Somebody of the records by name; `somebody:WMP` and `guest:Jo` are nobody of the records. */
function personOf({ person }: Mark, directory: Directory): string {
  const [kind, name] = person.split(/:(.*)/s);
  return name === undefined ? personName(directory, person) : kind === 'guest' ? name : 'somebody';
}

function ownInWords(mark: Mark, directory: Directory): string {
  const agency = mark.agency ? ` for ${agencyName(directory, mark.agency)}` : '';
  if (mark.standing === 'left') return `You have left${agency ? `; you were here${agency}` : ''}.`;
  if (mark.standing === 'here') return `You are here${mark.isDeputy ? ' as deputy' : ''}${agency}.`;
  return mark.name ? `You gave apologies; ${mark.name} is expected in your place.` : 'You gave apologies.';
}

function keeperPart({ person, directory }: Asker, { meeting, stored: { register } }: Scene): KeeperPart {
  const joined = notOnRegister(register);
  const { words, colour } = quorumInWords(register, directory);
  const whenRequired = directory.memberships.filter(
    ({ group, agency }) => group === meeting.group && !register.expected.includes(agency),
  );
  return {
    people: peopleChoices(register, directory),
    standings: [
      { title: 'Here', id: 'here' },
      { title: 'Here as deputy', id: 'deputy' },
      { title: 'Apologies', id: 'apologies' },
      { title: 'Left', id: 'left' },
      { title: 'The seat is vacant', id: 'vacant' },
    ],
    invitable: whenRequired.map(({ agency }) => ({ title: agencyName(directory, agency), id: agency })),
    ...(joined.length > 0 && {
      joined: {
        words: `Joined but not on the register: ${joined.length}. ${listed(joined.map(({ name }) => name))}.`,
        ids: joined.map((each) => each.person),
      },
    }),
    mayProceed:
      colour === 'warning' && !words.includes('goes on') && mayOn(person, 'registers.proceed', { group: meeting.group }),
    operation: newOperation(),
  };
}

/** Whom one can mark: the people of each expected agency, and somebody else of it. */
function peopleChoices({ expected }: Register, directory: Directory): Choice[] {
  return expected.flatMap((agency) => {
    const name = agencyName(directory, agency);
    const people = directory.people.filter((person) => person.agency === agency);
    return [
      ...people.map(({ id, displayName }) => ({ title: `${name}: ${displayName}`, id })),
      { title: `${name}: somebody else`, id: `somebody:${agency}` },
    ];
  });
}

/** In chats of up to 60 everybody’s card becomes their own by itself; elsewhere they press *Refresh*. */
function refreshOf({ id }: Meeting): object {
  const data = { verb: 'attendance.show', meeting: id };
  return { action: { type: 'Action.Execute', title: 'Refresh', verb: 'attendance.show', data } };
}
