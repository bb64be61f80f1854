import { monthContaining } from '../../domain/calendar-spans.ts';
import { addDays, type Day, day, parseDay } from '../../domain/dates.ts';

/** A day, or a month where no more is said; `undefined` for anything that cannot be told. */
export type WrittenDay = { readonly day: Day } | { readonly month: string };

const MONTHS =
  'january february march april may june july august september october november december'.split(
    ' ',
  );
const NUMBERS = /^(\d{1,2})\s*[-/.\s]\s*(\d{1,2})\s*[-/.\s]\s*(\d{2}|\d{4})$/;
const YEAR_FIRST = /^(\d{4})[./](\d{1,2})[./](\d{1,2})$/;
const DAY_MONTH_NAME =
  /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/.\s]*([a-z]{3,9})\.?,?[-/.\s']*(\d{2}|\d{4})$/;
const MONTH_NAME_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})$/;
const MONTH_YEAR = /^(?:end (?:of )?|mid[- ]|early |late )?([a-z]{3,9})\.?[-/.\s']*(\d{2}|\d{4})$/;
/** “by 31/05/24” is that day. */
const BEFORE_DAY = /^(?:by|before|on|due|until|no later than|week ending|w\/e)\s+(?=.*\d)/;
const WEEKDAY = /^(mon|tue|wed|thu|fri|sat|sun)[a-z]*[\s,.]+/;
const TIME = /[\s,t]+(at )?\d{1,2}[:.]\d{2}(:\d{2}(\.\d+)?)?\s*([ap]m|z)?$/;
/** How Excel counts the days of these years: 44671 is 20 April 2022. */
const SERIAL = /^[34]\d{4}(\.\d+)?$/;
const SERIAL_START = day('1899-12-30');

/**
 * Reads a day as people in England write it, the day before the month.
 * @example readDay('20.4.22') // { day: '2022-04-20' }
 * @example readDay('Sept 2022') // { month: '2022-09' }
 * @example readDay('04/20/2022') // undefined
 */
export function readDay(written: string): WrittenDay | undefined {
  const text = written
    .toLowerCase()
    .replace(/[\u2010-\u2015]/g, '-')
    // By which a spreadsheet is told that a day is text.
    .replace(/^'/, '')
    .trim();
  const iso = /^(\d{4}-\d{2}-\d{2})(t|\s|$)/.exec(text)?.[1];
  if (iso) return toWrittenDay(parseDay(iso));
  if (/^\d{4}-\d{2}$/.test(text)) return { month: text };
  const [, isoYear, isoMonth = '', isoDay] = YEAR_FIRST.exec(text) ?? [];
  if (isoYear && isoDay) return toWrittenDay(compose(isoYear, Number(isoMonth), isoDay));
  if (SERIAL.test(text)) return { day: addDays(SERIAL_START, Math.floor(Number(text))) };
  const bare = text.replace(BEFORE_DAY, '').replace(WEEKDAY, '').replace(TIME, '').trim();
  const [, dayNumber, monthNumber, year] = NUMBERS.exec(bare) ?? [];
  if (dayNumber && monthNumber && year)
    return toWrittenDay(compose(year, Number(monthNumber), dayNumber));
  const [, ofMonth, name = '', inYear] = DAY_MONTH_NAME.exec(bare) ?? [];
  if (ofMonth && inYear) return toWrittenDay(compose(inYear, monthOf(name), ofMonth));
  const [, american = '', dated, yearDated] = MONTH_NAME_DAY.exec(bare) ?? [];
  if (dated && yearDated) return toWrittenDay(compose(yearDated, monthOf(american), dated));
  const [, monthName = '', ofYear] = MONTH_YEAR.exec(bare) ?? [];
  const first = ofYear ? compose(ofYear, monthOf(monthName), '1') : undefined;
  return first && { month: first.slice(0, 7) };
}

const DAY_MONTH = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)?[-/.\s]*([a-z]{3,9})\.?$/;
const MONTH_DAY = /^([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?$/;
/** A plan reaches so many years ahead; a number beyond them is no year. */
const MAX_YEARS_AHEAD = 5;

/**
 * Reads a day of which no year is written, as `MM-DD`.
 * @example readDayOfYear('31st May') // '05-31'
 * @example readDayOfYear('May 31') // '05-31'
 */
export function readDayOfYear(written: string): string | undefined {
  const text = written.toLowerCase().trim().replace(BEFORE_DAY, '').replace(WEEKDAY, '');
  const [, number = '', name = ''] = DAY_MONTH.exec(text) ?? [];
  const [, nameBefore = '', numberAfter = ''] = MONTH_DAY.exec(text) ?? [];
  const [month, ofMonth] = [monthOf(name || nameBefore), number || numberAfter];
  // 2000 has every day that a year can have.
  return month > 0 ? compose('2000', month, ofMonth)?.slice(5) : undefined;
}

/** Whether a text is a day of no year: “May 31” is no month of 2031. */
export function isWithoutYear(written: string, today: Day): boolean {
  const read = readDay(written);
  if (!read) return readDayOfYear(written) !== undefined;
  return (
    'month' in read &&
    Number(read.month.slice(0, 4)) > Number(today.slice(0, 4)) + MAX_YEARS_AHEAD &&
    readDayOfYear(written) !== undefined
  );
}

/**
 * The nearest such day: the first one from a day on, or the last one until it.
 * @example nearestDay('05-31', day('2022-10-12'), 'from') // '2023-05-31'
 */
export function nearestDay(ofYear: string, near: Day, side: 'from' | 'until'): Day | undefined {
  const year = Number(near.slice(0, 4));
  // A 29 February may be eight years off.
  const days = Array.from({ length: 9 }, (_, at) =>
    parseDay(`${side === 'from' ? year + at : year - at}-${ofYear}`),
  );
  return days.find((each) => each && (side === 'from' ? each >= near : each <= near));
}

/** The last day of a month: by then something is due that is due in it. */
export function lastDayOf(month: string): Day {
  return monthContaining(day(`${month}-01`)).to;
}

const toWrittenDay = (read: Day | undefined) => read && { day: read };

/** “Sept”, “april”, “Aprl”: the first three letters tell. */
const monthOf = (name: string): number =>
  name === '' ? 0 : MONTHS.findIndex((month) => month.startsWith(name.slice(0, 3))) + 1;

/** Years of two digits are those of this century. */
function compose(year: string, month: number, ofMonth: string): Day | undefined {
  const whole = year.length === 2 ? `20${year}` : year;
  return parseDay(`${whole}-${String(month).padStart(2, '0')}-${ofMonth.padStart(2, '0')}`);
}
