import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const lcsprListPhrases: IntentGrammar = {
  filters: ['year'],
  settles: ['state'],
  days: 'past',
};

export const lcsprDetailPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  settles: ['field'],
};

export const lcsprChangePhrases: IntentGrammar = {
  filters: ['reviewRef'],
  settles: ['mode'],
  mutates: true,
  requires: 'review',
  days: 'past',
};
