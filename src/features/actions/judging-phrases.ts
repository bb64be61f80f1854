import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const verifyActionPhrases: IntentGrammar = {
  filters: [],
  slots: ['action'],
  requires: 'action',
  mutates: true,
};

export const sendBackActionPhrases: IntentGrammar = {
  filters: [],
  slots: ['action', 'note'],
  requires: 'action',
  mutates: true,
};

export const reassignActionPhrases: IntentGrammar = {
  filters: ['agency', 'group'],
  slots: ['action', 'person', 'due-change', 'note'],
  patterns: {
    to: /\b(?:to|with)\s+(?:the\s+)?((?!somebody|someone|another|me\b|us\b|be\b)[\p{L}][^,;:–]*?)(?=\s+(?:because|cos|and|due|by|before|until|now|instead|please|pls|thanks|ta)\b|\s*[,;:–.]|\s+-|\s*$)/iu,
  },
  requires: 'action',
  mutates: true,
};

/** Evidenced, and waiting for a chair or the scrutineer. */
export const awaitingVerificationPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority'],
  slots: [],
};

/** What was closed and has come up again. */
export const returningThemesPhrases: IntentGrammar = {
  filters: ['agency', 'priority'],
  slots: [],
};
