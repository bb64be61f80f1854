import { monthContaining } from './calendar-spans.ts';
import { addMonths, type Day, formatDayWithYear, type Month } from './dates.ts';

/** A first and a last day, both included. */
export interface Period {
  readonly from: Day;
  readonly to: Day;
}

/**
 * The month of a question, `month:07` or `month:2020-07`; of one without its year, the last up to
 * today or the next from today on, the current one in either case. `undefined` for anything else.
 * @example parseMonthAsked('month:07', day('2021-03-15'), 'last') // { from: '2020-07-01', to: '2020-07-31' }
 */
export function parseMonthAsked(
  asked: string | undefined,
  today: Day,
  which: 'last' | 'next',
): Period | undefined {
  const [, year, month] = /^month:(?:(\d{4})-)?(0[1-9]|1[0-2])$/.exec(asked ?? '') ?? [];
  if (!month) return undefined;
  if (year) return monthContaining(`${year}-${month}-01` as Day);
  const here = monthContaining(`${today.slice(0, 4)}-${month}-01` as Day);
  const isPast = here.to < today;
  const isToCome = here.from > today;
  if (which === 'last' && isToCome) return monthContaining(addMonths(here.from, -12));
  if (which === 'next' && isPast) return monthContaining(addMonths(here.from, 12));
  return here;
}

/** `July 2020`, of a period that is a month. */
export const formatMonth = ({ from }: Period): string =>
  formatDayWithYear(from.slice(0, 7) as Month);

/** A period a year earlier, for a day or month without its year where something that was is asked. */
export function yearEarlier({ from, to }: Period): Period {
  return { from: addMonths(from, -12), to: addMonths(to, -12) };
}
