import type { IntentGrammar, SlotName } from '../contract/intent-grammar.ts';
import type { Args } from '../contract/question.ts';
import { type AnnotatedMessage, typedWords } from './entities/annotated-message.ts';
import type { ReadRequest } from './read-request.ts';
import type { Candidate } from './reading.ts';
import { type FillContext, forGrammar } from './slots/fill-context.ts';
import { takesFreeText } from './slots/free-text.ts';
import { findUnreadDay } from './slots/review-days.ts';
import { isInside, type Span } from './text/span.ts';
import { STOP_WORDS } from './text/word-sets.ts';

/** Slots that a day of the message fills. */
const DATED: ReadonlySet<SlotName> = new Set([
  'meeting-date',
  'day-range',
  'since',
  'period',
  'review-days',
  'reminder',
  'status-change',
]);

/**
 * The words that say something and gave no part of a reading: neither a filter nor a slot, nor a
 * word by which people ask for its intent. Words side by side are one: “in the shed”.
 */
export function findUnused(
  { message, model }: Pick<ReadRequest, 'message' | 'model'>,
  { question, parts }: Pick<Candidate, 'question' | 'parts'>,
  grammar: IntentGrammar,
  context: FillContext,
): Span[] {
  if (takesFreeText(grammar)) return [];
  const used = [
    ...parts.flatMap(({ span }) => (span ? [span] : [])),
    ...usedSpans(message, question.args, grammar, context),
  ];
  const vocabulary = model.vocabularies.get(question.intent) ?? new Set();
  const named = [
    ...message.entities,
    ...message.years,
    ...message.actionRefs,
    ...message.reviewRefs,
  ];
  const isUnused = (at: number): boolean => {
    if (isInside(at, used) || isInside(at, message.fillers)) return false;
    if (isInside(at, named)) return true;
    const word = message.tokens[at]?.word ?? '';
    return (
      /[\p{L}\d]/u.test(word) &&
      !STOP_WORDS.has(word) &&
      !vocabulary.has(message.stems[at] ?? '') &&
      word.length > 1
    );
  };
  return joinRuns(message, isUnused);
}

/** What slots of the grammar take: days, an action's title, a person, numbers beside a reference. */
function usedSpans(
  { actionRefs, reviewRefs, entities, years }: AnnotatedMessage,
  args: Args,
  grammar: IntentGrammar,
  context: FillContext,
): Span[] {
  const { slots = [], filters = [] } = grammar;
  const { dates, title } = forGrammar(context, grammar);
  const unreadDay = slots.includes('review-days') ? findUnreadDay(context) : undefined;
  const takesDates = slots.some((slot) => DATED.has(slot)) || filters.includes('dueRange');
  const takesPerson = args.assignee !== undefined || args.person !== undefined;
  return [
    ...(takesDates ? dates : []),
    ...(unreadDay ? [unreadDay] : []),
    ...(args.actionRef || args.match ? [...actionRefs, ...(title?.spans ?? [])] : []),
    ...(filters.includes('reviewRef') ? reviewRefs : []),
    ...(args.others ? [...entities, ...years] : []),
    ...(takesPerson ? entities.filter(({ senses }) => senses[0].kind === 'person') : []),
  ];
}

/** Unused words with the small ones between them, from the first to the last of each run. */
function joinRuns({ tokens }: AnnotatedMessage, isUnused: (at: number) => boolean): Span[] {
  const runs: { start: number; end: number }[] = [];
  for (const at of tokens.keys()) {
    if (!isUnused(at)) continue;
    const last = runs.at(-1);
    const isNear =
      last &&
      tokens.slice(last.end, at).every(({ word }) => /^(of|the|a|an|and|-|for|s|n)$/.test(word));
    if (last && isNear) last.end = at + 1;
    else runs.push({ start: at, end: at + 1 });
  }
  return runs;
}

export { typedWords };
