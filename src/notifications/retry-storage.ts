import { setTimeout as pause } from 'node:timers/promises';

/** Twice this, and the post between, is less than the time after which a delivery counts as in doubt. */
const PATIENCE_MS = 90_000;
const FIRST_PAUSE_MS = 250;
const MAX_PAUSE_MS = 10_000;

/**
 * Repeats what storage fails to do, for a while. What became of a message is known here alone: if it were not written, the delivery
 * would end as in doubt. A repeat is harmless, for the ledger recognises what it holds already.
 */
export async function retryStorage<Result>(work: () => Promise<Result>): Promise<Result> {
  const until = Date.now() + PATIENCE_MS;
  for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(MAX_PAUSE_MS, pauseMs * 2)) {
    try {
      return await work();
    } catch (error) {
      if (Date.now() + pauseMs > until) throw error;
      await pause(pauseMs);
    }
  }
}
