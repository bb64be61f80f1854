import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import type { StoredAction } from '../../contract/ports.ts';
import { questionSchema } from '../../contract/question-schema.ts';
import type { Undo } from '../../contract/thread.ts';

/** What can be asked of an action by a button, under the names that cards know. */
export const FORMS = [
  'update',
  'done',
  'more-time',
  'block',
  'reassign',
  'withdraw',
  'verify',
  'send-back',
  'reopen',
] as const;
export type FormName = (typeof FORMS)[number];

/** *Show 10 more* of a list; `shown` rows have been seen. */
export const openNextPage = declarePress({
  id: 'actions.more',
  input: z.object({ question: questionSchema, shown: z.number().int().min(0).max(100_000) }),
});

/** *Change several…*: which of the rows from `from` to `to` of a list. */
export const openSeveral = declarePress({
  id: 'actions.several',
  input: z.object({
    question: questionSchema,
    from: z.number().int().min(0),
    to: z.number().int().min(0),
  }),
});

/** The form by which an action is changed. */
export const openActionForm = declarePress({
  id: 'actions.form',
  input: z.object({ ref: z.string().min(1).max(60), form: z.enum(FORMS) }),
});

/** *Undo* on the card that says what was recorded; `change` is the press that recorded it. */
export const undoAction = declarePress({
  id: 'actions.undo',
  input: z.object({ ref: z.string().min(1).max(60), change: z.string().max(60).optional() }),
});

type Changed = Pick<StoredAction, 'action' | 'history'>;

/** Takes back what has just been recorded of an action. */
export function describeUndo({ action: { ref }, history }: Changed): Undo {
  const last = history.at(-1);
  return {
    what: `${ref} was ${last?.type ?? 'changed'}`,
    press: undoAction.press({ ref, change: last?.operation }),
  };
}

/** Opens the form by which an action is changed; who may is looked at when it is pressed, and when the form comes back. */
export const actionFormButton = (title: string, ref: string, form: FormName): Button =>
  openActionForm.button(title, { ref, form }, { aloud: `${title} ${ref}` });

/** What can be done with an open action by whoever may change it. */
export const openActionButtons = (ref: string): Button[] => [
  actionFormButton('Update', ref, 'update'),
  actionFormButton('Done…', ref, 'done'),
  actionFormButton('Need more time…', ref, 'more-time'),
];
