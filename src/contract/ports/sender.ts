import type { ConversationReference } from './conversations.ts';
import type { OutgoingMessage } from './personal-chats.ts';

/** What became of one try to say something where Convenor had been before. */
export type SendOutcome =
  | { readonly outcome: 'sent'; readonly activityId: string }
  /**
   * It is certainly not there; it may be tried again after so many milliseconds. `limits`: it was not its turn. `locked-out`:
   * our own credentials were refused. `busy`: Teams, or the way there, was out of order.
   */
  | {
      readonly outcome: 'not-sent';
      readonly reason: 'limits' | 'locked-out' | 'busy';
      readonly retryInMs: number;
    }
  /** The answer was lost, or said 500, 502 or 504: it may be there, and nobody can know. */
  | { readonly outcome: 'unknown' }
  /** It is not there, and another try is of no use before the person installs or writes again. */
  | {
      readonly outcome: 'unreachable';
      readonly reason: 'blocked' | 'not-installed' | 'gone' | 'unacceptable';
    };

/** Says what nobody asked for just now. */
export interface Sender {
  /**
   * Waits its turn under the limits of Teams, then posts once and never again by itself: what follows from the outcome
   * is decided by whoever keeps the record of what was sent. Never throws.
   */
  send(address: ConversationReference, word: OutgoingMessage): Promise<SendOutcome>;
}
