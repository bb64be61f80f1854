import type { Args } from '../../contract/question.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { GROUP_BY_WORDS } from '../entities/filter-words.ts';
import { type Span, toSpan } from '../text/span.ts';
import { COUNT } from './order.ts';

type GroupBy = NonNullable<Args['groupBy']>;

const DIVIDES =
  'by|per|each|every|across|between|rank|split by|for each|for every|in each|to each|grouped by|against each|broken down by|breakdown by|with each|from each|sorted by|which';
const COUNTS_BY =
  /\b(most|fewest|least|worst|furthest|how many|numbers?|count|split|breakdown|broken|tally|total|highest|lowest|by|per|each|every|rank|ranking|league)\b/;
/** “The tallest pile”, “the longest to-do list” */
const LARGEST =
  'tallest|largest|heaviest|fullest|longest (?:to do )?list|biggest (?:pile|list|backlog|load)';
const EXTREME = `(?:(?:the )?(?:${LARGEST})|most|fewest|least|worst|worse|furthest|highest|lowest)`;
const IS_LARGEST = new RegExp(`\\b(?:${LARGEST})\\b`);
const IS_EXTREME = new RegExp(`\\b${EXTREME}\\b`);
/** “Who has most overdue”, “who is furthest behind”; “the most urgent ones” are no count. */
const WHO_HAS_MOST = new RegExp(
  String.raw`\bwho (?:(?:has|have|owns|holds|is|are|got|the|still|at present) )*${EXTREME}\b(?! (?:recent|recently|urgent|pressing|important))`,
);

const toAlternatives = (words: string): string => words.split(', ').join('|');

/** “The top three agencies”, “groups with the fewest”, “the two priorities furthest behind” */
const toRanked = (any: string): RegExp =>
  new RegExp(
    `\\b(?:top|worst|best|bottom|poorest)(?: (?:${COUNT}))? (?:${any})\\b|\\b(?:${any}) (?:with|that|who|which) .*\\b(?:most|fewest|least)\\b|\\b(?:${any}) (?:is |are )?(?:the )?(?:furthest|most) behind\\b`,
  );

/** By what a list can be divided, with the words that divide it so. */
const GROUPINGS = Object.entries(GROUP_BY_WORDS).map(([groupBy, words]) => {
  const any = toAlternatives(words);
  return {
    groupBy: groupBy as GroupBy,
    ranked: toRanked(any),
    grouped: new RegExp(
      `\\b(${DIVIDES}) (?:lead |owning |owner |different |partner |the |all |all the |of the |rag )*(${any})\\b`,
    ),
    whole: new RegExp(`\\b(by|across) (the|all|all the) (${any})\\b`),
  };
});

/** By what a list is to be divided: “how many by agency”, “which group has the most”. */
export function parseGrouping(text: string): Args {
  const groupBy = findGroupBy(text);
  const counts = /\b(how many|number|numbers|count|total|tally|how much)\b/.test(text);
  return { groupBy, count: counts || groupBy !== undefined || undefined };
}

const IS_OF_ALL =
  /\b(?:all|everything|any)\b.*, (?:in |from |of |at )?(?:each|every) \w+(?: please)?$/;

function findGroupBy(text: string): GroupBy | undefined {
  const none = findNone(text);
  if (none) return none.groupBy;
  for (const { groupBy, ranked, grouped, whole } of GROUPINGS) {
    if (ranked.test(text)) return groupBy;
    const [, divides = ''] = grouped.exec(text) ?? [];
    if (!divides || !(COUNTS_BY.test(text) || IS_LARGEST.test(text))) continue;
    if (divides === 'which' && !IS_EXTREME.test(text)) continue;
    // “All that are overdue, every agency” leaves none out.
    if (/^(each|every)$/.test(divides) && IS_OF_ALL.test(text)) continue;
    const isWhole =
      /^(by|across)$/.test(divides) &&
      whole.test(text) &&
      !/\b(how many|count|split|break|number)/.test(text);
    if (!isWhole) return groupBy;
  }
  const divided = /\b(agency|group|priority|status|theme) (breakdown|split|by \1)\b/.exec(
    text,
  )?.[1];
  if (divided) return (divided === 'theme' ? 'priority' : divided) as GroupBy;
  return WHO_HAS_MOST.test(text) ? 'agency' : undefined;
}

