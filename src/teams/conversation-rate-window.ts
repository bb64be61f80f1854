import { createSlidingWindow } from './sliding-window.ts';

/** What Teams accepts in one conversation: so many calls in any so many seconds. */
export const CONVERSATION_LIMITS: readonly {
  readonly calls: number;
  readonly seconds: number;
}[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1_800, seconds: 3_600 },
];

const MAX_CALLS = Math.max(...CONVERSATION_LIMITS.map(({ calls }) => calls));
const MAX_WINDOW_SECONDS = Math.max(...CONVERSATION_LIMITS.map(({ seconds }) => seconds));

/**
 * Calls made in good order do not arrive so: one that is late by this much must not meet the one
 * that comes a whole window after it. Windows are therefore taken to be this much longer than those
 * of Teams.
 */
const LATENESS_SECONDS = 0.025;

/**
 * After a rejection that names no wait: about the first wait, doubled by each further rejection up
 * to the longest.
 */
const INITIAL_BACKOFF_SECONDS = 1;
const MAX_BACKOFF_SECONDS = 60;

/**
 * The calls made in one conversation, and when the next may be made. Times are those of the
 * caller's clock.
 */
export interface ConversationRateWindow {
  nextFreeAt(): number;
  record(now: number): void;
  /** Corrects the moment of a recorded call to a later one. */
  move(from: number, to: number): void;
  lastCallAt(): number;
  reportAccepted(): void;
  /**
   * Pauses the conversation for as long as Teams asked, else for longer each time. Returns that
   * time.
   */
  reportRejected(now: number, retryAfterMs?: number): number;
  /** Whether its calls are too long ago to count any more. */
  isIdle(now: number): boolean;
}

/** @param second its length in milliseconds; shorter where a test plays faster */
export function createConversationRateWindow(
  second: number,
  random: () => number,
): ConversationRateWindow {
  const calls = createSlidingWindow(MAX_CALLS);
  let pausedUntil = Number.NEGATIVE_INFINITY;
  let rejections = 0;
  return {
    nextFreeAt: () =>
      Math.max(
        pausedUntil,
        ...CONVERSATION_LIMITS.map(
          (limit) => calls.nthLast(limit.calls) + (limit.seconds + LATENESS_SECONDS) * second,
        ),
      ),
    record: calls.record,
    move: calls.move,
    lastCallAt: () => calls.nthLast(1),
    reportAccepted() {
      rejections = 0;
    },
    reportRejected(now, retryAfterMs) {
      const backoff = Math.min(INITIAL_BACKOFF_SECONDS * 2 ** rejections, MAX_BACKOFF_SECONDS);
      const wait = retryAfterMs ?? backoff * second * (0.5 + random() / 2);
      rejections += 1;
      pausedUntil = Math.max(pausedUntil, now + wait);
      return wait;
    },
    isIdle: (now) => Math.max(calls.nthLast(1), pausedUntil) < now - MAX_WINDOW_SECONDS * second,
  };
}
