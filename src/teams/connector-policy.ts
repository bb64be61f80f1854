import { type PipelinePolicy, type RetryStrategy, retryPolicy } from '@azure/core-rest-pipeline';
import { parseRetryAfter } from './parse-retry-after.ts';

/** Statuses that Microsoft asks to repeat; after any other a repeat helps nobody or says a thing twice. */
const RETRYABLE_STATUSES = new Set([412, 429, 502, 503, 504]);

/** One call may take so long, and all calls of one message together with the waits between them. */
const CALL_TIMEOUT_MS = 5_000;
const TOTAL_TIMEOUT_MS = 6_000;

/**
 * How the connector is called for an answer, in place of the SDK's own policy, which sends one message up to four times after a
 * lost reply: repeated only after a status that Microsoft asks to repeat, after the time that the answer names, else after a
 * growing time with jitter, and never for longer than a person waits.
 */
export function connectorPolicy(): PipelinePolicy {
  return {
    name: 'connectorPolicy',
    sendRequest(request, next) {
      request.timeout = CALL_TIMEOUT_MS;
      return retryPolicy([retryUntil(Date.now() + TOTAL_TIMEOUT_MS)], {
        maxRetries: 3,
      }).sendRequest(request, next);
    },
  };
}

function retryUntil(deadline: number): RetryStrategy {
  return {
    name: 'connector',
    retry({ response, retryCount }) {
      if (!response || !RETRYABLE_STATUSES.has(response.status)) return { skipStrategy: true };
      const wait = parseRetryAfter(response.headers.get('retry-after')) ?? backoff(retryCount);
      return Date.now() + wait > deadline ? { skipStrategy: true } : { retryAfterInMs: wait };
    },
  };
}

/** Half to all of 0.5 s, 1 s, 2 s, so that many who were refused at once do not come back at once. */
function backoff(retryCount: number): number {
  return 500 * 2 ** retryCount * (0.5 + Math.random() / 2);
}
