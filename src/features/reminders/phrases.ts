import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const notifySettingsPhrases: IntentGrammar = {
  filters: [],
  slots: ['action', 'reminder'],
  mutates: true,
  settles: ['mode'],
};
