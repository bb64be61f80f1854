import type { IntentGrammar } from '../../contract/intent-grammar.ts';

const NOUN =
  '(?:(?:7|seven|one)[- ](?:minute|page) )?(?:briefings?|learning events?|learning sessions?|webinars?|seminars?|bulletins?)';
/** “who has not confirmed the neglect briefing”: what stands between an article and the noun. */
const BEFORE = new RegExp(
  String.raw`\b(?:the|our|that|this|confirmed|read|acknowledged|opened|seen)\s+(?:(?:the|our|that|this)\s+)?(?!${NOUN})((?:[\p{L}\p{N}'’-]+\s+){0,6}?[\p{L}\p{N}'’-]+)\s+${NOUN}\b`,
  'iu',
);
/** “the briefing on neglect”, “briefing about fathers” */
const BEHIND = new RegExp(
  String.raw`\b${NOUN}\s+(?:on|about|called|for|from)\s+(?:the\s+)?([\p{L}\p{N}][^?.!,;]{2,60}?)\s*(?=[?.!,;]|$|\s(?:yet|please|pls|this|last)\b)`,
  'iu',
);
const REF = /\b(lb[-\s]?\d{1,4})\b/i;
const EVENTS = /\b(learning events?|learning sessions?|webinars?|seminars?)\b/i;
const OPEN =
  /\b(not|never|n['’]?t|un\w+ed|outstanding|waiting|still to|yet to|late|missing|chase|no reply)\b/i;

export const listLearningPhrases: IntentGrammar = {
  filters: ['agency', 'year'],
  patterns: {
    events: EVENTS,
    open: OPEN,
    from: new RegExp(
      String.raw`\b${NOUN}\b.{0,30}?\b(?:from|out of|after)\s+(?:the\s+)?([\p{L}\p{N}][^?.!,;]{2,60}?)\s*(?=[?.!,;]|$)`,
      'iu',
    ),
  },
};

export const learningDetailPhrases: IntentGrammar = {
  filters: ['agency'],
  patterns: { ref: REF, about: BEHIND, named: BEFORE },
};

export const sendLearningPhrases: IntentGrammar = {
  mutates: true,
  filters: ['agency'],
  slots: ['several'],
  patterns: {
    events: EVENTS,
    title: new RegExp(
      String.raw`\b(?:(?:${NOUN})\s+(?:on|about|called)\s+(?:the\s+)?([\p{L}\p{N}][^?.!,;]{2,80}?))\s*(?=\s(?:to|from)\s|[?.!,;]|$)`,
      'iu',
    ),
    from: /\bfrom (?:the )?([\p{L}\p{N}][^?.!,;]{2,60}? (?:review|audit|inspection|survey))\b/iu,
  },
};
