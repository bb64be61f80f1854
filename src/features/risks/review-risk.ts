import { z } from 'zod';
import { dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { addMonths, type Day, parseDay } from '../../domain/dates.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { type Risk, review, toRiskReview } from '../../domain/risk.ts';
import { openReviewForm, riskId } from './buttons.ts';
import { closingForm } from './close-risk.ts';
import { describeScore } from './describe-risk.ts';
import { findRisk } from './find-risk.ts';
import { mayNotChange, mayReview, notRecorded } from './refusals.ts';
import { riskAnswer } from './show-risk.ts';
import { parseStatedScore, type StatedScore } from './stated-score.ts';
import { riskReviewStore, riskStore } from './store.ts';

const score = z.coerce.number().int().min(1).max(5);

/** “CH-07 likelihood 3, the post is filled”: the form with what was said, and the score as it stands. */
export async function proposeRiskReview(request: Request, { args }: Question): Promise<Answer> {
  const found = await findRisk(request, args.risk);
  if ('answer' in found) return found.answer;
  const reason = typeof args.reason === 'string' ? args.reason : '';
  if (args.mode === 'close') return closingForm(request, found.risk, reason);
  const day = parseDay(args.on);
  return reviewForm(request, found.risk, { ...parseStatedScore(args), reason, day });
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

/** What was said already, with which the fields begin. */
type ReviewStart = StatedScore & { readonly reason?: string; readonly day?: Day | undefined };

function reviewForm(request: Request, risk: Risk, begun: ReviewStart = {}): Answer {
  if (!mayReview(request, risk)) return mayNotChange(risk, request);
  const heading = `Review ${risk.id}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: [
      begun.note,
      `${risk.title} · ${describeScore(risk).words}.`,
      'Please leave out names and details of children.',
    ]
      .filter(Boolean)
      .join(' '),
    form: {
      fields: [
        ...scoreFields({ ...risk, ...omitUndefined(begun) }),
        { id: 'reason', label: 'Reason', kind: 'lines', value: begun.reason, required: true },
        { id: 'controls', label: 'Controls', kind: 'lines', value: risk.controls ?? '' },
        reviewDayField(request, begun.day),
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
export const reviewDayField = ({ today }: Request, day?: Day): Field => ({
  id: 'nextReviewOn',
  label: 'Next review',
  kind: 'day',
  value: day ?? addMonths(today, 1),
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
