import { z } from 'zod';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ReviewEvent } from '../../domain/rapid-review-commands.ts';

/** The name of an LCSPR, as a card sends it. */
export const lcsprName = z.string().min(1).max(60);

/** “tell me about LCSPR-A” */
export const aboutLcspr = (reviewRef: string) => ask('lcspr_detail', { reviewRef });

/** Takes back what a press has just recorded. */
export const undoLcsprPress = declarePress({
  id: 'lcsprs.undo',
  input: z.object({ lcspr: lcsprName, change: z.string().max(60) }),
});

/** What takes back the last thing that was recorded of an LCSPR, if a press recorded it. */
export function describeUndo(lcspr: string, last: ReviewEvent | undefined): Undo | undefined {
  if (!last?.operation || !last.before) return undefined;
  const press = undoLcsprPress.press({ lcspr, change: last.operation });
  return { what: `the last entry for ${lcspr} was made`, press };
}

/** *Record it* on an LCSPR’s card: the form for what happened. */
export const openLcsprStep = declarePress({
  id: 'lcsprs.step',
  input: z.object({ lcspr: lcsprName, step: z.string().min(1).max(40) }),
});
