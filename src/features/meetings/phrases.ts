import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const nextMeetingPhrases: IntentGrammar = {
  filters: ['group'],
  slots: ['day-range'],
  isOfOneGroup: true,
};

export const calendarPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date'],
};

export const listMeetingsPhrases: IntentGrammar = {
  filters: ['group', 'year'],
  slots: ['day-range', 'assignee', 'order'],
  settles: ['mode'],
};

export const scheduleMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time', 'recurrence'],
  mutates: true,
};

export const moveMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time'],
  mutates: true,
};

export const postponeMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time'],
  mutates: true,
};

export const cancelMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date'],
  mutates: true,
};

export const linkChatPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  mutates: true,
};
