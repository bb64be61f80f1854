import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const updateActionPhrases: IntentGrammar = {
  settles: ['statusNew'],
  filters: [],
  slots: ['action', 'status-change'],
  requires: 'action',
  mutates: true,
};

export const completeActionPhrases: IntentGrammar = {
  filters: [],
  slots: ['action', 'evidence-text'],
  requires: 'action',
  mutates: true,
};

export const addActionPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority', 'reviewRef'],
  slots: ['new-action', 'person'],
  mutates: true,
};
