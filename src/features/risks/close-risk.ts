import { z } from 'zod';
import { lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { close, type Risk } from '../../domain/risk.ts';
import { openClosingForm, riskId } from './buttons.ts';
import { mayNotChange, mayReview, notRecorded } from './refusals.ts';
import { riskAnswer } from './show-risk.ts';
import { riskStore } from './store.ts';

/** *Close…*: it is no risk any more, and why. */
export const openRiskClosing = action({
  ...openClosingForm,
  permission: 'risks.review',
  async handle(request: Request, { risk: id }): Promise<Answer> {
    const risk = await request.store(riskStore).get(id);
    if (!risk) throw new UnreadableInput(openClosingForm.id);
    return closingForm(request, risk);
  },
});

/** Begun with the reason where one was said: “close CH-07, the post is filled”. */
export function closingForm(request: Request, risk: Risk, reason = ''): Answer {
  if (!mayReview(request, risk)) return mayNotChange(risk, request);
  const heading = `Close ${risk.id}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${risk.title}. It stays in the records with its history.`,
    form: {
      fields: [{ id: 'reason', label: 'Reason', kind: 'lines', value: reason, required: true }],
      submit: recordClosing.button('Close risk', { risk: risk.id }),
    },
  };
}

export const recordClosing = action({
  id: 'risks.close',
  permission: 'risks.review',
  input: z.object({ risk: riskId, reason: lineField }),
  async handle(request: Request, { risk: id, reason }): Promise<Answer> {
    const risk = await request.store(riskStore).get(id);
    if (!risk) throw new UnreadableInput('risks.close');
    if (!mayReview(request, risk)) return mayNotChange(risk, request);
    const actor = toActor(request);
    const closed = await request.store(riskStore).change(id, (each) => close(each, reason, actor));
    return closed.ok ? riskAnswer(request, closed.value, 'Recorded.') : notRecorded(closed.refusal);
  },
});
