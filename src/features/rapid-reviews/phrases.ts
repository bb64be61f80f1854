import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** The rapid reviews, or those that the Panel questioned, that were decided “no”, that share a review. */
export const rapidReviewListPhrases: IntentGrammar = {
  filters: ['year', 'status'],
  slots: ['grouping', 'period', 'order'],
  settles: ['panel', 'status', 'together'],
  patterns: {
    took: /\b(slowest|quickest|fastest|(?:took|taken?|dragged)\b.*\b(?:longest|shortest|most|least))\b/i,
  },
  days: 'past',
};

export const rapidReviewDetailPhrases: IntentGrammar = {
  filters: ['reviewRef', 'agency'],
  settles: ['field'],
  requires: 'review',
};

/** A review that was opened by mistake, or whose day or category was recorded wrong. */
export const rapidReviewRepairPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['review-days'],
  mutates: true,
  settles: ['mode'],
  requires: 'review',
  days: 'past',
};

/** Which deadline is asked for; all of them where none of these is said. */
export const rapidReviewDeadlinePhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['review-days'],
  patterns: {
    publication: /\b(publish\w*|publication|(?:be|come|go|goes|comes) (?:out|public))\b/i,
    notification:
      /\b((?<!(?:from|since|after)\s(?:the\s)?)(?:notif(?:y|ied|ication|ying)|notifiable)|(?:tell|told|inform) (?:the )?(?:national )?panel|SIN)\b/,
    panel: /\b(panel|submit\w*|submission|sent? (?:in|off)|decide|decision)\b/i,
  },
  defaults: { reviewRef: 'latest' },
  days: 'past',
};

export const rapidReviewOpenDecisionPhrases: IntentGrammar = {
  filters: ['reviewRef', 'year'],
  slots: ['review-days'],
  mutates: true,
  settles: ['mode', 'status'],
  days: 'past',
};

export const rapidReviewWhoNotDecidedPhrases: IntentGrammar = {
  filters: ['reviewRef', 'agency'],
  defaults: { reviewRef: 'latest' },
};

export const rapidReviewPanelResponsePhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['review-days'],
  mutates: true,
  settles: ['response', 'mode'],
  days: 'past',
};
