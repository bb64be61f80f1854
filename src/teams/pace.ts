import { createCallLog } from './call-log.ts';

/** What Teams takes of one app in one tenant, in any second. */
export const CALLS_PER_SECOND = 50;

/**
 * In seconds: a window is taken to be so much longer than that of Teams, and a call to be as much later than its answer came late, up to
 * the most. Calls made in good order do not arrive so, and one that is late must not meet the fiftieth after it.
 */
const LATE = 0.01;
const MOST_LATE = 0.05;
/** How fast the usual time to an answer is learned where it becomes longer. */
const LEARN = 0.02;

/** Calls are this part of their average distance apart at least: evenly enough, and a late timer can be made up for. */
const LEAST_DISTANCE = 0.75;

/** Refusals in so many conversations, in so many seconds, are the tenant's. */
const MANY = 3;
const TOGETHER = 2;

/** In seconds: how long a lowered pace is kept, and how long each step upwards. */
const KEEP = 30;
const STEP = 10;

/** How fast one tenant is spoken to. Times are those of the caller's clock. */
export interface Pace {
  /** From when on one more call may be made. */
  freeAt(now: number): number;
  note(now: number): void;
  /** Teams took a call that was made at this moment. */
  taken(madeAt: number, now: number): void;
  /** Teams refused a call as one too many, and names or is given a time to be left alone. */
  refused(
    call: { readonly conversationId: string; readonly madeAt: number },
    waitMs: number,
    now: number,
  ): void;
  /** Nothing is said before this moment. */
  hold(until: number): void;
  /** How many of the calls of a second are this instance's. */
  share(calls: number): void;
}

/**
 * Keeps to this instance's share, and to less where Teams takes less. A refusal does not say whose limit it was. One alone is the
 * conversation's. Several from different conversations mean the tenant: then nothing is said for as long as Teams asks, and after
 * that as much as was taken in the second before, which is what Teams takes. After half a minute the pace rises again: by 1, 2, 4 …
 * @param second its length in milliseconds; shorter where a test plays faster
 */
export function createPace(second = 1000): Pace {
  const window = (1 + LATE) * second;
  const calls = createCallLog(CALLS_PER_SECOND);
  const takenCalls = createCallLog(CALLS_PER_SECOND);
  let own = CALLS_PER_SECOND;
  let lowered: { to: number; step: number; risesAt: number } | undefined;
  let refusals: readonly { readonly conversationId: string; readonly at: number }[] = [];
  /** The tenant's limit was, by a call made at this moment; what was taken before is known when all answers are in. */
  let exceeded: { readonly most: number; readonly madeAt: number } | undefined;
  let usual = 0;
  let heldUntil = Number.NEGATIVE_INFINITY;

  function mostAt(now: number): number {
    if (exceeded && heldUntil <= now) {
      const taken = takenCalls.since(exceeded.madeAt - second);
      const to = Math.max(Math.floor(exceeded.most / 2), Math.min(taken, exceeded.most - 1), 1);
      lowered = { to, step: 1, risesAt: now + KEEP * second };
      exceeded = undefined;
    }
    while (lowered && lowered.risesAt <= now) {
      const { to, step, risesAt } = lowered;
      lowered =
        to + step < own
          ? { to: to + step, step: step * 2, risesAt: risesAt + STEP * second }
          : undefined;
    }
    return Math.min(own, lowered?.to ?? own);
  }

  return {
    freeAt(now) {
      const most = mostAt(now);
      const distance = (window * LEAST_DISTANCE) / most;
      return Math.max(heldUntil, calls.nthLast(1) + distance, calls.nthLast(most) + window);
    },
    note: calls.note,
    taken(madeAt, now) {
      const took = now - madeAt;
      usual = took < usual ? took : usual + LEARN * (took - usual);
      const cameAt = madeAt + Math.min(took - usual, MOST_LATE * second);
      calls.move(madeAt, cameAt);
      takenCalls.note(cameAt);
    },
    refused({ conversationId, madeAt }, waitMs, now) {
      if (now < heldUntil) return;
      refusals = refusals.filter(
        (each) => each.at > now - TOGETHER * second && each.conversationId !== conversationId,
      );
      refusals = [...refusals, { conversationId, at: now }];
      if (refusals.length < MANY) return;
      refusals = [];
      exceeded = { most: mostAt(now), madeAt };
      heldUntil = now + waitMs;
    },
    hold(until) {
      heldUntil = Math.max(heldUntil, until);
    },
    share(most) {
      own = Math.max(1, Math.floor(most));
    },
  };
}
