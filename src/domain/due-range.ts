import { monthContaining, weekContaining } from './calendar-spans.ts';
import { addDays, type Day, parseDay } from './dates.ts';

/** A first and a last day, both included; an open end is left out. */
export interface DaySpan {
  readonly from?: Day;
  readonly to?: Day;
}

/**
 * A due range in words whose meaning stays the same from day to day: `overdue`, `today`,
 * `tomorrow`, `this-week`, `next-week`, `this-month`, `next-month`, `next-N-days`,
 * `before-next-meeting`, `by:month-end`, `by:DAY`, `from:DAY`, `on:DAY`, `between:DAY..DAY`.
 */
export type DueRange = string;

/**
 * The days that a due range means. `nextMeeting` is the day of the meeting that
 * `before-next-meeting` refers to; that day still counts as before it. `undefined` for words that
 * are no due range, and for `before-next-meeting` when no meeting is known.
 * @example resolveDueRange('overdue', day('2021-03-15')) // { to: '2021-03-14' }
 * @example resolveDueRange('this-week', day('2021-03-15')) // { from: '2021-03-15', to: '2021-03-21' }
 * @example resolveDueRange('next-14-days', day('2021-03-15')) // { from: '2021-03-15', to: '2021-03-29' }
 * @example resolveDueRange('by:month-end', day('2021-03-15')) // { to: '2021-03-31' }
 */
export function resolveDueRange(
  range: DueRange,
  today: Day,
  nextMeeting?: Day,
): DaySpan | undefined {
  const days = /^next-(\d{1,3})-days$/.exec(range);
  if (days) return { from: today, to: addDays(today, Number(days[1])) };
  switch (range) {
    case 'overdue':
      return { to: addDays(today, -1) };
    case 'today':
      return { from: today, to: today };
    case 'tomorrow':
      return { from: addDays(today, 1), to: addDays(today, 1) };
    case 'this-week':
      return weekContaining(today);
    case 'next-week':
      return weekContaining(addDays(today, 7));
    case 'this-month':
      return monthContaining(today);
    case 'next-month':
      return monthContaining(addDays(monthContaining(today).to, 1));
    case 'by:month-end':
      return { to: monthContaining(today).to };
    case 'before-next-meeting':
      return nextMeeting && { to: nextMeeting };
    default:
      return resolveWrittenDays(range);
  }
}

function resolveWrittenDays(range: DueRange): DaySpan | undefined {
  const parts = /^(by|from|on|between):([\d-]{10})(?:\.\.([\d-]{10}))?$/.exec(range);
  const first = parts?.[2] && parseDay(parts[2]);
  if (!parts || !first) return undefined;
  if (parts[1] === 'by') return { to: first };
  if (parts[1] === 'from') return { from: first };
  if (parts[1] === 'on') return { from: first, to: first };
  const last = parts[3] && parseDay(parts[3]);
  return last ? { from: first, to: last } : undefined;
}
