import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const referralListPhrases: IntentGrammar = { filters: ['year'] };

export const referralAddPhrases: IntentGrammar = {
  slots: ['past-date'],
  mutates: true,
  days: 'past',
};
