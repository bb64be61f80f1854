import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Any words may stand beside these: none is a part of the question, and none was left unused. */
const ANY_WORDS = { patterns: {} };

export const helpPhrases: IntentGrammar = ANY_WORDS;

/** The word that is explained may be any, so the whole message is looked through. */
export const definePhrases: IntentGrammar = { patterns: { text: /^(.{1,200})/s } };

export const smallTalkPhrases: IntentGrammar = {
  ...ANY_WORDS,
  settles: ['kind'],
  isSmallTalk: true,
};

/** What people ask for of which no record is kept; the subjects are those of `not-kept.ts`. */
export const notKeptPhrases: IntentGrammar = {
  ...ANY_WORDS,
  settles: ['subject'],
  isKeptElsewhere: true,
};

export const casePhrases: IntentGrammar = { ...ANY_WORDS, settles: ['kind'] };
