import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { monthContaining } from '../../domain/calendar-spans.ts';
import { addMonths, type Day, formatDay } from '../../domain/dates.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { resolveYear, yearContaining, yearSpan } from '../../domain/partnership-year.ts';
import { formatMonth, type Period, parseMonthAsked, yearEarlier } from '../../domain/period.ts';

/** The days that a question about meetings asks for, and how they are called. */
export interface AskedPeriod extends Period {
  /** `this week`, `in December 2020`, `in 2020-21 so far`. */
  readonly words: string;
  /** `2020-21`, `December 2020`. */
  readonly name: string;
  /** `Mon 15 to Sun 21 March`, where the words do not say which days they are. */
  readonly days?: string;
  readonly isYear: boolean;
}

/** So far ahead or back an open end reaches. */
const MONTHS_AWAY = 18;

type Moment = Pick<Request, 'today' | 'directory'>;

/**
 * The periods that a question may mean, the likeliest first: a month without its year is the last
 * one where something is asked that was, else the next one. None for a year that is none.
 */
export function readAskedPeriod(
  { today, directory }: Moment,
  { filters, args }: Pick<Question, 'filters' | 'args'>,
): readonly AskedPeriod[] {
  const { yearStart } = directory.partnership;
  const isPast = typeof args.mode === 'string';
  const range = typeof args.range === 'string' ? args.range : '';
  if (range.startsWith('month:')) return readMonth(range, today, isPast);
  const span = range ? resolveDueRange(range, today) : undefined;
  if (span) return [readSpan(range, span, today, isPast)];
  // So many meetings are counted from today on, or back, whatever the year.
  if (args.limit && !filters.year)
    return [readSpan('', isPast ? { to: today } : { from: today }, today, isPast)];
  const year = resolveYear(filters.year ?? 'current', today, yearStart);
  if (!year) return [];
  if (isCalledOff(args.mode) && !filters.year) {
    // What was called off may be still to come.
    const { from } = yearSpan(year, yearStart);
    const to = addMonths(today, MONTHS_AWAY);
    return [{ from, to, words: `in ${year} or later`, name: year, isYear: true }];
  }
  const isCurrent = year === yearContaining(today, yearStart);
  const words = `in ${year}${isCurrent && isPast ? ' so far' : ''}`;
  return [{ ...yearSpan(year, yearStart), words, name: year, isYear: true }];
}

/** The days gone by that a question names, by a year or otherwise; none where it names none. */
export const readPastPeriod = (
  moment: Moment,
  { filters, args: { range } }: Pick<Question, 'filters' | 'args'>,
): AskedPeriod | undefined =>
  filters.year || range
    ? readAskedPeriod(moment, { filters, args: { range, mode: 'held' } })[0]
    : undefined;

/** The days to come that a question names; none where it names none. */
export const readComingPeriod = (
  moment: Moment,
  { filters, args: { range } }: Pick<Question, 'filters' | 'args'>,
): AskedPeriod | undefined =>
  range ? readAskedPeriod(moment, { filters, args: { range } })[0] : undefined;

const isCalledOff = (mode: unknown) => mode === 'postponed' || mode === 'cancelled';

function readMonth(range: string, today: Day, isPast: boolean): AskedPeriod[] {
  const order = isPast ? (['last', 'next'] as const) : (['next', 'last'] as const);
  return order.flatMap((which) => {
    const found = parseMonthAsked(range, today, which);
    if (!found) return [];
    const name = formatMonth(found);
    return [{ ...found, words: `in ${name}`, name, isYear: false }];
  });
}

const NAMED: Readonly<Record<string, string>> = {
  today: 'today',
  tomorrow: 'tomorrow',
  'this-week': 'this week',
  'next-week': 'next week',
  'this-month': 'this month',
  'next-month': 'next month',
  'by:month-end': 'before the end of the month',
};

function readSpan(range: string, span: Partial<Period>, today: Day, isPast: boolean): AskedPeriod {
  const from = span.from ?? (isPast ? addMonths(span.to ?? today, -MONTHS_AWAY) : today);
  const to = span.to ?? (isPast ? today : addMonths(today, MONTHS_AWAY));
  const period = isPast && from > today ? yearEarlier({ from, to }) : { from, to };
  const days = describeDays(period, today);
  const month = monthContaining(period.from);
  if (period.from === month.from && period.to === month.to && !NAMED[range]) {
    const name = formatMonth(period);
    return { ...period, words: `in ${name}`, name, isYear: false };
  }
  const named = NAMED[range] ?? nextDays(range);
  const words = span.from
    ? period.from === period.to
      ? `on ${days}`
      : `from ${days}`
    : `up to ${formatDay(period.to, today)}`;
  return { ...period, words: named ?? words, name: days, ...(named && { days }), isYear: false };
}

/** `Mon 15 to Sun 21 March` */
function describeDays({ from, to }: Period, today: Day): string {
  const [first, last] = [formatDay(from, today), formatDay(to, today)];
  if (from === to) return first;
  const isOneMonth = from.slice(0, 7) === to.slice(0, 7);
  return `${isOneMonth ? first.split(' ').slice(0, 2).join(' ') : first} to ${last}`;
}

const nextDays = (range: string): string | undefined => {
  const days = /^next-(\d+)-days$/.exec(range)?.[1];
  return days && `in the next ${days} days`;
};
