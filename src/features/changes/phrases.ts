import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What became of the records in a time gone by, or since a meeting. */
export const listChangesPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'priority', 'meeting', 'year'],
  slots: ['day-range'],
  patterns: {
    ours: /\b(for us|with us|ours|(?:our|my) (?:own )?(?:agency|organisation|actions))\b/i,
  },
  days: 'past',
};
