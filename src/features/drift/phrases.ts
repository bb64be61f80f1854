import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What was accepted or looked into, of one group or of all. */
export const listAcceptedPhrases: IntentGrammar = { filters: ['group'] };

export const driftReportPhrases: IntentGrammar = {
  filters: ['group', 'priority', 'meeting', 'year'],
  slots: ['drift-kind'],
  patterns: {
    /** “since the last letter”: what each chair was told on the first working day of the week. */
    letter: /\b(weekly letters?|last letters?|(?:weekly|last) digests?)\b/i,
    /** “exception report for the board”: of all that the board oversees. */
    paper: /\b(exceptions? reports?|(?:red flags|warning signs|concerns|drift report) for)\b/i,
  },
};
