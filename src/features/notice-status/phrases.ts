import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** What became of the messages that Convenor sends by itself. */
export const noticeStatusPhrases: IntentGrammar = {
  filters: [],
};
