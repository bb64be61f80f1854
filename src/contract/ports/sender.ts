import type { Identity } from '../../domain/directory.ts';
import type { SendOutcome } from '../../domain/notices/delivery.ts';
import type { Answer } from '../answer.ts';
import type { ConversationReference } from './conversations.ts';

export type { SendOutcome };

/** Says what nobody asked for just now. */
export interface Sender {
  /**
   * Waits its turn under the limits of Teams, then posts once and never again by itself: what
   * follows from the outcome is decided by whoever keeps the record of what was sent.
   * @throws what `begin` throws, and nothing else
   */
  send(
    address: ConversationReference,
    message: Answer,
    options?: SendOptions,
  ): Promise<SendOutcome>;
}

export interface SendOptions {
  /**
   * Is asked when its turn has come, right before the post: what it writes is true of what is on the
   * wire and of nothing that waits. Nothing is posted where it answers no.
   */
  readonly begin?: () => Promise<boolean>;
  /** Of all in a chat of several, this person alone sees it. Teams refuses it for whoever is not there. */
  readonly onlyTo?: Identity;
}
