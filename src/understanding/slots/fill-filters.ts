import type { IntentGrammar, SlotName } from '../../contract/intent-grammar.ts';
import type { Args, Filters } from '../../contract/question.ts';
import type { Day } from '../../domain/dates.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import {
  type AnnotatedMessage,
  type FilterValue,
  findTyped,
  textOf,
  typedWords,
} from '../entities/annotated-message.ts';
import type { ReadingPart } from '../reading.ts';
import { overlaps, overlapsAny, type Span } from '../text/span.ts';
import { asksWhatWasDue, parseAsAt } from './as-at.ts';
import {
  parseCompletedRange,
  parseDueRange,
  parseRaisedRange,
  type RangeMention,
} from './due-range.ts';
import { isLeftOut } from './exclusions.ts';
import { type FillContext, forGrammar } from './fill-context.ts';
import { findNone } from './grouping.ts';
import { findImpossibleDays } from './impossible-days.ts';
import { parseMeeting } from './meeting.ts';
import { parseDecision, parseItemPut } from './meeting-texts.ts';
import { findNegations } from './negations.ts';
import { parseNewAction } from './new-action.ts';
import { findTimeOrder } from './order.ts';
import { findOwed, findUndone } from './owed.ts';
import { findExcluded, resolveEntities } from './resolve-entities.ts';
import { findSource } from './source.ts';
import { findSourceName } from './source-name.ts';
import { findTimeliness } from './timeliness.ts';
import { findTopic } from './topic.ts';

type Value = Partial<Span> & { readonly value: string };

/** The intent's filters that a message fills, with their words; and what narrows a list besides. */
export function fillFilters(
  context: FillContext,
  grammar: IntentGrammar,
): { filters: Filters; parts: ReadingPart[]; args: Args } {
  const { message: said, dates, title, today, directory } = forGrammar(context, grammar);
  const timely = grammar.slots?.includes('timeliness') ? findTimeliness(said.text) : undefined;
  // Neither is “red” of a risk overdue, nor “late” of what is finished.
  const message = grammar.patterns?.colour
    ? withoutColours(said)
    : timely
      ? withoutOverdue(said)
      : said;
  const { yearStart } = directory.partnership;
  const accepted = new Set(grammar.filters ?? []);
  const filters: Partial<Record<keyof Filters, string>> = {};
  const parts: ReadingPart[] = [];
  const fill = (filter: keyof Filters, found: Value | undefined) => {
    if (!found || !accepted.has(filter) || filters[filter]) return;
    const { value, start = 0, end = 0 } = found;
    const span = { start, end };
    filters[filter] = value;
    parts.push({ words: textOf(message, span), field: `filters.${filter}`, value, span });
  };

  const hasDue = accepted.has('dueRange');
  const none = grammar.slots?.includes('grouping') ? findNone(message.text) : undefined;
  const takesDay = hasDue || grammar.slots?.some((slot) => DATED.has(slot));
  const impossible = findImpossibleDays(message.tokens, today);
  const source = accepted.has('source') ? findSource(message) : undefined;
  const sourceWords = grammar.slots?.includes('source-name')
    ? findSourceName(message, source)
    : undefined;
  // “From the Heron review” names a review of the records, which says more than a source's name.
  const isReview = sourceWords && overlapsAny(sourceWords, message.reviewRefs);
  const sourceName = isReview ? undefined : sourceWords;
  const freeDates = dates.filter((date) => !sourceName || !overlaps(date, sourceName));
  const asAt = grammar.slots?.includes('as-at')
    ? parseAsAt(message, freeDates, today, yearStart)
    : undefined;
  // “Which agencies have nothing overdue” counts what is overdue, and asks for nought of it.
  const due =
    asAt || (none && findOverdue(message))
      ? findOverdue(message)
      : hasDue
        ? parseDueRange(message, freeDates, today, yearStart)
        : undefined;
  const status = timely
    ? { ...timely, value: 'complete' }
    : grammar.settles?.includes('status')
      ? undefined
      : findStatus(context, due);
  if (none?.means === 'overdue') fill('dueRange', { value: 'overdue' });
  if (none?.means === 'open') fill('status', { value: 'open' });
  const completed =
    hasDue && status?.value === 'complete'
      ? parseCompletedRange(message, due, today, timely !== undefined)
      : undefined;
  const raised =
    grammar.slots?.includes('raised') && !completed
      ? parseRaisedRange(message, due, today, yearStart)
      : undefined;
  const isPast = due && !completed && !raised && asksWhatWasDue(message, due, today);
  const dueMeant = raised ? findOverdue(message) : completed || timely ? undefined : due;
  fill('dueRange', dueMeant && { ...dueMeant, value: dueMeant.range });
  const newTitle = findNewTitle(context, grammar);
  // “The neglect audit of 2022” is one source by its name, and no priority or year.
  const sourceNamed = findTyped(message, grammar.patterns?.source?.exec(context.typed)?.[1]);
  const otherSpans = [
    due,
    asAt,
    raised,
    source,
    sourceName,
    ...impossible,
    ...(title?.spans ?? []),
    newTitle,
    sourceNamed,
  ].filter(isSpan);
  for (const { kind, id, span } of resolveEntities(context, grammar, otherSpans))
    if (kind !== 'person') fill(kind, { ...span, value: id });
  const review = message.reviewRefs.find((each) => !newTitle || !overlaps(each, newTitle));
  const newest = newTitle ? undefined : findNewestReview(message.text, grammar);
  fill('reviewRef', review ? { ...review, value: review.ref } : newest);
  if (!filters.reviewRef) fill('source', source);
  fill('status', status);
  const meeting = parseMeeting(message, dates, grammar.defaults?.meeting !== undefined);
  const order = grammar.slots?.includes('order') ? findTimeOrder(message.text) : undefined;
  if (meeting && !overlapsAny(meeting, [...impossible, order, newTitle].filter(isSpan)))
    fill('meeting', meeting);
  const year = message.years.find(
    (each) =>
      !overlapsAny(
        each,
        [due, asAt, raised, sourceName, sourceNamed, ...impossible].filter(isSpan),
      ),
  );
  // “Finished late this year” was finished in it, whatever year it belongs to.
  const finishedIn = timely && !completed && year ? toRange(year, today, yearStart) : undefined;
  if (!finishedIn) fill('year', year && { ...year, value: year.year });
  const topic = grammar.slots?.includes('topic')
    ? findTopic(
        message,
        [due, asAt, raised, source, sourceName, ...dates, ...impossible].filter(isSpan),
      )
    : undefined;
  const [unread] = takesDay ? impossible : [];
  const named = {
    asAt: asAt && { ...asAt, value: asAt.day },
    asAtMeetingOf: asAt?.group ? { ...asAt, value: asAt.group } : undefined,
    tense: isPast ? { ...due, value: 'past' } : undefined,
    timeliness: timely,
    completedRange: finishedIn ?? (completed && { ...completed, value: completed.range }),
    raisedRange: raised && { ...raised, value: raised.range },
    sourceName,
    topic,
    unreadDay: unread && { ...unread, value: typedWords(message, unread) },
  };
  const args: Record<string, string | readonly string[]> = {};
  const excluded = grammar.slots?.includes('except') ? findExcluded(context, grammar) : [];
  if (excluded.length > 0) args.except = [...new Set(excluded.map(({ id }) => id))];
  for (const { id, span } of excluded)
    parts.push({ words: textOf(message, span), field: 'args.except', value: id, span });
  for (const [name, found] of Object.entries(named)) {
    if (!found) continue;
    const { start, end, value } = found;
    args[name] = value;
    const span = { start, end };
    parts.push({ words: textOf(message, span), field: `args.${name}`, value, span });
  }
  return { filters, parts, args };
}

