import { isoWeekday, monthContaining, weekContaining } from '../../domain/calendar-spans.ts';
import { addDays, addMonths, type Day, day as toDay } from '../../domain/dates.ts';
import type { Token } from '../text/tokenise.ts';
import { MONTHS, STOP_WORDS, WEEKDAYS } from '../text/word-sets.ts';
import type { DateMention } from './date-mention.ts';

interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * Periods that go by a name of their own: “in the autumn”, and “this time last year”, which is that
 * month.
 */
export function findNamedPeriods(
  tokens: readonly Token[],
  today: Day,
  isPast: boolean,
): DateMention[] {
  const words = tokens.map(({ word }) => word);
  return words.flatMap((_, start): DateMention[] => {
    const found =
      agoAt(words, start, today) ??
      weekdayOfMonthAt(words, start, today, isPast) ??
      seasonAt(words, start, today, isPast);
    if (!found) return [];
    const { end, from: day, to: last } = found;
    const typed = tokens
      .slice(start, end)
      .map((token) => token.typed)
      .join(' ');
    return [{ start, end, typed, day, last, isPeriod: day !== last }];
  });
}

type PeriodFound = Period & { readonly end: number };

function agoAt(words: readonly string[], at: number, today: Day): PeriodFound | undefined {
  const end = at + 4;
  const day = timeAgo(words.slice(at, end).join(' '), today);
  if (!day) return undefined;
  return { end, ...(words[end - 1] === 'week' ? weekContaining(day) : monthContaining(day)) };
}

/**
 * The day on which it was “this time last year”, “this time last month” or “this time last week”.
 * @example timeAgo('this time last year', day('2021-03-15')) // '2020-03-15'
 */
export function timeAgo(text: string, today: Day): Day | undefined {
  const [, unit] = /\bthis time last (year|month|week)\b/.exec(text) ?? [];
  if (!unit) return undefined;
  return unit === 'week' ? addDays(today, -7) : addMonths(today, unit === 'year' ? -12 : -1);
}

const ORDINALS = ['first', 'second', 'third', 'fourth'];
const DAYS = [...WEEKDAYS];

/** “The last friday in november”, “the first monday of next month” */
function weekdayOfMonthAt(
  words: readonly string[],
  at: number,
  today: Day,
  isPast: boolean,
): PeriodFound | undefined {
  const [which = '', name = '', of = '', ...rest] = words.slice(at, at + 5);
  const weekday = DAYS.indexOf(name) + 1;
  const nth = ORDINALS.indexOf(which);
  if (weekday === 0 || (nth < 0 && which !== 'last') || !/^(in|of)$/.test(of)) return undefined;
  const inMonth = (month: Day): Day => {
    const { from, to } = monthContaining(month);
    return which === 'last'
      ? addDays(to, -((isoWeekday(to) - weekday + 7) % 7))
      : addDays(from, ((weekday - isoWeekday(from) + 7) % 7) + nth * 7);
  };
  const found = (on: Day, length: number) => ({ from: on, to: on, end: at + 3 + length });
  if (/^(this|next|last) month$/.test(rest.join(' '))) {
    const step = ['last', 'this', 'next'].indexOf(rest[0] ?? '') - 1;
    return found(inMonth(addMonths(monthContaining(today).from, step)), 2);
  }
  const month = MONTHS.get(rest[0] ?? '');
  if (!month) return undefined;
  const year = Number(/^20\d\d$/.exec(rest[1] ?? '')?.[0] ?? Number.NaN);
  const thisYear = Number(today.slice(0, 4));
  const around = (Number.isNaN(year) ? [thisYear - 1, thisYear, thisYear + 1] : [year]).map(
    (each) => inMonth(toDay(`${each}-${month}-01`)),
  );
  const on = Number.isNaN(year)
    ? isPast
      ? around.findLast((each) => each <= today)
      : around.find((each) => each >= today)
    : around[0];
  return on && found(on, Number.isNaN(year) ? 1 : 2);
}

/** The first month of each season; each has three. */
const SEASONS: ReadonlyMap<string, string> = new Map([
  ['spring', '03'],
  ['summer', '06'],
  ['autumn', '09'],
  ['winter', '12'],
]);
const BEFORE_SEASON =
  /^(in|by|the|this|next|last|previous|coming|before|after|since|until|till|of|early|late|mid|over|during|for|from|between|to|and|due)$/;

/** “in the autumn”, “summer 2020”, “next spring”; “the summer school” is none. */
function seasonAt(
  words: readonly string[],
  at: number,
  today: Day,
  isPast: boolean,
): PeriodFound | undefined {
  const month = SEASONS.get(words[at] ?? '');
  const [before = '', next = ''] = [words[at - 1], words[at + 1]];
  const year = /^20\d\d$/.exec(next)?.[0];
  const standsAlone = next === '' || /^\W/.test(next) || STOP_WORDS.has(next) || year;
  if (!month || !standsAlone || !BEFORE_SEASON.test(before)) return undefined;
  const inYear = (of: number): Period => {
    const from = toDay(`${of}-${month}-01`);
    return { from, to: addDays(addMonths(from, 3), -1) };
  };
  const thisYear = Number(today.slice(0, 4));
  const around = [thisYear - 1, thisYear, thisYear + 1].map(inYear);
  const isLast = /^(last|previous)$/.test(before);
  const named = year
    ? inYear(Number(year))
    : isPast || isLast || before === 'since'
      ? around.findLast(({ from, to }) => (isLast ? to : from) < today)
      : around.find(({ from, to }) => (before === 'next' ? from > today : to >= today));
  return named && { ...named, end: at + (year ? 2 : 1) };
}

/** The words before a day that make a week of it, small words aside. */
const WEEK_LEAD = /(?:^| )week (beginning|commencing|starting|ending|of|before|after)( on| the)*$/;
const MAX_LEAD = 4;

/** “week beginning 5 may”, “the week ending friday”, “the week before easter”; else the day itself. */
export function toWeek(mention: DateMention, tokens: readonly Token[]): DateMention {
  const before = tokens.slice(Math.max(0, mention.start - MAX_LEAD), mention.start);
  const lead = WEEK_LEAD.exec(before.map(({ word }) => word).join(' '));
  if (!lead || mention.isPeriod) return mention;
  const { day } = mention;
  const start = mention.start - lead[0].trim().split(' ').length;
  const { from, to } = weekBeside(lead[1] ?? '', day);
  return { ...mention, start, day: from, last: to, isPeriod: true };
}

function weekBeside(lead: string, day: Day): Period {
  switch (lead) {
    case 'of':
      return weekContaining(day);
    case 'ending':
      return { from: addDays(day, -6), to: day };
    case 'before':
      return { from: addDays(day, -7), to: addDays(day, -1) };
    case 'after':
      return { from: addDays(day, 1), to: addDays(day, 7) };
    default:
      return { from: day, to: addDays(day, 6) };
  }
}
