import type { Feature, Intent, Reply } from '../feature.ts';
import type { Spoken } from '../spoken.ts';
import * as meetings from './phrases/meetings.ts';
import * as reviews from './phrases/rapid-reviews.ts';

/** What people ask for that Convenor understands but cannot do yet. It says so rather than answering something else. */
export const notYet: Feature = {
  name: 'not-yet',
  intents: [
    later('drift_report', 'What is drifting', meetings.driftReportPhrases),
    later('annual_report_pack', 'The yearly report', meetings.annualReportPhrases),
    later('notify_settings', 'Reminders', meetings.notifySettingsPhrases),
    later('rapid_review_list', 'Rapid reviews', reviews.rapidReviewListPhrases),
    later('rapid_review_detail', 'One rapid review', reviews.rapidReviewDetailPhrases),
    later('rapid_review_deadline', 'A rapid review’s deadline', reviews.rapidReviewDeadlinePhrases),
    later('rapid_review_open_decision', 'Deciding a rapid review', reviews.rapidReviewOpenDecisionPhrases),
    later('rapid_review_who_not_decided', 'Who has not decided', reviews.rapidReviewWhoNotDecidedPhrases),
    later('rapid_review_record_panel_response', 'The Panel’s response', reviews.rapidReviewPanelResponsePhrases),
  ],
  submissions: [],
};

function later(name: string, label: string, phrases: Spoken): Intent {
  const text = `I understood that as: ${label.toLowerCase()}. I cannot do that yet, and nothing has been changed.`;
  return { name, label, phrases, answer: async (): Promise<Reply> => ({ text, suggestions: ['What can I ask you?'] }) };
}
