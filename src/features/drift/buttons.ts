import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { KnownFinding } from './queries.ts';

/** Which finding: its rule and what it is about; everything else follows from the records again. */
export const findingInput = z.object({
  rule: z.string().min(1).max(60),
  subject: z.string().min(1).max(400),
});

/** Opens the card of one finding. */
export const openFindingPress = declarePress({ id: 'drift.finding', input: findingInput });

/** What can be said to a finding by a form of its own. */
export const FORMS = ['looked into', 'accepted'] as const;

export const openFormPress = declarePress({
  id: 'drift.form',
  input: findingInput.extend({ form: z.enum(FORMS) }),
});

/** Takes back what a press has just recorded. */
export const undoResponsePress = declarePress({
  id: 'drift.undo',
  input: findingInput.extend({ response: z.string().max(60), change: z.string().max(60) }),
});

export const toFindingInput = ({ rule, subject }: Pick<KnownFinding, 'rule' | 'subject'>) => ({
  rule,
  subject,
});
