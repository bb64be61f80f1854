import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';

/** The form for a decision on an item of a meeting's agenda. */
export const openDecisionForm = declarePress({
  id: 'decisions.form',
  input: z.object({ meeting: z.string().min(1).max(200), number: z.number() }),
});

/** Opens the form for a decision on an item of a meeting's agenda, by the number that the item has there. */
export const decisionButton = (meeting: string, number: number): Button =>
  openDecisionForm.button(`Decision on ${number}`, { meeting, number }, { inNewMessage: true });
