import { randomUUID } from 'node:crypto';
import type { Logger } from 'pino';
import type { Instances } from '../contract/ports.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import { CALLS_PER_SECOND } from './rate-controller.ts';
import type { SendRateLimiter } from './send-rate-limiter.ts';

/** An instance registers this often, and counts as running for three times as long. */
export const ANNOUNCE_INTERVAL_MS = 5_000;
const LIFETIME_INTERVALS = 3;
/**
 * A new instance pauses for this many intervals: by then all others have registered once more, and
 * made room.
 */
export const STARTUP_PAUSE_INTERVALS = 1.2;

export interface RateQuotaParts {
  readonly instances: Instances;
  readonly rateLimiter: Pick<SendRateLimiter, 'setQuota' | 'pause'>;
  readonly log: Logger;
  readonly intervalMs?: number;
}

/**
 * Keeps this instance to its quota of what Teams allows the app in a tenant: whole calls, so that
 * all quotas together are exactly the limit. A new instance sends only when the others have made
 * room. While storage is out of reach the last quota stays. Returns how to release the quota to the
 * others.
 */
export async function shareRateQuota({
  instances,
  rateLimiter,
  log,
  intervalMs = ANNOUNCE_INTERVAL_MS,
}: RateQuotaParts): Promise<() => Promise<void>> {
  const instance = randomUUID();
  const register = async () => {
    try {
      const all = await instances.announce(instance, Date.now() + LIFETIME_INTERVALS * intervalMs);
      rateLimiter.setQuota(quotaFor(all.indexOf(instance), all.length));
    } catch (error) {
      log.warn({ instance, ...summariseError(error) }, 'instance registration failed');
    }
  };
  rateLimiter.pause(STARTUP_PAUSE_INTERVALS * intervalMs);
  await register();
  const timer = setInterval(register, intervalMs).unref();
  return async () => {
    clearInterval(timer);
    await instances
      .deregister(instance)
      .catch((error) => log.warn({ instance, ...summariseError(error) }, 'deregister failed'));
  };
}

/**
 * The calls in a second of one instance of several; what does not divide goes to the first.
 * @example quotaFor(0, 4) // 13, as for the second; 12 for the third and the fourth
 */
export function quotaFor(index: number, instances: number): number {
  const remainder = index < CALLS_PER_SECOND % instances ? 1 : 0;
  return Math.max(1, Math.floor(CALLS_PER_SECOND / instances) + remainder);
}
