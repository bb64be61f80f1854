import type { IntentGrammar } from '../../contract/intent-grammar.ts';

/** Who came to one meeting. */
export const attendanceMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'day-range', 'tense'],
  defaults: { meeting: 'last' },
  settles: ['meeting'],
  days: 'past',
};

/** Who did not come. */
export const attendanceMissingPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'meeting'],
  slots: ['last-meetings', 'meeting-date', 'past-date', 'day-range', 'tense'],
  defaults: { meeting: 'this' },
};

/** How one agency attends. */
export const attendanceAgencyPhrases: IntentGrammar = {
  filters: ['agency', 'group', 'year', 'meeting'],
  slots: ['meeting-date', 'day-range', 'since', 'last-meetings', 'own-agency', 'several', 'tense'],
  days: 'past',
  requires: 'agency',
  settles: ['field'],
};

/** How all agencies attend. */
export const attendanceSummaryPhrases: IntentGrammar = {
  filters: ['group', 'year'],
  slots: ['rank'],
};
