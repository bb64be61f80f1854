import type { SendOutcome } from '../../domain/notices/delivery.ts';
import type { Answer } from '../answer.ts';
import type { ConversationReference } from './conversations.ts';

export type { SendOutcome };

/** Says what nobody asked for just now. */
export interface Sender {
  /**
   * Waits its turn under the limits of Teams, then posts once and never again by itself: what
   * follows from the outcome is decided by whoever keeps the record of what was sent. Never throws.
   */
  send(address: ConversationReference, message: Answer): Promise<SendOutcome>;
}
