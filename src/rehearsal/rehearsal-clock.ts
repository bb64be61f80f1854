import { type LocalTime, toInstant } from '../domain/dates.ts';
import type { Partnership } from '../domain/partnership.ts';

/**
 * The clock of a rehearsal: set to a time, else to the morning of the day that the partnership
 * plays, else the real one.
 */
export function createRehearsalClock(
  today: LocalTime | undefined,
  { asOf, timeZone }: Partnership,
): (() => Date) | undefined {
  const time = today ?? (asOf && (`${asOf}T09:00` as LocalTime));
  return time && createClockSetTo(time, timeZone);
}

/**
 * A clock that shows a time when it is made and runs on from there.
 * @example createClockSetTo('2021-03-15T09:00' as LocalTime, 'Europe/London')() // 15 March 2021, some seconds after 9
 */
function createClockSetTo(time: LocalTime, timeZone: string): () => Date {
  const ahead = toInstant(time, timeZone).getTime() - Date.now();
  return () => new Date(Date.now() + ahead);
}
