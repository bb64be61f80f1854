import type { Thread } from '../contract/feature.ts';
import type { IntentGrammar } from '../contract/intent-grammar.ts';
import type { Args, Filters, Question } from '../contract/question.ts';
import { type Heard, overlapsAny } from './heard.ts';
import { STOP_WORDS } from './stop-words.ts';
import type { Understanding } from './understanding.ts';

/** How a message leans on what was said before. */
export type Leaning =
  /** It only names something: “and for health?”, “just police”, “next month”. */
  | 'names'
  /** It names something with little else: “and the late ones”. */
  | 'fragment'
  /** It points back: “which of those …”, “when was it updated”, “how many went to …”. */
  | 'pointing'
  | 'none';

const OPENERS =
  /^(and|also|but|or|just|only|what about|how about|same|same for|now|no|not|then|plus|ok and|again|sorry|i mean|or just|the same|take out|leave out|drop|remove|exclude|filter|narrow|limit|sort|split)\b/;
const POINTERS = /\b(it|its|theirs|that|those|them|these|they|ones|that one|this one|there|same)\b/;
const POINTING =
  /\b(of (those|them|these|that)|those|them|these|they|it|its|that one|this one|the (open |overdue |late |rest|others|other |outstanding )*(actions|ones|rest|others))\b/;
const CLIPPED =
  /^(how many|which|who|any|are any|is any|have any|show|list)\b( (are|is|went|have|has|were|was|of|still|got|did|do|does|need|needs|without|with|no))\b/;

/** Whether a message stands on its own. A new full question starts afresh, whatever was said before. */
export function leaningOf(
  heard: Heard,
  { question }: Thread,
  { spoken }: Pick<Understanding, 'spoken'>,
): Leaning {
  const text = heard.tokens.map(({ word }) => word).join(' ');
  if (standsAlone(text, heard)) return 'none';
  const own = ownWords(heard);
  if (own === 0 && heard.tokens.length <= 8) return 'names';
  if (OPENERS.test(text) && own <= 1 && heard.tokens.length <= 9) return 'fragment';
  if (OPENERS.test(text) || POINTING.test(text) || POINTERS.test(text)) return 'pointing';
  if (givesEvidence(heard, question, spoken)) return 'pointing';
  if (CLIPPED.test(text) && !/\b(actions?|tasks?|reviews?|meetings?|priorit)/.test(text))
    return 'pointing';
  return 'none';
}

/** “evidence is …”, “all three published, that is the evidence”: said of the action that is being closed. */
export function givesEvidence(
  { tokens, concepts }: Heard,
  { intent, args }: Question,
  spoken: Understanding['spoken'],
): boolean {
  const text = tokens.map(({ word }) => word).join(' ');
  const wanted =
    args.actionRef !== undefined && spoken.get(intent)?.slots?.includes('evidence-text') === true;
  return (
    wanted &&
    concepts.some(({ name }) => /^evidence/.test(name)) &&
    !ASKS.test(text) &&
    !NAMES_WHAT.test(text)
  );
}

const ASKS =
  /^(what|which|show|list|give|find|get|see|tell|is there|are there|who|when|where|how (?:far|is|are|was|has|have|does|did)|have we|do we)\b/;
/** “anything in slpr” goes on with what was asked; “anything without a due date” says what it wants. */
const ANYTHING = /^any(thing)?\b/;
const NAMES_WHAT =
  /\b(actions?|tasks?|priorit(y|ies)|reviews?|meetings?|attendance|agenda|decisions?)\b/;

/** A question with its own question word or its own subject, and nothing in it that points back, is a new one. */
function standsAlone(text: string, { parts, concepts }: Heard): boolean {
  if (OPENERS.test(text) || POINTING.test(text) || POINTERS.test(text)) return false;
  const asks =
    ASKS.test(text) ||
    (ANYTHING.test(text) && [...parts, ...concepts].some(({ start }) => start > 0));
  return NAMES_WHAT.test(text) || (asks && !CLIPPED.test(text));
}

/** How many words say something that is neither a name, nor a part of a question, nor small talk. */
function ownWords({ tokens, mentions, parts, years, reviewRefs, fillers, faint }: Heard): number {
  const known = [...mentions, ...parts, ...years, ...reviewRefs, ...fillers, ...faint];
  return tokens.filter(({ word }, at) => {
    const span = { start: at, end: at + 1 };
    return (
      /\p{L}/u.test(word) && !STOP_WORDS.has(word) && !GLUE.test(word) && !overlapsAny(span, known)
    );
  }).length;
}

const GLUE =
  /^(and|just|only|about|for|actions?|ones?|group|groups|agency|agencies|partner|partners|priority|status|by|same|number|split|instead|people|mine|count|due|priorities|worst|best|most|least|lowest|highest|first|year|example|instance|too|please)$/;

/** What was asked before with what is said now: a thing of the same kind is replaced, anything else narrows. */
export function merge(
  thread: Thread,
  intent: string,
  spoken: IntentGrammar,
  filters: Filters,
  args: Args,
): Question {
  const before = thread.question;
  const takes = new Set<string>(spoken.filters ?? []);
  const kept = Object.fromEntries(
    Object.entries(before.filters).filter(([filter]) => takes.has(filter)),
  );
  const sameIntent = intent === before.intent;
  const given = defined(args);
  const anew = filters.meeting ?? given.on ?? given.lastMeetings;
  const inherited = sameIntent
    ? before.args
    : before.args.actionRef && spoken.slots?.includes('action')
      ? { actionRef: before.args.actionRef }
      : {};
  if (anew !== undefined)
    return {
      intent,
      filters: { ...but(kept, 'meeting'), ...filters },
      args: { ...but(inherited, ...MEETING), ...given },
    };
  return { intent, filters: { ...kept, ...filters }, args: { ...inherited, ...given } };
}

/** A meeting is meant by its day or as one of the last few, too; said anew in one way, it is no longer meant in another. */
const MEETING = ['on', 'date', 'lastMeetings'];

function but<Parts extends object>(parts: Parts, ...without: readonly string[]): Parts {
  return Object.fromEntries(
    Object.entries(parts).filter(([name]) => !without.includes(name)),
  ) as Parts;
}

const NEEDED = { priority: 'priority', agency: 'agency', review: 'reviewRef' } as const;

/** A full question that lacks only what was just spoken of: after “how is neglect going”, “what are the objectives”. */
export function supplied({ question }: Thread, spoken: IntentGrammar, own: Question): Question {
  const { requires, mutates } = spoken;
  if (!requires || mutates) return own;
  if (requires === 'action') {
    const { actionRef } = question.args;
    return own.args.actionRef || own.args.match || !actionRef
      ? own
      : { ...own, args: { ...own.args, actionRef } };
  }
  const value = question.filters[NEEDED[requires]];
  return own.filters[NEEDED[requires]] || !value
    ? own
    : { ...own, filters: { ...own.filters, [NEEDED[requires]]: value } };
}

export function defined(args: Args): Args {
  return Object.fromEntries(Object.entries(args).filter(([, value]) => value !== undefined));
}
