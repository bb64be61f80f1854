import { monthContaining, weekContaining } from '../../domain/calendar-spans.ts';
import { addDays, addMonths, type Day } from '../../domain/dates.ts';
import type { DueRange } from '../../domain/due-range.ts';
import type { YearStart } from '../../domain/partnership.ts';
import { yearContaining, yearSpan } from '../../domain/partnership-year.ts';
import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import { type Span, toSpan } from '../text/span.ts';
import { DAYS_OF_UNIT, parseCount, WEEKDAYS } from '../text/word-sets.ts';
import type { DateMention } from './dates.ts';

export interface RangeMention extends Span {
  readonly range: DueRange;
}

const THIRDS: readonly (readonly [RegExp, string, string | undefined])[] = [
  [/^(early|start|beginning)$/, '01', '10'],
  [/^(mid|middle)$/, '11', '20'],
  [/^(late|later)$/, '21', undefined],
];

/** “mid april”, “late may”, “early in june”: a third of the month. */
export function parsePartOfMonth(
  { tokens }: AnnotatedMessage,
  dates: readonly DateMention[],
): RangeMention | undefined {
  for (const { end, day, last, ...date } of dates) {
    const lead =
      [1, 2, 3].find((back) => !/^(in|of|the)$/.test(tokens[date.start - back]?.word ?? '')) ?? 1;
    const start = date.start - lead;
    const third = THIRDS.find(([words]) => words.test(tokens[start]?.word ?? ''));
    if (!date.isPeriod || last !== monthContaining(day).to || !third) continue;
    const [, from, to] = third;
    const month = day.slice(0, 8);
    const until = to ? `${month}${to}` : last;
    return { start, end, range: `between:${month}${from}..${until}` };
  }
  return undefined;
}

const QUARTERS: readonly (readonly [RegExp, number])[] = [
  [/^(this|current)$/, 0],
  [/^(next|following|coming)$/, 1],
  [/^(last|previous)$/, -1],
];

/** “this quarter”, “q3”, by the partnership's year; “the next quarter” is the next 90 days. */
export function parseQuarter(
  { tokens, stems }: AnnotatedMessage,
  today: Day,
  yearStart: YearStart,
): RangeMention | undefined {
  for (const [at, { word }] of tokens.entries()) {
    const isStretch = word === 'next' && tokens[at - 1]?.word === 'the';
    const step =
      stems[at + 1] === 'quarter' && !isStretch
        ? QUARTERS.find(([words]) => words.test(word))?.[1]
        : undefined;
    const named = /^q([1-4])$/.exec(word)?.[1];
    const numbered =
      word === 'quarter' ? /^[1-4]$/.exec(tokens[at + 1]?.word ?? '')?.[0] : undefined;
    if (step === undefined && named === undefined && numbered === undefined) continue;
    const { from } = yearSpan(yearContaining(today, yearStart), yearStart);
    const current = [3, 2, 1, 0].find((number) => addMonths(from, number * 3) <= today) ?? 0;
    const number = step === undefined ? Number(named ?? numbered) - 1 : current + step;
    const first = addMonths(from, number * 3);
    const last = addDays(addMonths(from, number * 3 + 3), -1);
    return { start: at, end: at + (named ? 1 : 2), range: `between:${first}..${last}` };
  }
  return undefined;
}

const YEAR_END =
  /\b(by|before|until)\b.*\b(end of (the |this )?(financial |business |plan )?year|year end)\b/;

/** “by year end”, “before the end of the financial year” */
export function parseYearEnd(
  { tokens, text }: AnnotatedMessage,
  today: Day,
  yearStart: YearStart,
): RangeMention | undefined {
  if (!YEAR_END.test(text)) return undefined;
  return {
    start: tokens.findIndex(({ word }) => /^(by|before|until)$/.test(word)),
    end: tokens.findLastIndex(({ word }) => /^(year|end)$/.test(word)) + 1,
    range: `by:${yearSpan(yearContaining(today, yearStart), yearStart).to}`,
  };
}

/** “the week after next” */
export function parseWeekAfterNext(
  message: AnnotatedMessage,
  today: Day,
): RangeMention | undefined {
  const start = message.tokens.findIndex((_, at) =>
    /^weeks? after next/.test(textOf(message, { start: at, end: at + 3 })),
  );
  if (start < 0) return undefined;
  const { from, to } = weekContaining(addDays(today, 14));
  return { start, end: start + 3, range: `between:${from}..${to}` };
}

const DAYS_OF_WEEK = [...WEEKDAYS];
const WEEKDAY = DAYS_OF_WEEK.join('|');
const WITHIN_WEEK = new RegExp(
  `\\b(${WEEKDAY}) (?:and|to|until|till|through|-|–) (${WEEKDAY})(?: of)? (this|next|last) week\\b`,
);
const WEEKS: Readonly<Record<string, number>> = { last: -7, this: 0, next: 7 };

/** “between monday and friday this week”, “from tuesday to thursday of next week” */
export function parseDaysOfWeek({ text }: AnnotatedMessage, today: Day): RangeMention | undefined {
  const found = WITHIN_WEEK.exec(text);
  if (!found) return undefined;
  const [, first = '', last = '', week = ''] = found;
  const monday = weekContaining(addDays(today, WEEKS[week] ?? 0)).from;
  const [from, to] = [first, last].map((name) => addDays(monday, DAYS_OF_WEEK.indexOf(name)));
  return { ...toSpan(text, found), range: `between:${from}..${to}` };
}

/** “the last two weeks”, “past fortnight”, “previous 30 days” */
const STRETCH =
  /^(?:last|past|previous) (?:(\S+?(?: of)?) )?(days?|weeks?|fortnights?|months?|quarters?|years?)\b/;

/** “last week”, “last month”: that of the calendar; “the last two weeks” end today. */
export function parseLastPeriod(message: AnnotatedMessage, today: Day): RangeMention | undefined {
  for (const start of message.tokens.keys()) {
    const [found, count, units = ''] =
      STRETCH.exec(textOf(message, { start, end: start + 4 })) ?? [];
    if (!found) continue;
    const end = start + found.split(' ').length;
    const unit = units.replace(/s$/, '');
    const isCalendar = !count && !found.startsWith('past') && /^(week|month)$/.test(unit);
    if (isCalendar) {
      const { from, to } =
        unit === 'week'
          ? weekContaining(addDays(today, -7))
          : monthContaining(addDays(monthContaining(today).from, -1));
      return { start, end, range: `between:${from}..${to}` };
    }
    const isYear = !count && /^(last|previous) year/.test(found);
    const from = isYear ? undefined : daysBack(today, count ?? unit, count && unit);
    if (from) return { start, end, range: `between:${from}..${today}` };
  }
  return undefined;
}

/** The day that lies “six months”, “a week”, “fortnight” before today. */
export function daysBack(today: Day, count: string, named: string | undefined): Day | undefined {
  const unit = (named ?? count).replace(/s$/, '');
  const many = named ? parseCount(count.replace(/ of$/, '')) : 1;
  if (!many) return undefined;
  if (unit === 'month') return addMonths(today, -many);
  if (unit === 'year') return addMonths(today, -12 * many);
  const days = DAYS_OF_UNIT.get(unit);
  return days ? addDays(today, -days * many) : undefined;
}
