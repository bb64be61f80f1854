import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

/** A challenge's reference, as a card sends it. */
export const challengeId = z.string().min(1).max(60);

/** What can be done with a challenge by a form of its own. */
export const FORMS = ['answer', 'difference', 'withdraw', 'correct'] as const;
export type FormName = (typeof FORMS)[number];

/** Opens one of the forms of a challenge. */
export const openChallengeForm = declarePress({
  id: 'challenges.form',
  input: z.object({ challenge: challengeId, form: z.enum(FORMS) }),
});

/** The form for a new challenge, at a meeting where one is named. */
export const openNewChallenge = declarePress({
  id: 'challenges.new',
  input: z.object({ meeting: z.string().max(200).optional() }),
});

/** Takes back what a press has just recorded. */
export const undoChallengePress = declarePress({
  id: 'challenges.undo',
  input: z.object({ challenge: challengeId, change: z.string().max(60) }),
});

export const formButton = (title: string, challenge: string, form: FormName): Button =>
  openChallengeForm.button(title, { challenge, form }, { aloud: `${title} ${challenge}` });

/** *Record challenge…*, on the card of a meeting. */
export const challengeButton = (meeting: string): Button =>
  openNewChallenge.button('Record challenge…', { meeting }, { inNewMessage: true });

/** What takes back the last change of a challenge, if a press made it. */
export function describeUndo(id: string, last: ChangeEvent | undefined): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `${id} was ${last.type}`,
    press: undoChallengePress.press({ challenge: id, change: last.operation }),
  };
}
