import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Instances } from '../contract/ports.ts';
import { faultOf } from './fault.ts';
import type { Limits } from './limits.ts';
import { CALLS_PER_SECOND } from './pace.ts';

/** An instance says so often that it is there, and is believed for three times as long. */
export const ANNOUNCE_MS = 5_000;
const BELIEVED = 3;
/** A new one says nothing for so many of these times: by then all others have looked once more, and made room. */
export const ROOM_MADE = 1.2;

export interface ShareParts {
  readonly instances: Instances;
  readonly limits: Pick<Limits, 'share' | 'rest'>;
  readonly log: Logger;
  readonly everyMs?: number;
}

/**
 * Keeps this instance to its share of what Teams allows the app in a tenant: whole calls, so that all shares together are exactly the
 * limit. A new instance speaks only when the others have made room. While storage is out of reach the last share stays. Call what comes
 * back to give the share to the others.
 */
export async function keepShare({
  instances,
  limits,
  log,
  everyMs = ANNOUNCE_MS,
}: ShareParts): Promise<() => Promise<void>> {
  const own = randomUUID();
  const announce = async () => {
    try {
      const all = await instances.announce(own, Date.now() + BELIEVED * everyMs);
      limits.share(shareOf(all.indexOf(own), all.length));
    } catch (error) {
      log.warn({ instance: own, ...faultOf(error) }, 'not announced');
    }
  };
  limits.rest(ROOM_MADE * everyMs);
  await announce();
  const timer = setInterval(announce, everyMs).unref();
  return async () => {
    clearInterval(timer);
    await instances
      .leave(own)
      .catch((error) => log.warn({ instance: own, ...faultOf(error) }, 'not left'));
  };
}

/**
 * The calls in a second of one of so many: what does not divide goes to the first.
 * @example shareOf(0, 4) // 13, as for the second; 12 for the third and the fourth
 */
export function shareOf(place: number, all: number): number {
  return Math.max(1, Math.floor(CALLS_PER_SECOND / all) + (place < CALLS_PER_SECOND % all ? 1 : 0));
}
