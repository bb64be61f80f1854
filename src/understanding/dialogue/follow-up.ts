import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { Args, Question } from '../../contract/question.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { IntentModel } from '../classifier/intent-model.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { findLimit, findTimeOrder } from '../slots/order.ts';
import { asksWhatWillBe } from '../slots/past-days.ts';
import { isInside } from '../text/span.ts';
import { STOP_WORDS } from '../text/word-sets.ts';

/** How a message depends on what was asked before. */
export type FollowUpKind =
  /** It only names something: “and for health?”, “just police”, “next month”. */
  | 'names'
  /** It names something with little else: “and the late ones”. */
  | 'fragment'
  /** It points back to what was listed: “which of those …”, “how many went to …”. */
  | 'pointing'
  /** It speaks of the one thing that was asked about: “when was it updated”. */
  | 'pronoun'
  | 'none';

const OPENER =
  /^(please )?(and|also|but|or|just|only|what about|how about|same|same for|now|no|not|then|plus|ok and|again|sorry|i mean|or just|the same|take out|leave out|drop|remove|exclude|filter|narrow|limit|restrict|sort|split|break (it|this|that|them) down|break down|group (it|this|that|them)|rank (it|this|that|them))\b|\bi meant?$/;
const POINTER =
  /\b(theirs|those|them|these|ones|there|same|of (it|which|whom)|the (open |overdue |late |other |outstanding )*(rest|others|ones|same))\b/;
/** “This year” is a time, and no thing that was spoken of. */
/** “Their next meeting”: of the group that was spoken of. */
export const pointsToMany = (text: string): boolean => /\b(they|their|them)\b/.test(text);
const PRONOUN =
  /\b(it|its|that|this|they|their)\b(?! (?:years?|months?|weeks?|quarters?|terms?|time|morning|afternoon)\b)/;
const CLIPPED =
  /^(how many|which|who|any|are any|is any|have any|show|list)\b( (are|is|went|have|has|were|was|of|still|got|did|do|does|need|needs|without|with|no))\b/;
/** “Who is our lay member”: nothing is left out of it. */
const WHO_IS = /^who (is|are|was|were) (the|our|your|from|at) /;
const ASKS =
  /^(what|which|show|list|give|find|get|see|tell|is there|are there|who|when|where|how (?:far|is|are|was|has|have|does|did)|(?:have|do|are) we|(?:am|have|do) i)\b/;
const NAMES_WHAT =
  /\b(actions?|tasks?|priorit(y|ies)|reviews?|meetings?|attendance|agenda|decisions?)\b/;
const GLUE =
  /^(and|just|only|about|for|actions?|ones?|group|groups|agency|agencies|partner|partners|priority|status|by|same|number|split|instead|people|mine|count|due|priorities|worst|best|most|least|lowest|highest|first|year|example|instance|too|please)$/;

/** How a message follows on. A new full question starts afresh, whatever was asked before. */
export function classifyFollowUp(
  message: AnnotatedMessage,
  previous: Question,
  model: Pick<IntentModel, 'labels'>,
): FollowUpKind {
  const { text, tokens } = message;
  const isOpened = OPENER.test(text);
  const pointsBack = isOpened || POINTER.test(text);
  if (!pointsBack && standsAlone(message)) return PRONOUN.test(text) ? 'pronoun' : 'none';
  const ownWords = countOwnWords(message);
  if (ownWords === 0 && tokens.length <= 8) return 'names';
  if (isOpened && ownWords <= 1 && tokens.length <= 9) return 'fragment';
  if (pointsBack || isClipped(message)) return 'pointing';
  return PRONOUN.test(text) || givesEvidence(message, previous, model) ? 'pronoun' : 'none';
}

/** “Absentees?”: a word or two that name nothing are about what was asked before. */
const isClipped = ({ tokens, fillers, ...named }: AnnotatedMessage): boolean =>
  [...named.entities, ...named.actionRefs, ...named.reviewRefs].length === 0 &&
  fillers.length === 0 &&
  tokens.filter(({ word }) => /\p{L}/u.test(word)).length <= 2;

/** It has its own question word or subject; “anything in slpr” follows on. */
function standsAlone({ text, filterValues, concepts }: AnnotatedMessage): boolean {
  const saysWhat = [...filterValues, ...concepts].some(({ start }) => start > 0);
  const asks = ASKS.test(text) || (/^any(thing)?\b/.test(text) && saysWhat);
  // “is the police coming next week”
  if (asksWhatWillBe(text) && !PRONOUN.test(text)) return true;
  return NAMES_WHAT.test(text) || (asks && (!CLIPPED.test(text) || WHO_IS.test(text)));
}

/** How many words say something that is neither a name, nor a filter's value, nor small talk. */
function countOwnWords(message: AnnotatedMessage): number {
  const { entities, weakEntities, filterValues, years, actionRefs, reviewRefs, fillers } = message;
  const explained = [
    ...[...entities, ...weakEntities, ...filterValues],
    ...[...years, ...reviewRefs, ...fillers],
    ...(isBareReference(message) ? actionRefs : []),
    ...[findTimeOrder(message.text) ?? [], findLimit(message.text) ?? []].flat(),
  ];
  return message.tokens.filter(
    ({ word }, at) =>
      /\p{L}/u.test(word) && !STOP_WORDS.has(word) && !GLUE.test(word) && !isInside(at, explained),
  ).length;
}

