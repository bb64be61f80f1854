import { en } from 'chrono-node';
import { addDays, type Day, isoWeekday, monthContaining, parseDay } from '../domain/dates.ts';
import type { BankHolidays } from '../domain/working-days.ts';
import { MONTHS, WEEKDAYS } from './calendar-words.ts';
import type { Span } from './heard.ts';
import type { Token } from './normalise.ts';

/** A day or a month that a message speaks of. */
export interface DateInText extends Span {
  /** As typed, “end of june”. */
  readonly typed: string;
  readonly day: Day;
  /** A whole month was meant, not its first day. */
  readonly month: boolean;
}

function feast(
  tokens: readonly Token[],
  at: number,
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
): string | undefined {
  const word = tokens[at]?.word ?? '';
  if (/^(christmas|xmas)$/.test(word)) return '25 december';
  return word === 'easter'
    ? easterFrom(tokens[at - 1]?.word ?? '', today, bankHolidays)
    : undefined;
}

/**
 * Easter is the four days between two bank holidays, a Friday and a Monday: it begins on Good Friday, and after it is after Easter
 * Monday. In a year whose bank holidays are not known it is no day.
 * @example easterFrom('before', day('2021-03-15'), england) // '2021-04-02'
 */
function easterFrom(
  before: string,
  today: Day,
  { days }: Pick<BankHolidays, 'days'>,
): string | undefined {
  const past = /^(since)$/.test(before);
  const fridays = [...days]
    .filter((day) => isoWeekday(day) === 5 && days.has(addDays(day, 3)) && /-0[34]-/.test(day))
    .sort();
  const friday = past
    ? fridays.findLast((day) => day <= today)
    : fridays.find((day) => addDays(day, 3) >= today);
  return friday && (/^(since|after)$/.test(before) ? addDays(friday, 3) : friday);
}

const HINT =
  /^(\d{1,2}(st|nd|rd|th)|\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{4}-\d{2}-\d{2}|today|tomorrow|yesterday|easter|christmas|xmas)$/;

/** The days and months of a message, as British readers mean them, counted from the asker's day. Chrono reads all but “the 14th”. */
export function datesIn(
  tokens: readonly Token[],
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
): DateInText[] {
  if (!tokens.some(({ word }) => HINT.test(word) || WEEKDAYS.has(word) || MONTHS.has(word)))
    return [];
  const starts: number[] = [];
  let text = '';
  for (const [at, { word }] of tokens.entries()) {
    starts.push(text.length);
    text += `${feast(tokens, at, today, bankHolidays) ?? lonelyDay(tokens, at, today) ?? lonelyMonth(tokens, at, today) ?? word} `;
  }
  const spans = en.GB.parse(
    text,
    { instant: new Date(`${today}T12:00:00Z`), timezone: 0 },
    { forwardDate: true },
  );
  return spans.flatMap((found) => {
    const start = starts.findLastIndex((at) => at <= found.index);
    const past = starts.findIndex((at) => at >= found.index + found.text.length);
    const end = past < 0 ? tokens.length : past;
    const day = parseDay(found.start.date().toISOString().slice(0, 10));
    if (!day) return [];
    const typed = tokens
      .slice(start, end)
      .map((token) => token.typed)
      .join(' ');
    return [
      {
        start,
        end,
        typed,
        day,
        month:
          !found.start.isCertain('day') &&
          !found.start.isCertain('weekday') &&
          found.start.isCertain('month'),
      },
    ];
  });
}

/** “the 14th” alone is the 14th to come, this month or the next. */
function lonelyDay(tokens: readonly Token[], at: number, today: Day): string | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(tokens[at]?.word ?? '')?.[1];
  const near = [tokens[at - 1], tokens[at + 1], tokens[at + 2]].map((token) => token?.word ?? '');
  if (!number || near.some((word) => MONTHS.has(word))) return undefined;
  const inMonth = (of: Day) => parseDay(`${of.slice(0, 8)}${number.padStart(2, '0')}`);
  const here = inMonth(today);
  const next = inMonth(addDays(monthContaining(today).to, 1));
  return here && here >= today ? here : next;
}

const BEFORE_MAY =
  /^(in|by|before|end|early|mid|late|of|since|for|from|until|till|next|and|to|between|after|during|due|to)$/;

/** A month alone is the next one of that name; after “since”, the last. “may” is a month only where a month can stand. */
function lonelyMonth(tokens: readonly Token[], at: number, today: Day): string | undefined {
  const { word = '' } = tokens[at] ?? {};
  const month = MONTHS.get(word);
  const before = tokens[at - 1]?.word ?? '';
  const beside = [before, tokens[at + 1]?.word ?? ''];
  if (
    !month ||
    beside.some((near) => /^(\d{1,2}(st|nd|rd|th)?|20\d\d)$/.test(near)) ||
    (word === 'may' && !BEFORE_MAY.test(before))
  )
    return undefined;
  if (before === 'of' && /^\d{1,2}(st|nd|rd|th)$/.test(tokens[at - 2]?.word ?? ''))
    return undefined;
  const year = Number(today.slice(0, 4));
  const past = month < today.slice(5, 7);
  return `${word} ${before === 'since' || tokens.some(({ word: other }) => /^(was|were)$/.test(other)) ? (past || month === today.slice(5, 7) ? year : year - 1) : past ? year + 1 : year}`;
}
