import type { IntentGrammar, SlotName } from '../contract/intent-grammar.ts';
import type { Args } from '../contract/question.ts';
import { isAskedWith, isRatherAskedOf } from './classifier/asking-words.ts';
import { type AnnotatedMessage, findTyped } from './entities/annotated-message.ts';
import { GROUP_BY_WORDS } from './entities/filter-words.ts';
import { nameWords } from './entities/name-parts.ts';
import { listedReferences } from './entities/references.ts';
import type { ReadRequest } from './read-request.ts';
import type { Candidate } from './reading.ts';
import { type FillContext, forGrammar } from './slots/fill-context.ts';
import { findNone } from './slots/grouping.ts';
import { findNegations } from './slots/negations.ts';
import { findLimit, findTimeOrder } from './slots/order.ts';
import { findUnreadDay } from './slots/review-days.ts';
import { isInside, type Span } from './text/span.ts';
import { parseCount, saysSomething, WEEKDAYS } from './text/word-sets.ts';

/** Slots that a day of the message fills. */
const DATED: ReadonlySet<SlotName> = new Set([
  'meeting-date',
  'day-range',
  'since',
  'period',
  'review-days',
  'reminder',
  'status-change',
  'due-change',
  'new-action',
]);

/** Words by which anything is asked: “run me through”. */
const ASKING_CONCEPT = /^(detail|list|when|where|who|many)$/;

/** Words side by side that gave no part of a reading: “in the shed”. */
export interface UnusedWords extends Span {
  /** Nobody asks for the intent with them, whatever else is said. */
  readonly isStrange: boolean;
}

/**
 * The words that say something and gave no part of a reading: neither a filter nor a slot, nor a
 * word by which people ask what it asks.
 */
export function findUnused(
  { message, model }: Pick<ReadRequest, 'message' | 'model'>,
  { question, parts }: Pick<Candidate, 'question' | 'parts'>,
  grammar: IntentGrammar,
  context: FillContext,
): UnusedWords[] {
  if (grammar.takesAnyWords && !grammar.isSmallTalk) return [];
  const used = [
    ...parts.flatMap(({ span }) => (span ? [span] : [])),
    ...usedSpans(message, question.args, grammar, context),
  ];
  const words = model.askingWords.get(question.intent);
  const isAsking = (stem = '') =>
    words !== undefined &&
    isAskedWith(words, stem, question) &&
    !(grammar.slots?.includes('topic') && isRatherAskedOf(model.wordsElsewhere, words, stem));
  const asking = message.concepts.filter(({ name }) => ASKING_CONCEPT.test(name));
  const passing = [...message.fillers, ...asking];
  const named = [
    ...message.entities,
    ...message.years,
    ...message.actionRefs,
    ...message.reviewRefs,
  ];
  // “What is open on saturday”: a state that the list could keep and does not.
  const untaken = message.filterValues.filter(
    ({ filter, value }) =>
      filter === 'status' &&
      // “To be done by 1 april” says when.
      !(value === 'open' && question.filters.dueRange) &&
      grammar.filters?.includes(filter) &&
      !grammar.settles?.includes(filter) &&
      question.filters[filter] === undefined,
  );
  const isStrange = (at: number): boolean =>
    isInside(at, named) || words?.counts[message.stems[at] ?? ''] === undefined;
  // “sent to the panel”: what names a group elsewhere is a word by which people ask for this.
  const isCommonWord = (at: number): boolean => {
    const entity = message.entities.find(({ start, end }) => start <= at && at < end);
    const isGroup = entity?.senses[0].kind === 'group' && !grammar.filters?.includes('group');
    return (
      isGroup === true &&
      message.stems.slice(entity.start, entity.end).every((stem) => isAsking(stem))
    );
  };
  const isUnused = (at: number): boolean => {
    if (isInside(at, used)) return false;
    if (isInside(at, untaken)) return true;
    const word = message.tokens[at]?.word ?? '';
    // “Still red”, “done yet”: the state says it.
    const { status, dueRange } = question.filters;
    if (/^(still|yet)$/.test(word) && (status || dueRange)) return false;
    if (TURNING_WORD.test(word)) return !isAsking(message.stems[at]);
    if (isInside(at, passing)) return false;
    if (isInside(at, named)) return !isCommonWord(at);
    return (
      saysSomething(message.tokens[at]) &&
      !isAsking(message.stems[at]) &&
      !isOfName(message, at, context)
    );
  };
  const unused = message.tokens.map((_, at) => isUnused(at));
  return joinRuns(message, unused).map((span) => ({
    ...span,
    isStrange: placesIn(span).some((at) => unused[at] && isStrange(at)),
  }));
}

/** Small words that turn what is asked into something else. */
const TURNING_WORD = /^(nobody|noone|none|nothing|never|without|neither|except|still|yet)$/;

const placesIn = ({ start, end }: Span): number[] =>
  Array.from({ length: end - start }, (_, at) => start + at);

/**
 * What slots of the grammar take: days, an action's title, a person, numbers beside a reference, and
 * whatever stands in an argument as it was typed.
 */
