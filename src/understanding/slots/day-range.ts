import { monthContaining, weekContaining } from '../../domain/calendar-spans.ts';
import { addDays } from '../../domain/dates.ts';
import { resolveDueRange } from '../../domain/due-range.ts';
import { parseDueRange } from './due-range.ts';
import type { FillContext } from './fill-context.ts';

/**
 * The days that a message asks about, as a due range: “this week”, “last month”, “between now and
 * friday”; `month:12` for a month without its year, which what is asked may put before today.
 */
export function parseDayRange({
  message,
  dates,
  today,
  directory,
}: FillContext): string | undefined {
  const { text } = message;
  const [, unit] = /\b(?:last|previous) (week|month)\b/.exec(text) ?? [];
  if (unit) {
    const { from, to } =
      unit === 'week'
        ? weekContaining(addDays(today, -7))
        : monthContaining(addDays(monthContaining(today).from, -1));
    return `between:${from}..${to}`;
  }
  const found = parseDueRange(message, dates, today, directory.partnership.yearStart)?.range;
  if (!found || found === 'overdue' || !resolveDueRange(found, today)) return undefined;
  const [month, ...others] = dates.filter(({ isPeriod }) => isPeriod);
  const isLone = month && others.length === 0 && !/\b20\d\d\b/.test(month.typed);
  const { from, to } = monthContaining(month?.day ?? today);
  if (isLone && month.last === to && found === `between:${from}..${to}`)
    return `month:${month.day.slice(5, 7)}`;
  const isUntil = /\bbetween (now|today) and\b/.test(text);
  return isUntil ? found.replace(/^on:/, 'by:') : found;
}
