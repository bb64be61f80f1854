import type { Answer } from '../answer.ts';

/** What Convenor says to one person by itself, in their personal chat with it. */
export interface PersonalChats {
  /**
   * `false` when they cannot be reached: they have never written there, or Teams refuses. Says it
   * once, never twice.
   */
  tell(partnership: string, person: string, message: Answer): Promise<boolean>;
}
