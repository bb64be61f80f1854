import { z } from 'zod';
import { ask } from '../../answers/questions.ts';
import { declarePress } from '../../contract/action.ts';
import type { Button, Press } from '../../contract/answer.ts';
import type { Undo } from '../../contract/thread.ts';
import type { ChangeEvent } from '../../domain/change-event.ts';

export const planItemId = z.string().min(1).max(60);

export const PLAN_FORMS = ['receive', 'move', 'withdraw'] as const;
export type PlanForm = (typeof PLAN_FORMS)[number];

/** Opens one of the forms of an item on the forward plan. */
export const openPlanForm = declarePress({
  id: 'forward-plan.form',
  input: z.object({ item: planItemId, form: z.enum(PLAN_FORMS) }),
});

/** Takes back what a press has just recorded. */
export const undoPlanPress = declarePress({
  id: 'forward-plan.undo',
  input: z.object({ item: planItemId, change: z.string().max(60) }),
});

const TITLES: Readonly<Record<PlanForm, string>> = {
  receive: 'Received…',
  move: 'Move…',
  withdraw: 'Take off…',
};

export const planButton = (item: string, form: PlanForm): Button =>
  openPlanForm.button(TITLES[form], { item, form }, { aloud: `${TITLES[form]} ${item}` });

/** The question that asks for one item. */
export const aboutPlanItem = (item: string): Press => ask('plan_item_detail', {}, { item });

/** What takes back the last change of an item, if a press made it. */
export function describePlanUndo(id: string, last: ChangeEvent | undefined): Undo | undefined {
  if (!last?.operation) return undefined;
  return {
    what: `${id} was ${last.type}`,
    press: undoPlanPress.press({ item: id, change: last.operation }),
  };
}
