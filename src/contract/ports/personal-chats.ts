import type { Answer } from '../answer.ts';

/** Something to say with a card below it. */
export interface OutgoingMessage {
  readonly text: string;
  readonly card?: { readonly name: string; readonly view: object; readonly plain: string };
}

/** What Convenor says to one person by itself, in their personal chat with it. */
export interface PersonalChats {
  /** `false` when they cannot be reached: they have never written there, or Teams refuses. Says it once, never twice. */
  tell(partnership: string, person: string, answer: Answer): Promise<boolean>;
}
