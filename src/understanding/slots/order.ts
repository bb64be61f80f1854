import { type Span, toSpan } from '../text/span.ts';
import { MONTHS, parseCount, WEEKDAYS } from '../text/word-sets.ts';

/** What words say of how a list is sorted, or of how many of it are wanted. */
interface Mention<Value> extends Span {
  readonly value: Value;
}

/** By when something was raised, due or completed, as the list has it. */
export type TimeOrder = 'oldest' | 'newest' | 'soonest' | 'furthest' | 'due';

export const COUNT = 'two|three|four|five|six|seven|eight|nine|ten|couple|[2-9]|[1-9]\\d';
const UNIT = 'days?|weeks?|fortnights?|months?|quarters?|years?|terms?|times?|hours?';
const CALENDAR = `${UNIT}|spring|summer|autumn|winter|easter|christmas|${[...MONTHS.keys(), ...WEEKDAYS.keys()].join('|')}`;
/** “Due next month” says when, not in which order. */
const PERIOD = `${CALENDAR}|board|meeting`;
const DONE =
  '(?:raise|add|logg?|record|finish|complete|close|verifi|receiv)(?:e?d)?|done|put on|given|reviewed';
/** Behind these words, “the last three” says when, or where something comes from. */
const WITHIN = '(?:from|in|over|at|during|across|since|for|to)(?: the)?';

/** “The latest on neglect” and “the latest review” are no order. */
const LATEST =
  'latest(?! (?:on|with|from|about|news|position|update|figure|status|rapid|rr|review|meeting|board|inspection|report|audit|panel|plan)\\b)';

const TIME_ORDER_WORDS: readonly (readonly [TimeOrder, string])[] = [
  [
    'soonest',
    `soonest|due first|first (?:\\S+ )?due|due next(?! (?:${PERIOD})\\b)|review (?:next|first)|next (?:\\S+ )?due|next (?:${COUNT}) (?:\\S+ )?due|next (?:(?:${COUNT}) )?risks?|most imminent|(?:nearest|closest)(?: to (?:its|their|the))? (?:due date|deadline)s?`,
  ],
  ['due', '(?:by|in order of|in) (?:due date|deadline)s?(?: order)?'],
  [
    'furthest',
    `due last(?! (?:${PERIOD})\\b)|furthest (?:off|away|out|ahead)|latest (?:due|deadline)s?|(?:longest|most time) (?:to go|left)`,
  ],
  [
    'oldest',
    `oldest|eldest|earliest|first (?:action|task|job|decision|thing)s?|longest(?! (?:to do )?list)|dustiest|most (?:old|ancient|time|years)|(?:${COUNT}) most overdue|most overdue (?:one|action|task)\\b|(?:are|is) (?:the )?most overdue|furthest(?! behind)|(?:by|in order of) age`,
  ],
  [
    'newest',
    `newest|${LATEST}|most (?:recent|recently|lately)|freshest|youngest|(?<!\\b${WITHIN} )(?:last (?:few|${COUNT})|(?:${COUNT}) (?:most recent|last))(?! (?:working )?(?:${CALENDAR})\\b)|(?:${DONE}) last(?! (?:${PERIOD}))|last (?:${DONE}|(?:action|task|job|decision|thing)s?)`,
  ],
];

const LISTED = 'action|task|job|one|thing|item|risk|review|decision|recommendation';
/** “The latest action raised”: what is said behind an order of the date that it goes by. */
const SORTED_BY = String.raw`(?: (?:${LISTED})s?)? (?:${DONE})\b`;

/** The first of these that is said counts. */
const TIME_ORDERS = TIME_ORDER_WORDS.map(
  ([value, words]) => [value, new RegExp(`\\b(?:${words})\\b(?:${SORTED_BY})?`)] as const,
);

/** “Oldest first”, “which has waited longest”, “due next” */
export function findTimeOrder(text: string): Mention<TimeOrder> | undefined {
  for (const [value, words] of TIME_ORDERS) {
    const found = words.exec(text);
    if (found) return { value, ...toSpan(text, found) };
  }
  return undefined;
}

const SUPERLATIVE = `oldest|eldest|newest|${LATEST}|earliest|longest|freshest|soonest|worst|poorest|best|highest|lowest|biggest|main|furthest|slowest|quickest|fastest|shortest|(?:most|least) (?!grateful|kind|helpful|appreciated|welcome|obliged|interested|interesting|pleased|sorry)\\w+`;
const DUE = `due (?:for (?:a )?review )?(?:first|last|next)(?! (?:${PERIOD})\\b)`;
const SEVERAL = [
  `(?<lead>top|first|last|next|bottom|${SUPERLATIVE}) (?<count>one|${COUNT})`,
  `(?<count>${COUNT}) (?<lead>next|last|first|coming|upcoming)(?! (?:${CALENDAR})\\b)`,
  `(?:${SUPERLATIVE}) (?!first )\\w+ (?<count>${COUNT})`,
  `(?<count>${COUNT}) (?:of (?:the|our|my) )?(?:\\w+ )?(?:${SUPERLATIVE})`,
  `(?<count>${COUNT}) (?:\\w+ )?(?:(?:${LISTED})s|agencies|partners|organisations|groups|priorities|themes) (?:\\S+ ){0,6}(?:${SUPERLATIVE}|${DUE})`,
  `(?:show|give|list|name|pick|find|see)(?: me| us)? (?:the )?(?<count>${COUNT}) (?:\\w+ ){0,2}(?:${LISTED})s`,
  `(?<count>${COUNT}) of (?:them|those|these)`,
].map((words) => new RegExp(`\\b${words}\\b`));
const TIME = new RegExp(`^ (?:working )?(?:${UNIT}|percent)\\b`);
const IS_WITHIN = new RegExp(`\\b${WITHIN} $`);
const ONLY = new RegExp(
  `^(?:and |what about )*the (?:${SUPERLATIVE})$|\\b(?:${SUPERLATIVE}|first|last|top) (?:\\w+ ){0,2}?(?:${LISTED})\\b|\\bnext (?:${LISTED}) due\\b|^(?:and |so )?(?:which|what) (?:is|has|was|(?:\\S+ ){0,2}(?:${LISTED}))\\b.*\\b(?:${SUPERLATIVE}|${DUE})\\b`,
);
const ALL = new RegExp(
  `(?<!due )\\b(?:first|top)\\b(?! (?:${LISTED})\\b)|\\b(?:uppermost|front|order|(?:${LISTED})s)\\b`,
);

/** “Oldest three”, “the five longest overdue”; one for “the latest action”, “which is the worst”. */
export function findLimit(text: string): Mention<number> | undefined {
  for (const words of SEVERAL) {
    const found = words.exec(text);
    if (!found?.groups) continue;
    const { lead = '', count = '' } = found.groups;
    const [before, behind] = [found.index, found.index + found[0].length];
    const isTime =
      TIME.test(text.slice(behind)) ||
      (/^(first|last|next)$/.test(lead) && IS_WITHIN.test(text.slice(0, before)));
    const value = parseCount(count);
    if (value && !isTime) return { value, ...toSpan(text, found) };
  }
  const only = ALL.test(text) ? undefined : ONLY.exec(text);
  return only ? { value: 1, ...toSpan(text, only) } : undefined;
}
