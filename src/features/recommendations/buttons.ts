import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

/** A recommendation's reference, as a card sends it. */
export const recommendationRef = z.string().min(1).max(100);

/** What can be done with a recommendation by a form of its own. */
export const FORMS = [
  'respond',
  'evidence',
  'link',
  'unlink',
  'repeats',
  'themes',
  'send-back',
  'raise',
] as const;
export type FormName = (typeof FORMS)[number];

/** Opens one of the forms of a recommendation. */
export const openRecommendationForm = declarePress({
  id: 'recommendations.form',
  input: z.object({ ref: recommendationRef, form: z.enum(FORMS) }),
});

/** *Verify*: the evidence shows that it is met. */
export const verifyPress = declarePress({
  id: 'recommendations.verify',
  input: z.object({ ref: recommendationRef, operation: z.string().max(60) }),
});

/** The form for a recommendation of a source. */
export const openNewRecommendation = declarePress({
  id: 'recommendations.new',
  input: z.object({ source: z.string().max(100) }),
});

/** Takes back what a press has just recorded. */
export const undoRecommendationPress = declarePress({
  id: 'recommendations.undo',
  input: z.object({ ref: recommendationRef, change: z.string().max(60) }),
});

export const formButton = (title: string, ref: string, form: FormName): Button =>
  openRecommendationForm.button(title, { ref, form }, { aloud: `${title} ${ref}` });

export const verifyButton = (ref: string): Button =>
  verifyPress.button('Verify', { ref, operation: newOperation() }, { aloud: `Verify ${ref}` });

export const addRecommendationButton = (source: string): Button =>
  openNewRecommendation.button('Add recommendation', { source }, { inNewMessage: true });

/** What takes back the last change of a recommendation, if a press made it. */
export function describeUndo(ref: string, last: ChangeEvent | undefined): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `${ref} was ${last.type}`,
    press: undoRecommendationPress.press({ ref, change: last.operation }),
  };
}
