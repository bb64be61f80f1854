import type { Identity } from '../../domain/directory.ts';
import type { RefusalCode } from '../answer.ts';
import type { ConversationPlace } from '../thread.ts';

/**
 * What a later message to a conversation needs. Teams may change any of it; the last one counts.
 */
export interface ConversationReference {
  /** The id that Teams gives the conversation, with the thread of a channel. */
  readonly conversationId: string;
  /** The endpoint of the Bot Connector that serves the conversation. */
  readonly serviceUrl: string;
  /** The organisation to which the conversation belongs; Teams limits sending by it. */
  readonly tenantId?: string;
}

/**
 * The conversations in which Convenor has been spoken to, for the messages that it starts itself.
 */
export interface Conversations {
  /**
   * Keeps the reference of a place, for its person in a personal chat; writes only what is new.
   * Answers whether it is the first that is known of somebody’s personal chat.
   */
  note(
    partnership: string,
    place: ConversationPlace,
    reference: ConversationReference,
    person?: string,
  ): Promise<boolean>;
  /**
   * Keeps the personal chat of somebody whom no partnership knows yet, so that they are reachable
   * from their import on.
   */
  noteContact(from: Identity, reference: ConversationReference): Promise<void>;
  forgetContact(from: Identity): Promise<void>;
  /**
   * Convenor was removed from a place, or Teams refuses what is said there: it is of no use until
   * somebody writes there or installs it again. What was noted later than `asOf` stays.
   */
  end(partnership: string, place: ConversationPlace, asOf: Date, person?: string): Promise<void>;
  /**
   * Whether it is for this message to say to others that a person cannot be reached: the first
   * one since they last wrote or installed. Asked again by the same message it still is.
   */
  claimUnreached(partnership: string, person: string, message: string): Promise<boolean>;
  /** That message was not said after all: another one may. */
  releaseUnreached(partnership: string, person: string, message: string): Promise<void>;
  /** A person's personal chat, if they ever wrote or installed Convenor there, and it was not ended. */
  personal(partnership: string, person: string): Promise<ConversationReference | undefined>;
  /** A chat or channel by the id of its place. */
  chat(partnership: string, conversationId: string): Promise<ConversationReference | undefined>;
}

/** Somebody was refused. Ids only. */
export interface AuditedRefusal {
  readonly from: Identity;
  /** Person id; whoever has none is kept by their identity. */
  readonly person?: string;
  /** The button’s verb, or the name of what was asked for. */
  readonly verb: string;
  readonly refusal: RefusalCode;
  readonly conversationId: string;
}

/** One line of what was refused on a day; `at` is the first time. */
export type RecordedRefusal = Omit<AuditedRefusal, 'from' | 'conversationId'> &
  Partial<Pick<AuditedRefusal, 'from' | 'conversationId'>> & { readonly at: string };

export interface RefusalLog {
  /**
   * Keeps one line for each person, verb, reason and day; `undefined` for somebody whose
   * organisation belongs to no partnership.
   */
  record(partnership: string | undefined, refused: AuditedRefusal): Promise<void>;
  /** The lines of a partnership, oldest first. */
  list(partnership: string | undefined): Promise<RecordedRefusal[]>;
}
