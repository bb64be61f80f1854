import type { IntentGrammar } from '../../contract/intent-grammar.ts';

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
