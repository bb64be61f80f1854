import { z } from 'zod';
import type { ConversationPlace } from '../thread.ts';

/**
 * A text of which its writer says that it names no child. The digest is made with the salt, and both
 * are written like the ids of a card: so the text cannot be read from them, and is never stored.
 */
export const confirmedText = z.object({ salt: z.uuid(), digest: z.uuid() });
export type ConfirmedText = z.output<typeof confirmedText>;

/** At most so many texts are confirmed with one press. */
export const MAX_CONFIRMED_TEXTS = 10;

/** What somebody confirmed in one place, for as long as a thread is remembered. */
export interface Confirmations {
  load(
    partnership: string,
    person: string,
    place: ConversationPlace,
  ): Promise<readonly ConfirmedText[]>;
  add(
    partnership: string,
    person: string,
    place: ConversationPlace,
    texts: readonly ConfirmedText[],
  ): Promise<void>;
}