function usedSpans(
  message: AnnotatedMessage,
  args: Args,
  grammar: IntentGrammar,
  context: FillContext,
): Span[] {
  const { actionRefs, reviewRefs, entities, years } = message;
  const { slots = [], filters = [] } = grammar;
  const { dates, title } = forGrammar(context, grammar);
  const unreadDay = slots.includes('review-days') ? findUnreadDay(context) : undefined;
  const takesDates =
    slots.some((slot) => DATED.has(slot) && (slot !== 'since' || args.from !== undefined)) ||
    filters.includes('dueRange');
  const takesPerson = args.assignee !== undefined || args.person !== undefined;
  return [
    ...Object.values(args).flatMap((value) => findTyped(message, value) ?? []),
    ...(takesDates ? dates : []),
    ...(unreadDay ? [unreadDay] : []),
    ...(args.actionRef || args.match
      ? [
          ...(grammar.mutates ? listedReferences(message) : actionRefs),
          ...context.besideRef,
          ...(title?.spans ?? []),
        ]
      : []),
    ...(filters.includes('reviewRef') ? reviewRefs : []),
    ...(slots.some((slot) => /^(order|rank)$/.test(slot)) ? findOrderWords(message.text) : []),
    ...(args.others ? [...entities, ...years] : []),
    ...(args.meetingOf ? entities : []),
    ...(args.here || args.excused ? findAttendees(message, args) : []),
    ...(args.quietFrom ? findTimes(message) : []),
    ...(slots.includes('presence-filters') ? findNegations(message) : []),
    ...(args.order === 'none' ? [findNone(message.text)].flatMap((none) => none ?? []) : []),
    ...(args.groupBy ? findWords(message, GROUP_BY_WORDS[args.groupBy] ?? '') : []),
    ...(args.weekday ? findWeekdays(message) : []),
    ...(args.range ? findWords(message, 'quarter, q1, q2, q3, q4') : []),
    ...(args.times ? findCount(message, args.times) : []),
    ...(takesPerson ? entities.filter(({ senses }) => senses[0].kind === 'person') : []),
  ];
}

/** The names of those who are here or sent apologies. */
const findAttendees = ({ entities }: AnnotatedMessage, { here, excused }: Args): Span[] => {
  const ids = [here, excused].flatMap((each) => (Array.isArray(each) ? each : []));
  return entities.filter(({ senses }) => ids.includes(senses[0].id));
};

/** “The five longest overdue” */
const findOrderWords = (text: string): Span[] =>
  [findTimeOrder(text), findLimit(text)].flatMap((found) => found ?? []);

/** Where any of some words stands. */
const findWords = ({ tokens }: AnnotatedMessage, any: string): Span[] =>
  tokens.flatMap(({ word }, start) =>
    any.split(', ').includes(word) ? [{ start, end: start + 1 }] : [],
  );

/** “Priority neglect”: what a name is the name of. */
const KIND = /^(priority|theme|group|subgroup|board|agency|partner|team|service)$/;

/** “Our MASA chair”: what makes a post that of the whole partnership. */
const WHOLE = /^(masa|lscp|lscb|partnership|arrangements)$/;

/** “Workforce dev”: a word beside a name that stands, or begins one, in the whole name. */
function isOfName(
  { tokens, entities, weakEntities }: AnnotatedMessage,
  at: number,
  { directory }: FillContext,
): boolean {
  const word = tokens[at]?.word ?? '';
  const all = [...entities, ...weakEntities];
  const named = all.find(({ start, end }) => end === at || start === at + 1)?.senses[0];
  if (!named) return false;
  const isPost = directory.agencies.some(({ id, kind }) => id === named.id && kind === 'attendee');
  const isKind = KIND.test(word) || (isPost && WHOLE.test(word));
  return (
    isKind || (word.length > 2 && nameWords(named, directory).some((each) => each.startsWith(word)))
  );
}

/** “thursdays” */
const findWeekdays = ({ tokens }: AnnotatedMessage): Span[] =>
  tokens.flatMap(({ word }, start) =>
    WEEKDAYS.has(word.replace(/s$/, '')) ? [{ start, end: start + 1 }] : [],
  );

const findCount = ({ tokens }: AnnotatedMessage, count: unknown): Span[] =>
  tokens.flatMap(({ word }, start) =>
    parseCount(word) === count ? [{ start, end: start + 1 }] : [],
  );

/** “8pm”, “17:30” */
const findTimes = ({ tokens }: AnnotatedMessage): Span[] =>
  tokens.flatMap(({ word }, start) =>
    /^\d{1,2}([:.]\d{2})?(am|pm)?$/.test(word) ? [{ start, end: start + 1 }] : [],
  );

/** Unused words with the small ones between them, from the first to the last of each run. */
function joinRuns({ tokens }: AnnotatedMessage, unused: readonly boolean[]): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const at of tokens.keys()) {
    if (!unused[at]) continue;
    const last = runs.at(-1);
    const isNear =
      last &&
      tokens.slice(last.end, at).every(({ word }) => /^(of|the|a|an|and|-|for|s|n)$/.test(word));
    if (last && isNear) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
}
