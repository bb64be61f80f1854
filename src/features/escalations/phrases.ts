import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** A reference as people type it: `ESC-03`, `esc 3`, and behind “escalation” `3`. */
const ESCALATION = /\b(esc[-\s]?\d{1,4}|(?<=\bescalation\s+(?:no\.?\s*|number\s+)?)\d{1,4})\b/i;

export const listEscalationsPhrases: IntentGrammar = {
  filters: ['agency', 'year'],
  slots: ['day-range'],
  days: 'past',
  patterns: {
    escalation: ESCALATION,
    past: /\b((?:past|beyond|over) (?:their|its|the) (?:days?|time|limit|deadline)|over ?due|late|out of time|run(?:ning)? over|gone up|moved up|climbed|timed out)\b/i,
    unanswered:
      /\b(unanswered|(?:not|never|no|n['’]t|without|nobody)\s+(?:yet |been |an? )?(?:answer\w*|repl\w+|respon\w+))\b/i,
    timely:
      /\b((?:in|on|within) (?:time|their days|the days|its days)|in good time|timely|on schedule)\b/i,
    answered:
      /(?<!\b(?:not|never|n['’]t|nobody)(?: yet| been)* )\b(answered|replied to|responded to|resolved|settled|concluded|finished)\b/i,
    withdrawn: /\b(withdrawn|taken back|dropped)\b/i,
    all: /\b(all|every|ever|so far|to date|log|list of)\b/i,
    to: /\b(to|against|about|at) (?!date\b)/i,
    from: /\b(from|by|did|has|have) /i,
  },
};

export const escalationDetailPhrases: IntentGrammar = {
  keeps: ['escalation'],
  patterns: { escalation: ESCALATION },
};

export const openEscalationPhrases: IntentGrammar = {
  mutates: true,
  filters: ['agency'],
  slots: ['action'],
  patterns: {
    matter: /(?::|\bbecause\b|\bcos\b|\bas they\b|\bsince\b|\s[-–])\s*(.{5,}?)\s*$/i,
    level:
      /\b(?:to|with)\s+(?:the\s+)?((?:partnership |board )?chair|scrutineer|(?:safeguarding )?partners|board)\b/i,
    absence:
      /\b(absen\w+|attend\w*|not (?:coming|turning up|showing up)|no[- ]shows?|missed (?:the )?meetings?|missing meetings?|never (?:come|comes|turns? up))\b/i,
    decision: /\b(decision|decided|voted|vote)\b/i,
  },
};

export const changeEscalationPhrases: IntentGrammar = {
  mutates: true,
  settles: ['mode'],
  slots: ['meeting-date'],
  keeps: ['escalation'],
  days: 'coming',
  patterns: {
    escalation: ESCALATION,
    reason: /(?::|\bbecause\b|\bcos\b|\bas\b|\bsince\b|\s[-–])\s*([a-z].{4,}?)\s*$/i,
  },
};