/** Slots that a day of the message fills; whether it exists those of a review say themselves. */
const DATED: ReadonlySet<SlotName> = new Set([
  'meeting-date',
  'past-date',
  'day-range',
  'since',
  'period',
  'reminder',
  'status-change',
  'due-change',
  'new-action',
]);
const withoutColours = (message: AnnotatedMessage): AnnotatedMessage => ({
  ...message,
  filterValues: message.filterValues.filter(
    (each) => each.filter !== 'dueRange' || !/\b(reds?|rags?)\b/.test(textOf(message, each)),
  ),
});

/** The days of a year as people say it. */
function toRange(
  { year, start, end }: AnnotatedMessage['years'][number],
  today: Day,
  yearStart: string,
): (Span & { readonly value: string }) | undefined {
  const named = resolveYear(year, today, yearStart);
  if (!named) return undefined;
  const { from, to } = yearSpan(named, yearStart);
  return { start, end, value: `between:${from}..${to}` };
}

const withoutOverdue = (message: AnnotatedMessage): AnnotatedMessage => ({
  ...message,
  filterValues: message.filterValues.filter(({ value }) => value !== 'overdue'),
});

const isSpan = <Found extends Span>(found: Found | undefined): found is Found =>
  found !== undefined;

/** “raised in june and now overdue” */
function findOverdue({ filterValues }: AnnotatedMessage): RangeMention | undefined {
  const found = filterValues.find(
    ({ filter, value }) => filter === 'dueRange' && value === 'overdue',
  );
  return found && { ...found, range: found.value };
}

/**
 * Where the words of what is to be raised, put on an agenda or recorded stand: what they name is
 * neither owner nor origin nor the meeting, unless an action's title begins with it, a decision
 * with the group that took it, or it stands alone behind a last comma.
 */