/** “SA-014”, “and SA-014 please” */
const isBareReference = ({ tokens, actionRefs }: AnnotatedMessage): boolean =>
  tokens.filter(({ word }, at) => !GLUE.test(word) && !isInside(at, actionRefs)).length === 0;

/** “evidence is …”, “that is the evidence”: about the action that is being closed. */
export function givesEvidence(
  { text, concepts }: AnnotatedMessage,
  { intent, args }: Question,
  { labels }: Pick<IntentModel, 'labels'>,
): boolean {
  const isWanted = args.actionRef && labels.get(intent)?.grammar.slots?.includes('evidence-text');
  const hasEvidence = concepts.some(({ name }) => name.startsWith('evidence'));
  return isWanted === true && hasEvidence && !ASKS.test(text) && !NAMES_WHAT.test(text);
}

/** The previous question with new parts: one of the same kind is replaced, any other narrows it. */
export function mergeWithPrevious(
  previous: Question,
  grammar: IntentGrammar,
  { intent, filters, args }: Question,
  text: string,
): Question {
  const accepted = new Set<string>(grammar.filters);
  const isMeetingNew = (filters.meeting ?? args.on ?? args.lastMeetings) !== undefined;
  const replaced = [
    ...(isMeetingNew ? ['meeting', 'on', 'date', 'lastMeetings'] : []),
    // What is complete is not overdue, nor the other way round.
    ...(filters.status && previous.filters.dueRange === 'overdue' ? ['dueRange'] : []),
    ...(filters.dueRange === 'overdue' && previous.filters.status !== 'open'
      ? ['status', 'timeliness', 'completedRange']
      : []),
  ];
  const keep = <Part extends object>(part: Part, isKept = (_: string) => true): Part =>
    Object.fromEntries(
      Object.entries(part).filter(([name]) => isKept(name) && !replaced.includes(name)),
    ) as Part;
  const { actionRef, assignee, agencyOf, decision: _, ...others } = previous.args;
  // “And for health?” after “what have i got” is about health, not about the asker's own with it.
  const isOfOthers = filters.agency !== undefined || filters.group !== undefined;
  const inherited =
    intent === previous.intent
      ? {
          ...others,
          ...(actionRef && { actionRef }),
          ...(isOfOthers ? {} : omitUndefined({ assignee, agencyOf })),
        }
      : actionRef && grammar.slots?.includes('action')
        ? { actionRef }
        : {};
  return {
    intent,
    filters: {
      ...keep(
        previous.filters,
        (name) => accepted.has(name) && !(OF_ALL.test(text) && /^(agency|group)$/.test(name)),
      ),
      ...filters,
    },
    args: { ...keep(inherited), ...args },
  };
}

/** The action that was asked about: by its reference, or by words that several titles have. */
export function previousAction(previous: Question | undefined): Args | undefined {
  const { actionRef, match } = previous?.args ?? {};
  return actionRef ? { actionRef } : match ? { match } : undefined;
}

/** The filter of what a grammar requires; “several” and “order” have none. */
const REQUIRED_FILTER: Partial<
  Record<NonNullable<IntentGrammar['requires']>, keyof Question['filters']>
> = { priority: 'priority', agency: 'agency', review: 'reviewRef' };

/** “Overall”, “across everyone”: of everybody, whoever was asked about before. */
const OF_ALL =
  /\b(overall|in total|altogether|across (everyone|everybody|all|the board)|for (everyone|everybody))\b/;

/**
 * Adds what a full question lacks: after “how is neglect going”, “what are the objectives”. What
 * changes records takes it only where it points back: “close it”.
 */
export function fillFromPrevious(
  previous: Question,
  { requires, mutates, slots, filters, isOfOneGroup }: IntentGrammar,
  question: Question,
  { pointsToOne, pointsToMany }: { readonly pointsToOne: boolean; readonly pointsToMany: boolean },
): Question {
  const action = previousAction(previous);
  const { reviewRef } = previous.filters;
  const isNamed = question.args.actionRef || question.args.match || question.filters.reviewRef;
  if (pointsToOne && !isNamed) {
    if (action && slots?.includes('action'))
      return { ...question, args: { ...question.args, ...action } };
    if (reviewRef && filters?.includes('reviewRef'))
      return { ...question, filters: { ...question.filters, reviewRef } };
    // “So was it quorate?” is about the meeting that was asked about.
    const { group, meeting } = previous.filters;
    if (group && !question.filters.group && filters?.includes('meeting'))
      return {
        ...question,
        filters: { ...question.filters, group, ...(meeting && { meeting }) },
      };
  }
  // “And when do they meet” is about the group or the agency that was asked about.
  const names = isOfOneGroup ? (['group'] as const) : (['group', 'agency'] as const);
  const many = names.find((name) => previous.filters[name] && filters?.includes(name));
  if (pointsToMany && many && !mutates && !question.filters.group && !question.filters.agency)
    return { ...question, filters: { ...question.filters, [many]: previous.filters[many] } };
  if (!requires || mutates) return question;
  if (requires === 'action')
    return isNamed || !action ? question : { ...question, args: { ...question.args, ...action } };
  const filter = REQUIRED_FILTER[requires];
  const value = filter && previous.filters[filter];
  return !value || question.filters[filter]
    ? question
    : { ...question, filters: { ...question.filters, [filter]: value } };
}
