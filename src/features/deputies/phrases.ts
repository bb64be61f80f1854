import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const nameDeputyPhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  filters: ['agency'],
  slots: ['person', 'meeting-date'],
  // A day is the last one, but for “from monday”.
  patterns: { starts: /\b(from|starting)\b/i },
};