/** Which end of a list is wanted first: the most, the fewest, or those that have none. */
export function parseOrder({ text, filterValues }: AnnotatedMessage): string | undefined {
  if (findNone(text)) return 'none';
  // “Who is worst for late actions” asks for the most of them.
  const isOfLate = filterValues.some(({ filter }) => /^(dueRange|status)$/.test(filter));
  if (isOfLate && /\b(worst|worse|poorest|furthest|rank)\b/.test(text)) return 'highest';
  const isHighest =
    IS_LARGEST.test(text) ||
    (/\b(most|highest|best|top)\b|\b(perfect|full|100 ?%?) attendance\b|\b(came|come|comes|been|turned up|attended|was) (to |at )?every (single )?(meeting|one)\b|\bnever missed a meeting\b/.test(
      text,
    ) &&
      !/\bmost (pressing|recent|urgent|important|of|grateful|kind|helpful|obliged|sorry|welcome|pleased)\b/.test(
        text,
      ));
  const isLowest =
    /\b(least|lowest|worst|poorest|fewest|bottom|poor|flakiest|weakest|patchiest|shakiest|ropiest)\b/.test(
      text,
    );
  return isLowest ? 'lowest' : isHighest ? 'highest' : undefined;
}

/** Those who have nothing of what is asked about. */
export interface None extends Span {
  readonly groupBy: Exclude<GroupBy, 'status'>;
  /** What they have none of, where no status or day says it: all is done, or nothing is late. */
  readonly means?: 'open' | 'overdue';
}

const LEAD =
  '(?:(?:which|what|any|are|is|there|show|me|list|tell|name|give|of|our|the|all|so|and|please|can|you|do|does|have|has|we|got|find|know|statutory|partner|lead|owning|other|if|whether) )*';
const LINK =
  '(?:(?:of|us|them|that|who|which|are|is|have|has|had|got|with|still|currently|at|present|now|absolutely|left|do|does|there|the|moment|today) )*';
const NOTHING =
  '(?:no|nothing|zero|none|nowt|without(?: any| a single)?|free of|clear of|not (?:a single|any|one)|not got (?:any|anything|a single))';
const DONE =
  '(?:finished|done|completed|closed|cleared|delivered) (?:everything|all|the lot|every one|every action)|all done|done and dusted';
const IN_TIME =
  '(?:all |fully |completely |totally )*(?:up to date|on track|on top of|in the clear)';
/** By what those are grouped that have nothing, and where it says so. */
const SUBJECTS_OF_NOTHING = Object.entries(GROUP_BY_WORDS)
  .filter(([kind]) => kind !== 'status')
  .map(([kind, words]) => {
    const subject = `${toAlternatives(words)}${kind === 'agency' ? '|who|anyone|anybody' : ''}`;
    return [
      kind as None['groupBy'],
      new RegExp(`^${LEAD}(?:${subject}) ${LINK}(?:(${NOTHING})|(${DONE})|(${IN_TIME}))\\b`),
    ] as const;
  });
/** What somebody lacks, but no action: “which groups have no chair”, “who has no date”. */
const OTHER_THINGS =
  /^(?: \S+){0,2} (?:owners?|leads?|dates?|deadlines?|evidence|impact|deput\w+|chairs?|seats?|members?|meetings?|attendance|people|names?|idea|apologies)\b/;

/** “Which agencies have nothing overdue”, “any group without open actions”, “who has finished everything”. */
export function findNone(text: string): None | undefined {
  for (const [groupBy, words] of SUBJECTS_OF_NOTHING) {
    const found = words.exec(text);
    if (!found) continue;
    const [whole, nothing, done, inTime] = found;
    if (nothing && OTHER_THINGS.test(text.slice(whole.length))) return undefined;
    const means = done ? 'open' : inTime ? 'overdue' : undefined;
    const said = nothing ?? done ?? inTime ?? '';
    const span = toSpan(text, { 0: said, index: whole.length - said.length });
    return { groupBy, ...(means && { means }), ...span };
  }
  return undefined;
}
