import { MONTHS, WEEKDAYS } from './calendar-words.ts';

/** A word that says nothing without another after it: “this” before “week”, “no” before “owner”. */
export interface Pair {
  readonly lead: RegExp;
  readonly follow: RegExp;
  /** What may stand between the two. */
  readonly between: RegExp;
  /** What the following word may have before it instead: “a week” wants no “this”. */
  readonly instead: RegExp;
  /** So many words at the most may have come between by mistake … */
  readonly ahead: 0 | 1 | 2;
  /** … and of this kind. */
  readonly over: RegExp;
  /** The lead may have been put down just after its follow. */
  readonly back?: true;
}

const NONE = /(?=x)y/;
const ARTICLE = /^(the|a|an|any|our|its|their)$/;
const A_WORD = /^[a-z]+$/;
const A_WORD_OR_NAME = /^[a-z{}]+$/;
const COUNT = /^(\d{1,2}|two|three|four|five|six|couple|few)$/;
const DAY = [...MONTHS.keys(), ...WEEKDAYS, 'easter', 'christmas', '\\d{1,2}(?:st|nd|rd|th)'].join('|');
const PREPOSITION = 'in|on|by|for|at|to|from|of|and|last|each|every';

/** Data: the pairs by which a question is divided, dated, narrowed or addressed. Numbers come first, for “next 2 weeks”. */
export const PAIRS: readonly Pair[] = [
  {
    lead: COUNT,
    follow: /^(days|weeks|months|meetings)$/,
    between: /^(working|calendar)$/,
    instead: COUNT,
    ahead: 0,
    over: NONE,
    back: true,
  },
  {
    lead: /^(this|next|last)$/,
    follow: /^(week|month|year|quarter|fortnight)$/,
    between: NONE,
    instead:
      /^(a|the|each|every|per|of|that|same|past|current|previous|financial|business|whole|end|coming|following)$/,
    ahead: 2,
    over: A_WORD_OR_NAME,
    back: true,
  },
  {
    lead: /^(next|last)$/,
    follow: COUNT,
    between: NONE,
    instead: /^(rr|review|rapid|action|task|no|number|option)$/,
    ahead: 1,
    over: ARTICLE,
    back: true,
  },
  {
    lead: /^(no|without|lacking)$/,
    follow: /^(owners?|dates?|due|deadlines?|evidence|impact)$/,
    between: ARTICLE,
    instead: /^(is|are|was|of|in|on|by|for|overdue|impact|due)$/,
    ahead: 2,
    over: A_WORD,
    back: true,
  },
  {
    lead: /^not$/,
    follow: /^(started|done|finished|completed?|closed|met|voted|decided)$/,
    between: /^(yet|been|being|quite|all)$/,
    instead: NONE,
    ahead: 2,
    over: A_WORD,
    back: true,
  },
  {
    lead: /^(by|per)$/,
    follow: /^(agency|agencies|theme|priority|status)$/,
    between: ARTICLE,
    instead: /^(which|what|each|every|lead|my|this|that)$/,
    ahead: 1,
    over: A_WORD,
    back: true,
  },
  {
    lead: /^rapid$/,
    follow: /^reviews?$/,
    between: NONE,
    instead: /^(practice|case|serious)$/,
    ahead: 2,
    over: A_WORD,
    back: true,
  },
  {
    lead: /^rr$/,
    follow: /^\d{1,2}$/,
    between: /^(review|number|no|[-–])$/,
    instead: /^(next|last|all|of|action|in)$/,
    ahead: 2,
    over: A_WORD,
    back: true,
  },
  {
    lead: /^(since|before|until|after)$/,
    follow: new RegExp(`^(${DAY}|meeting|\\{group\\})$`),
    between: /^(the|our|next|end|of|mid|early|late|start)$/,
    instead: new RegExp(`^(${PREPOSITION})$`),
    ahead: 1,
    over: A_WORD,
  },
  {
    lead: /^since$/,
    follow: new RegExp(`^(${DAY})$`),
    between: NONE,
    instead: new RegExp(`^(${PREPOSITION})$`),
    ahead: 0,
    over: NONE,
    back: true,
  },
  { lead: /^(tell|show|give|send|remind|nudge|ping)$/, follow: /^me$/, between: NONE, instead: NONE, ahead: 0, over: NONE },
];
