import { formatAdministrators } from '../../answers/access-words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { groupName } from '../../domain/directory.ts';
import { isClosed, lastRound } from '../../domain/rapid-review.ts';
import { openRound } from '../../domain/rapid-review-decision.ts';
import { confirmsReviews } from '../../domain/review-sight.ts';
import { changeReview, toRefusal } from './change-review.ts';
import { decisionForAll, drawDecisionFor } from './decision-card.ts';
import { findReview } from './find-review.ts';
import { listReviews } from './list-reviews.ts';
import { proposeReview } from './open-review.ts';
import {
  adviserRole,
  canAdministerReviews,
  findRepresentedAgency,
  newRound,
  notPermitted,
} from './review-access.ts';

/** “open the decision for rr-2020-05 for the four partners”: asks the statutory partners, on a live card in the meeting’s chat. */
export async function openDecision(request: Request, question: Question): Promise<Answer> {
  if (question.args.mode === 'new') return proposeReview(request, question);
  if (question.args.mode !== 'start') return listReviews(request, question);
  return request.place.kind === 'personal'
    ? openOwnCard(request, question)
    : openInChat(request, question);
}

async function openOwnCard(request: Request, question: Question): Promise<Answer> {
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { found } = which;
  const round = lastRound(found.review);
  if (round && !isClosed(round)) return ownCard(request, found);
  const { partnership } = request.directory;
  const chat = partnership.rapidReviewGroup
    ? `the chat of ${groupName(request.directory, partnership.rapidReviewGroup)}`
    : 'the chat of the group that handles rapid reviews';
  return (
    refuseOpening(request) ?? {
      text: `Nothing was opened. Please ask in ${chat} for ${found.review.ref}: the partners answer on the card there.`,
    }
  );
}

/** Only in the chat of the group that handles rapid reviews, whatever somebody may elsewhere. */
async function openInChat(request: Request, question: Question): Promise<Answer> {
  const { directory, home } = request;
  const refused = refuseOpening(request);
  if (refused) return refused;
  const { rapidReviewGroup } = directory.partnership;
  if (!rapidReviewGroup)
    return {
      text: `Nothing was opened: the settings do not say which group handles rapid reviews. Please ask ${formatAdministrators(directory)} to name it (rapid_review_group in partnership.json).`,
    };
  if (home !== rapidReviewGroup)
    return {
      text: `Nothing was opened: decisions on rapid reviews are taken in the chat of ${groupName(directory, rapidReviewGroup)} alone. Please ask there; an administrator can link a chat to it.`,
    };
  const which = await findReview(request, question);
  return 'answer' in which ? which.answer : openHere(request, which.found.review.ref);
}

function refuseOpening(request: Request): Answer | undefined {
  const { person, directory } = request;
  return canAdministerReviews(request) || confirmsReviews(person, directory)
    ? undefined
    : notPermitted(
        directory,
        'the decision on a rapid review is opened by an administrator or the chair',
      );
}

async function openHere(request: Request, ref: string): Promise<Answer> {
  const { directory } = request;
  const wanted = newRound(directory);
  if (wanted.partners.length === 0)
    return {
      text: 'Nothing was opened: the partnership’s settings name no statutory partner that decides.',
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
      confirmsReviews(request.person, request.directory) ||
      canAdministerReviews(request));
  if (!hasPart)
    return notPermitted(
      request.directory,
      'only the statutory partners and their advisers take part in it',
    );
  const { live: _, ...own } = await drawDecisionFor(request, found);
  return own;
}
