import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { SOURCE_WORDS } from '../sources/queries.ts';

/** Who did what to one record, and when. */
export const auditTrailPhrases: IntentGrammar = {
  filters: ['reviewRef'],
  slots: ['action'],
  // A reference as any register writes it, `CH-07`, `OF18-01`.
  patterns: { record: /\b([a-z]{1,8}-?\d{1,4}(?:-\d{1,3})?)\b/i, source: SOURCE_WORDS },
};
