import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** A reference as people type it: `CHG-03`, `chg 3`, and behind “challenge” `3`. */
const CHALLENGE = /\b(chg[-\s]?\d{1,4}|(?<=\bchallenge\s+(?:no\.?\s*|number\s+)?)\d{1,3})\b/i;

export const listChallengesPhrases: IntentGrammar = {
  filters: ['agency', 'year', 'group', 'meeting'],
  slots: ['day-range'],
  days: 'past',
  patterns: {
    challenge: CHALLENGE,
    late: /\b(late|overdue|past (?:the|their) (?:day|date)s?)\b/i,
    unanswered:
      /\b(unanswered|outstanding|(?:not|never|no|n['’]t|without|nobody|await\w*|wait\w*)\s+(?:yet |been |an? |for |got )*(?:answer\w*|repl\w+|respon\w+))\b/i,
    difference: /\b((?:made|make|making) (?:a |any )?difference|changed (?:something|anything))\b/i,
    answered: /(?<!\b(?:not|never|n['’]t|nobody)(?: yet| been)* )\b(answered|replied to)\b/i,
    to: /\b(to|of|against) (?!date\b)/i,
    from: /\b(from|by) (?!the (?:\w+ )?(?:board|meeting)\b)/i,
  },
};

export const challengeDetailPhrases: IntentGrammar = {
  keeps: ['challenge'],
  patterns: { challenge: CHALLENGE },
};

export const recordChallengePhrases: IntentGrammar = {
  mutates: true,
  filters: ['agency', 'group', 'meeting'],
  days: 'past',
  patterns: { question: /(?::|\babout\b|\bthat\b|\bon why\b)\s*(.{5,}?)\s*$/i },
};

export const changeChallengePhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  keeps: ['challenge'],
  patterns: {
    challenge: CHALLENGE,
    reason: /(?::|\bbecause\b|\bas\b|\s[-–])\s*([a-z].{4,}?)\s*$/i,
  },
};
