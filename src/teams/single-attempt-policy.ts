import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { parseRetryAfter } from './parse-retry-after.ts';

/**
 * Nobody is waiting for the message, and a post that is given up too early is in doubt; Teams
 * rarely needs a second.
 */
export const POST_TIMEOUT_MS = 15_000;

/** Teams answered, and did not accept the message. */
export class PostRejected extends Error {
  override readonly name = 'PostRejected';
  readonly status: number;
  /** The reason that Teams gives, if any: `BotNotInConversationRoster`. */
  readonly reason: string | undefined;
  readonly retryAfterMs: number | undefined;

  constructor(status: number, reason?: string, retryAfterMs?: number) {
    super(`Teams answered ${status} ${reason ?? ''}`);
    this.status = status;
    this.reason = reason;
    this.retryAfterMs = retryAfterMs;
  }
}

/** Teams did not answer. */
export class NoResponse extends Error {
  override readonly name = 'NoResponse';
  /** Whether the message was certainly not sent: there was no connection. */
  readonly isUnsent: boolean;
  readonly code: string | undefined;

  constructor(code: string | undefined) {
    super(`No response: ${code ?? 'unknown'}`);
    this.code = code;
    this.isUnsent = isConnectionError(code);
  }
}

/**
 * No such host, no listener, no route, or not the host that it should be. A broken connection is
 * none of these.
 */
const CONNECTION_ERROR =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/** Whether an error says that there was no connection, so that nothing can have arrived. */
export const isConnectionError = (code: string | undefined): boolean =>
  code !== undefined && CONNECTION_ERROR.test(code);

/**
 * Posts exactly once, whatever the outcome: for messages that Convenor starts itself, whose ledger
 * decides what follows. Fails with {@link PostRejected} or {@link NoResponse}; any other error
 * arose before the message could be sent.
 * @param isTargeted every message goes to its recipient alone, whoever else is in the conversation
 */
export function singleAttemptPolicy(postMs: number, isTargeted = false): PipelinePolicy {
  return {
    name: isTargeted ? 'targetedPostPolicy' : 'onePostPolicy',
    async sendRequest(request, next) {
      if (request.abortSignal?.aborted) throw new Error('The token took too long');
      request.abortSignal = AbortSignal.timeout(postMs);
      if (isTargeted) request.url = withTargeting(request.url);
      const response = await next(request).catch((error) => {
        throw new NoResponse(error.code);
      });
      if (response.status >= 200 && response.status < 300) return response;
      throw new PostRejected(
        response.status,
        parseReason(response.bodyAsText),
        parseRetryAfter(response.headers.get('retry-after')),
      );
    },
  };
}

/**
 * `{ "error": { "code": "BotNotInConversationRoster" } }`, or, where a person has blocked the bot,
 * `{ "errorCode": 209, "message": "{ \"subCode\": \"MessageWritesBlocked\" }" }`.
 */
export function parseReason(body: string | null | undefined): string | undefined {
  return /\\?"(?:subCode|code)\\?"\s*:\s*\\?"([A-Za-z ]+)\\?"/.exec(body ?? '')?.[1];
}

/** The SDK knows no targeted messages; Teams knows them by this part of the address. */
export function withTargeting(address: string): string {
  const url = new URL(address);
  url.searchParams.set('isTargetedActivity', 'true');
  return url.href;
}
