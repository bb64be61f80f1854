import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const meetingSummaryPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  utterances: [
    '[meeting summary|the meeting summary|summary of the meeting|summary of this meeting|summarise the meeting|summarise this meeting|sum up the meeting|meeting notes|the minutes|minutes|minutes please|draft minutes]',
    '[show|show me|give me|send me|post|can i have|can i see|get me|where are|i need|share] [the|a|] [meeting summary|summary|minutes|draft minutes|notes|write up|record] [of|for|from] [the last {group}|the last meeting|todays meeting|this meeting|{group}|the {group}|the {month} {group}|last time|the {group} meeting]',
    '[show|show me|give me|send me|post|can i have|get me] [the|a|] [meeting summary|summary of the meeting|summary of todays meeting|minutes|draft minutes|meeting notes]',
    '[summarise|sum up|recap|write up|wrap up] [the last {group}|the last meeting|todays meeting|this meeting|{group}|the {month} {group}|the {group} meeting|the meeting]',
    '[what happened|what did i miss] [at|in] [the last {group}|the last meeting|todays meeting|{group}|the {month} {group}|this meeting|the {group} meeting]',
    '[minutes|draft minutes|summary|notes|recap|write up] [of|for|from] [the last {group}|the last meeting|todays meeting|this meeting|{group}|the {month} {group}|last time|the {group} meeting]',
    '[minutes|the minutes|send me the minutes|show the minutes|get me the minutes|can i see the minutes] [of|from|for] [the last {group}|the last meeting|the {month} {group}|the last {group} meeting|{group}|todays {group}]',
    '{group} [minutes|meeting minutes|meeting notes|meeting summary|draft minutes]',
  ],
};
