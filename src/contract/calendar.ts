import { toDay, toLocalTime } from '../domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../domain/england-bank-holidays.ts';
import type { Calendar } from './ports.ts';

/** A calendar over a clock, the real one by default, with England's bank holidays. */
export function createCalendar(clock?: () => Date): Calendar {
  const now = clock ?? (() => new Date());
  return {
    now,
    isRehearsed: clock !== undefined,
    today: (timeZone) => toDay(toLocalTime(now(), timeZone)),
    bankHolidays: ENGLAND_BANK_HOLIDAYS,
  };
}
