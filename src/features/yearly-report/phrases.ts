import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const yearlyReportPhrases: IntentGrammar = {
  filters: ['year'],
  slots: ['section'],
  defaults: { year: 'current' },
};
