import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What was accepted or looked into, of one group or of all. */
export const listAcceptedPhrases: IntentGrammar = { filters: ['group'] };

export const driftReportPhrases: IntentGrammar = {
  filters: ['group', 'priority', 'meeting', 'year'],
  slots: ['drift-kind'],
  /** “since the last letter”: what each chair was told on the first working day of the week. */
  patterns: { letter: /\b(weekly letters?|last letters?|(?:weekly|last) digests?)\b/i },
};
