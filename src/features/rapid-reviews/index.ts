import { offeredBy } from '../../answers/describe-question.ts';
import { ask } from '../../answers/questions.ts';
import type { Feature } from '../../contract/feature.ts';
import type { Question } from '../../contract/question.ts';
import { drawDecision } from './decision-card.ts';
import { DECISION, reviewHistory } from './find-review.ts';
import { nearReviewClocks } from './findings.ts';
import { listReviews } from './list-reviews.ts';
import messages from './messages.json' with { type: 'json' };
import { findReviewNeeds } from './needs.ts';
import { notifyPanel, sendReview } from './notices.ts';
import { openDecision } from './open-decision.ts';
import { openNewReview } from './open-review.ts';
import {
  rapidReviewDeadlinePhrases,
  rapidReviewDetailPhrases,
  rapidReviewListPhrases,
  rapidReviewOpenDecisionPhrases,
  rapidReviewPanelResponsePhrases,
  rapidReviewRepairPhrases,
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
import {
  chooseRepair,
  chooseStep,
  proposeRepair,
  proposeResponse,
  recordStep,
} from './record-step.ts';
import { reviewsSection } from './report-section.ts';
import { reviewsFile } from './reviews-file.ts';
import { showDeadline } from './show-deadline.ts';
import { showReview } from './show-review.ts';
import { returnSummary } from './summaries.ts';
import { showUndecidedPartners } from './who-not-decided.ts';

/** What can be asked about one review. */
const REVIEW_FIELDS = {
  category: 'what kind of case it is',
  decision: 'what was decided',
  learning: 'what was learned',
  nationalPanel: 'what the Panel said',
  notified: 'when the Panel was told',
  timeline: 'its timeline',
};

/** Which reviews are listed. */
const offerByPanel = offeredBy('panel', {
  agreed: 'reviews the Panel agreed with',
  questioned: 'reviews the Panel questioned',
  waiting: 'reviews waiting for the Panel',
});
const offerByDecision = offeredBy('status', {
  LCSPR: 'reviews that led to an LCSPR',
  'no LCSPR': 'reviews decided against an LCSPR',
  open: 'open reviews',
});

/** What is asked of a review that is named; nothing where none is. */
const ofReview =
  (offer: (question: Question) => string | undefined) =>
  (question: Question): string | undefined =>
    question.filters.reviewRef ? offer(question) : undefined;

/** Serious incidents and their rapid reviews, from becoming aware to the Panel’s answer and the LCSPRs behind it. */
export const rapidReviews: Feature = {
  name: 'rapid-reviews',
  reportSections: [reviewsSection],
  messages,
  intents: [
    {
      name: 'rapid_review_list',
      label: 'Rapid reviews',
      offered: (question) => offerByPanel(question) ?? offerByDecision(question),
      phrases: rapidReviewListPhrases,
      answer: listReviews,
    },
    {
      name: 'rapid_review_detail',
      label: 'One rapid review',
      offered: ofReview(offeredBy('field', REVIEW_FIELDS, 'where it stands')),
      phrases: rapidReviewDetailPhrases,
      answer: showReview,
    },
    {
      name: 'rapid_review_deadline',
      label: 'Review deadline',
      offered: ofReview(() => 'its deadline'),
      phrases: rapidReviewDeadlinePhrases,
      answer: showDeadline,
    },
    {
      name: 'rapid_review_open_decision',
      label: 'Rapid review decisions',
      offered: offeredBy('mode', {
        new: 'start a new review',
        start: 'open its decision',
        list: 'decisions not made yet',
      }),
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
      offered: ofReview(() => 'record the Panel’s response'),
      phrases: rapidReviewPanelResponsePhrases,
      answer: proposeResponse,
    },
    {
      name: 'rapid_review_repair',
      label: 'Correct a rapid review',
      offered: ofReview(
        offeredBy('mode', {
          withdraw: 'withdraw it',
          amend: 'correct its days or category',
          criteria: 'it does not meet the criteria',
        }),
      ),
      phrases: rapidReviewRepairPhrases,
      answer: proposeRepair,
    },
  ],
  files: [reviewsFile],
  actions: [
    openNewReview,
    chooseStep,
    chooseRepair,
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
  findings: [nearReviewClocks],
  notices: [notifyPanel, sendReview],
  live: [{ kind: DECISION, draw: drawDecision }],
  findNeeds: findReviewNeeds,
  help: [
    {
      title: 'Rapid reviews',
      job: 'review',
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
