import type { IntentGrammar } from '../../contract/intent-grammar.ts';

export const nextMeetingPhrases: IntentGrammar = {
  filters: ['group'],
  utterances: [
    '[when is|whens|what date is|what day is|what time is|where is|when do we have] [the|our|] next [meeting|{group}|{group} meeting|one|get together]',
    'next [{group}|meeting|{group} meeting|meeting date|{group} date]',
    'next {group} [then|please|is when|on what date|whats the date|one|and what time]',
    'when [do|does|are|is] [we|{group}|the group|they] [meet|meeting|meet next|next meet|meeting next|next meeting|sitting|sit|next sitting|back|next on|getting together] [next|again|]',
    'when is {group} [next|meeting|on|next meeting|]',
    '{group} [next meeting|date|when|when is it|next|meeting date|dates|when is the next one|next date]',
    '[what is|whats] the [date|time|venue] [of|for] the next [meeting|{group}|{group} meeting]',
    'date of [the|] next [meeting|{group}]',
    '[give me|show me|what are] the [dates|meeting dates|upcoming meetings|future dates|next dates] [for|of] [{group}|meetings|the year|]',
    '[upcoming|future|coming] [meetings|{group} meetings|dates]',
    'what meetings [are coming up|have i got|do i have|have we got|are there] [next week|this month|soon|this week|]',
    'how long [until|till|to] [the next|] [{group}|meeting|{group} meeting]',
    'is there a [{group}|meeting|{group} meeting] [this week|next week|this month|coming up|soon|in {month}]',
    'when am i next [at|in|due at] [{group}|a meeting]',
    'where is [the next|] [{group}|meeting] [being held|happening|meeting|taking place|on]',
    'what time [is|does] {group} [start|on|kick off|]',
    'has the [next|] [{group}|{group} date|meeting] been [set|fixed|booked|arranged]',
    'remind me when {group} [is|meets]',
    'when should i be [at|in] {group}',
  ],
};
