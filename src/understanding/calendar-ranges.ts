import { addDays, addMonths, type Day, monthContaining, weekContaining } from '../domain/dates.ts';
import type { DueRange } from '../domain/due-range.ts';
import { type YearStart, yearContaining, yearSpan } from '../domain/partnership-year.ts';
import type { DateInText } from './dates-in-text.ts';
import { type Heard, type Span, wordsIn } from './heard.ts';

export interface DueWords extends Span {
  readonly range: DueRange;
}

const THIRDS: Readonly<Record<string, readonly [string, string | undefined]>> = {
  early: ['01', '10'],
  start: ['01', '10'],
  beginning: ['01', '10'],
  mid: ['11', '20'],
  middle: ['11', '20'],
  late: ['21', undefined],
  later: ['21', undefined],
};

/** “mid april”, “late may”, “early in june”: a third of the month. */
export function partOfMonth({ tokens }: Heard, dates: readonly DateInText[]): DueWords | undefined {
  for (const { start, end, day, month } of dates) {
    const lead =
      [1, 2, 3].find((back) => !/^(in|of|the)$/.test(tokens[start - back]?.word ?? '')) ?? 1;
    const third = THIRDS[tokens[start - lead]?.word ?? ''];
    if (!month || !third) continue;
    const [from, to] = third;
    const until = to ? `${day.slice(0, 8)}${to}` : monthContaining(day).to;
    return { start: start - lead, end, range: `between:${day.slice(0, 8)}${from}..${until}` };
  }
  return undefined;
}

/** “this quarter”, “next quarter”, “q3”, counted from the start of the partnership's year; “the next quarter” is the 90 days to come. */
export function quarter(
  { tokens, stems }: Heard,
  today: Day,
  yearStart: YearStart,
): DueWords | undefined {
  const begins = yearSpan(yearContaining(today, yearStart), yearStart).from;
  const ofToday = [3, 2, 1, 0].find((number) => addMonths(begins, number * 3) <= today) ?? 0;
  for (const [at, { word }] of tokens.entries()) {
    const isStretch = word === 'next' && tokens[at - 1]?.word === 'the';
    const spoken = stems[at + 1] === 'quarter' && !isStretch ? QUARTERS[word] : undefined;
    const named =
      /^q([1-4])$/.exec(word)?.[1] ??
      (word === 'quarter' ? /^[1-4]$/.exec(tokens[at + 1]?.word ?? '')?.[0] : undefined);
    const number = spoken === undefined ? Number(named) - 1 : ofToday + spoken;
    if (Number.isNaN(number)) continue;
    const to = addDays(addMonths(begins, number * 3 + 3), -1);
    const end = at + (/^q\d/.test(word) ? 1 : 2);
    return { start: at, end, range: `between:${addMonths(begins, number * 3)}..${to}` };
  }
  return undefined;
}

const QUARTERS: Readonly<Record<string, number>> = {
  this: 0,
  current: 0,
  next: 1,
  following: 1,
  coming: 1,
  last: -1,
  previous: -1,
};

/** “by year end”, “before the end of the financial year” */
export function yearEnd({ tokens }: Heard, today: Day, yearStart: YearStart): DueWords | undefined {
  const said = tokens.map(({ word }) => word).join(' ');
  if (
    !/\b(by|before|until)\b.*\b(end of (the |this )?(financial |business |plan )?year|year end)\b/.test(
      said,
    )
  )
    return undefined;
  const start = tokens.findIndex(({ word }) => /^(by|before|until)$/.test(word));
  const end = tokens.findLastIndex(({ word }) => /^(year|end)$/.test(word)) + 1;
  return { start, end, range: `by:${yearSpan(yearContaining(today, yearStart), yearStart).to}` };
}

/** “the week after next” */
export function weekAfterNext(heard: Heard, today: Day): DueWords | undefined {
  const at = heard.tokens.findIndex((_, start) =>
    /^weeks? after next/.test(wordsIn(heard, { start, end: start + 3 })),
  );
  const { from, to } = weekContaining(addDays(today, 14));
  return at < 0 ? undefined : { start: at, end: at + 3, range: `between:${from}..${to}` };
}
