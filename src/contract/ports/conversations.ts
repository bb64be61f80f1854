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
  /** Keeps the reference of a place, for its person in a personal chat; writes only what is new. */
  note(
    partnership: string,
    place: ConversationPlace,
    reference: ConversationReference,
    person?: string,
  ): Promise<void>;
  /** A person's personal chat, if they ever wrote or installed Convenor there. */
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
