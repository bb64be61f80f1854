import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const driftReportPhrases: IntentGrammar = {
  filters: ['group', 'priority', 'meeting', 'year'],
  slots: ['drift-kind'],
};
