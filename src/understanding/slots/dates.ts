import { en } from 'chrono-node';
import { addDays, type Day, isoWeekday, monthContaining, parseDay } from '../../domain/dates.ts';
import type { BankHolidays } from '../../domain/working-days.ts';
import type { Span } from '../text/span.ts';
import type { Token } from '../text/tokenise.ts';
import { MONTHS, WEEKDAYS } from '../text/word-sets.ts';

/** A day or a month that a message speaks of. */
export interface DateMention extends Span {
  /** As typed, “end of june”. */
  readonly typed: string;
  readonly day: Day;
  /** A whole month is meant, not its first day. */
  readonly isMonth: boolean;
}

const HINT =
  /^(\d{1,2}(st|nd|rd|th)|\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{4}-\d{2}-\d{2}|today|tomorrow|yesterday|easter|christmas|xmas)$/;

/** The days and months of a message, in British usage. Chrono reads all but “the 14th”. */
export function findDates(
  tokens: readonly Token[],
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
): DateMention[] {
  const words = tokens.map(({ word }) => word);
  if (!words.some((word) => HINT.test(word) || WEEKDAYS.has(word) || MONTHS.has(word))) return [];
  const starts: number[] = [];
  let text = '';
  for (const [at, word] of words.entries()) {
    starts.push(text.length);
    text += `${feastAt(words, at, today, bankHolidays) ?? loneDayAt(words, at, today) ?? loneMonthAt(words, at, today) ?? word} `;
  }
  const found = en.GB.parse(
    text,
    { instant: new Date(`${today}T12:00:00Z`), timezone: 0 },
    { forwardDate: true },
  );
  return found.flatMap(({ index, text: phrase, start: date }) => {
    const day = parseDay(date.date().toISOString().slice(0, 10));
    if (!day) return [];
    const start = starts.findLastIndex((at) => at <= index);
    const next = starts.findIndex((at) => at >= index + phrase.length);
    const end = next < 0 ? tokens.length : next;
    const typed = tokens
      .slice(start, end)
      .map((token) => token.typed)
      .join(' ');
    const isDay = date.isCertain('day') || date.isCertain('weekday');
    return [{ start, end, typed, day, isMonth: !isDay && date.isCertain('month') }];
  });
}

function feastAt(
  words: readonly string[],
  at: number,
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
): string | undefined {
  if (/^(christmas|xmas)$/.test(words[at] ?? '')) return '25 december';
  return words[at] === 'easter' ? easterAfter(words[at - 1] ?? '', today, bankHolidays) : undefined;
}

/**
 * Easter begins on Good Friday and ends on Easter Monday, which are bank holidays four days apart;
 * in a year whose bank holidays are not known it is no day.
 * @example easterAfter('before', day('2021-03-15'), england) // '2021-04-02'
 */
function easterAfter(
  preposition: string,
  today: Day,
  { days }: Pick<BankHolidays, 'days'>,
): Day | undefined {
  const fridays = [...days]
    .filter((day) => isoWeekday(day) === 5 && days.has(addDays(day, 3)) && /-0[34]-/.test(day))
    .sort();
  const friday =
    preposition === 'since'
      ? fridays.findLast((day) => day <= today)
      : fridays.find((day) => addDays(day, 3) >= today);
  return friday && (/^(since|after)$/.test(preposition) ? addDays(friday, 3) : friday);
}

/** “the 14th” alone is the 14th to come, this month or the next. */
function loneDayAt(words: readonly string[], at: number, today: Day): Day | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words[at] ?? '')?.[1];
  if (!number || [-1, 1, 2].some((step) => MONTHS.has(words[at + step] ?? ''))) return undefined;
  const inMonthOf = (day: Day) => parseDay(`${day.slice(0, 8)}${number.padStart(2, '0')}`);
  const here = inMonthOf(today);
  return here && here >= today ? here : inMonthOf(addDays(monthContaining(today).to, 1));
}

const BEFORE_MAY =
  /^(in|by|before|end|early|mid|late|of|since|for|from|until|till|next|and|to|between|after|during|due)$/;

/** A month alone is the next of that name; after “since”, the last. “may” can be no month. */
function loneMonthAt(words: readonly string[], at: number, today: Day): string | undefined {
  const word = words[at] ?? '';
  const month = MONTHS.get(word);
  const before = words[at - 1] ?? '';
  if (!month || (word === 'may' && !BEFORE_MAY.test(before))) return undefined;
  const isDated =
    [before, words[at + 1] ?? ''].some((near) => /^(\d{1,2}(st|nd|rd|th)?|20\d\d)$/.test(near)) ||
    (before === 'of' && /^\d{1,2}(st|nd|rd|th)$/.test(words[at - 2] ?? ''));
  if (isDated) return undefined;
  const year = Number(today.slice(0, 4));
  const thisMonth = today.slice(5, 7);
  const isPast = before === 'since' || words.some((each) => /^(was|were)$/.test(each));
  if (isPast) return `${word} ${month <= thisMonth ? year : year - 1}`;
  return `${word} ${month < thisMonth ? year + 1 : year}`;
}
