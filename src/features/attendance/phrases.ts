import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const quorumPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'past-date', 'tense'],
  defaults: { meeting: 'this' },
  settles: ['meeting'],
};

export const startAttendancePhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  settles: ['mode'],
  defaults: { meeting: 'this' },
  mutates: true,
};

/** Of whom a message says that they are not here, the list leaves out. */
export const markRoomPhrases: IntentGrammar = {
  filters: ['group', 'meeting', 'agency'],
  slots: ['except', 'attendees'],
  defaults: { meeting: 'this' },
  mutates: true,
};

export const giveApologiesPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'attendees'],
  settles: ['mode'],
  defaults: { meeting: 'next' },
  mutates: true,
};

export const sendDeputyPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'deputy'],
  defaults: { meeting: 'next' },
  mutates: true,
};
