import { z } from 'zod';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';

/** The name of an LCSPR, as a card sends it. */
export const lcsprName = z.string().min(1).max(60);

/** “tell me about LCSPR-A” */
export const aboutLcspr = (reviewRef: string) => ask('lcspr_detail', { reviewRef });

/** *Record it* on an LCSPR’s card: the form for what happened. */
export const openLcsprStep = declarePress({
  id: 'lcsprs.step',
  input: z.object({ lcspr: lcsprName, step: z.string().min(1).max(40) }),
});
