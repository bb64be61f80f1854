import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Who did what to one record, and when. */
export const auditTrailPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['action'],
  // A reference as any register writes it, `CH-07`.
  patterns: { record: /\b([a-z]{1,4}-?\d{1,4})\b/i },
};
