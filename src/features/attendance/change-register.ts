import { formatMeeting } from '../../answers/meeting-words.ts';
import { NOT_YOURS_TO_UNDO } from '../../answers/undo-words.ts';
import { UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type ContextWith, type RequestWith, toActor } from '../../contract/asker.ts';
import type { Operation } from '../../contract/operation.ts';
import type { LiveCards } from '../../contract/ports/live-cards.ts';
import { findSuccession, type MeetingLookup } from '../../contract/ports/meeting-lookup.ts';
import type { ChangedRegister, RegisterChanges } from '../../contract/ports/registers.ts';
import type { Actor } from '../../domain/actor.ts';
import { agencyName, coreAgencies, type Directory, personName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { Outcome } from '../../domain/outcome.ts';
import {
  plannedRegister,
  type Register,
  type RegisterChange,
  type RegisterRefusal,
  registerQuorum,
} from '../../domain/register.ts';
import { describeShortfall } from './quorum.ts';
import { type NotDone, ROLL_CALL, rollCallFor } from './roll-call.ts';

/** What a register is kept with. */
export interface RegisterPorts {
  readonly meetings: MeetingLookup;
  readonly registers: RegisterChanges;
  readonly liveCards: LiveCards;
}
export interface RegisterRequest extends RequestWith<RegisterPorts> {
  /** Puts *Undo* on the asker’s card, where a press can take back what was changed. */
  readonly addUndo?: (card: Answer, meeting: Meeting, changed: ChangedRegister) => Answer;
}

export type Decide = (register: Register, actor: Actor) => Outcome<RegisterChange, RegisterRefusal>;

const NOT_CHANGED: Readonly<Record<Exclude<RegisterRefusal, 'register-closed'>, string>> = {
  'closes-early': 'The register is still open.',
  'own-claim':
    'Nothing was recorded: nobody confirms their own seat. Please ask another chair or administrator.',
  'claims-open': 'The register is still open.',
  'seated-elsewhere': 'One person fills one seat, so nothing was changed.',
  'register-not-open':
    'The register is not open yet, so nothing was recorded. You can send apologies now.',
  'not-expected':
    'Your agency is not expected at this meeting, so nothing was recorded yet. You can join as a guest.',
  'reason-missing': 'Nothing was recorded: please give a reason, which is kept.',
  'changed-since': 'Nothing was undone: it was changed since, or is undone already.',
  'not-yours': NOT_YOURS_TO_UNDO,
  'not-closed': 'The register is still open: change it there. Nothing was recorded.',
};

/**
 * The meeting that a button names.
 * @throws UnreadableInput when the records do not have it
 */
export async function loadMeeting(
  { directory, ports }: ContextWith<Pick<RegisterPorts, 'meetings'>>,
  id: string,
): Promise<Meeting> {
  const stored = await ports.meetings.find(directory.partnership.id, id);
  if (!stored) throw new UnreadableInput(id);
  return stored.meeting;
}

/** The register of a meeting, or one that nobody has spoken of yet, with the core agencies of its group. */
export function registerOrNew(
  register: Register | undefined,
  meeting: Meeting,
  directory: Directory,
): Register {
  return register ?? plannedRegister(meeting, coreAgencies(directory, meeting.group));
}

export type AskBefore = (meeting: Meeting, refusal: RegisterRefusal) => Promise<Answer> | undefined;

/** Whose press it is, and what is sent when it is to move them from the seat that they fill. */
interface Change {
  readonly operation?: Operation | undefined;
  readonly move?: { readonly person: string; readonly data: object };
  /** Said above the card when it was done. */
  readonly news?: string | undefined;
  /** What is asked in place of a refusal. */
  readonly askBefore?: AskBefore | undefined;
}

/** Decides on the register as it stands, saves it, updates the live cards, and shows the asker their own. */
export async function changeRegister(
  request: RegisterRequest,
  meeting: Meeting,
  decide: Decide,
  { operation, move, news, askBefore }: Change,
): Promise<Answer> {
  const outcome = await saveRegister(request, meeting, toActor(request), decide, operation);
  if (!outcome.ok)
    return (
      askBefore?.(meeting, outcome.refusal) ?? notChanged(request, meeting, outcome.refusal, move)
    );
  const card = rollCallFor(request, { meeting, stored: outcome.value }, { notice: news });
  return request.addUndo?.(card, meeting, outcome.value) ?? card;
}

/**
 * The same for what is said of the meeting that goes on: the card of one that is over leads to the
 * one that is meant now. Who keeps the register may do so later too: with themselves, or while no
 * other meeting goes on.
 */
export async function changeOpenRegister(
  request: RegisterRequest,
  meeting: Meeting,
  decide: Decide,
  { byKeeper = false, ...change }: Change & { readonly byKeeper?: boolean },
): Promise<Answer> {
  const { isOver, successor } = await findSuccession(request, meeting);
  const isKept = byKeeper && (!successor || request.place.kind === 'personal');
  if (!isOver || isKept) return changeRegister(request, meeting, decide, change);
  const stored = await request.ports.registers.find(request.directory.partnership.id, meeting.id);
  if (stored?.register.status === 'closed') return alreadyClosed(request, meeting);
  const over = `${formatMeeting(meeting, request.directory)}, is over, and nothing was recorded there.`;
  const advice = successor
    ? 'This is today’s meeting.'
    : 'If you were there, ask the chair to mark you.';
  return showRegister(request, successor ?? meeting, { notice: `${over} ${advice}` });
}

/** Decides on the register as it stands, saves it and updates the live cards, whoever brought it about. */
export async function saveRegister(
  context: ContextWith<RegisterPorts>,
  meeting: Meeting,
  actor: Actor,
  decide: Decide,
  operation?: Operation,
): Promise<Outcome<ChangedRegister, RegisterRefusal>> {
  const { directory, ports } = context;
  const outcome = await ports.registers.change(
    directory.partnership.id,
    meeting.id,
    (register) => decide(registerOrNew(register, meeting, directory), actor),
    operation,
  );
  if (outcome.ok) await updateLiveCards(context, meeting, outcome.value);
  return outcome;
}

/** Brings the live cards up to date, and says aloud when the meeting has just ceased to be quorate. */
async function updateLiveCards(
  { directory, ports }: ContextWith<RegisterPorts>,
  meeting: Meeting,
  { register, before }: ChangedRegister,
): Promise<void> {
  if (register === before) return;
  const { id, quorum: rules } = directory.partnership;
  const subject = { partnership: id, kind: ROLL_CALL, id: meeting.id };
  ports.liveCards.refresh(subject);
  if (register.status !== 'open' || before?.status !== 'open') return;
  const quorum = registerQuorum(register, rules);
  if (!registerQuorum(before, rules)?.quorate || !quorum || quorum.quorate) return;
  const text = `The meeting is no longer quorate: ${describeShortfall(quorum, directory)}. The chair may proceed with a reason, which is recorded.`;
  await ports.liveCards.say(subject, text);
}

async function notChanged(
  request: RegisterRequest,
  meeting: Meeting,
  refusal: RegisterRefusal,
  move: Change['move'],
): Promise<Answer> {
  if (refusal === 'register-closed') return alreadyClosed(request, meeting);
  return showRegister(request, meeting, {
    notice: NOT_CHANGED[refusal],
    isGuest: refusal === 'not-expected',
    move: refusal === 'seated-elsewhere' ? move : undefined,
  });
}

/** The asker’s card as the register stands, with what did not happen, if anything. */
export async function showRegister(
  request: RegisterRequest,
  meeting: Meeting,
  { move, ...notDone }: Omit<NotDone, 'move'> & Pick<Change, 'move'> = {},
): Promise<Answer> {
  const { directory, ports } = request;
  const found = await ports.registers.find(directory.partnership.id, meeting.id);
  const stored = found ?? { register: registerOrNew(undefined, meeting, directory), version: 0 };
  const sits = move && stored.register.marks.find(({ person }) => person === move.person);
  const seat =
    sits &&
    `${personName(directory, sits.person)} is on the register for ${agencyName(directory, sits.agency ?? '')}.`;
  const notice = [seat, notDone.notice].filter(Boolean).join(' ') || undefined;
  return rollCallFor(request, { meeting, stored }, { ...notDone, notice, move: move?.data });
}

/** A press on the card of a closed register: told so, with the card of the meeting that is going on here, if there is one. */
async function alreadyClosed(request: RegisterRequest, meeting: Meeting): Promise<Answer> {
  const { directory, place, ports } = request;
  const { id } = directory.partnership;
  const text = `The register of ${formatMeeting(meeting, directory)}, is closed, and nothing was changed.`;
  const shown = await ports.liveCards.find(id, ROLL_CALL, place);
  if (shown && shown !== meeting.id) {
    const [found, stored] = await Promise.all([
      ports.meetings.find(id, shown),
      ports.registers.find(id, shown),
    ]);
    if (found && stored?.register.status === 'open') {
      const notice = `${text} This is the one that is open.`;
      return rollCallFor(request, { meeting: found.meeting, stored }, { notice });
    }
  }
  return showRegister(request, meeting, { notice: text });
}
