import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const decisionsLogPhrases: IntentGrammar = {
  filters: ['group', 'meeting', 'year', 'priority'],
  slots: ['since', 'topic', 'order'],
  days: 'past',
};

export const recordDecisionPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['decision-text'],
  mutates: true,
};
