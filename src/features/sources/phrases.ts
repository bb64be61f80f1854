import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { SOURCE_WORDS } from './queries.ts';

export const listSourcesPhrases: IntentGrammar = {
  filters: ['year'],
  patterns: {
    kind: /\b(reviews?|audits?|inspections?|inspected|inspectors?|scrutin\w+|surveys?|audited)\b/i,
    since: /\bsince\s+((?:19|20)\d\d)\b/i,
  },
};

export const sourceDetailPhrases: IntentGrammar = { patterns: { source: SOURCE_WORDS } };

export const changeSourcePhrases: IntentGrammar = {
  settles: ['mode'],
  patterns: {
    source: SOURCE_WORDS,
    title: /(?::|\bcalled\b|\bnamed\b)\s*(.{3,}?)\s*$/i,
  },
  mutates: true,
};
