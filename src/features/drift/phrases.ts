import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What was accepted or looked into, of one group or of all. */
export const listAcceptedPhrases: IntentGrammar = { filters: ['group'] };

export const driftReportPhrases: IntentGrammar = {
  filters: ['group', 'priority', 'meeting', 'year'],
  slots: ['drift-kind'],
};
