import type { Logger } from 'pino';
import type { Address, OutgoingMessage, Sender, SendOutcome } from '../contract/ports.ts';
import type { TeamsAdapter } from './adapter.ts';
import { failedOf } from './failed-of.ts';
import { faultOf } from './fault.ts';
import type { Limits } from './limits.ts';
import { NotTaken } from './one-post.ts';
import { type Render, toMessage } from './outbound.ts';

/** Our own credentials were refused: somebody must see to it, and until then ten thousand notices need not ask. */
const LOCKED_OUT_MS = 10 * 60_000;

export interface SenderParts {
  readonly adapter: Pick<TeamsAdapter, 'post'>;
  readonly limits: Limits;
  readonly render: Render;
  readonly log: Logger;
}

/** Says what nobody asked for: in its turn, in one post, and with an honest answer as to what became of it. */
export function createSender({ adapter, limits, render, log }: SenderParts): Sender {
  return {
    async send(address, word) {
      const message = messageOf(word);
      if (!message) return { outcome: 'unreachable', reason: 'unacceptable' };
      const retryInMs = await limits.turn(address);
      if (retryInMs > 0) return { outcome: 'not-sent', reason: 'limits', retryInMs };
      try {
        const activityId = await adapter.post(address, message);
        limits.taken(address);
        return { outcome: 'sent', activityId };
      } catch (error) {
        return notSent(address, error);
      }
    },
  };

  /** What cannot be made into an activity is our own defect; it will not get better by being tried again. */
  function messageOf(message: OutgoingMessage) {
    try {
      return toMessage(render(message));
    } catch (error) {
      log.error({ card: message.card?.name, ...faultOf(error) }, 'not a message');
      return undefined;
    }
  }

  function notSent(address: Address, error: unknown): SendOutcome {
    const failed = failedOf(error);
    const { status, reason, retryAfterMs } =
      error instanceof NotTaken ? error : ({} as Partial<NotTaken>);
    const ids = { conversation: address.conversationId, failed, status, reason, ...faultOf(error) };
    switch (failed) {
      case 'throttled':
      case 'busy': {
        const retryInMs = limits.notTaken(
          address,
          failed === 'throttled' ? 'too-often' : 'other',
          retryAfterMs,
        );
        log.info({ ...ids, retryInMs }, 'not sent');
        return {
          outcome: 'not-sent',
          reason: failed === 'throttled' ? 'limits' : 'busy',
          retryInMs,
        };
      }
      case 'locked-out':
        limits.pause(address, LOCKED_OUT_MS);
        log.error(ids, 'Teams does not let us in');
        return { outcome: 'not-sent', reason: failed, retryInMs: LOCKED_OUT_MS };
      case 'unknown':
        log.warn(ids, 'perhaps sent');
        return { outcome: 'unknown' };
      default:
        log.warn(ids, 'unreachable');
        return { outcome: 'unreachable', reason: failed };
    }
  }
}
