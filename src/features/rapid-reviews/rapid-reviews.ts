import type { Feature } from '../feature.ts';
import { listReviews } from './list-reviews.ts';
import {
  rapidReviewDeadlinePhrases,
  rapidReviewDetailPhrases,
  rapidReviewListPhrases,
  rapidReviewOpenDecisionPhrases,
  rapidReviewPanelResponsePhrases,
  rapidReviewWhoNotDecidedPhrases,
} from './phrases.ts';
import { showDeadline } from './show-deadline.ts';
import { showReview } from './show-review.ts';
import { whoNotDecided } from './who-not-decided.ts';

const NOT_YET = { text: 'I understood that, but cannot do it yet. Nothing has been changed.' };

/** Serious incidents and their rapid reviews, from becoming aware to the Panel’s answer and the LCSPRs behind it. */
export const rapidReviews: Feature = {
  name: 'rapid-reviews',
  intents: [
    { name: 'rapid_review_list', label: 'Rapid reviews', phrases: rapidReviewListPhrases, answer: listReviews },
    { name: 'rapid_review_detail', label: 'One rapid review', phrases: rapidReviewDetailPhrases, answer: showReview },
    {
      name: 'rapid_review_deadline',
      label: 'A rapid review’s deadline',
      phrases: rapidReviewDeadlinePhrases,
      answer: showDeadline,
    },
    {
      name: 'rapid_review_who_not_decided',
      label: 'Who has not decided',
      phrases: rapidReviewWhoNotDecidedPhrases,
      answer: whoNotDecided,
    },
    {
      name: 'rapid_review_open_decision',
      label: 'Deciding a rapid review',
      phrases: rapidReviewOpenDecisionPhrases,
      answer: async (asker, question, ports) =>
        question.args.mode === 'start' ? NOT_YET : listReviews(asker, question, ports),
    },
    {
      name: 'rapid_review_record_panel_response',
      label: 'The Panel’s response',
      phrases: rapidReviewPanelResponsePhrases,
      answer: async () => NOT_YET,
    },
  ],
  submissions: [],
};
