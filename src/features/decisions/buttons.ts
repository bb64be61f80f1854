import { z } from 'zod';
import { truncate } from '../../answers/truncate.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { Decision } from '../../domain/decision.ts';

/** The form for a decision on an item of a meeting's agenda. */
export const openDecisionForm = declarePress({
  id: 'decisions.form',
  input: z.object({ meeting: z.string().min(1).max(200), number: z.number() }),
});

/** Opens the form for a decision on an item of a meeting's agenda, by the number that the item has there. */
export const decisionButton = (meeting: string, number: number): Button =>
  openDecisionForm.button(`Decision on ${number}`, { meeting, number }, { inNewMessage: true });

/** The ids by which a card names a decision. */
const decisionIds = z.object({
  group: z.string().min(1).max(200),
  on: z.string().max(10),
  id: z.string().min(1).max(200),
});
export type DecisionIds = z.infer<typeof decisionIds>;

/** *Correct…*: the form with the words of a decision, to be recorded anew. */
export const openCorrection = declarePress({ id: 'decisions.correct', input: decisionIds });

/** *Undo* on the card that says it was recorded. */
export const undoDecisionPress = declarePress({ id: 'decisions.undo', input: decisionIds });

const toIds = ({ group, decidedOn: on, id }: Decision): DecisionIds => ({ group, on, id });

export const correctButton = (decision: Decision): Button =>
  openCorrection.button('Correct…', toIds(decision), { inNewMessage: true });

/** Takes back what was just recorded. */
export const describeUndo = (decision: Decision): Undo => ({
  what: `the decision “${truncate(decision.what, 60)}” was recorded`,
  press: undoDecisionPress.press(toIds(decision)),
});
