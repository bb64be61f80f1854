import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const yearlyReportPhrases: IntentGrammar = {
  filters: ['year'],
  slots: ['section'],
  defaults: { year: 'current' },
  patterns: {
    missing: /\b(missing|lack\w*|gaps?|empty|incomplete|not (?:there|in) yet|still need\w*)\b/i,
  },
};
