import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { Args, Question } from '../../contract/question.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { IntentModel } from '../classifier/intent-model.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { findLimit, findTimeOrder } from '../slots/order.ts';
import { asksWhatWillBe } from '../slots/past-days.ts';
import { isInside } from '../text/span.ts';
import { COURTESY, MONTHS, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';

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
  /\b(theirs|those|them|these|ones|there|same|(?:in|of|from) (?:that|this|the) lot|of (it|which|whom)|the (open |overdue |late |other |outstanding )*(rest|others|ones|same))\b/;
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
  /\b(actions?|tasks?|priorit(y|ies)|reviews?|meetings?|attendance|agenda|decisions?|recommendations?|recs)\b/;
/** Whether a message says itself what kind of thing it asks for. */
export const namesWhat = (text: string): boolean => NAMES_WHAT.test(text);

const GLUE =
  /^(and|just|only|about|for|question|actions?|ones?|group|groups|agency|agencies|partner|partners|priority|status|by|same|number|split|instead|people|mine|count|due|priorities|worst|best|most|least|lowest|highest|first|year|example|instance|too|please)$/;

/** How a message follows on. A new full question starts afresh, whatever was asked before. */
export function classifyFollowUp(
  message: AnnotatedMessage,
  previous: Question,
  model: Pick<IntentModel, 'labels'>,
): FollowUpKind {
  const { tokens } = message;
  const text = withoutCourtesy(message);
  if (givesEvidence(message, previous, model)) return 'pronoun';
  const isOpened = OPENER.test(text);
  const pointsBack = isOpened || POINTER.test(text);
  if (!pointsBack && standsAlone(message)) return PRONOUN.test(text) ? 'pronoun' : 'none';
  const ownWords = countOwnWords(message);
  if (ownWords === 0 && tokens.length <= 8) return 'names';
  if (setsAnotherDay(message, previous)) return 'names';
  if (isOpened && ownWords <= 1 && tokens.length <= 9) return 'fragment';
  if (pointsBack || isClipped(message)) return 'pointing';
  return PRONOUN.test(text) ? 'pronoun' : 'none';
}

/** “Lovely, and the council?”: what is said before a message follows on says nothing. */
function withoutCourtesy({ text, tokens }: AnnotatedMessage): string {
  const first = tokens.findIndex(({ word }) => !COURTESY.has(word) && !/^[,;:–-]$/.test(word));
  return first > 0
    ? tokens
        .slice(first)
        .map(({ word }) => word)
        .join(' ')
    : text;
}

/** “Make it wednesday instead”, where a day was asked for before it. */
export const setsAnotherDay = (
  { text }: Pick<AnnotatedMessage, 'text'>,
  { filters, args }: Question,
): boolean =>
  ANOTHER_DAY.test(text.replaceAll(' ,', '')) &&
  (filters.dueRange !== undefined || DAYS.some((name) => args[name] !== undefined));

const ANOTHER_DAY = new RegExp(
  `^(?:(?:no|actually|sorry|oh|or|and|then|but|better|can|could|you|please|${[...COURTESY].join('|')}) )*(?:make|have|call|say|change) (?:it|that|this)(?: to| for| on| by)?(?: the)? (?:${[...WEEKDAYS, ...MONTHS.keys()].join('|')}|tomorrow|today|next|this|end|\\d)`,
);

/** Arguments that are days. */
const DAYS = ['on', 'when', 'due', 'dueNew', 'date', 'until'] as const;

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

/**
 * “evidence is …”, “that is the evidence”: about the action that is being closed. Whoever closes one
 * is asked what changed, so that any statement is the answer: “40 staff have changed how they refer”.
 */
export function givesEvidence(
  message: AnnotatedMessage,
  { intent, args }: Question,
  { labels }: Pick<IntentModel, 'labels'>,
): boolean {
  const { text, concepts } = message;
  const isWanted = args.actionRef && labels.get(intent)?.grammar.slots?.includes('evidence-text');
  if (isWanted !== true || ASKS.test(text)) return false;
  const hasEvidence = concepts.some(({ name }) => name.startsWith('evidence'));
  if (hasEvidence && !NAMES_WHAT.test(text)) return true;
  return args.evidence === undefined && statesSomething(message);
}

/** A sentence that reports: it names no other action, asks nothing and orders nothing. */
const statesSomething = ({ text, tokens, actionRefs, reviewRefs }: AnnotatedMessage): boolean =>
  tokens.length >= MIN_WORDS_OF_STATEMENT &&
  actionRefs.length + reviewRefs.length === 0 &&
  REPORTS.test(text) &&
  !ORDERS.test(text) &&
  !OPENER.test(text);

const MIN_WORDS_OF_STATEMENT = 5;
/** What has come of something is told in figures, or by what was and has been. */
const REPORTS =
  /\d|\b(?:have|has|had|was|were|went|now|since|back|down|up|fewer|more|less|better|half|doubled|dropped|fell|rose)\b|\w{3,}ed\b/;
const ORDERS =
  /^(?:(?:please|can|could|would|will|you|now|then|so) )*(?:add|log|raise|open|start|close|mark|move|push|remind|send|book|put|record|note|cancel|tell|stop|i|we need|someone|somebody)\b/;

/** The previous question with new parts: one of the same kind is replaced, any other narrows it. */
export function mergeWithPrevious(
  previous: Question,
  grammar: IntentGrammar,
  { intent, filters, args }: Question,
  text: string,
): Question {
  const accepted = new Set<string>(grammar.filters);
  // “All LCSPRs” after those that are late: in whatever state.
  const isOfEvery = !grammar.mutates && OF_EVERY.test(text);
  const isMeetingNew = (filters.meeting ?? args.on ?? args.lastMeetings) !== undefined;
  const replaced = [
    // “And now?” is of this year.
    ...(OF_NOW.test(text) ? ['year'] : []),
    ...(isOfEvery ? (grammar.settles ?? []) : []),
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
  // “Which are only done” after those that are late: another state, not both.
  const { keeps } = grammar;
  const saysAnother = keeps && Object.keys(args).some((name) => !keeps.includes(name));
  const inherited =
    intent === previous.intent && !saysAnother
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
    args: { ...keptArgs(previous, grammar, args), ...keep(inherited), ...args },
  };
}

/** What of the arguments before holds on: what the new question says itself does not. */
export const keptArgs = (
  previous: Question | undefined,
  { keeps = [] }: IntentGrammar,
  args: Args,
): Args =>
  omitUndefined(
    Object.fromEntries(
      keeps
        .filter(
          (name) =>
            keeps.every((each) => args[each] === undefined) && name in (previous?.args ?? {}),
        )
        .map((name) => [name, previous?.args[name]]),
    ),
  );

/** The action that was asked about: by its reference, or by words that several titles have. */
export function previousAction(previous: Question | undefined): Args | undefined {
  const { actionRef, match } = previous?.args ?? {};
  return actionRef ? { actionRef } : match ? { match } : undefined;
}

/** The filter of what a grammar requires; “several” and “order” have none. */
const REQUIRED_FILTER: Partial<
  Record<NonNullable<IntentGrammar['requires']>, keyof Question['filters']>
> = { priority: 'priority', agency: 'agency', review: 'reviewRef' };

const OF_NOW =
  /^(?:and |or |so |what about |how about )*(?:now|nowadays|currently|at present|these days)(?: then)?(?: \?)?$/;

const OF_EVERY = /^(?:show |list |give |me |and )*(?:all|every)\b(?! of (?:these|those|them)\b)/;

/** “Overall”, “across everyone”: of everybody, whoever was asked about before. */
const OF_ALL =
  /\b(overall|in total|altogether|across (everyone|everybody|all|the board)|for (everyone|everybody))\b/;

/**
 * Adds what a full question lacks: after “how is neglect going”, “what are the objectives”. What
 * changes records takes it only where it points back: “close it”.
 */
export function fillFromPrevious(
  previous: Question,
  grammar: IntentGrammar,
  asked: Question,
  { pointsToOne, text }: { readonly pointsToOne: boolean; readonly text: string },
): Question {
  const { requires, mutates, slots, filters, isOfOneGroup } = grammar;
  const isKept = pointsToOne || !(mutates || namesWhat(text));
  const question = isKept
    ? { ...asked, args: { ...keptArgs(previous, grammar, asked.args), ...asked.args } }
    : asked;
  const action = previousAction(previous);
  const { reviewRef } = previous.filters;
  const isNamed = question.args.actionRef || question.args.match || question.filters.reviewRef;
  if (pointsToOne && !isNamed) {
    if (action && slots?.includes('action'))
      return { ...question, args: { ...question.args, ...action } };
    if (reviewRef && filters?.includes('reviewRef'))
      return { ...question, filters: { ...question.filters, reviewRef } };
    const { priority } = previous.filters;
    const { agency, group: ownGroup } = question.filters;
    if (priority && filters?.includes('priority') && !agency && !ownGroup)
      return { ...question, filters: { priority, ...question.filters } };
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
  if (pointsToMany(text) && many && !mutates && !question.filters.group && !question.filters.agency)
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
