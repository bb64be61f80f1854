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

export const listMeetingsPhrases: IntentGrammar = {
  filters: ['group', 'year'],
  utterances: [
    '[list|show|show me|give me|see] [all|all the|all our|every|the full list of] [meetings|{group} meetings|meetings of {group}|meeting dates] [this year|next year|last year|{year}|for the year|of the year|]',
    '[all|all our|every] [meetings|{group} meetings] [this year|next year|last year|{year}|for the year|]',
    'how many [meetings|{group} meetings|times] [did we hold|have we had|has {group} had|were held|has {group} met|did {group} hold|are planned] [this year|last year|{year}|]',
    '[calendar|meeting calendar|meetings calendar|schedule of meetings|meetings list|year planner] [of {group}|for {group}|for the year|{year}|]',
    'meetings [next year|last year|this year|in {year}|{year}]',
  ],
  variants: [
    {
      args: { mode: 'cancelled' },
      utterances: [
        '[which|what|any|how many|show me|list] [meetings|{group} meetings] [were cancelled|have been cancelled|got cancelled|we cancelled] [this year|last year|{year}|]',
        '[cancelled|called off] meetings',
      ],
    },
    {
      args: { mode: 'postponed' },
      utterances: [
        '[which|what|any|how many|show me|list] [meetings|{group} meetings] [were postponed|have been postponed|got postponed|were put off] [this year|last year|{year}|]',
        'postponed meetings',
      ],
    },
  ],
};

const NEW =
  '[meeting of {group}|{group} meeting|{group}|meeting for {group}|meeting|session of {group}]';
const DAY =
  '[on {date}|for {date}|on {date} at 2pm|at 10am on {date}|{date} 14:00|for the {date} at 1pm|]';
const ONE =
  '[the next {group}|{group}|the {group}|the {group} meeting|{group} meeting|the next {group} meeting|the {month} {group}|the {month} {group} meeting|todays meeting|todays {group}|the next meeting|this meeting|this weeks {group}|the meeting on {date}|the {group} on {date}|tomorrows {group}]';
const PLEASE = '[please|pls|can you|could you|we need to|i need to|we have to|can we|lets|]';

export const scheduleMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time'],
  mutates: true,
  utterances: [
    `${PLEASE} [schedule|book|book in|arrange] [a|an|another|a new|an extraordinary|an extra|a development] ${NEW} ${DAY}`,
    `${PLEASE} [set up|organise|convene|call|plan|fix] [a|an|another|a new|an extraordinary|an extra|a development] ${NEW} ${DAY}`,
    `[new|extraordinary|extra] [meeting of {group}|{group} meeting|meeting for {group}] [on {date}|{date} at 2pm|for {date}]`,
    '[schedule|book|set up|plan|arrange] [the next {n}|the rest of the|next years|all|a year of] {group} [meetings|dates] [from {date}|every {n} weeks|]',
    `${PLEASE} [put|get|have] [a|another|an extra] [{group} meeting|meeting of {group}|{group}] [in the calendar|in the diary|on the calendar|in diaries] [for {date}|on {date}|]`,
    '[schedule|book|arrange|set up] [a|an extraordinary|an extra|the] {group} [meeting|] on {date} {month} at {n}',
    '[schedule|book|arrange|set up] [a|an extraordinary] meeting of {group} on {n} {month} at {n}',
  ],
};

export const moveMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time'],
  mutates: true,
  utterances: [
    `${PLEASE} move ${ONE} [to {date}|to {date} at 2pm|to 3pm|to next week|to the {date}|]`,
    `${PLEASE} [reschedule|rearrange|rebook|re arrange] ${ONE} [to {date}|for {date}|to {date} at 2pm|]`,
    `${PLEASE} [bring forward|shift|bring] ${ONE} [to {date}|to {date} at 2pm|forward to {date}|forward a week]`,
    `${PLEASE} [change|alter] the [date|time|day] of ${ONE} [to {date}|to 2pm|]`,
    '{group} [meeting|] [has moved|is moving|needs to move|has been moved|has been rescheduled] [to|] [{date}|{date} at 2pm]',
    '[reschedule|rearrange|rebook|move|shift] [{group}|the {group}|the next meeting of {group}|the next {group} meeting|the {group} meeting]',
  ],
};

export const postponeMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date', 'meeting-time'],
  mutates: true,
  utterances: [
    `${PLEASE} postpone ${ONE} [to {date}|until {date}|till {month}|as we are not quorate|because of half term|until {month}|]`,
    `${PLEASE} [put off|adjourn] ${ONE} [to {date}|until {date}|till {month}|]`,
    `${PLEASE} [postpone|put off] ${ONE}`,
    '[postpone|put off|please postpone|can we postpone] [the next meeting of {group}|the next {group} meeting|the {group} meeting|next weeks {group} meeting]',
    '{group} [meeting|] [is|has been|needs to be|will be|is being] [postponed|put off|adjourned] [to {date}|until {date}|till {month}|]',
  ],
};

export const cancelMeetingPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  slots: ['meeting-date'],
  mutates: true,
  utterances: [
    `${PLEASE} cancel ${ONE} [please|as the chair is ill|]`,
    `${PLEASE} cancel ${ONE}`,
    '[cancel|call off|scrap|please cancel|can you cancel|we need to cancel] [the next meeting of {group}|the next {group} meeting|the {group} meeting|next weeks {group} meeting|tomorrows {group} meeting]',
    `${PLEASE} [call off|scrap|abandon|stand down] ${ONE}`,
    '{group} [meeting|] [is cancelled|has been cancelled|is off|is called off|will not go ahead|is not happening|is not going ahead] [on {date}|this week|]',
  ],
};

export const linkChatPhrases: IntentGrammar = {
  filters: ['group', 'meeting'],
  mutates: true,
  utterances: [
    '[link|connect|tie|join|pin|attach] this [chat|channel|conversation|meeting chat] [to|with|for] [{group}|the {group}|the next {group}|the {group} meeting|a meeting|a group]',
    'this [chat|channel|conversation] is [for|the chat of|the chat for] [{group}|the {group}|the next {group}|the {group} meeting]',
    '[use|keep] this [chat|channel] for [{group}|the {group}|the next {group}]',
  ],
};
