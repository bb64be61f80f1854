import { createSlidingWindow } from './sliding-window.ts';

/** What Teams accepts of one app in one tenant, in any second. */
export const CALLS_PER_SECOND = 50;

/**
 * Calls made in good order do not arrive so, and one that is late must not meet the fiftieth after
 * it. A window is therefore taken to be this much longer than that of Teams, and a call to be as
 * much later as its answer came late, up to the maximum.
 */
const LATENESS_SECONDS = 0.01;
const MAX_LATENESS_SECONDS = 0.05;
/** How fast the usual latency is learned where it becomes longer. */
const LATENCY_LEARNING_RATE = 0.02;

/**
 * Calls are at least this part of their average spacing apart: evenly enough, and a late timer can
 * be made up for.
 */
const MIN_SPACING = 0.75;

/** Calls throttled in this many conversations within this time mean the tenant's limit. */
const MIN_THROTTLED_CONVERSATIONS = 3;
const THROTTLE_WINDOW_SECONDS = 2;

/** How long a lowered rate is kept, and how long each step upwards. */
const LOWERED_RATE_SECONDS = 30;
const RISE_INTERVAL_SECONDS = 10;

/** Keeps the calls in one tenant to a rate. Times are those of the caller's clock. */
export interface RateController {
  nextFreeAt(now: number): number;
  record(now: number): void;
  /** Corrects the moment of a recorded call to a later one. */
  move(from: number, to: number): void;
  reportAccepted(calledAt: number, now: number): void;
  /** Teams rejected a call as one too many, and asked for a wait, or was given one. */
  reportThrottled(
    call: { readonly conversationId: string; readonly calledAt: number },
    waitMs: number,
    now: number,
  ): void;
  pauseUntil(moment: number): void;
  /** How many of the calls of a second are this instance's. */
  setQuota(calls: number): void;
}

/**
 * Keeps to this instance's quota, and to less where Teams accepts less. A rejection does not say
 * whose limit it was. One alone is the conversation's. Several from different conversations mean
 * the tenant: then nothing is sent for as long as Teams asks, and after that as much as was
 * accepted in the second before, which is what Teams accepts. After half a minute the rate rises:
 * by 1, 2, 4 …
 * @param second its length in milliseconds; shorter where a test plays faster
 */
export function createRateController(second = 1000): RateController {
  const window = (1 + LATENESS_SECONDS) * second;
  const calls = createSlidingWindow(CALLS_PER_SECOND);
  const accepted = createSlidingWindow(CALLS_PER_SECOND);
  let quota = CALLS_PER_SECOND;
  let lowered: { to: number; step: number; risesAt: number } | undefined;
  let throttled: readonly { readonly conversationId: string; readonly at: number }[] = [];
  /**
   * The call that exceeded the tenant's limit; what was accepted before it is known when all
   * answers are in.
   */
  let exceeded: { readonly limit: number; readonly calledAt: number } | undefined;
  let usualLatency = 0;
  let pausedUntil = Number.NEGATIVE_INFINITY;

  function limitAt(now: number): number {
    if (exceeded && pausedUntil <= now) {
      const acceptedBefore = accepted.countSince(exceeded.calledAt - second);
      const to = Math.max(
        Math.floor(exceeded.limit / 2),
        Math.min(acceptedBefore, exceeded.limit - 1),
        1,
      );
      lowered = { to, step: 1, risesAt: now + LOWERED_RATE_SECONDS * second };
      exceeded = undefined;
    }
    while (lowered && lowered.risesAt <= now) {
      const { to, step, risesAt } = lowered;
      lowered =
        to + step < quota
          ? { to: to + step, step: step * 2, risesAt: risesAt + RISE_INTERVAL_SECONDS * second }
          : undefined;
    }
    return Math.min(quota, lowered?.to ?? quota);
  }

  return {
    nextFreeAt(now) {
      const limit = limitAt(now);
      const spacing = (window * MIN_SPACING) / limit;
      return Math.max(pausedUntil, calls.nthLast(1) + spacing, calls.nthLast(limit) + window);
    },
    record: calls.record,
    move: calls.move,
    reportAccepted(calledAt, now) {
      const latency = now - calledAt;
      usualLatency =
        latency < usualLatency
          ? latency
          : usualLatency + LATENCY_LEARNING_RATE * (latency - usualLatency);
      const lateness = Math.min(latency - usualLatency, MAX_LATENESS_SECONDS * second);
      calls.move(calledAt, calledAt + lateness);
      accepted.record(calledAt + lateness);
    },
    reportThrottled({ conversationId, calledAt }, waitMs, now) {
      if (now < pausedUntil) return;
      throttled = throttled.filter(
        (call) =>
          call.at > now - THROTTLE_WINDOW_SECONDS * second &&
          call.conversationId !== conversationId,
      );
      throttled = [...throttled, { conversationId, at: now }];
      if (throttled.length < MIN_THROTTLED_CONVERSATIONS) return;
      throttled = [];
      exceeded = { limit: limitAt(now), calledAt };
      pausedUntil = now + waitMs;
    },
    pauseUntil(moment) {
      pausedUntil = Math.max(pausedUntil, moment);
    },
    setQuota(callsPerSecond) {
      quota = Math.max(1, Math.floor(callsPerSecond));
    },
  };
}
