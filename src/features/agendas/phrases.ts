import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const agendaPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['agenda-item'],
  defaults: { group: 'board', meeting: 'next' },
  settles: ['mode'],
};
