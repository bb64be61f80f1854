import type { Feature } from '../../contract/feature.ts';
import { drawDecision } from './decision-card.ts';
import { listReviews } from './list-reviews.ts';
import { openDecision } from './open-decision.ts';
import { openNewReview } from './open-review.ts';
import {
  rapidReviewDeadlinePhrases,
  rapidReviewDetailPhrases,
  rapidReviewListPhrases,
  rapidReviewOpenDecisionPhrases,
  rapidReviewPanelResponsePhrases,
  rapidReviewWhoNotDecidedPhrases,
} from './phrases.ts';
import {
  confirmDecision,
  escalateDecision,
  giveAdvice,
  givePosition,
  givePositionByPhone,
  objectToPosition,
  revealPositions,
  showDecision,
} from './press-decision.ts';
import { raiseReviewAction } from './raise-action.ts';
import { recordStep, returnSummary } from './record-step.ts';
import { showDeadline } from './show-deadline.ts';
import { showReview } from './show-review.ts';
import { proposeResponse, proposeStep } from './step-forms.ts';
import { DECISION } from './which-review.ts';
import { whoNotDecided } from './who-not-decided.ts';

/** Serious incidents and their rapid reviews, from becoming aware to the Panel’s answer and the LCSPRs behind it. */
export const rapidReviews: Feature = {
  name: 'rapid-reviews',
  intents: [
    {
      name: 'rapid_review_list',
      label: 'Rapid reviews',
      phrases: rapidReviewListPhrases,
      answer: listReviews,
    },
    {
      name: 'rapid_review_detail',
      label: 'One rapid review',
      phrases: rapidReviewDetailPhrases,
      answer: showReview,
    },
    {
      name: 'rapid_review_deadline',
      label: 'A rapid review’s deadline',
      phrases: rapidReviewDeadlinePhrases,
      answer: showDeadline,
    },
    {
      name: 'rapid_review_open_decision',
      label: 'Opening or deciding a rapid review',
      phrases: rapidReviewOpenDecisionPhrases,
      answer: openDecision,
    },
    {
      name: 'rapid_review_who_not_decided',
      label: 'Who has not decided',
      phrases: rapidReviewWhoNotDecidedPhrases,
      answer: whoNotDecided,
    },
    {
      name: 'rapid_review_record_panel_response',
      label: 'The Panel’s response',
      phrases: rapidReviewPanelResponsePhrases,
      answer: proposeResponse,
    },
  ],
  submissions: [
    { verb: 'reviews.open', access: 'reviews.keep', handle: openNewReview },
    { verb: 'reviews.step', access: 'reviews.keep', handle: proposeStep },
    { verb: 'reviews.record', access: 'reviews.keep', handle: recordStep },
    { verb: 'reviews.return', access: 'reviews.return', handle: returnSummary },
    { verb: 'reviews.raise', access: 'actions.raise', handle: raiseReviewAction },
    { verb: 'reviews.show', access: 'reviews.read', handle: showDecision },
    { verb: 'reviews.answer', access: 'reviews.speak', handle: givePosition },
    { verb: 'reviews.phone', access: 'reviews.keep', handle: givePositionByPhone },
    { verb: 'reviews.object', access: 'reviews.speak', handle: objectToPosition },
    { verb: 'reviews.advise', access: 'reviews.advise', handle: giveAdvice },
    { verb: 'reviews.reveal', access: 'reviews.confirm', handle: revealPositions },
    { verb: 'reviews.confirm', access: 'reviews.confirm', handle: confirmDecision },
    { verb: 'reviews.escalate', access: 'reviews.confirm', handle: escalateDecision },
  ],
  live: [
    { kind: DECISION, draw: ({ directory, ports }, id) => drawDecision(directory, id, ports) },
  ],
};
