import type { IntentGrammar } from '../../contract/intent-grammar.ts';
import type { Args, Filters } from '../../contract/question.ts';
import { type AnnotatedMessage, type FilterValue, textOf } from '../entities/annotated-message.ts';
import type { ReadingPart } from '../reading.ts';
import { overlapsAny, type Span } from '../text/span.ts';
import { parseCompletedRange, parseDueRange, type RangeMention } from './due-range.ts';
import type { FillContext } from './fill-context.ts';
import { parseMeeting } from './meeting.ts';
import { resolveEntities } from './resolve-entities.ts';
import { findSource } from './source.ts';

type Value = Partial<Span> & { readonly value: string };

/** The intent's filters that a message fills, with their words; and when things were completed. */
export function fillFilters(
  context: FillContext,
  grammar: IntentGrammar,
): { filters: Filters; parts: ReadingPart[]; args: Args } {
  const { message, dates, title, today, directory } = context;
  const accepted = new Set(grammar.filters ?? []);
  const filters: Partial<Record<keyof Filters, string>> = {};
  const parts: ReadingPart[] = [];
  const fill = (filter: keyof Filters, found: Value | undefined) => {
    if (!found || !accepted.has(filter) || filters[filter]) return;
    const { value, start = 0, end = 0 } = found;
    filters[filter] = value;
    parts.push({ words: textOf(message, { start, end }), field: `filters.${filter}`, value });
  };

  const hasDue = accepted.has('dueRange');
  const due = hasDue
    ? parseDueRange(message, dates, today, directory.partnership.yearStart)
    : undefined;
  const status =
    accepted.has('reviewRef') && !hasDue ? findReviewStatus(context) : findStatus(context, due);
  const completed =
    hasDue && status?.value === 'complete' ? parseCompletedRange(message, due, today) : undefined;
  if (!completed) fill('dueRange', due && { ...due, value: due.range });
  const source = accepted.has('source') ? findSource(message) : undefined;
  const otherSpans = [due, source, ...(title?.spans ?? [])].filter((span) => span !== undefined);
  for (const { kind, id, span } of resolveEntities(context, grammar, otherSpans))
    if (kind !== 'person') fill(kind, { ...span, value: id });
  const [review] = message.reviewRefs;
  fill('reviewRef', review ? { ...review, value: review.ref } : findNewestReview(message.text));
  if (!filters.reviewRef) fill('source', source);
  fill('status', status);
  fill('meeting', parseMeeting(message, dates, grammar.defaults?.meeting !== undefined));
  const [year] = message.years;
  fill('year', year && { ...year, value: year.year });
  return { filters, parts, args: completed ? { completedRange: completed.range } : {} };
}

const NEWEST_REVIEW =
  /\b(new|newest|latest|most recent|current|live|this) (one|rapid review|rr|review|case|incident|rapid|notification)\b|\bthe (latest|newest)\b/;

const findNewestReview = (text: string): Value | undefined =>
  NEWEST_REVIEW.test(text) ? { value: 'latest' } : undefined;

/** What came of a review, or that it is still to be decided. */
function findReviewStatus({ message }: FillContext): Value | undefined {
  const { concepts, filterValues } = message;
  const conceptOf = (wanted: string) => concepts.find(({ name }) => name === wanted);
  const no = conceptOf('no-lcspr');
  if (no) return { ...no, value: 'no LCSPR' };
  const lcspr = conceptOf('lcspr');
  if (lcspr) return { ...lcspr, value: 'LCSPR' };
  const open = conceptOf('undecided') ?? filterValues.find(({ value }) => value === 'open');
  return open && { ...open, value: 'open' };
}

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
      // “to be done by 1 april” says when, not how far.
      !(due && /^(to be|need|needs|still to be)/.test(textOf(message, each))),
  );
  const isOpen = found.some(({ value }) => value === 'open');
  return isOpen ? (found.find(({ value }) => value !== 'complete') ?? found[0]) : found[0];
}

/** “should have finished”, “meant to have done”: what ought to be done is not done. */
function isOwed({ start, value }: FilterValue, { tokens }: AnnotatedMessage): boolean {
  const before = tokens.slice(Math.max(0, start - 6), start).map(({ word }) => word);
  return (
    value === 'complete' &&
    before.some((word) => /^(should|meant|supposed|ought|must|need|needs|will|to)$/.test(word)) &&
    !before.includes('which')
  );
}
