import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const listDeclarationsPhrases: IntentGrammar = {
  filters: ['group', 'meeting', 'year', 'agency'],
  slots: ['assignee', 'meeting-date', 'day-range'],
  days: 'past',
};

export const declareInterestPhrases: IntentGrammar = {
  mutates: true,
  filters: ['group', 'meeting'],
  slots: ['person', 'meeting-date'],
  patterns: {
    item: /\b(?:item|agenda item|number|no\.?)\s+(\d{1,2})\b/i,
    about: /\b([a-z]{2,4}-(?:20\d\d-)?\d{1,3})\b/i,
    nature:
      /(?::|\bbecause\b|,?\s+as (?=i\b|a\b|an\b|my\b|she\b|he\b|they\b|the\b)|\bsince\b)\s*(.{4,}?)\s*$/i,
  },
};
