import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** The priorities of a year. */
export const listPrioritiesPhrases: IntentGrammar = {
  filters: ['year'],
  slots: ['order'],
  defaults: { year: 'current' },
};

/** How far one priority has got. */
export const priorityProgressPhrases: IntentGrammar = {
  filters: ['priority', 'year'],
  requires: 'priority',
};

/** What one priority is about: its objectives and who leads it. */
export const priorityDetailPhrases: IntentGrammar = {
  filters: ['priority', 'year'],
  settles: ['field'],
  requires: 'priority',
};
