import type { Answer } from '../../contract/answer.ts';
import type { StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { lastRound } from '../../domain/rapid-review.ts';
import { openRound } from '../../domain/rapid-review-decision.ts';
import { changeReview, toRefusal } from './change-review.ts';
import { decisionForAll, drawDecisionFor } from './decision-card.ts';
import { findReview } from './find-review.ts';
import { listReviews } from './list-reviews.ts';
import { proposeReview } from './open-review.ts';
import {
  adviserRole,
  canAdministerReviews,
  canConfirm,
  findRepresentedAgency,
  notPermitted,
  statutoryPartners,
} from './review-access.ts';

/** “open the decision for rr-2020-05 for the four partners”: asks the statutory partners, on a live card in the meeting’s chat. */
export async function openDecision(request: Request, question: Question): Promise<Answer> {
  if (question.args.mode === 'new') return proposeReview(request, question);
  if (question.args.mode !== 'start') return listReviews(request, question);
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { found } = which;
  const round = lastRound(found.review);
  const isPersonal = request.place.kind === 'personal';
  if (round && !round.confirmed && isPersonal) return ownCard(request, found);
  if (!canAdministerReviews(request) && !canConfirm(request, { group: request.home }))
    return notPermitted(
      request.directory,
      'the decision on a rapid review is opened by an administrator or the chair',
    );
  if (isPersonal)
    return {
      text: `Nothing was opened. Please ask in the chat of the rapid review meeting for ${found.review.ref}: the partners answer on the card there.`,
    };
  return openHere(request, found.review.ref);
}

async function openHere(request: Request, ref: string): Promise<Answer> {
  const { directory, home } = request;
  const partners = statutoryPartners('decides', directory);
  if (partners.length === 0)
    return {
      text: 'Nothing was opened: the partnership’s settings name no statutory partner that decides.',
    };
  const wanted = {
    partners,
    advisers: statutoryPartners('advises', directory),
    hidden: directory.partnership.positions !== 'shown',
    ...(home && { group: home }),
  };
  const opened = await changeReview(request, ref, (review) =>
    openRound(review, wanted, toActor(request)),
  );
  if ('answer' in opened) return opened.answer;
  return (await decisionForAll(request, opened.changed)) ?? toRefusal('round-not-open', directory);
}

/** In a personal chat nobody else reads: a partner’s own card, on which it can answer outside the meeting. */
async function ownCard(request: Request, found: StoredReview): Promise<Answer> {
  const round = lastRound(found.review);
  const hasPart =
    round &&
    (findRepresentedAgency(request, round) ||
      adviserRole(request, round) ||
      canConfirm(request, round) ||
      canAdministerReviews(request));
  if (!hasPart)
    return notPermitted(
      request.directory,
      'only the statutory partners and their advisers take part in it',
    );
  const { live: _, ...own } = await drawDecisionFor(request, found);
  return own;
}
