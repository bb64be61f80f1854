import {
  isRestError,
  type PipelinePolicy,
  type PipelineRequest,
  RestError,
  type RetryStrategy,
  retryPolicy,
} from '@azure/core-rest-pipeline';
import { parseRetryAfter } from './parse-retry-after.ts';
import { isConnectionError, withTargeting } from './single-attempt-policy.ts';

/**
 * Statuses that Microsoft asks clients to retry; after any other a retry is useless or sends a
 * message twice.
 */
const RETRYABLE_STATUSES = new Set([412, 429, 502, 503, 504]);
/** Something behind the entrance failed: the message may have been delivered all the same. */
const DOUBTFUL_STATUSES = new Set([502, 504]);

/** Time limits of one call, and of all calls of a message that belongs to no turn. */
const CALL_TIMEOUT_MS = 5_000;
const TOTAL_TIMEOUT_MS = 6_000;
const MAX_RETRIES = 3;

export interface ConnectorPolicyOptions {
  readonly name: string;
  /** How often a message is sent again that may have arrived already. */
  readonly maxDoubtfulRetries: number;
  /** The moment from which nobody waits for the message any more; six seconds on where it is left out. */
  readonly deadline?: () => number | undefined;
  /** Whether whoever is answered sees it alone, whoever else is in the conversation. */
  readonly isTargeted?: () => boolean;
}

/**
 * The retry policy for what is sent in a turn, in place of the SDK's own, which sends one message up
 * to four times after a lost response. What certainly did not arrive (a refusal that Microsoft asks
 * to retry, a connection that was never made) is sent again after the time that the response names
 * or else with exponential backoff and jitter, for as long as Teams and the person wait; what may
 * have arrived only so often. A changed message (PUT) is the same after a second change.
 */
export function connectorPolicy(options: ConnectorPolicyOptions): PipelinePolicy {
  return {
    name: options.name,
    async sendRequest(request, next) {
      const deadline = options.deadline?.() ?? Date.now() + TOTAL_TIMEOUT_MS;
      let doubtfulRetries = request.method === 'POST' ? options.maxDoubtfulRetries : MAX_RETRIES;
      request.timeout = CALL_TIMEOUT_MS;
      if (options.isTargeted?.()) request.url = withTargeting(request.url);
      const strategy: RetryStrategy = {
        name: 'connector',
        retry({ response, responseError, retryCount }) {
          const code = responseError?.code;
          const isDoubtful = response
            ? DOUBTFUL_STATUSES.has(response.status)
            : code !== NO_TOKEN && !isConnectionError(code);
          if (response && !RETRYABLE_STATUSES.has(response.status)) return { skipStrategy: true };
          if (isDoubtful && doubtfulRetries-- <= 0) return { skipStrategy: true };
          const named = parseRetryAfter(response?.headers.get('retry-after'));
          const wait = named ?? backoff(retryCount);
          const left = deadline - Date.now() - wait;
          if (left <= 0) return { skipStrategy: true };
          request.timeout = Math.min(CALL_TIMEOUT_MS, left);
          return { retryAfterInMs: wait };
        },
      };
      return retryPolicy([strategy], { maxRetries: MAX_RETRIES }).sendRequest(request, (attempt) =>
        next(attempt).catch((error) => {
          throw isRestError(error) ? error : toRestError(error, request);
        }),
      );
    },
  };
}

/** Nothing was sent yet: there was no token to send it with. */
const NO_TOKEN = 'NO_TOKEN';

/** The retry loop knows errors of one kind alone; a call that took too long and a missing token are of others. */
function toRestError(error: Error, request: PipelineRequest): RestError {
  const code = error.name === 'AbortError' ? 'ETIMEDOUT' : NO_TOKEN;
  return new RestError(`${error.name} before any response`, { code, request });
}

/** Half to all of 0.5 s, 1 s, 2 s, so that calls rejected together are not retried together. */
function backoff(retryCount: number): number {
  return 500 * 2 ** retryCount * (0.5 + Math.random() / 2);
}
