import type { LiveSubject } from './live-cards.ts';

/** A message with a live card, where it stands and what it shows. */
export interface ShownCard {
  readonly conversationId: string;
  readonly activityId: string;
  /** Where Teams takes changes for this conversation. */
  readonly serviceUrl: string;
  readonly version: number;
  /** Until then nobody else edits it: milliseconds since 1970. */
  readonly busyUntil: number;
}

/** Which live cards stand where. What one instance posts, another can edit. */
export interface ShownCards {
  /**
   * From now on this is the card of the subject in its conversation; one posted earlier there is
   * left as it stands.
   */
  remember(subject: LiveSubject, card: ShownCard): Promise<void>;
  list(subject: LiveSubject): Promise<ShownCard[]>;
  /** The subject of this kind that was last shown in a conversation. */
  findLast(partnership: string, kind: string, conversationId: string): Promise<string | undefined>;
  /** Replaces what is known of a card, unless somebody else did meanwhile: `false`. */
  replace(subject: LiveSubject, known: ShownCard, by: ShownCard): Promise<boolean>;
  /** The message is gone. */
  forget(subject: LiveSubject, card: ShownCard): Promise<void>;
}
