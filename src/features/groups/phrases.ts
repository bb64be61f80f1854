import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const groupDetailPhrases: IntentGrammar = {
  filters: ['group', 'agency', 'meeting', 'year'],
  slots: ['assignee', 'since', 'own-agency'],
  settles: ['field'],
  isOfOneGroup: true,
};

export const listGroupsPhrases: IntentGrammar = {
  filters: ['agency', 'group'],
  slots: ['assignee'],
  settles: ['chairless', 'order'],
};
