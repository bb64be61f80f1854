import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const comparePhrases: IntentGrammar = {
  filters: ['agency', 'group', 'year'],
  slots: ['several', 'own-agency', 'since'],
  days: 'past',
  settles: ['topic'],
  requires: 'several',
};
