import { en } from 'chrono-node';
import type { BankHolidays } from '../../domain/bank-holidays.ts';
import { isoWeekday, monthContaining } from '../../domain/calendar-spans.ts';
import { addDays, type Day, parseDay } from '../../domain/dates.ts';
import { isInside, overlapsAny, type Span } from '../text/span.ts';
import type { Token } from '../text/tokenise.ts';
import { MONTHS, WEEKDAYS } from '../text/word-sets.ts';
import type { DateMention } from './date-mention.ts';
import { findImpossibleDays } from './impossible-days.ts';
import { findNamedPeriods, toWeek } from './named-periods.ts';

export type { DateMention };

/** Whether “12 march” is the next one or the last one. */
type Direction = 'coming' | 'past';

const HINT =
  /^(\d{1,2}(st|nd|rd|th)|\d{1,2}[/.]\d{1,2}([/.]\d{2,4})?|\d{4}-\d{2}-\d{2}|today|tomorrow|yesterday|easter|christmas|xmas|ago)$/;
const PAST_HINT = /^(morning|afternoon|evening|night)$/;

/**
 * The days and months of a message, in British usage. Chrono reads all but “the 14th”, “12/03” and
 * “march 12”.
 */
export function findDates(
  tokens: readonly Token[],
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
  direction: Direction = 'coming',
): DateMention[] {
  const words = namingYears(tokens.map(plainDay), today);
  const isPast = direction === 'past';
  const hints = (word: string, at: number) =>
    (word === 'new' && words[at + 1] === 'year') ||
    HINT.test(word) ||
    WEEKDAYS.has(word) ||
    MONTHS.has(word) ||
    (isPast && PAST_HINT.test(word));
  if (!words.some(hints)) return findNamedPeriods(tokens, today, isPast);
  const starts: number[] = [];
  let text = '';
  const impossible = findImpossibleDays(tokens, today);
  for (const [at, word] of words.entries()) {
    starts.push(text.length);
    // “from 12 may” is no time of day.
    const isNone =
      isInside(at, impossible) ||
      RANGE_JOINT.test(word) ||
      (word === 'from' && MONTHS.has(words[at + 2] ?? ''));
    text += `${isNone ? '·' : (rewrite(words, at, today, bankHolidays, isPast) ?? word)} `;
  }
  const found = en.GB.parse(
    text,
    { instant: new Date(`${today}T12:00:00Z`), timezone: 0 },
    { forwardDate: !isPast },
  );
  const mentions = found.flatMap(({ index, text: phrase, start: date }): DateMention[] => {
    const read = parseDay(date.date().toISOString().slice(0, 10));
    const start = starts.findLastIndex((at) => at <= index);
    const next = starts.findIndex((at) => at >= index + phrase.length);
    let end = next < 0 ? tokens.length : next;
    while (end > start + 1 && !/[\p{L}\d]/u.test(words[end - 1] ?? '')) end -= 1;
    end = withYear(tokens, end);
    const isDay = date.isCertain('day') || date.isCertain('weekday');
    const isMonth = !isDay && date.isCertain('month');
    // “at 2pm” alone is a time, and no day.
    if (date.isCertain('hour') && !isDay && !isMonth && !OF_TODAY.test(phrase)) return [];
    const isGone = words[end] === 'gone' || words[end + 1] === 'gone';
    const day =
      read && isPast && !isMonth ? resolvePastDay(read, date, { phrase, today, isGone }) : read;
    if (!day || isExcluded(words, start)) return [];
    const typed = tokens
      .slice(start, end)
      .map((token) => token.typed)
      .join(' ');
    const last = isMonth ? monthContaining(day).to : day;
    return [toWeek({ start, end, typed, day, last, isPeriod: isMonth }, tokens)];
  });
  const periods = findNamedPeriods(tokens, today, isPast);
  return [...mentions.filter((mention) => !overlapsAny(mention, periods)), ...periods]
    .sort((one, other) => one.start - other.start)
    .map((mention, at, all) => {
      const next = all[at + 1];
      const day = next && isJoined(tokens, mention, next) ? beforeEnd(mention, next) : mention.day;
      if (day === mention.day) return mention;
      return { ...mention, day, last: mention.isPeriod ? monthContaining(day).to : day };
    });
}

