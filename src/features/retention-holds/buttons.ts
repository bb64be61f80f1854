import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';

export const heldRecord = z.object({
  kind: z.string().min(1).max(40),
  record: z.string().min(1).max(100),
});

/** The form that keeps a single record beyond its time, or lets it go. */
export const openHold = declarePress({ id: 'retention-holds.form', input: heldRecord });
