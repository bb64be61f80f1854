import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const helpPhrases: IntentGrammar = { takesAnyWords: true };

/** The word that is explained may be any, so the whole message is looked through. */
export const definePhrases: IntentGrammar = {
  takesAnyWords: true,
  patterns: { text: /^(.{1,200})/s },
};

export const smallTalkPhrases: IntentGrammar = {
  takesAnyWords: true,
  settles: ['kind'],
  isSmallTalk: true,
};

/** What people ask for of which no record is kept; the subjects are those of `not-kept.ts`. */
export const notKeptPhrases: IntentGrammar = {
  takesAnyWords: true,
  settles: ['subject'],
  isKeptElsewhere: true,
};

export const casePhrases: IntentGrammar = { takesAnyWords: true, settles: ['kind'] };