/** What a year can stand behind. */
const DATED = new RegExp(`^(christmas|xmas|easter|${[...MONTHS.keys()].join('|')})$`);

/** “March last year”, “christmas last year”: the year is that of the calendar. */
function namingYears(words: readonly string[], today: Day): string[] {
  return words.map((word, at) => {
    const before = words[at - 1] ?? '';
    const step = ['last', 'this', 'next'].indexOf(word) - 1;
    return DATED.test(before) && step > -2 && words[at + 1] === 'year'
      ? String(Number(today.slice(0, 4)) + step)
      : word;
  });
}

/** “Thursday's meeting”, “the wednesdays board”: the day; not “on thursdays”. */
function plainDay({ word, typed }: Token, at: number, tokens: readonly Token[]): string {
  const named = word.replace(/s$/, '');
  const isDay = WEEKDAYS.has(named) || MONTHS.has(named) || /^(tomorrow|yesterday)$/.test(named);
  const isOf = /['’]s$/.test(typed) || OF_DAY.test(tokens[at + 1]?.word ?? '');
  return named !== word && isDay && isOf ? named : word;
}

const OF_DAY = /^(meetings?|board|panel|group|sub-?group|session|one|agenda|minutes)$/;

/** Where a day ends whose year stands behind it: “march last year”, “easter 2021”. */
function withYear(tokens: readonly Token[], end: number): number {
  const [last = '', next = '', after = ''] = [-1, 0, 1].map((step) => tokens[end + step]?.word);
  if (/^(last|this|next|new)$/.test(last) && next === 'year') return end + 1;
  if (!DATED.test(last)) return end;
  if (/^(last|this|next)$/.test(next) && after === 'year') return end + 2;
  return /^20\d\d$/.test(next) ? end + 1 : end;
}

const AT_FEAST = /^(at|by|before|since|until|till|over)$/;

/** “Not tuesday”, “except on friday”: not the day that is asked about. */
const isExcluded = (words: readonly string[], start: number): boolean =>
  /(^| )(not|except|excluding|other than|rather than|instead of|apart from)( on| the| for)*$/.test(
    words.slice(Math.max(0, start - 3), start).join(' '),
  );

/** What joins two days to a range; each of them is read by itself. */
const RANGE_JOINT = /^(to|until|till|through|-|–|—)$/;

/** “1 and 15 april”, “1 march to 2 may” */
export const isJoined = (tokens: readonly Token[], first: Span, second: Span): boolean => {
  const joint = tokens.slice(first.end, second.start).map(({ word }) => word);
  return /^(and|to|until|till|through|-|–|—)( (the|on))?$/.test(joint.join(' '));
};

/** The first day of a range lies before its last one, and in the year that this one names. */
function beforeEnd({ typed, day }: DateMention, { typed: typedEnd, day: end }: DateMention): Day {
  if (/\b20\d\d\b/.test(typed) || !hasMonth(typed)) return day;
  if (day <= end && !/\b20\d\d\b/.test(typedEnd)) return day;
  const year = Number(end.slice(0, 4));
  const same = parseDay(`${year}${day.slice(4)}`);
  return (same && same <= end ? same : parseDay(`${year - 1}${day.slice(4)}`)) ?? day;
}

/** A number alone has the month of the last day. */
const hasMonth = (typed: string): boolean =>
  /\d[/.]\d|^\d{1,2}(st|nd|rd|th)?$/.test(typed) ||
  typed.split(/[^a-z]+/i).some((word) => word.length > 2 && isMonthName(word.toLowerCase()));

const isMonthName = (word: string): boolean =>
  [...MONTHS.keys()].some((name) => name.startsWith(word));

/** A length of time is no day, and a time of day is one only where it says of which. */
const NO_DAY = /^(last|past|previous|this|next|coming) (week|month|quarter|year)\b/;
const OF_TODAY = /^(this|today|tonight)\b/;

/** The last such day: the one that the words mean where they speak of what has happened. */
function resolvePastDay(
  read: Day,
  date: { isCertain(part: 'day' | 'weekday' | 'month' | 'year'): boolean },
  { phrase, today, isGone }: { phrase: string; today: Day; isGone: boolean },
): Day | undefined {
  const [day, weekday, month, year] = (['day', 'weekday', 'month', 'year'] as const).map((part) =>
    date.isCertain(part),
  );
  if (NO_DAY.test(phrase)) return undefined;
  if (!day && !weekday) return OF_TODAY.test(phrase) ? read : undefined;
  if (day && month && !year) {
    const last = read > today ? parseDay(`${Number(read.slice(0, 4)) - 1}${read.slice(4)}`) : read;
    return weekday && last && isoWeekday(last) !== weekdayIn(phrase) ? undefined : last;
  }
  if (weekday && !day && !/^(next|this|coming)\b/.test(phrase))
    return read > today || (isGone && read === today) ? addDays(read, -7) : read;
  return read;
}

const WEEKDAY_NAMES = [...WEEKDAYS];

/** The weekday that is named, as `1` to `7`: “friday 13 march” is no day where that is a Saturday. */
const weekdayIn = (phrase: string): number =>
  WEEKDAY_NAMES.findIndex((name) => phrase.includes(name.slice(0, 3))) + 1;

/** What Chrono reads wrongly or not at all, in words that it reads rightly. */
function rewrite(
  words: readonly string[],
  at: number,
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
  isPast: boolean,
): string | undefined {
  const word = words[at] ?? '';
  const next = words[at + 1] ?? '';
  const before = words[at - 1] ?? '';
  const shared = sharedMonth(words, at);
  if (shared) return shared;
  if (MONTHS.has(word) && isMonthThenDay(words, at)) return next;
  if (MONTHS.has(before) && isMonthThenDay(words, at - 1)) return before;
  if (word === 'day' && next === 'before' && words[at + 2] === 'yesterday' && before !== 'the')
    return 'the day';
  // What a clerk writes is no time: “the minutes of the board on 13 january”.
  if (word === 'minutes' && /^(the|last|this|next|past|these)$/.test(before)) return '·';
  if (word === 'fortnight' && /^(a|one)$/.test(before)) return '2 weeks';
  // The week is made of the day that follows.
  if (word === 'week' && /^(before|after|of|beginning|ending|commencing|starting)$/.test(next))
    return '·';
  return (
    numericDay(word, before, isPast) ??
    feastAt(words, at, today, bankHolidays, isPast) ??
    loneDayAt(words, at, today, isPast) ??
    loneMonthAt(words, at, today, isPast) ??
    // “july 2020's board”
    /^(20\d\d)s$/.exec(word)?.[1]
  );
}

/** “1 and 15 april”, “from the 1st to the 15th of may”: the first day has its month from the last. */
function sharedMonth(words: readonly string[], at: number): string | undefined {
  const [, first, last] =
    /^((?:[12]?\d|3[01])(?:st|nd|rd|th)?) (?:and|to|until|till|through|-|–|—)(?: the)? (?:[12]?\d|3[01])(?:st|nd|rd|th)?(?: of)? ((?:[a-z]+)(?: 20\d\d)?)/.exec(
      words.slice(at, at + 7).join(' '),
    ) ?? [];
  const [month = '', year] = last?.split(' ') ?? [];
  if (!first || !MONTHS.has(month) || MONTHS.has(words[at - 1] ?? '')) return undefined;
  return `${Number.parseInt(first, 10)} ${month}${year ? ` ${year}` : ''}`;
}

/** “march 12”, “march the 12th”, but not “12 march 12” nor “march 2021” */
function isMonthThenDay(words: readonly string[], at: number): boolean {
  const isDay = (word = '') => /^([12]?\d|3[01])(st|nd|rd|th)?$/.test(word);
  return isDay(words[at + 1]) && !isDay(words[at - 1]) && words[at - 1] !== 'of';
}

/** “12/03” is 12 March, always; a day that does not exist, “3/21”, is none. */
function numericDay(word: string, before: string, isPast: boolean): string | undefined {
  const parts = /^(\d{1,2})([/.])(\d{1,2})(?:[/.](\d{2}|\d{4}))?$/.exec(word);
  if (!parts) return undefined;
  const [, date = '', sign, month = '', year] = parts;
  // “at 9.30” is a time.
  if (sign === '.' && (!isPast || before === 'at')) return undefined;
  const name = [...MONTHS].find(([, number]) => number === month.padStart(2, '0'))?.[0];
  const isReal =
    name &&
    parseDay(`${longYear(year ?? '2024')}-${month.padStart(2, '0')}-${date.padStart(2, '0')}`);
  return isReal ? `${date} ${name}${year ? ` ${longYear(year)}` : ''}` : '·';
}

const longYear = (year: string): string => (year.length === 2 ? `20${year}` : year);

function feastAt(
  words: readonly string[],
  at: number,
  today: Day,
  bankHolidays: Pick<BankHolidays, 'days'>,
  isPast: boolean,
): string | undefined {
  const before = words[at - 1] ?? '';
  const isGone = isPast || before === 'last';
  const year = /^20\d\d$/.exec(words[at + 1] ?? '')?.[0];
  if (words[at] === 'new' && words[at + 1] === 'year' && AT_FEAST.test(before)) return '1 january';
  if (words[at] === 'easter') return easterAt(before, { today, year, isGone }, bankHolidays);
  if (!/^(christmas|xmas)$/.test(words[at] ?? '')) return undefined;
  const thisYear = today.slice(0, 4);
  const isLastYears = isGone && `${thisYear}-12-25` > today;
  return year || isLastYears ? `${year ?? Number(thisYear) - 1}-12-25` : '25 december';
}

/**
 * Easter begins on Good Friday and ends on Easter Monday, which are bank holidays four days apart;
 * in a year whose bank holidays are not known it is no day.
 * @example easterAt('before', { today: day('2021-03-15'), isGone: false }, england) // '2021-04-02'
 */
function easterAt(
  preposition: string,
  {
    today,
    year,
    isGone,
  }: { readonly today: Day; readonly year?: string; readonly isGone: boolean },
  { days }: Pick<BankHolidays, 'days'>,
): Day | undefined {
  const fridays = [...days]
    .filter((day) => isoWeekday(day) === 5 && days.has(addDays(day, 3)) && /-0[34]-/.test(day))
    .sort();
  const friday = year
    ? fridays.find((day) => day.startsWith(year))
    : preposition === 'since' || isGone
      ? fridays.findLast((day) => day <= today)
      : fridays.find((day) => addDays(day, 3) >= today);
  return friday && (/^(since|after)$/.test(preposition) ? addDays(friday, 3) : friday);
}

/** “the 14th” alone is the next 14th or the last, of this month or the one beside it. */
function loneDayAt(
  words: readonly string[],
  at: number,
  today: Day,
  isPast: boolean,
): Day | undefined {
  const number = /^(\d{1,2})(?:st|nd|rd|th)$/.exec(words[at] ?? '')?.[1];
  if (!number || [-1, 1, 2].some((step) => MONTHS.has(words[at + step] ?? ''))) return undefined;
  const inMonthOf = (day: Day) => parseDay(`${day.slice(0, 8)}${number.padStart(2, '0')}`);
  const here = inMonthOf(today);
  const { from, to } = monthContaining(today);
  if (isPast) return here && here <= today ? here : inMonthOf(addDays(from, -1));
  return here && here >= today ? here : inMonthOf(addDays(to, 1));
}

const BEFORE_MAY =
  /^(in|by|before|end|early|mid|late|of|since|for|from|until|till|next|and|to|between|after|during|due)$/;

/** A month alone is the next of that name; of what has happened, the last. “may” can be no month. */
function loneMonthAt(
  words: readonly string[],
  at: number,
  today: Day,
  isAllPast: boolean,
): string | undefined {
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
  const isPast =
    isAllPast ||
    /^(since|last|previous)$/.test(before) ||
    words.some((each) => /^(was|were)$/.test(each));
  if (isPast) return `${word} ${month <= thisMonth ? year : year - 1}`;
  return `${word} ${month < thisMonth ? year + 1 : year}`;
}
