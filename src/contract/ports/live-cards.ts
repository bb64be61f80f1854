import type { ConversationPlace } from '../thread.ts';

/** Something that is shown on one live card: the roll-call of a meeting. */
export interface LiveSubject {
  readonly partnership: string;
  /** Which feature draws it. */
  readonly kind: string;
  readonly id: string;
}

/**
 * Cards that are edited in place wherever they are shown, at the pace that Teams allows and always
 * with the last state.
 */
export interface LiveCards {
  /** The subject of this kind that was last shown in a place. */
  find(partnership: string, kind: string, place: ConversationPlace): Promise<string | undefined>;
  /** The subject has changed: its cards follow within seconds. */
  refresh(subject: LiveSubject): void;
  /** Says something wherever the card is shown. */
  say(subject: LiveSubject, text: string): Promise<void>;
}
