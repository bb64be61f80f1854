import type { Answer } from '../../contract/answer.ts';
import type { Operation } from '../../contract/operation.ts';
import type { ChangedReview } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import type { Directory } from '../../domain/directory.ts';
import type { LcsprRefusal } from '../../domain/lcspr-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewChange, ReviewRefusal } from '../../domain/rapid-review-commands.ts';
import { DECISION } from './find-review.ts';
import { notPermitted } from './review-access.ts';

/** Decides on a review as it stands, and lets every card of its decision follow; or what to say when it is refused. */
export async function changeReview(
  { directory, ports }: Request,
  ref: string,
  decide: (review: RapidReview) => Outcome<ReviewChange, ReviewStepRefusal>,
  operation?: Operation,
): Promise<{ readonly changed: ChangedReview } | { readonly answer: Answer }> {
  const partnership = directory.partnership.id;
  const outcome = await ports.reviews.change(partnership, ref, decide, operation);
  if (!outcome.ok) return { answer: toRefusal(outcome.refusal, directory) };
  const { review, before } = outcome.value;
  if (review !== before) ports.liveCards.refresh({ partnership, kind: DECISION, id: ref });
  return { changed: outcome.value };
}

/** Somebody may not, on this review. */
type AccessRefusal = 'not-a-speaker' | 'not-the-objector' | 'not-the-chair';

export type ReviewStepRefusal = ReviewRefusal | LcsprRefusal | AccessRefusal | 'unknown-review';

const WHY: Readonly<Record<Exclude<ReviewStepRefusal, keyof typeof NOT_PERMITTED>, string>> = {
  'unknown-review': 'No rapid review has that reference.',
  'category-unknown': 'The category is death or serious harm.',
  'days-disagree':
    'The days do not follow one another: one lies before the day on which it could have happened.',
  'day-to-come': 'That day is still to come.',
  'reason-missing': 'Please give a reason, which is kept.',
  withdrawn: 'That review is withdrawn. It can be taken up again on its card.',
  'past-withdrawing':
    'A review that is confirmed or sent to the Panel can’t be withdrawn; it can be corrected by a new entry.',
  'agency-not-asked': 'That agency has not been asked for a summary.',
  'round-not-open': 'The decision has not been opened yet.',
  'decided-already':
    'The chair has confirmed the decision, and from then on no position changes. It can be corrected by a new entry.',
  'not-a-partner': 'Your agency has no vote on this review.',
  'declared-interest':
    'You declared an interest in it, so another lead or deputy of your agency gives its position.',
  'rationale-missing': 'Please say why: a position is kept with its rationale.',
  'not-an-adviser': 'Advice comes from the scrutineer and from partners whose voice advises.',
  'not-the-chair': 'That is for the chair.',
  'nothing-to-agree-to': 'Nothing that was recorded for your agency waits for its agreement.',
  'nothing-to-object-to': 'Nothing was recorded on your agency’s behalf.',
  'own-position-missing':
    'Your agency has not given its position yet. Once it has, you can show those of the others.',
  'waiting-for-partners': 'Not every partner has answered.',
  'no-agreement': 'The partners do not agree, and there is no majority rule. It can be escalated.',
  agreement: 'The partners agree; there is nothing to escalate.',
  'more-information':
    'The partners want more information first, so there is nothing to confirm yet.',
  'other-decision':
    'A partner changed its position meanwhile, and they no longer agree on what you were shown. Please look again.',
  'not-confirmed': 'The chair has not confirmed a decision yet.',
  'sent-already': 'It was sent to the Panel already.',
  'not-sent': 'It has not been sent to the Panel yet.',
  'answered-already': 'The Panel’s answer is recorded already. It can be corrected by a new entry.',
  'not-started': 'No such LCSPR is under way.',
  'finished-already': 'That LCSPR is finished.',
  'lcspr-withdrawn': 'That LCSPR is withdrawn.',
  'not-finished': 'Nothing is recorded of its publication.',
  'not-delayed': 'No delay is recorded of it.',
  'milestone-missing': 'Please say which milestone.',
  'milestone-known': 'That milestone is set already.',
};

const NOT_PERMITTED = {
  'not-a-speaker': 'a position is given by a lead or named deputy of a statutory partner',
  'not-the-objector': 'only a lead or deputy of the partner can object to it or agree to it',
} satisfies Partial<Record<ReviewStepRefusal, string>>;

const AUDITED: Partial<Readonly<Record<ReviewStepRefusal, Answer['refused']>>> = {
  'not-an-adviser': 'access',
  'not-the-chair': 'access',
  // No card of ours names a review that this partnership does not have.
  'unknown-review': 'unreadable',
};

/** What was asked for was not done, and why. Names no position: older clients show it to everybody. */
export function toRefusal(refusal: ReviewStepRefusal, directory: Directory): Answer {
  return refusal in NOT_PERMITTED
    ? notPermitted(directory, NOT_PERMITTED[refusal as keyof typeof NOT_PERMITTED])
    : {
        text: `Nothing was recorded. ${WHY[refusal as keyof typeof WHY]}`,
        refused: AUDITED[refusal],
      };
}
