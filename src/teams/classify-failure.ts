import type { SendOutcome } from '../contract/ports.ts';
import { NoResponse, PostRejected, parseReason } from './single-attempt-policy.ts';
import { TimeoutError } from './with-timeout.ts';

type Unreachable = Extract<SendOutcome, { outcome: 'unreachable' }>['reason'];

/** What failed; `throttled`, `busy` and `locked-out` are all “not sent”, with different waits. */
export type SendFailure = Unreachable | 'throttled' | 'busy' | 'unknown' | 'locked-out';

/**
 * By the reason that Teams gives. All of these are final for the conversation until its person
 * installs the bot, writes again or is allowed in again. A service URL of another cloud
 * (`InvalidBotApiHost`) is corrected by the next message from there.
 */
const BY_REASON: Readonly<Record<string, SendFailure>> = {
  ConversationBlockedByUser: 'blocked',
  MessageWritesBlocked: 'blocked',
  BotDisabledByUser: 'blocked',
  BotDisabledByAdmin: 'blocked',
  NotEnoughPermissions: 'blocked',
  BotNotInConversationRoster: 'not-installed',
  ForbiddenOperationException: 'not-installed',
  ConversationNotFound: 'gone',
  InvalidBotApiHost: 'gone',
};

const BY_STATUS: Readonly<Record<number, SendFailure>> = {
  400: 'unacceptable',
  401: 'locked-out',
  403: 'locked-out',
  404: 'gone',
  412: 'busy',
  413: 'unacceptable',
  429: 'throttled',
  503: 'busy',
};

/**
 * Whether a failed call of the SDK says that the conversation is of no use until its person writes
 * or installs Convenor again. A 403 without a reason is about our own credentials.
 */
export function endsConversation(error: unknown): boolean {
  const { statusCode, response } = error as {
    readonly statusCode?: number;
    readonly response?: { readonly bodyAsText?: string | null };
  };
  if (statusCode !== 403 && statusCode !== 404) return false;
  const failure = classifyFailure(new PostRejected(statusCode, parseReason(response?.bodyAsText)));
  return failure === 'blocked' || failure === 'not-installed' || failure === 'gone';
}

/**
 * What a failed post means. After 500, 502 and 504 the message may have been delivered all the
 * same: all three say that something behind the entrance failed, not that it was shut. An
 * undocumented status is treated like them.
 */
export function classifyFailure(error: unknown): SendFailure {
  if (error instanceof PostRejected)
    return BY_REASON[error.reason ?? ''] ?? BY_STATUS[error.status] ?? 'unknown';
  if (error instanceof TimeoutError) return 'unknown';
  if (error instanceof NoResponse) return error.isUnsent ? 'busy' : 'unknown';
  return 'locked-out';
}
