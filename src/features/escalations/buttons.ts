import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

/** An escalation's reference, as a card sends it. */
export const escalationId = z.string().min(1).max(60);

/** What can be done with an escalation by a form of its own. */
export const FORMS = ['answer', 'hold', 'outcome', 'withdraw', 'correct'] as const;
export type FormName = (typeof FORMS)[number];

/** Opens one of the forms of an escalation. */
export const openEscalationForm = declarePress({
  id: 'escalations.form',
  input: z.object({ escalation: escalationId, form: z.enum(FORMS) }),
});

/** The form for a new escalation, about an action where one is named. */
export const openNewEscalation = declarePress({
  id: 'escalations.new',
  input: z.object({ action: z.string().max(60).optional() }),
});

/** Takes back what a press has just recorded. */
export const undoEscalationPress = declarePress({
  id: 'escalations.undo',
  input: z.object({ escalation: escalationId, change: z.string().max(60) }),
});

export const formButton = (title: string, escalation: string, form: FormName): Button =>
  openEscalationForm.button(title, { escalation, form }, { aloud: `${title} ${escalation}` });

/** *Escalate…*, on an action that is overdue. */
export const escalateButton = (action: string): Button =>
  openNewEscalation.button(
    'Escalate…',
    { action },
    { aloud: `Escalate ${action}`, inNewMessage: true },
  );

/** What takes back the last change of an escalation, if a press made it. */
export function describeUndo(id: string, last: ChangeEvent | undefined): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `${id} was ${last.type}`,
    press: undoEscalationPress.press({ escalation: id, change: last.operation }),
  };
}
