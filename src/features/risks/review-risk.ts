import { z } from 'zod';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { addMonths } from '../../domain/dates.ts';
import { type Risk, review, toRiskReview } from '../../domain/risk.ts';
import { openReviewForm, riskId } from './buttons.ts';
import { describeScore } from './describe-risk.ts';
import { findRisk } from './find-risk.ts';
import { mayNotChange, mayReview, notRecorded } from './refusals.ts';
import { riskAnswer } from './show-risk.ts';
import { riskReviewStore, riskStore } from './store.ts';

const score = z.coerce.number().int().min(1).max(5);

/** “review risk CH-07”: the form with the score as it stands. */
export async function proposeRiskReview(request: Request, question: Question): Promise<Answer> {
  const found = await findRisk(request, question.args.risk);
  return 'answer' in found ? found.answer : reviewForm(request, found.risk);
}

/** *Review…*, on the register, on the risk and on its notice. */
export const openRiskReview = action({
  ...openReviewForm,
  permission: 'risks.review',
  async handle(request: Request, { risk: id }): Promise<Answer> {
    const risk = await request.store(riskStore).get(id);
    if (!risk) throw new UnreadableInput(openReviewForm.id);
    return reviewForm(request, risk);
  },
});

function reviewForm(request: Request, risk: Risk): Answer {
  if (!mayReview(request, risk)) return mayNotChange(risk, request);
  const heading = `Review ${risk.id}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${risk.title} · ${describeScore(risk).words}. Please leave out names and details of children.`,
    form: {
      fields: [
        ...scoreFields(risk),
        { id: 'reason', label: 'Reason', kind: 'lines', required: true },
        { id: 'controls', label: 'Controls', kind: 'lines', value: risk.controls ?? '' },
        reviewDayField(request),
      ],
      submit: recordRiskReview.button('Record review', { risk: risk.id }),
    },
    thread: { question: { intent: 'risk_detail', filters: {}, args: { risk: risk.id } } },
  };
}

const LIKELIHOODS = ['1, rare', '2, unlikely', '3, possible', '4, likely', '5, almost certain'];
const IMPACTS = ['1, slight', '2, minor', '3, moderate', '4, major', '5, severe'];

/** Likelihood and impact, as they stand to begin with. */
export function scoreFields({ likelihood, impact }: Partial<Risk>): Field[] {
  const field = (id: string, label: string, titles: readonly string[], value = 3): Field => ({
    id,
    label,
    kind: 'choice',
    value: String(value),
    choices: titles.map((title, at) => ({ title, value: String(at + 1) })),
  });
  return [
    field('likelihood', 'Likelihood', LIKELIHOODS, likelihood),
    field('impact', 'Impact', IMPACTS, impact),
  ];
}

/** A month from now to begin with; nothing is recorded without a day that is still to come. */
export const reviewDayField = ({ today }: Request): Field => ({
  id: 'nextReviewOn',
  label: 'Next review',
  kind: 'day',
  value: addMonths(today, 1),
  required: true,
});

/** What every form that scores a risk sends. */
export const judgement = {
  likelihood: score,
  impact: score,
  reason: lineField,
  controls: lineField.optional(),
  nextReviewOn: dayField.optional(),
};

/** *Record review*: the score of today in the history, and the risk as it stands now. */
export const recordRiskReview = action({
  id: 'risks.review',
  permission: 'risks.review',
  input: z.object({ risk: riskId, ...judgement }),
  async handle(request: Request, { risk: id, ...input }): Promise<Answer> {
    const risk = await request.store(riskStore).get(id);
    if (!risk) throw new UnreadableInput('risks.review');
    if (!mayReview(request, risk)) return mayNotChange(risk, request);
    const actor = toActor(request);
    const changed = await request.store(riskStore).change(id, (each) => review(each, input, actor));
    if (!changed.ok) return notRecorded(changed.refusal);
    await keepReview(request, changed.value, input);
    return riskAnswer(request, changed.value, 'Recorded.');
  },
});

/** Once for each press: repeated, it is the review that stands. */
export async function keepReview(
  request: Request,
  risk: Risk,
  input: Parameters<typeof toRiskReview>[1],
): Promise<void> {
  const actor = toActor(request);
  const { by, at } = actor;
  await request
    .store(riskReviewStore)
    .add(toRiskReview(risk, input, actor), { type: 'recorded', by, at });
}
