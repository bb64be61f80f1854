import { createCallLog } from './call-log.ts';

/** What Teams takes in one conversation: so many calls in so many seconds, wherever one begins to count. */
export const CHAT_WINDOWS: readonly { readonly calls: number; readonly seconds: number }[] = [
  { calls: 7, seconds: 1 },
  { calls: 8, seconds: 2 },
  { calls: 60, seconds: 30 },
  { calls: 1_800, seconds: 3_600 },
];

const MOST_CALLS = Math.max(...CHAT_WINDOWS.map(({ calls }) => calls));
const LONGEST_WINDOW = Math.max(...CHAT_WINDOWS.map(({ seconds }) => seconds));

/**
 * In seconds: windows are taken to be so much longer than those of Teams, because calls made in good order do not arrive so. One that
 * is late by this much must not meet the one that comes a whole window after it.
 */
const LATE = 0.025;

/** After a refusal that names no time, in seconds: about the first wait, doubled by each further refusal, and the longest. */
const FIRST_WAIT = 1;
const LONGEST_WAIT = 60;

/** What was called in one conversation, and when there may be more. Times are those of the caller's clock. */
export interface ChatCalls {
  freeAt(): number;
  note(now: number): void;
  /** When the last call was made. */
  last(): number;
  /** Teams took a call. */
  taken(): void;
  /** Teams did not: the conversation rests for as long as it asked, else for longer each time. Answers with that time. */
  notTaken(now: number, askedMs?: number): number;
  /** Whether what was called so long ago no longer matters. */
  isQuiet(now: number): boolean;
}

export function createChatCalls(second: number, random: () => number): ChatCalls {
  const calls = createCallLog(MOST_CALLS);
  let heldUntil = Number.NEGATIVE_INFINITY;
  let failures = 0;
  return {
    freeAt: () =>
      Math.max(
        heldUntil,
        ...CHAT_WINDOWS.map((each) => calls.nthLast(each.calls) + (each.seconds + LATE) * second),
      ),
    note: calls.note,
    last: () => calls.nthLast(1),
    taken() {
      failures = 0;
    },
    notTaken(now, askedMs) {
      const wait =
        askedMs ??
        Math.min(FIRST_WAIT * 2 ** failures, LONGEST_WAIT) * second * (0.5 + random() / 2);
      failures += 1;
      heldUntil = Math.max(heldUntil, now + wait);
      return wait;
    },
    isQuiet: (now) => Math.max(calls.nthLast(1), heldUntil) < now - LONGEST_WINDOW * second,
  };
}
