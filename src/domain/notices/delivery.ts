import type { Day } from '../dates.ts';
import { omitUndefined } from '../optional.ts';
import type { FindRule } from './notice.ts';

/**
 * `claimed`: to be sent by whoever takes it. `sending`: written when its turn has come, right before the post, so that a crash is seen. `waiting`: to be
 * tried again at a time. Of the others nothing more comes: `sent`, `undelivered` (and said in a group’s chat where there
 * is one), `unknown` (it may have arrived; what is never lost went into another delivery), `suppressed` (nothing of it was
 * to be said any more when it was to be sent), `settled` (an administrator took it off the list).
 */
export type DeliveryState =
  | 'claimed'
  | 'sending'
  | 'waiting'
  | 'sent'
  | 'undelivered'
  | 'unknown'
  | 'suppressed'
  | 'settled';

/** One message to one person: usually the only one of its day. */
export interface DeliveryKey {
  readonly day: Day;
  readonly person: string;
  /** 1, and more when a statutory notice came up after the day’s message, or one in doubt is said again. */
  readonly number: number;
}

/** One message to one person with all that was owed to them then, and what became of it. */
export interface Delivery extends DeliveryKey {
  /** Where the window of the sweep began that found its notices. */
  readonly from?: Day;
  /** Ids of notices. */
  readonly notices: readonly string[];
  readonly state: DeliveryState;
  /** How many of its {@link MAX_ATTEMPTS} tries are used up. */
  readonly attempts: number;
  /** When the state was last changed: an ISO instant. */
  readonly at: string;
  /** Which instance is sending, or sent it. */
  readonly by?: string;
  /** Not before this instant. */
  readonly retryAt?: string;
  /** Why it is waiting, undelivered, unknown or suppressed. */
  readonly reason?: string;
  readonly activityId?: string;
  /** It says again what another of these numbers may have said already. */
  readonly repeats?: number;
  /** Who took it off the list, or asked for it once more. */
  readonly settledBy?: string;
  /** The group in whose chat it is, or was, said that this person could not be reached. */
  readonly fallback?: { readonly group: string; readonly state: 'due' | 'said' | 'failed' };
}

/** What became of one try to send something. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly activityId: string }
  /**
   * It is certainly not there; it may be tried again after so many milliseconds. `limits`: it was not its turn. `locked-out`:
   * our own credentials were refused. `busy`: Teams, or the way there, was out of order.
   */
  | {
      readonly outcome: 'not-sent';
      readonly reason: 'limits' | 'locked-out' | 'busy';
      readonly retryInMs: number;
    }
  /** When its turn came it was not to be sent any more, or not by us. */
  | { readonly outcome: 'not-begun' }
  /** The answer was lost, or said 500, 502 or 504: it may be there, and nobody can know. */
  | { readonly outcome: 'unknown' }
  /** It is not there, and another try is of no use before the person installs or writes again. */
  | {
      readonly outcome: 'unreachable';
      readonly reason: 'blocked' | 'not-installed' | 'gone' | 'unacceptable';
    };

/** Whether the conversation is of no use until the person writes or installs again. */
export function endsConversation(outcome: SendOutcome): boolean {
  return outcome.outcome === 'unreachable' && outcome.reason !== 'unacceptable';
}

/** After so many tries without an answer it is listed as undelivered. */
export const MAX_ATTEMPTS = 8;
const MAX_WAIT_MS = 15 * 60_000;
/** Each pause is so many times as long as the one before: 4 s, 16 s, 64 s … Together they outlast an outage of Teams of three quarters of an hour. */
const GROWTH = 4;

/** Somebody who may still be at it after this long has died: what they were sending is in doubt. */
export const SENDING_TIMEOUT_MS = 5 * 60_000;

/** Whether nothing more will come of a delivery. */
export function isOver({ state, fallback }: Delivery): boolean {
  if (state === 'undelivered') return fallback?.state !== 'due';
  return state !== 'claimed' && state !== 'sending' && state !== 'waiting';
}

/** Written before the message goes out. */
export function startSending(delivery: Delivery, by: string, at: Date): Delivery {
  const { retryAt: _, reason: __, ...rest } = delivery;
  return { ...rest, state: 'sending', attempts: delivery.attempts + 1, by, at: at.toISOString() };
}

/**
 * Whether a try uses up one of those that a message has. That it was not our turn, or that Teams does not let us in, says nothing
 * about the message: on its day that costs nothing, for with the day it ends anyway.
 */
export function countsAsAttempt(outcome: SendOutcome, isItsDay: boolean): boolean {
  return !isItsDay || outcome.outcome !== 'not-sent' || outcome.reason === 'busy';
}

/** A delivery after a try on a day. Its tries are bounded; what was never answered is listed, and somebody looks into it. */
export function applyOutcome(
  delivery: Delivery,
  outcome: SendOutcome,
  at: Date,
  today: Day,
): Delivery {
  const attempts = delivery.attempts - (countsAsAttempt(outcome, delivery.day === today) ? 0 : 1);
  const now = { ...delivery, attempts, at: at.toISOString() };
  switch (outcome.outcome) {
    case 'not-begun':
      return delivery;
    case 'sent':
      return { ...now, state: 'sent', activityId: outcome.activityId };
    case 'unknown':
      return { ...now, state: 'unknown', reason: 'answer-lost' };
    case 'unreachable':
      return { ...now, state: 'undelivered', reason: outcome.reason };
    case 'not-sent': {
      const { reason, retryInMs } = outcome;
      if (attempts >= MAX_ATTEMPTS) return { ...now, state: 'undelivered', reason };
      const wait = Math.max(retryInMs, Math.min(MAX_WAIT_MS, 1000 * GROWTH ** attempts));
      return {
        ...now,
        state: 'waiting',
        reason,
        retryAt: new Date(at.getTime() + wait).toISOString(),
      };
    }
  }
}

/**
 * What sends again the reminders of a delivery of which nobody knows whether it arrived: those are never lost. `undefined` when it
 * has none, for a request to decide is never sent twice, and when it was tried often enough.
 */
export function repeatDelivery(
  unknown: Delivery,
  number: number,
  findRule: FindRule,
): Delivery | undefined {
  const notices = unknown.notices.filter((id) => findRule(id)?.whenInDoubt !== 'ask-a-person');
  if (notices.length === 0 || unknown.attempts >= MAX_ATTEMPTS) return undefined;
  const { day, person, from, attempts, at, settledBy } = unknown;
  const repeats = unknown.repeats ?? unknown.number;
  return omitUndefined({
    day,
    person,
    number,
    from,
    notices,
    state: 'claimed',
    attempts,
    at,
    repeats,
    settledBy,
  } as const);
}

/** The ids that somebody was told, or will be, by these deliveries: nobody shall tell them again. */
export function claimedNoticeIds(
  deliveries: readonly Delivery[],
  today: Day,
  findRule: FindRule,
): Set<string> {
  return new Set(
    deliveries.flatMap(({ state, notices, day }) => {
      // What was suppressed on another day may be owed again; on its own day it would only be suppressed again.
      if (state === 'suppressed' && day < today) return [];
      // Its reminders went into a delivery of their own.
      return state === 'unknown'
        ? notices.filter((id) => findRule(id)?.whenInDoubt === 'ask-a-person')
        : notices;
    }),
  );
}
