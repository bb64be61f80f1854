import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { acceptChange, type Change } from './change-event.ts';
import type { Day } from './dates.ts';
import { workingDaysFrom } from './notices/steps.ts';
import { type Outcome, refuse } from './outcome.ts';
import { toReferenceKey } from './reference-key.ts';

export const LEARNING_KINDS = ['briefing', 'event'] as const;
export type LearningKind = (typeof LEARNING_KINDS)[number];

/** A briefing that was sent to agencies, or an event that was held for them, with what it comes from. */
export interface LearningItem {
  readonly id: string;
  readonly title: string;
  readonly kind: LearningKind;
  /** The id of the source whose learning it is. */
  readonly source?: string;
  /** The day on which it was sent, or held. */
  readonly on: Day;
  readonly link?: string;
  /** The id of the audit that looked whether it was learned. */
  readonly testedBy?: string;
  /** It was called off, or sent by mistake: nobody is asked for an answer. */
  readonly cancelledOn?: Day;
  readonly cancelledBecause?: string;
  readonly basis?: string;
}

export const REPLY_STATES = ['waiting', 'read', 'acted', 'asked'] as const;
export type ReplyState = (typeof REPLY_STATES)[number];

/** What one agency said to a learning item. */
export interface LearningReply {
  readonly item: string;
  readonly agency: string;
  readonly sentOn: Day;
  readonly dueOn: Day;
  readonly state: ReplyState;
  readonly on?: Day;
  /** Person id, or a name that an imported file has. */
  readonly by?: string;
  /** What the agency did, or what it asks. */
  readonly text?: string;
  /** What it was told when it asked. */
  readonly answer?: string;
}

/** Our proposal; no guidance sets it. */
const WORKING_DAYS_TO_REPLY = 20;

/**
 * By when an agency confirms what was sent to it.
 * @example replyDueOn(day('2021-03-01'), england) // '2021-03-29'
 */
export const replyDueOn = (sentOn: Day, bankHolidays: BankHolidays): Day =>
  workingDaysFrom(sentOn, WORKING_DAYS_TO_REPLY, bankHolidays);

/** Whether an agency has said that it read it, or what it did with it. */
export const isConfirmed = ({ state }: LearningReply): boolean =>
  state === 'read' || state === 'acted';

/** Whether the day by which it was to confirm has gone by. */
export const isLateReply = (reply: LearningReply, today: Day): boolean =>
  !isConfirmed(reply) && reply.dueOn < today;

/** Whether an event is held in the place of one that was called off: of the same source or title, from that day on. */
export const takesPlaceOf = (event: LearningItem, cancelled: LearningItem): boolean =>
  !event.cancelledOn &&
  event.id !== cancelled.id &&
  event.on >= (cancelled.cancelledOn ?? cancelled.on) &&
  (event.source !== undefined && cancelled.source !== undefined
    ? event.source === cancelled.source
    : toReferenceKey(event.title) === toReferenceKey(cancelled.title));

export type LearningRefusal =
  | 'title-missing'
  | 'agencies-missing'
  | 'text-missing'
  | 'day-to-come'
  | 'reason-missing'
  | 'cancelled'
  | 'nothing-asked'
  | 'nothing-to-take-back';

/** Records that a briefing is sent, or that an event was held. */
export function send(
  item: LearningItem,
  agencies: readonly string[],
  actor: Actor,
): Outcome<Change<LearningItem>, LearningRefusal> {
  if (!item.title.trim()) return refuse('title-missing');
  if (agencies.length === 0) return refuse('agencies-missing');
  if (item.on > actor.today) return refuse('day-to-come');
  return acceptChange(item, { type: 'sent' }, actor);
}

/** An agency says that it read it, what it did with it, or what it wants to know. */
export function reply(
  from: LearningReply,
  { state, text = '' }: { readonly state: Exclude<ReplyState, 'waiting'>; readonly text?: string },
  actor: Actor,
): Outcome<Change<LearningReply>, LearningRefusal> {
  if (state !== 'read' && !text.trim()) return refuse('text-missing');
  const { text: _, ...rest } = from;
  const said = { ...rest, state, on: actor.today, by: actor.by };
  return acceptChange(
    text.trim() ? { ...said, text: text.trim() } : said,
    { type: state, changes: { state: { from: from.state, to: state } } },
    actor,
  );
}

/** Takes back what an agency said by mistake: it is waited for again. */
export function takeBackReply(
  from: LearningReply,
  actor: Actor,
): Outcome<Change<LearningReply>, LearningRefusal> {
  if (from.state === 'waiting') return refuse('nothing-to-take-back');
  const { item, agency, sentOn, dueOn } = from;
  return acceptChange(
    { item, agency, sentOn, dueOn, state: 'waiting' },
    { type: 'taken back', changes: { state: { from: from.state, to: 'waiting' } } },
    actor,
  );
}

/** Answers what an agency asked; its confirmation is waited for again. */
export function answerQuestion(
  from: LearningReply,
  answer: string,
  actor: Actor,
): Outcome<Change<LearningReply>, LearningRefusal> {
  if (from.state !== 'asked') return refuse('nothing-asked');
  if (!answer.trim()) return refuse('text-missing');
  return acceptChange(
    { ...from, state: 'waiting', answer: answer.trim() },
    { type: 'answered', changes: { state: { from: 'asked', to: 'waiting' } } },
    actor,
  );
}

/** Calls it off; what was answered stays in the records, and nobody is asked any more. */
export function cancelItem(
  item: LearningItem,
  because: string,
  actor: Actor,
): Outcome<Change<LearningItem>, LearningRefusal> {
  if (item.cancelledOn) return refuse('cancelled');
  if (!because.trim()) return refuse('reason-missing');
  const cancelled = { ...item, cancelledOn: actor.today, cancelledBecause: because.trim() };
  return acceptChange(cancelled, { type: 'cancelled', reason: because.trim() }, actor);
}

/** Notes the audit that looked whether it was learned. */
export const recordTest = (
  item: LearningItem,
  testedBy: string,
  actor: Actor,
): Outcome<Change<LearningItem>, LearningRefusal> =>
  acceptChange(
    { ...item, testedBy },
    { type: 'tested', changes: { testedBy: { to: testedBy } } },
    actor,
  );
