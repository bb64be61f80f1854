import type { Day } from '../dates.ts';
import { given } from '../given.ts';
import type { Notice } from './notice.ts';

/**
 * `claimed`: to be sent by whoever takes it. `sending`: written before the message goes out, so that a crash is seen. `waiting`: to be
 * tried again at a time. Of the others nothing more comes: `sent`, `undelivered` (and said in a group’s chat where there
 * is one), `in doubt` (it may have arrived; what is never lost went into another delivery), `silenced` (nothing of it was
 * owed any more when it was to be sent).
 */
export type DeliveryState = 'claimed' | 'sending' | 'waiting' | 'sent' | 'undelivered' | 'in doubt' | 'silenced';

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
  /** How often it was tried. */
  readonly attempts: number;
  /** When the state was last changed: an ISO instant. */
  readonly at: string;
  /** Which instance is sending, or sent it. */
  readonly by?: string;
  /** Not before this instant. */
  readonly retryAt?: string;
  /** Why it is waiting, undelivered, in doubt or silenced. */
  readonly why?: string;
  readonly activityId?: string;
  /** It says again what another of these numbers may have said already. */
  readonly repeats?: number;
  /** The group in whose chat it is, or was, said that this person could not be reached. */
  readonly instead?: { readonly group: string; readonly state: 'due' | 'said' | 'failed' };
}

/** What became of one try, as the sender tells it. */
export type Tried =
  | { readonly outcome: 'sent'; readonly activityId: string }
  | { readonly outcome: 'not-sent'; readonly retryInMs: number }
  | { readonly outcome: 'in-doubt' }
  | { readonly outcome: 'unreachable'; readonly why: string };

/** After so many tries without an answer it is listed as undelivered. */
export const MOST_ATTEMPTS = 8;
const LONGEST_WAIT_MS = 15 * 60_000;

/** Somebody who may still be at it after this long has died: what they were sending is in doubt. */
export const SENDING_MS = 5 * 60_000;

/** Whether nothing more will come of a delivery. */
export function isOver({ state, instead }: Delivery): boolean {
  if (state === 'undelivered') return instead?.state !== 'due';
  return state === 'sent' || state === 'in doubt' || state === 'silenced';
}

/** Written before the message goes out. */
export function begin(delivery: Delivery, by: string, at: Date): Delivery {
  const { retryAt: _, why: __, ...rest } = delivery;
  return { ...rest, state: 'sending', attempts: delivery.attempts + 1, by, at: at.toISOString() };
}

/** A delivery after a try. One that is in doubt is two: it stays as it is, and what is never lost is said again in another. */
export function afterTry(delivery: Delivery, tried: Tried, at: Date): Delivery {
  const now = { ...delivery, at: at.toISOString() };
  switch (tried.outcome) {
    case 'sent':
      return { ...now, state: 'sent', activityId: tried.activityId };
    case 'in-doubt':
      return { ...now, state: 'in doubt', why: 'the answer to it was lost' };
    case 'unreachable':
      return { ...now, state: 'undelivered', why: tried.why };
    case 'not-sent': {
      if (delivery.attempts >= MOST_ATTEMPTS) return { ...now, state: 'undelivered', why: 'every try failed' };
      const wait = Math.max(tried.retryInMs, Math.min(LONGEST_WAIT_MS, 1000 * 2 ** delivery.attempts));
      return { ...now, state: 'waiting', why: 'not sent', retryAt: new Date(at.getTime() + wait).toISOString() };
    }
  }
}

/** What says again the reminders of a delivery that is in doubt; `undefined` when it had none. Decision prompts are never said twice. */
export function repeatOf(doubted: Delivery, owed: readonly Notice[], number: number, at: Date): Delivery | undefined {
  const prompts = new Set(owed.filter((notice) => notice.class === 'decision-prompt').map(({ id }) => id));
  const notices = doubted.notices.filter((id) => !prompts.has(id));
  if (notices.length === 0) return undefined;
  const { day, person, from, attempts } = doubted;
  const state = attempts >= MOST_ATTEMPTS ? 'undelivered' : 'claimed';
  const why = state === 'undelivered' ? 'every try failed' : undefined;
  return given({
    day,
    person,
    number,
    from,
    notices,
    state,
    attempts,
    at: at.toISOString(),
    why,
    repeats: doubted.repeats ?? doubted.number,
  } as const);
}
