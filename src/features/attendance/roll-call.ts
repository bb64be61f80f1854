import { meetingInWords, timeInWords } from '../../answers/meeting-words.ts';
import { listed } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredRegister } from '../../contract/ports.ts';
import { toLocalTime } from '../../domain/dates.ts';
import { agencyName, type Directory } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { attendingAgencies, type Register } from '../../domain/register.ts';
import { correctorPart, keeperPart } from './keeper-part.ts';
import { quorumInWords } from './quorum-words.ts';
import { isKeeper } from './register-access.ts';
import type { RollCallView, SeatRow } from './roll-call-view.ts';
import { ownInWords, seatLists } from './seat-lists.ts';

/** Which live card this is, for those who edit it. */
export const ROLL_CALL = 'roll-call';

interface Scene {
  readonly directory: Directory;
  readonly meeting: Meeting;
  readonly stored: StoredRegister;
}

/** The card that everybody sees: posted once, then edited in place. */
export function rollCallForAll(scene: Scene, ports: Ports): Answer {
  return reply(scene, {
    ...commonView(scene, ports),
    may: { come: true, excuse: true, leave: false, joinAsGuest: false },
  });
}

/** The same as it stands now, for whoever edits it; `undefined` when there is no such register. */
export async function drawRollCall(
  directory: Directory,
  meetingId: string,
  ports: Ports,
): Promise<Answer | undefined> {
  const { id } = directory.partnership;
  const [found, stored] = await Promise.all([
    ports.meetings.find(id, meetingId),
    ports.registers.find(id, meetingId),
  ]);
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
): Answer {
  const { directory, person } = asker;
  const scene = { directory, meeting, stored };
  const { register } = stored;
  const own = register.marks.find((mark) => mark.person === person.id);
  const isClosed = register.status === 'closed';
  const view: RollCallView = {
    ...commonView(scene, ports),
    ...(notice && { notice }),
    ...(own && !isClosed && { mine: ownInWords(own, directory) }),
    seat: person.agency && register.expected.includes(person.agency) ? person.agency : '',
    may: {
      come: own?.status !== 'here' && !joinAsGuest,
      excuse: own?.status !== 'apologies' && own?.status !== 'left',
      leave: own?.status === 'here',
      joinAsGuest,
    },
    ...(isKeeper(asker, meeting) &&
      (isClosed
        ? { corrector: correctorPart(register, directory) }
        : { keeper: keeperPart(asker, meeting, register) })),
  };
  const { text, live, ...rest } = reply(scene, view);
  return {
    ...rest,
    text: notice ?? text,
    ...(live && { live: { ...live, shows: 'asker', isNews: notice !== undefined } }),
  };
}

function reply({ directory, meeting, stored }: Scene, view: RollCallView): Answer {
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

function commonView(
  { directory, meeting, stored: { register, version } }: Scene,
  ports: Ports,
): Common {
  const { shortName, timeZone } = directory.partnership;
  const now = toLocalTime(ports.calendar.now(), timeZone);
  return {
    source: `${shortName} · ${timeInWords(meeting.startsAt, ports.calendar.today(timeZone))} · ${meeting.title}`,
    headline: headlineOf(register),
    quorum: quorumInWords(register, directory),
    lists: seatLists(register, directory),
    asAt: `${register.status === 'closed' ? 'Register closed · as' : 'As'} at ${now.slice('YYYY-MM-DDT'.length)}`,
    meeting: meeting.id,
    version,
    isOpen: register.status === 'open',
    seats: register.expected.map((agency) => ({
      title: agencyName(directory, agency),
      id: agency,
    })),
    seat: '',
    refresh: refreshOf(meeting),
  };
}

function headlineOf(register: Register): string {
  const { status, expected, lines } = register;
  if (status === 'planned') return 'The register is not open yet';
  const attending = attendingAgencies(register).size;
  return status === 'open'
    ? `${attending} of ${expected.length} agencies are here`
    : `${attending} of ${lines.length} agencies attended`;
}

/** In chats of up to 60 everybody’s card becomes their own by itself; elsewhere they press *Refresh*. */
function refreshOf({ id }: Meeting): object {
  const data = { verb: 'attendance.show', meeting: id };
  return { action: { type: 'Action.Execute', title: 'Refresh', verb: 'attendance.show', data } };
}
