import type { Calendar } from './contract/ports.ts';
import { type LocalTime, toDay, toInstant, toLocalTime } from './domain/dates.ts';
import type { Partnership } from './domain/partnership.ts';
import { englandBankHolidays } from './england-bank-holidays.ts';

/** The real clock, with England's bank holidays. */
export function createCalendar(now: () => Date = () => new Date()): Calendar {
  return {
    now,
    today: (timeZone) => toDay(toLocalTime(now(), timeZone)),
    bankHolidays: englandBankHolidays(),
  };
}

/**
 * A clock that was set to a time when it was made and runs on from there, for rehearsals.
 * @example clockSetTo('2021-03-15T09:00' as LocalTime, 'Europe/London')() // 15 March 2021, some seconds after 9
 */
export function clockSetTo(time: LocalTime, timeZone: string): () => Date {
  const ahead = toInstant(time, timeZone).getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}

/** The clock of a rehearsal: set to a time, else to the morning of the day on which the partnership plays, else the real one. */
export function rehearsalClock(
  today: LocalTime | undefined,
  { asOf, timeZone }: Partnership,
): (() => Date) | undefined {
  const time = today ?? (asOf && (`${asOf}T09:00` as LocalTime));
  return time && clockSetTo(time, timeZone);
}
