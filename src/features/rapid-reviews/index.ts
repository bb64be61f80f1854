import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import { drawDecision } from './decision-card.ts';
import { DECISION, reviewHistory } from './find-review.ts';
import { listReviews } from './list-reviews.ts';
import messages from './messages.json' with { type: 'json' };
import { notifyPanel, publishLcspr, sendReview } from './notices.ts';
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
  agreeToPosition,
  confirmDecision,
  escalateDecision,
  giveAdvice,
  givePosition,
  objectToPosition,
  recordPosition,
  revealPositions,
  showDecision,
} from './press-decision.ts';
import { raiseFromReview } from './raise-action.ts';
import { chooseStep, proposeResponse, recordStep } from './record-step.ts';
import { showDeadline } from './show-deadline.ts';
import { showReview } from './show-review.ts';
import { returnSummary } from './summaries.ts';
import { showUndecidedPartners } from './who-not-decided.ts';

/** Serious incidents and their rapid reviews, from becoming aware to the Panel’s answer and the LCSPRs behind it. */
export const rapidReviews: Feature = {
  name: 'rapid-reviews',
  messages,
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
      answer: showUndecidedPartners,
    },
    {
      name: 'rapid_review_record_panel_response',
      label: 'The Panel’s response',
      phrases: rapidReviewPanelResponsePhrases,
      answer: proposeResponse,
    },
  ],
  actions: [
    openNewReview,
    chooseStep,
    recordStep,
    returnSummary,
    raiseFromReview,
    showDecision,
    givePosition,
    recordPosition,
    objectToPosition,
    agreeToPosition,
    giveAdvice,
    revealPositions,
    confirmDecision,
    escalateDecision,
  ],
  history: reviewHistory,
  notices: [notifyPanel, sendReview, publishLcspr],
  live: [{ kind: DECISION, draw: drawDecision }],
  help: [
    {
      title: 'Rapid reviews',
      roles: ['administrator', 'chair', 'scrutineer', 'partner-lead'],
      examples: () => [
        { title: 'rapid reviews this year', ...ask('rapid_review_list', { year: 'current' }) },
        {
          title: 'when is the new one due',
          ...ask('rapid_review_deadline', { reviewRef: 'latest' }),
        },
      ],
    },
  ],
};
