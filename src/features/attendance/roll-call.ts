import { z } from 'zod';
import { formatMeeting, formatTime } from '../../answers/meeting-words.ts';
import { toRefresh } from '../../answers/press-data.ts';
import { formatList } from '../../answers/words.ts';
import { declarePress } from '../../contract/action.ts';
import type { Answer, State } from '../../contract/answer.ts';
import type { ContextWith, RequestWith } from '../../contract/asker.ts';
import type { StoredRegister } from '../../contract/ports/registers.ts';
import { isPermittedOn, type Permission } from '../../domain/access.ts';
import { toLocalTime } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  attendingAgencies,
  claimId,
  openClaims,
  type Register,
  registerSeats,
} from '../../domain/register.ts';
import { type Choice, type Controls, chairControls, correctableLines } from './chair-controls.ts';
import { quorumState } from './quorum.ts';
import { describeOwnMark, type SeatList, type SeatRow, seatLists } from './seats.ts';

/** How a card names its meeting. */
export const meetingId = z.string().min(1).max(200);

/** The register as it stands now, for whoever asks. */
export const openRegister = declarePress({
  id: 'attendance.show',
  input: z.object({ meeting: meetingId }),
});

/** The kind of live card that this is. */
export const ROLL_CALL = 'roll-call';

/** `cards/roll-call.json`. Without `ownMark` it is the card that everybody sees. */
interface RollCallView {
  readonly source: string;
  readonly headline: string;
  /** What did not happen, and why. */
  readonly notice?: string;
  readonly quorum: State;
  /** How the asker stands, in words. */
  readonly ownMark?: string;
  readonly lists: readonly SeatList[];
  readonly asAt: string;
  /** What every button sends. */
  readonly meeting: string;
  readonly version: number;
  readonly isOpen: boolean;
  /** Which of the asker’s own buttons make sense now. */
  readonly may: {
    readonly come: boolean;
    readonly excuse: boolean;
    readonly leave: boolean;
    readonly joinAsGuest: boolean;
  };
  /** The agencies for which one can be deputy, and the likeliest. */
  readonly seats: readonly Choice[];
  readonly seat: string;
  /** What *Undo* sends, of what the asker has just recorded. */
  readonly undo?: object;
  /** What *Move* sends, for one who takes another seat than they fill. */
  readonly move?: object;
  /** Asked before the register closes: the claims that can be confirmed with it, and all that were shown. */
  readonly closing?: {
    readonly others: readonly Choice[];
    readonly all: string;
    /** `Settle and close` with claims, else `Close anyway`. */
    readonly title: string;
  };
  /** What the chair and the administrators can do besides; on nobody else’s card. */
  readonly controls?: Controls;
  /** The lines of a closed register, for those who may correct them. */
  readonly correctable?: readonly Choice[];
  /** Names the press of *Reopen*. */
  readonly reopening?: string;
  /** Makes every viewer’s card their own. */
  readonly refresh: object;
}

/** A meeting with its register. */
export interface RollCall {
  readonly meeting: Meeting;
  readonly stored: StoredRegister;
}

/** What did not happen, or has just happened, and what can be done about it. */
export interface NotDone {
  readonly notice?: string | undefined;
  readonly isGuest?: boolean;
  readonly move?: object | undefined;
  readonly isClosing?: boolean;
}

/** The card as one person sees it: how they stand, and what they may do. */
export function rollCallFor(
  request: RequestWith<unknown>,
  rollCall: RollCall,
  { notice, isGuest = false, move, isClosing = false }: NotDone = {},
): Answer {
  const { directory, person } = request;
  const { register } = rollCall.stored;
  const own = register.marks.find((mark) => mark.person === person.id);
  const isClosed = register.status === 'closed';
  const { group } = rollCall.meeting;
  const isAllowed = (to: Permission) => isPermittedOn(person, to, { group });
  const controls = chairControls(person, register, directory);
  const view: RollCallView = {
    ...commonView(request, rollCall),
    lists: seatLists(register, directory, isAllowed('registers.read-messages')),
    ...(notice && { notice }),
    ...(move && { move }),
    ...(isClosing && {
      closing: {
        others: controls.claims?.others ?? [],
        all: openClaims(register).map(claimId).join(','),
        title: controls.claims ? 'Settle and close' : 'Close anyway',
      },
    }),
    ...(own && !isClosed && { ownMark: describeOwnMark(own, directory) }),
    seat: person.agency && register.expected.includes(person.agency) ? person.agency : '',
    may: {
      come: own?.status !== 'here' && !isGuest,
      excuse: own?.status !== 'apologies' && own?.status !== 'left',
      leave: own?.status === 'here',
      joinAsGuest: isGuest,
    },
    ...(isAllowed('registers.record') &&
      (isClosed
        ? { correctable: correctableLines(register, directory), reopening: controls.operation }
        : { controls })),
  };
  const { text, live, ...rest } = toAnswer(request, rollCall, view);
  return {
    ...rest,
    text: notice ?? text,
    ...(live && { live: { ...live, shows: 'asker', isNews: notice !== undefined } }),
  };
}

/** The card of a view; by default the one that everybody sees. */
export function toAnswer(
  { directory }: ContextWith<unknown>,
  { meeting, stored }: RollCall,
  view: RollCallView,
): Answer {
  const text = `Roll-call for ${formatMeeting(meeting, directory)}: ${view.headline}. ${view.quorum.words}.`;
  const lines = view.lists.map(
    ({ title, rows }) => `${title}: ${formatList(rows.map(formatSeat))}.`,
  );
  const plain = [view.notice, text, view.ownMark, ...lines, view.asAt].filter(Boolean).join('\n');
  const subject = { partnership: directory.partnership.id, kind: ROLL_CALL, id: meeting.id };
  return {
    text,
    card: { name: 'roll-call', view, plain },
    live: { subject, version: stored.version, shows: 'everybody', isNews: false },
  };
}

const formatSeat = ({ name, detail }: SeatRow) => (detail ? `${name} (${detail})` : name);

export function commonView(
  { directory, today, now }: ContextWith<unknown>,
  { meeting, stored: { register, version } }: RollCall,
): Omit<RollCallView, 'may'> {
  const { shortName, timeZone } = directory.partnership;
  const time = toLocalTime(now, timeZone).slice('YYYY-MM-DDT'.length);
  return {
    source: `${shortName} · ${formatTime(meeting.startsAt, today)} · ${meeting.title}`,
    headline: headlineFor(register),
    quorum: quorumState(register, directory),
    lists: seatLists(register, directory, false),
    asAt: `${register.status === 'closed' ? 'Register closed · as' : 'As'} at ${time}`,
    meeting: meeting.id,
    version,
    isOpen: register.status === 'open',
    seats: register.expected.map((id) => ({ title: agencyName(directory, id), id })),
    seat: '',
    refresh: toRefresh(openRegister.press({ meeting: meeting.id })),
  };
}

function headlineFor(register: Register): string {
  const { status, expected, lines } = register;
  if (status === 'planned') return 'The register is not open yet';
  const attending = attendingAgencies(register).size;
  const claimed = registerSeats(register).filter((seat) => seat.status === 'claimed').length;
  return status === 'open'
    ? `${attending} of ${expected.length} agencies are here${claimed > 0 ? `; ${claimed} claimed, not confirmed` : ''}`
    : `${attending} of ${lines.length} agencies attended`;
}
