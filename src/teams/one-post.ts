import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { retryAfter } from './retry-after.ts';

/** Nobody is waiting for it, and what is given up too early is in doubt; Teams rarely needs a second. */
export const POST_MS = 15_000;

/** Teams answered, and did not take the message. */
export class NotTaken extends Error {
  override readonly name = 'NotTaken';
  readonly status: number;
  /** What Teams calls the reason: `BotNotInConversationRoster`, where it gives one. */
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
export class NoAnswer extends Error {
  override readonly name = 'NoAnswer';
  /** Whether the message certainly never left: there was no connection. */
  readonly neverLeft: boolean;
  readonly code: string | undefined;

  constructor(code: string | undefined) {
    super(`No answer: ${code ?? 'unknown'}`);
    this.code = code;
    this.neverLeft = code !== undefined && NO_CONNECTION.test(code);
  }
}

/** There is no such host, nobody listens there, no way leads there, or it is not who it should be. A broken connection is none of these. */
const NO_CONNECTION =
  /^(ENOTFOUND|EAI_|ECONNREFUSED|EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|EADDRNOTAVAIL|CERT_|ERR_TLS_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_)/;

/**
 * Posts exactly once, whatever comes of it: for what Convenor says by itself, of which a record is kept that decides what follows.
 * Fails with {@link NotTaken} or {@link NoAnswer}; any other error arose before the message could leave.
 */
export function onePostPolicy(postMs: number): PipelinePolicy {
  return {
    name: 'onePostPolicy',
    async sendRequest(request, next) {
      if (request.abortSignal?.aborted) throw new Error('It took too long to be let in');
      request.abortSignal = AbortSignal.timeout(postMs);
      const response = await next(request).catch((error) => {
        throw new NoAnswer(error.code);
      });
      if (response.status >= 200 && response.status < 300) return response;
      throw new NotTaken(
        response.status,
        reasonIn(response.bodyAsText),
        retryAfter(response.headers.get('retry-after')),
      );
    },
  };
}

/**
 * `{ "error": { "code": "BotNotInConversationRoster" } }`, or, where a person has blocked the bot,
 * `{ "errorCode": 209, "message": "{ \"subCode\": \"MessageWritesBlocked\" }" }`.
 */
function reasonIn(body: string | null | undefined): string | undefined {
  return /\\?"(?:subCode|code)\\?"\s*:\s*\\?"([A-Za-z ]+)\\?"/.exec(body ?? '')?.[1];
}
