import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import { SOURCE_WORDS } from '../sources/queries.ts';

/** A reference: letters and numbers, or what stands behind “recommendation”. */
export const RECOMMENDATION =
  /\b((?:[a-z]{1,8}-?\d{2,4}-\d{1,3}|(?<=\b(?:recommendation|rec)\s+)(?:[a-z]{1,8}[- ]?)?\d[\w-]*))\b/i;

/** What of the states people ask for; `select-recommendations.ts` puts them together. */
const STATES = {
  unmet:
    /\b((?:not|never|n['’]t|still to be|yet to be) (?:yet |been |actually |fully )*(?:met|implemented|delivered|done|completed|fulfilled)|unmet|outstanding|left(?: to do)?|still open|open|remain\w*|unfinished|to go|not finished|still to do)\b/i,
  met: /(?<!\b(?:not|never|n['’]t|yet|to be)(?: yet| been| actually| fully)* )\b(met|fulfilled|implemented in full|signed off|verified|proven)\b/i,
  done: /\b((?:only|just|merely) (?:been )?done|done but\b[^,.?]*|(?:actions?|work) (?:all )?(?:complete|done|finished)|without (?:any )?(?:evidence|proof)|no (?:evidence|proof)|not evidenced|unevidenced|lack\w* evidence)\b/i,
  refused:
    /\b((?:not|n['’]t|never) accept\w*|reject\w*|declin\w*|refus\w*|turn\w* down|disagree\w*|not agree\w*|n['’]t agree\w*|said no(?: to)?)\b/i,
  accepted: /(?<!\b(?:not|n['’]t|never) )\b(accept(?:ed)?|agreed(?: to)?)\b/i,
  late: /\b((?:late|overdue|behind|past (?:the|their) (?:day|date))\b[^,.?]*?\b(?:respon\w+|answer\w*|repl\w+)|(?:respon\w+|answer\w*|repl\w+)\b[^,.?]*?\b(?:late|overdue|missed|past)|late|overdue)\b/i,
  awaiting:
    /\b((?:await\w*|wait\w* for|need\w*|without|no|not|n['’]t|unanswered|still want\w*)\b[^,.?]{0,20}?\b(?:respon\w+|answer\w*|repl\w+)|unanswered|to respond to)\b/i,
  toVerify: /\b((?:to be|to|await\w*|need\w*|wait\w*)\b[^,.?]{0,12}?\bverif\w+|unverified)\b/i,
};

export const listRecommendationsPhrases: IntentGrammar = {
  filters: ['agency', 'reviewRef'],
  keeps: ['source', 'theme'],
  patterns: {
    ...STATES,
    repeating: /\b(repeat\w*|sa(?:y|id) again|asked for again|came back|come back)\b/i,
    source: SOURCE_WORDS,
    theme:
      /\b(?:about|on|around|concerning|regarding|tagged(?: with| as)?|theme(?:d)?(?: of)?)\s+(?:the )?([\p{L}][\p{L} '’-]{2,40}?)(?=\s+(?:theme|that|which|are|is|and|from|of|in|by|did|still|left)\b|[?.,!]|\s*$)/iu,
    why: /\b(why|(?:with|give)?\s*(?:the )?reasons?)\b/i,
    year: /\b(?:in|from|of|since)\s+(?:the )?((?:19|20)\d\d)\b/i,
  },
};

export const recommendationDetailPhrases: IntentGrammar = {
  keeps: ['recommendation'],
  patterns: { recommendation: RECOMMENDATION },
};

export const addRecommendationPhrases: IntentGrammar = {
  filters: ['agency'],
  patterns: {
    source: SOURCE_WORDS,
    title: /(?::|\bthat\b)\s*(.{6,}?)\s*$/i,
  },
  mutates: true,
};

export const changeRecommendationPhrases: IntentGrammar = {
  settles: ['mode'],
  keeps: ['recommendation'],
  patterns: {
    recommendation: RECOMMENDATION,
    action: /\b(?:to|with|from|and|action|link|by)\s+(?:action\s+)?([a-z]{1,4}-?\d{1,4})\b(?!-)/i,
    repeats:
      /\b(?:repeats?|repeating|same as|says again|again as|duplicate of|like)\s+(?:recommendation\s+)?([a-z]{1,8}-?\d{2,4}-\d{1,3})\b/i,
    title: /(?::|\bbecause\b|\bas evidence\b|\breason\b)\s*(.{4,}?)\s*$/i,
  },
  mutates: true,
};
