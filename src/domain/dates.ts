import { Temporal } from 'temporal-polyfill';

/**
 * A calendar day in the partnership's time zone, `YYYY-MM-DD`. A deadline is a day, never an
 * instant.
 */
export type Day = string & { readonly day: unique symbol };

/** A calendar month, `YYYY-MM`, for records that know no day. */
export type Month = string & { readonly month: unique symbol };

/** A local date and time to the minute, `YYYY-MM-DDTHH:mm`: when a meeting starts. */
export type LocalTime = string & { readonly localTime: unique symbol };

const DAY = /^\d{4}-\d{2}-\d{2}$/;
const DAY_MS = 24 * 60 * 60 * 1000;
const LOCAL_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/;

/**
 * Parses a day; `undefined` for anything that is not a real one, and in the first and the last year
 * that four digits can name, for no deadline can be counted from there.
 * @example parseDay('2021-03-15') // '2021-03-15'
 * @example parseDay('2021-02-30') // undefined
 */
export function parseDay(text: unknown): Day | undefined {
  return isDay(text) && !/^(0000|9999)/.test(text) ? text : undefined;
}

/**
 * A day written in the code itself.
 * @throws RangeError when the text is not a day; use {@link parseDay} for anything from outside.
 * @example day('2021-03-15')
 */
export function day(text: string): Day {
  if (!isDay(text)) throw new RangeError(`Not a day: ${text}`);
  return text;
}

/**
 * Parses a local date and time to the minute; `undefined` for anything else.
 * @example parseLocalTime('2021-05-12T14:00') // '2021-05-12T14:00'
 * @example parseLocalTime('2021-05-12T24:00') // undefined
 */
export function parseLocalTime(text: string): LocalTime | undefined {
  return LOCAL_TIME.test(text) &&
    parseDay(text.slice(0, 10)) &&
    isReal(() => Temporal.PlainDateTime.from(text))
    ? (text as LocalTime)
    : undefined;
}

/**
 * The day on which a local time falls.
 * @example toDay('2021-05-12T14:00' as LocalTime) // '2021-05-12'
 */
export const toDay = (time: LocalTime): Day => time.slice(0, 10) as Day;

/**
 * The local time in a zone at an instant, to the minute.
 * @example toLocalTime(new Date('2021-03-28T01:30:00Z'), 'Europe/London') // '2021-03-28T02:30'
 */
export function toLocalTime(instant: Date, zone: string): LocalTime {
  const zoned = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
  return zoned.toPlainDateTime().toString({ smallestUnit: 'minute' }) as LocalTime;
}

/**
 * The instant of a local time in a zone. In the hour that the autumn clock change repeats, it is
 * the first.
 * @example toInstant('2021-07-01T09:00' as LocalTime, 'Europe/London') // 2021-07-01T08:00:00Z
 */
export function toInstant(time: LocalTime, zone: string): Date {
  return new Date(
    Temporal.PlainDateTime.from(time).toZonedDateTime(zone, { disambiguation: 'earlier' })
      .epochMilliseconds,
  );
}

/**
 * Midnight in UTC. All days are equally long there, so whole days are added and counted without a
 * calendar, and a formatter that writes UTC names this day.
 * @example toDate(day('2021-03-15')) // 2021-03-15T00:00:00Z
 */
export const toDate = (of: Day): Date => new Date(`${of}T00:00:00Z`);

/**
 * The day a number of days later (earlier, when negative).
 * @example addDays(day('2021-02-27'), 2) // '2021-03-01'
 */
export const addDays = (from: Day, days: number): Day =>
  new Date(toDate(from).getTime() + days * DAY_MS).toISOString().split('T')[0] as Day;

/**
 * The day a number of calendar months later; the last of the month where that day does not exist.
 * @example addMonths(day('2021-08-31'), 6) // '2022-02-28'
 */
export const addMonths = (from: Day, months: number): Day =>
  Temporal.PlainDate.from(from).add({ months }).toString() as Day;

/**
 * Days from one day to another; negative when the second is earlier.
 * @example daysBetween(day('2021-03-15'), day('2021-03-26')) // 11
 */
export const daysBetween = (from: Day, to: Day): number =>
  (toDate(to).getTime() - toDate(from).getTime()) / DAY_MS;

/**
 * Writes a day, or a month, as people do: without the year when it is this one.
 * @example formatDay(day('2021-03-23'), day('2021-03-15')) // 'Tue 23 March'
 * @example formatDay(day('2022-01-04'), day('2021-03-15')) // 'Tue 4 January 2022'
 */
export function formatDay(of: Day | Month, today: Day): string {
  return of.slice(0, 4) === today.slice(0, 4) ? formatWithoutYear(of) : formatDayWithYear(of);
}

/**
 * Writes a day with its year, for what is read long after.
 * @example formatDayWithYear(day('2021-03-15')) // 'Mon 15 March 2021'
 */
export const formatDayWithYear = (of: Day | Month): string =>
  `${formatWithoutYear(of)} ${Number(of.slice(0, 4))}`;

const MONTH = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'UTC' });
const DATE = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'long', timeZone: 'UTC' });
const WEEKDAY = new Intl.DateTimeFormat('en-GB', { weekday: 'short', timeZone: 'UTC' });

function formatWithoutYear(of: Day | Month): string {
  if (of.length === 'YYYY-MM'.length) return MONTH.format(new Date(`${of}-01T00:00:00Z`));
  const midnight = toDate(of as Day);
  return `${WEEKDAY.format(midnight)} ${DATE.format(midnight)}`;
}

const isDay = (text: unknown): text is Day =>
  typeof text === 'string' && DAY.test(text) && isReal(() => Temporal.PlainDate.from(text));

function isReal(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch {
    return false;
  }
}
