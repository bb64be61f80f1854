import type { Outcome } from '../../domain/outcome.ts';
import type { Quorum } from '../../domain/quorum.ts';
import type { Register, RegisterNote } from '../../domain/register.ts';
import type { RegisterChange } from '../../domain/register-life.ts';
import type { Place } from '../thread.ts';

export interface StoredRegister {
  readonly register: Register;
  /** Rises with every change; 0 for a register that was imported closed. */
  readonly version: number;
}

/** A register after a change was asked for; `before` is how it stood, where it had been spoken of before. */
export interface ChangedRegister extends StoredRegister {
  readonly before?: Register;
}

export interface Registers {
  /** The register of a meeting, open or closed; `undefined` before anybody spoke of it. */
  find(partnership: string, meetingId: string): Promise<StoredRegister | undefined>;
  /**
   * Decides on the register as it stands and saves it with the line for its history, both or neither. Decides again when
   * somebody else was first, so that no press is lost. Closing it also writes its lines and makes the meeting held.
   */
  change<Refusal extends string>(
    partnership: string,
    meetingId: string,
    decide: (register: Register | undefined) => Outcome<RegisterChange, Refusal>,
  ): Promise<Outcome<ChangedRegister, Refusal>>;
  /** Everything that was done to a register, oldest first; corrections after closing keep the old value and the reason. */
  history(partnership: string, meetingId: string): Promise<RegisterNote[]>;
  /** Whether the meeting may decide at this moment; `undefined` before its register was opened. */
  quorumNow(
    partnership: string,
    meetingId: string,
  ): Promise<{ quorum?: Quorum; attending: readonly string[]; proceeding?: string } | undefined>;
}

/** Something that is shown on one live card: the roll-call of a meeting. */
export interface LiveSubject {
  readonly partnership: string;
  /** Which feature draws it. */
  readonly kind: string;
  readonly id: string;
}

/** Cards that are edited in place wherever they are shown, at the pace that Teams allows and always with the last state. */
export interface LiveCards {
  /** The subject of this kind that was last shown in a place. */
  shownIn(partnership: string, kind: string, place: Place): Promise<string | undefined>;
  /** The subject has changed: its cards follow within seconds. */
  changed(subject: LiveSubject): void;
  /** Says something wherever the card is shown. */
  say(subject: LiveSubject, text: string): Promise<void>;
}

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
  /** From now on this is the card of the subject in its conversation; one posted earlier there is left as it stands. */
  remember(subject: LiveSubject, card: ShownCard): Promise<void>;
  of(subject: LiveSubject): Promise<ShownCard[]>;
  /** The subject of this kind that was last shown in a conversation. */
  lastIn(partnership: string, kind: string, conversationId: string): Promise<string | undefined>;
  /** Replaces what is known of a card, unless somebody else did meanwhile: `false`. */
  replace(subject: LiveSubject, known: ShownCard, by: ShownCard): Promise<boolean>;
  /** The message is gone. */
  forget(subject: LiveSubject, card: ShownCard): Promise<void>;
}
