import type { SendOutcome } from '../contract/ports.ts';
import { NoAnswer, NotTaken } from './one-post.ts';
import { TookTooLong } from './within.ts';

type Unreachable = Extract<SendOutcome, { outcome: 'unreachable' }>['reason'];

/** What failed, and so what follows; `throttled`, `busy` and `locked-out` are all “not sent”, with different waits. */
export type Failed = Unreachable | 'throttled' | 'busy' | 'unknown' | 'locked-out';

/**
 * By what Teams calls the reason. All of these are final for the conversation until its person installs the bot, writes again or is let
 * in again. An address of another cloud (`InvalidBotApiHost`) is corrected by the next message from there.
 */
const BY_REASON: Readonly<Record<string, Failed>> = {
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

const BY_STATUS: Readonly<Record<number, Failed>> = {
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
 * What became of a post that failed. After 500, 502 and 504 it may be there all the same: all three say that something behind the door
 * failed, not that the door was shut. A status that is not documented is believed no more than they are.
 */
export function failedOf(error: unknown): Failed {
  if (error instanceof NotTaken)
    return BY_REASON[error.reason ?? ''] ?? BY_STATUS[error.status] ?? 'unknown';
  if (error instanceof TookTooLong) return 'unknown';
  if (error instanceof NoAnswer) return error.neverLeft ? 'busy' : 'unknown';
  return 'locked-out';
}
