import type { SendOutcome } from '../../domain/notices/delivery.ts';
import type { Answer } from '../answer.ts';
import type { ConversationReference } from './conversations.ts';

export type { SendOutcome };

/** Says what nobody asked for just now. */
export interface Sender {
  /**
   * Waits its turn under the limits of Teams, then posts once and never again by itself: what
   * follows from the outcome is decided by whoever keeps the record of what was sent.
   * @param begin is asked when its turn has come, right before the post: what it writes is true of
   * what is on the wire and of nothing that waits. Nothing is posted where it answers no.
   * @throws what `begin` throws, and nothing else
   */
  send(
    address: ConversationReference,
    message: Answer,
    begin?: () => Promise<boolean>,
  ): Promise<SendOutcome>;
}
