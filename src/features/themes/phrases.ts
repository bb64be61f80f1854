import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const listThemesPhrases: IntentGrammar = {
  filters: ['year'],
  patterns: {
    returned:
      /\b(c[ao]me back|comes? back|coming back|return\w*|recurr?\w*|repeat\w*|keeps? (?:coming|turning|cropping)|again and again|came up (?:twice|again|before))\b/i,
    more: /\bmore than (one|two|three|four|five|\d)\b/i,
    since: /\bsince ((?:19|20)\d\d)\b/i,
  },
};

const THEME =
  /\b(?:theme|learn(?:ed|t)?|know|say|said|learning|recommendations?|lessons?)\b.{0,40}?\b(?:about|on|of|from|around|called)\s+(?:the )?([\p{L}][\p{L} '’-]{2,40}?)(?=\s+(?:theme|and did|over the|did|across)\b|[?.,!]|\s*$)/iu;

export const themeDetailPhrases: IntentGrammar = {
  patterns: {
    theme: THEME,
    worked:
      /\b((?:did|has|have|does) (?:it|they|that|we)\b.{0,20}\b(?:work\w*|chang\w+|help\w*|(?:a|any) difference))/i,
  },
};

export const addThemePhrases: IntentGrammar = {
  mutates: true,
  patterns: {
    title:
      /\b(?:theme)\b(?: to the list| for the list)?\s*(?:called\b|named\b|[:,–-])?\s*([\p{L}].{2,60}?)\s*$/iu,
  },
};
