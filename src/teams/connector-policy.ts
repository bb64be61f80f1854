import { type PipelinePolicy, type RetryStrategy, retryPolicy } from '@azure/core-rest-pipeline';
import { parseRetryAfter } from './parse-retry-after.ts';

/**
 * Statuses that Microsoft asks clients to retry; after any other a retry is useless or sends a
 * message twice.
 */
const RETRYABLE_STATUSES = new Set([412, 429, 502, 503, 504]);

/** Time limits of one call, and of all calls of one message with the waits between them. */
const CALL_TIMEOUT_MS = 5_000;
const TOTAL_TIMEOUT_MS = 6_000;

/**
 * The retry policy for answers, in place of the SDK's own, which sends one message up to four times
 * after a lost response. It retries only the statuses that Microsoft names, after the time that the
 * response names or else with exponential backoff and jitter, and for no longer than a person
 * waits.
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

/** Half to all of 0.5 s, 1 s, 2 s, so that calls rejected together are not retried together. */
function backoff(retryCount: number): number {
  return 500 * 2 ** retryCount * (0.5 + Math.random() / 2);
}
