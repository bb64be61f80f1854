import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const listSeatsPhrases: IntentGrammar = {
  filters: ['group', 'agency'],
  settles: ['seat'],
};

export const recordSeatPhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  filters: ['group', 'agency'],
  slots: ['person', 'meeting-date'],
  patterns: {
    role: /\b((?:vice|deputy)[- ]chair\w*|chairs?|chairing|lead safeguarding partner|delegated safeguarding partner|[ld]sp|scrutineer|administrator|contact|partner lead|observer|deputy|member|seat)\b/i,
  },
};
