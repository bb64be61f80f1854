import { z } from 'zod';
import { pleaseCheck } from '../../answers/form.ts';
import { aboutReview } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Args, Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { currentResponse, lastRound, type RapidReview } from '../../domain/rapid-review.ts';
import { changeReview, toRefusal } from './change-review.ts';
import { findReview, loadReviewContext } from './find-review.ts';
import { openRepair } from './repair-steps.ts';
import { canAdministerReviews, notPermitted } from './review-access.ts';
import { reviewTitle } from './review-words.ts';
import { reviewAnswer } from './show-review.ts';
import { type FormStep, type LcsprStep, type ReviewStep, stepInput } from './step.ts';
import { FORM_STEPS, openStep, STEPS } from './steps.ts';
import { askForSummaries, tellWithdrawn } from './summaries.ts';

/** *Record it* on a review’s card: the form for what happened. */
export const chooseStep = action({
  ...openStep,
  permission: 'reviews.administer',
  async handle(request: Request, { review, step }) {
    const found = await request.ports.reviews.find(request.directory.partnership.id, review);
    if (!found) throw new UnreadableInput(openStep.id);
    return step === 'action'
      ? STEPS.action.open(request, found.review)
      : stepForm(request, found.review, step);
  },
});

/** *Withdraw…* and *Correct…* of a review that was just opened. */
export const chooseRepair = action({
  ...openRepair,
  permission: 'reviews.administer',
  async handle(request: Request, { review, repair }) {
    const found = await request.ports.reviews.find(request.directory.partnership.id, review);
    if (!found) throw new UnreadableInput(openRepair.id);
    return repairForm(request, found.review, repair);
  },
});

/** “panel have asked us to look again at rr 4, log it”: the Panel’s answer, to be confirmed. */
export async function proposeResponse(request: Request, question: Question): Promise<Answer> {
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { review } = which.found;
  if (question.args.mode === 'sent') return proposeSending(request, review, question.args);
  const round = lastRound(review);
  if (!round?.confirmed && !round?.sent)
    return {
      text: `${review.ref} has not been decided, so the Panel cannot have answered to it. Nothing was recorded.`,
    };
  const known = currentResponse(round);
  if (!known && !STEPS.respond.isPossible(review))
    return {
      text: `${review.ref} has not been sent to the Panel yet, by the records. Record that first; nothing was recorded now.`,
      suggestions: [{ title: `Show ${review.ref}`, ...aboutReview(review.ref) }],
    };
  if (!canAdministerReviews(request))
    return notPermitted(request.directory, 'that is recorded by an administrator');
  return stepForm(request, review, known ? 'correct' : 'respond', question.args);
}

/** “sent RR-2021-02 to the panel today”: with what the partners decided, or with no agreement recorded. */
async function proposeSending(request: Request, review: RapidReview, named: Args): Promise<Answer> {
  const { directory } = request;
  if (!canAdministerReviews(request))
    return notPermitted(directory, 'that is recorded by an administrator');
  const id = (['send', 'send-open'] as const).find((step) => STEPS[step].isPossible(review));
  if (review.withdrawn) return toRefusal('withdrawn', directory);
  return id ? stepForm(request, review, id, named) : toRefusal('sent-already', directory);
}

/** “withdraw RR-2021-02, opened by mistake”, “the aware day of RR-2021-02 was 10 march”: its form. */
export async function proposeRepair(request: Request, question: Question): Promise<Answer> {
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { review } = which.found;
  const { directory } = request;
  if (!canAdministerReviews(request))
    return notPermitted(directory, 'that is put right by an administrator');
  const { mode } = question.args;
  const repair = mode === 'withdraw' || mode === 'criteria' ? mode : 'amend';
  return repairForm(request, review, repair, question.args);
}

/** The form that puts a review right; of one that is withdrawn, the one that takes it up again. */
async function repairForm(
  request: Request,
  review: RapidReview,
  repair: 'amend' | 'withdraw' | 'criteria',
  named?: Args,
): Promise<Answer> {
  if (review.withdrawn) return stepForm(request, review, 'reinstate');
  return STEPS[repair].isPossible(review)
    ? stepForm(request, review, repair, named)
    : toRefusal('past-withdrawing', request.directory);
}

type FormStepId = keyof typeof FORM_STEPS;

async function stepForm(
  request: Request,
  review: RapidReview,
  id: FormStepId,
  named?: Args,
): Promise<Answer> {
  if (id === 'correct' && request.place.kind !== 'personal')
    return {
      text: 'That is recorded already. To correct it, please ask me in your personal chat, for the form names the decision.',
    };
  const step: FormStep = FORM_STEPS[id];
  const context = await loadReviewContext(request, true);
  const heading = `${step.title}: ${reviewTitle(review)}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: 'Nothing is recorded until you confirm. No name, age or story of a child, please.',
    form: {
      fields: step.fields(review, context, named),
      submit: recordStep.button('Confirm', { review: review.ref, step: id }),
    },
  };
}

const recordInput = stepInput.extend({
  step: z.enum(Object.keys(FORM_STEPS) as [FormStepId, ...FormStepId[]]),
});
type Input = z.output<typeof recordInput>;

/** *Confirm* of a step: an administrator records what happened. Pressed again, it shows what the first press came to. */
export const recordStep = action({
  nameFields: ['name', 'join'],
  id: 'reviews.record',
  permission: 'reviews.administer',
  input: recordInput,
  handle(request: Request, input) {
    const step: FormStep = FORM_STEPS[input.step];
    return 'record' in step
      ? recordOnReview(request, input, step)
      : recordOnLcspr(request, input, step);
  },
});

async function recordOnReview(request: Request, input: Input, step: ReviewStep): Promise<Answer> {
  const context = await loadReviewContext(request, true);
  const press = requireOperation(request, 'reviews.record');
  const outcome = await changeReview(
    request,
    input.review,
    (stored) => step.record(stored, input, toActor(request), context),
    press,
  );
  if ('answer' in outcome) return outcome.answer;
  const { review, before } = outcome.changed;
  const asked = review.summaries.filter(
    (each) => review !== before && !before.summaries.includes(each) && each.state === 'asked',
  );
  const unreached = await askForSummaries(request, review.ref, asked);
  if (review.withdrawn && !before.withdrawn) await tellWithdrawn(request, review);
  return showRecorded(
    request,
    review,
    unreached.length > 0
      ? ` Nobody of ${formatList(unreached, 'or')} could be reached in a chat of their own; please ask them yourself.`
      : '',
  );
}

async function recordOnLcspr(request: Request, input: Input, step: LcsprStep): Promise<Answer> {
  const { directory, ports } = request;
  const { id } = directory.partnership;
  const name = input.join || input.name;
  if (!name)
    return {
      text: 'Nothing was recorded: please name the LCSPR, such as LCSPR-A; no name of a child.',
    };
  const stored = await ports.reviews.find(id, input.review);
  if (!stored) throw new UnreadableInput('reviews.record');
  const context = await loadReviewContext(request, true);
  const press = requireOperation(request, 'reviews.record');
  const outcome = await ports.reviews.changeLcspr(
    id,
    name,
    (lcspr) => step.recordOnLcspr(lcspr, input, toActor(request), context),
    press,
  );
  return outcome.ok ? showRecorded(request, stored.review) : toRefusal(outcome.refusal, directory);
}

async function showRecorded(request: Request, review: RapidReview, more = ''): Promise<Answer> {
  const answer = await reviewAnswer(request, review);
  return { ...answer, text: `Recorded. ${answer.text}${more}` };
}
