import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** A reference as people type it: `FP-03`, `fp 3`. */
const ITEM = /\b(fp[-\s]?\d{1,4})\b/i;
const DUTY =
  /\b(masa|multi[- ]agency (?:safeguarding )?arrangements|safeguarding arrangements|threshold(?:s| document| guidance)|lado(?:'s)?(?: report| paper)?|private fostering|cdop|child death (?:overview )?(?:panel )?report|iro report|independent reviewing officers?|business plan|scrutineer['’]?s plan|budget|development (?:event|day))\b/i;

export const listPlanPhrases: IntentGrammar = {
  filters: ['group', 'agency', 'year'],
  slots: ['day-range', 'own-agency'],
  days: 'coming',
  patterns: {
    late: /\b(late|overdue|outstanding|chas(?:e|ing)|not (?:yet )?(?:in|received|here|arrived|come)|ha(?:s|ve)n['’]?t (?:come|arrived|been received)|still waiting|missing|awaited)\b/i,
    missed:
      /\b(missed|did(?:n['’]t| not) (?:come|make it|get there|appear)|never (?:came|got|made|appeared)|fell off|slipped|(?:have|haven['’]t|has) (?:we |not )*(?:met|kept|done))\b/i,
    duties: /\b(dut(?:y|ies)|statutory|by law|must|obliged|have to|required to|required by)\b/i,
    received: /\b(received|came in|arrived|already (?:in|here))\b/i,
  },
};

export const planDetailPhrases: IntentGrammar = {
  keeps: ['item', 'duty'],
  filters: ['group'],
  patterns: { item: ITEM, duty: DUTY },
};

export const addPlanPhrases: IntentGrammar = {
  mutates: true,
  filters: ['group', 'agency'],
  slots: ['day-range'],
  days: 'coming',
  patterns: {
    title:
      /\b(?:put|add|plan|schedule|slot|pencil)\b(?: in)?\s+(?!(?:an? |the )?(?:new )?(?:item|something|thing)s?\b)(?:an? |the |our )?(.{3,80}?)\s+(?:on|onto|to|in|into|for)\s+(?:the\s+)?(?:[\w&'’ -]{0,40}\s)?(?:forward plan|work ?plan|workplan|plan)\b/i,
  },
};

export const changePlanPhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  slots: ['day-range'],
  days: 'coming',
  keeps: ['item'],
  patterns: {
    item: ITEM,
    paper: /\b(https:\/\/\S+)/i,
    reason: /(?::|\bbecause\b|\bas\b|\bsince\b|\s[-–])\s*([a-z].{4,}?)\s*$/i,
  },
};
