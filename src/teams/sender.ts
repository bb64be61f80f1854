import type { Logger } from 'pino';
import type { Answer } from '../contract/answer.ts';
import type { ConversationReference, Sender, SendOutcome } from '../contract/ports.ts';
import { summariseError } from '../telemetry/error-summary.ts';
import type { TeamsAdapter } from './adapter.ts';
import { classifyFailure } from './classify-failure.ts';
import { type Render, toMessage } from './outbound.ts';
import type { SendRateLimiter } from './send-rate-limiter.ts';
import { PostRejected } from './single-attempt-policy.ts';

/**
 * Once our own credentials are rejected somebody must see to it; until then ten thousand notices
 * need not try.
 */
const CREDENTIALS_REJECTED_PAUSE_MS = 10 * 60_000;

export interface SenderParts {
  readonly adapter: Pick<TeamsAdapter, 'post'>;
  readonly rateLimiter: SendRateLimiter;
  readonly render: Render;
  readonly log: Logger;
}

/**
 * Sends the messages that Convenor starts itself: in their turn, in one attempt, with an honest
 * outcome.
 */
export function createSender({ adapter, rateLimiter, render, log }: SenderParts): Sender {
  return {
    async send(reference, message, { begin, onlyTo } = {}) {
      const activity = tryRender(message);
      if (!activity) return { outcome: 'unreachable', reason: 'unacceptable' };
      const retryInMs = await rateLimiter.waitForTurn(reference);
      if (retryInMs > 0) return { outcome: 'not-sent', reason: 'limits', retryInMs };
      const isWanted = await begin?.().finally(() => rateLimiter.moveCall(reference));
      if (isWanted === false) return { outcome: 'not-begun' };
      if (!begin) rateLimiter.moveCall(reference);
      try {
        const activityId = await adapter.post(reference, activity, onlyTo);
        rateLimiter.reportAccepted(reference);
        return { outcome: 'sent', activityId };
      } catch (error) {
        return handleFailure(reference, error);
      }
    },
  };

  /** A message that cannot be rendered is our own defect; another attempt would not help. */
  function tryRender(message: Answer) {
    try {
      return toMessage(render(message));
    } catch (error) {
      log.error({ card: message.card?.name, ...summariseError(error) }, 'message rendering failed');
      return undefined;
    }
  }

  function handleFailure(reference: ConversationReference, error: unknown): SendOutcome {
    const failure = classifyFailure(error);
    const { status, reason, retryAfterMs } =
      error instanceof PostRejected ? error : ({} as Partial<PostRejected>);
    const ids = {
      conversation: reference.conversationId,
      failure,
      status,
      reason,
      ...summariseError(error),
    };
    switch (failure) {
      case 'throttled':
      case 'busy': {
        const retryInMs = rateLimiter.reportRejected(
          reference,
          failure === 'throttled' ? 'throttled' : 'other',
          retryAfterMs,
        );
        log.info({ ...ids, retryInMs }, 'send deferred');
        return {
          outcome: 'not-sent',
          reason: failure === 'throttled' ? 'limits' : 'busy',
          retryInMs,
        };
      }
      case 'locked-out':
        rateLimiter.pauseTenant(reference, CREDENTIALS_REJECTED_PAUSE_MS);
        log.error(ids, 'bot credentials rejected');
        return { outcome: 'not-sent', reason: failure, retryInMs: CREDENTIALS_REJECTED_PAUSE_MS };
      case 'unknown':
        log.warn(ids, 'send outcome unknown');
        return { outcome: 'unknown' };
      default:
        log.warn(ids, 'recipient unreachable');
        return { outcome: 'unreachable', reason: failure };
    }
  }
}
