import {
  addDays,
  addMonths,
  type Day,
  monthContaining,
  weekContaining,
} from '../../domain/dates.ts';
import type { DueRange } from '../../domain/due-range.ts';
import type { YearStart } from '../../domain/partnership.ts';
import { yearContaining, yearSpan } from '../../domain/partnership-year.ts';
import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import type { Span } from '../text/span.ts';
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
  for (const { end, day, ...date } of dates) {
    const lead =
      [1, 2, 3].find((back) => !/^(in|of|the)$/.test(tokens[date.start - back]?.word ?? '')) ?? 1;
    const start = date.start - lead;
    const third = THIRDS.find(([words]) => words.test(tokens[start]?.word ?? ''));
    if (!date.isMonth || !third) continue;
    const [, from, to] = third;
    const month = day.slice(0, 8);
    const until = to ? `${month}${to}` : monthContaining(day).to;
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
  const { from } = yearSpan(yearContaining(today, yearStart), yearStart);
  const current = [3, 2, 1, 0].find((number) => addMonths(from, number * 3) <= today) ?? 0;
  for (const [at, { word }] of tokens.entries()) {
    const isStretch = word === 'next' && tokens[at - 1]?.word === 'the';
    const step =
      stems[at + 1] === 'quarter' && !isStretch
        ? QUARTERS.find(([words]) => words.test(word))?.[1]
        : undefined;
    const named = /^q([1-4])$/.exec(word)?.[1];
    const numbered =
      word === 'quarter' ? /^[1-4]$/.exec(tokens[at + 1]?.word ?? '')?.[0] : undefined;
    const number = step === undefined ? Number(named ?? numbered) - 1 : current + step;
    if (Number.isNaN(number)) continue;
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
  const { from, to } = weekContaining(addDays(today, 14));
  return start < 0 ? undefined : { start, end: start + 3, range: `between:${from}..${to}` };
}
