import type { Answer } from '../answer.ts';

/** What Convenor says to one person by itself, in their personal chat with it. */
export interface PersonalChats {
  /**
   * `false` when they cannot be reached: they have never written there, or Teams refuses. Says it
   * once, never twice.
   */
  tell(partnership: string, person: string, message: Answer): Promise<boolean>;
  /** Sends the outcome of work that takes longer than an answer may, or `otherwise` where it fails. */
  tellLater(partnership: string, person: string, work: Promise<Answer>, otherwise: Answer): void;
}
