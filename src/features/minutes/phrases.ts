import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const meetingSummaryPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'past-date'],
};
