import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { Question } from '../../contract/question.ts';
import type { IntentModel } from '../classifier/intent-model.ts';
import type { AnnotatedMessage } from '../entities/annotated-message.ts';
import { isInside } from '../text/span.ts';
import { STOP_WORDS } from '../text/word-sets.ts';

/** How a message depends on what was asked before. */
export type FollowUpKind =
  /** It only names something: “and for health?”, “just police”, “next month”. */
  | 'names'
  /** It names something with little else: “and the late ones”. */
  | 'fragment'
  /** It points back: “which of those …”, “when was it updated”, “how many went to …”. */
  | 'pointing'
  | 'none';

const OPENER =
  /^(and|also|but|or|just|only|what about|how about|same|same for|now|no|not|then|plus|ok and|again|sorry|i mean|or just|the same|take out|leave out|drop|remove|exclude|filter|narrow|limit|sort|split)\b/;
const POINTER =
  /\b(it|its|theirs|that|those|them|these|they|ones|this one|there|same|the (open |overdue |late |rest|others|other |outstanding )*(actions|ones|rest|others))\b/;
const CLIPPED =
  /^(how many|which|who|any|are any|is any|have any|show|list)\b( (are|is|went|have|has|were|was|of|still|got|did|do|does|need|needs|without|with|no))\b/;
const ASKS =
  /^(what|which|show|list|give|find|get|see|tell|is there|are there|who|when|where|how (?:far|is|are|was|has|have|does|did)|have we|do we)\b/;
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
  if (!pointsBack && standsAlone(message)) return 'none';
  const ownWords = countOwnWords(message);
  if (ownWords === 0 && tokens.length <= 8) return 'names';
  if (isOpened && ownWords <= 1 && tokens.length <= 9) return 'fragment';
  return pointsBack || givesEvidence(message, previous, model) ? 'pointing' : 'none';
}

/** It has its own question word or subject; “anything in slpr” follows on. */
function standsAlone({ text, filterValues, concepts }: AnnotatedMessage): boolean {
  const saysWhat = [...filterValues, ...concepts].some(({ start }) => start > 0);
  const asks = ASKS.test(text) || (/^any(thing)?\b/.test(text) && saysWhat);
  return NAMES_WHAT.test(text) || (asks && !CLIPPED.test(text));
}

/** How many words say something that is neither a name, nor a filter's value, nor small talk. */
function countOwnWords(message: AnnotatedMessage): number {
  const { entities, weakEntities, filterValues, years, reviewRefs, fillers } = message;
  const explained = [
    ...[...entities, ...weakEntities, ...filterValues],
    ...[...years, ...reviewRefs, ...fillers],
  ];
  return message.tokens.filter(
    ({ word }, at) =>
      /\p{L}/u.test(word) && !STOP_WORDS.has(word) && !GLUE.test(word) && !isInside(at, explained),
  ).length;
}

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
): Question {
  const accepted = new Set<string>(grammar.filters);
  const isMeetingNew = (filters.meeting ?? args.on ?? args.lastMeetings) !== undefined;
  const replaced = isMeetingNew ? ['meeting', 'on', 'date', 'lastMeetings'] : [];
  const keep = <Part extends object>(part: Part, isKept = (_: string) => true): Part =>
    Object.fromEntries(
      Object.entries(part).filter(([name]) => isKept(name) && !replaced.includes(name)),
    ) as Part;
  const { actionRef } = previous.args;
  const inherited =
    intent === previous.intent
      ? previous.args
      : actionRef && grammar.slots?.includes('action')
        ? { actionRef }
        : {};
  return {
    intent,
    filters: { ...keep(previous.filters, (name) => accepted.has(name)), ...filters },
    args: { ...keep(inherited), ...args },
  };
}

const REQUIRED_FILTER = { priority: 'priority', agency: 'agency', review: 'reviewRef' } as const;

/** Adds what a full question lacks: after “how is neglect going”, “what are the objectives”. */
export function fillFromPrevious(
  previous: Question,
  { requires, mutates }: IntentGrammar,
  question: Question,
): Question {
  if (!requires || mutates) return question;
  if (requires === 'action') {
    const { actionRef } = previous.args;
    return question.args.actionRef || question.args.match || !actionRef
      ? question
      : { ...question, args: { ...question.args, actionRef } };
  }
  const filter = REQUIRED_FILTER[requires];
  const value = previous.filters[filter];
  return question.filters[filter] || !value
    ? question
    : { ...question, filters: { ...question.filters, [filter]: value } };
}