function findNewTitle(context: FillContext, { slots, patterns }: IntentGrammar): Span | undefined {
  const { typed } = context;
  const has = (slot: SlotName) => slots?.includes(slot) === true;
  const title = has('new-action')
    ? parseNewAction(context).title
    : has('agenda-item')
      ? parseItemPut(typed)
      : has('decision-text')
        ? parseDecision(typed)
        : patterns?.title?.exec(typed)?.[1];
  const span = findTyped(context.message, title);
  if (!span) return undefined;
  const { entities, tokens } = context.message;
  const from = tokens[span.start]?.word === 'the' ? span.start + 1 : span.start;
  const first = entities.find(
    ({ start, senses: [{ kind }] }) =>
      (start === from || start === span.start) &&
      (has('new-action') || (has('decision-text') && kind === 'group')),
  );
  const last = entities.find(
    ({ start, end }) => end === span.end && tokens[start - 1]?.word === ',',
  );
  return { start: first ? first.end : span.start, end: last?.start ?? span.end };
}

const NEWEST_REVIEW =
  /\b(new|newest|latest|most recent|current|live|this) (rapid review|rr|review|case|incident|rapid|notification)\b/;
/** “The latest one”: where a list can be sorted, it is the latest of that. */
const NEWEST_ONE =
  /\b(new|newest|latest|most recent|current|live|this) one\b|\bthe (latest|newest)\b/;

const findNewestReview = (text: string, { slots }: IntentGrammar): Value | undefined =>
  NEWEST_REVIEW.test(text) || (!slots?.includes('order') && NEWEST_ONE.test(text))
    ? { value: 'latest' }
    : undefined;

function findStatus(
  { message, title }: FillContext,
  due: RangeMention | undefined,
): FilterValue | undefined {
  const otherSpans = [...(due ? [due] : []), ...(title?.spans ?? [])];
  const found = message.filterValues.filter(
    (each) =>
      each.filter === 'status' &&
      !overlapsAny(each, otherSpans) &&
      !isOwed(each, message) &&
      // “neither complete nor withdrawn”
      !/^n(?:either|or)$/.test(message.tokens[each.start - 1]?.word ?? '') &&
      // “Where the date was left blank”
      !(textOf(message, each) === 'left' && overlapsAny(each, findNegations(message))) &&
      // “The finish date”
      !/^(date|dates|day)$/.test(message.tokens[each.end]?.word ?? '') &&
      // “to be done by 1 april” says when, not how far.
      !(due && /^(to be|need|needs|still to be)/.test(textOf(message, each))),
  );
  // “Leave out the finished ones”: what is open is left.
  const leftOut = found.find((each) => each.value === 'complete' && isLeftOut(each, message));
  if (leftOut) return { ...leftOut, value: 'open' };
  const negated = findNegatedStep(message, otherSpans);
  const stated = found.filter((each) => !negated || !overlaps(each, negated));
  const isOpen = stated.some(({ value }) => value === 'open');
  if (due?.range === 'overdue' && findOwed(message)) return undefined;
  const undone = due && due.range !== 'overdue' ? findUndone(message) : undefined;
  const best = isOpen
    ? (stated.find(({ value }) => value !== 'complete') ?? stated[0])
    : (stated[0] ?? (undone && { ...undone, filter: 'status', value: 'open' }));
  const isVague = !best || best.value === 'open';
  return isVague || negated?.value === 'not started' ? (negated ?? best) : best;
}

/** “nobody has started” is not started, “never finished” is open. */
function findNegatedStep(
  message: AnnotatedMessage,
  otherSpans: readonly Span[],
): FilterValue | undefined {
  const steps = { started: 'not started', finished: 'open' } as const;
  return findNegations(message).flatMap(({ part, isDouble, ...span }): FilterValue[] =>
    !isDouble && (part === 'started' || part === 'finished') && !overlapsAny(span, otherSpans)
      ? [{ ...span, filter: 'status', value: steps[part] }]
      : [],
  )[0];
}

/** “should have finished”, “meant to have done”: what ought to be done is not done. */
function isOwed({ start, value }: FilterValue, { tokens }: AnnotatedMessage): boolean {
  const all = tokens.slice(Math.max(0, start - 8), start).map(({ word }) => word);
  // “I want to see completed actions” owes nothing.
  const asks = all.findLastIndex((word) => /^(see|look|know|find|view|read|show|list)$/.test(word));
  const before = all.slice(asks + 1);
  return (
    value === 'complete' &&
    !before.some((word) => /^(manage|managed|able)$/.test(word)) &&
    before.some((word) => /^(should|meant|supposed|ought|must|need|needs|will|to)$/.test(word)) &&
    !before.includes('which')
  );
}
