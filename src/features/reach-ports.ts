import type { Identity } from '../domain/directory.ts';
import type { Place } from './thread.ts';

/** How something can be said later where something was said before. Teams may change any of it; the last one counts. */
export interface Address {
  /** The conversation as Teams names it, with the thread of a channel. */
  readonly conversationId: string;
  /** Where Teams takes what is said there. */
  readonly serviceUrl: string;
  /** Who wrote, as Teams names them to this bot. */
  readonly userId: string;
  /** The organisation to which the conversation belongs; Teams limits sending by it. */
  readonly tenantId?: string;
}

/** Where Convenor has been spoken to: what it may say by itself later goes there. */
export interface Conversations {
  /** Remembers where and by whom something was said; writes only what is new. */
  note(partnership: string, place: Place, address: Address, person?: string): Promise<void>;
  /** A person's personal chat, if they ever wrote or installed Convenor there. */
  personal(partnership: string, person: string): Promise<Address | undefined>;
  /** A chat or channel by the id of its place. */
  chat(partnership: string, conversationId: string): Promise<Address | undefined>;
}

/** Somebody pressed a button who may not: nobody here knows them. Ids only. */
export interface Refused {
  readonly from: Identity;
  readonly verb: string;
  readonly conversationId: string;
}

export interface Audit {
  /** Keeps one line for each person, button and day; `undefined` for somebody whose organisation belongs to no partnership. */
  refused(partnership: string | undefined, refused: Refused): Promise<void>;
  /** The lines of a partnership, oldest first. */
  list(partnership: string | undefined): Promise<(Refused & { readonly at: string })[]>;
}
