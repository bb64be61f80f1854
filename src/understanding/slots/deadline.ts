import { monthContaining, weekContaining } from '../../domain/calendar-spans.ts';
import { addDays, addMonths, type Day } from '../../domain/dates.ts';
import { DAYS_OF_UNIT, parseCount } from '../text/word-sets.ts';

/** By when something is to be done, where no day is named. */
export interface Deadline {
  readonly typed: string;
  readonly day: Day;
}

const COUNT = String.raw`(\d{1,2}|an?|one|two|three|four|five|six|seven|eight|nine|ten|a couple of|a few)`;

const nextMonth = (today: Day): Day => addDays(monthContaining(today).to, 1);
const fridayOf = (day: Day): Day => addDays(weekContaining(day).from, 4);

const DEADLINES: readonly (readonly [RegExp, (today: Day, found: RegExpExecArray) => Day])[] = [
  [/\b(?:the )?end of next month\b/i, (today) => monthContaining(nextMonth(today)).to],
  [
    /\b(?:the )?end of (?:the |this )?month\b|\b(?:the )?month end\b|\beom\b/i,
    (today) => monthContaining(today).to,
  ],
  [/\b(?:the )?end of next week\b/i, (today) => fridayOf(addDays(today, 7))],
  [
    /\b(?:the )?end of (?:the |this )?week\b|\beow\b/i,
    (today) => (fridayOf(today) < today ? today : fridayOf(today)),
  ],
  [
    new RegExp(
      String.raw`\b(?:in|within|inside)(?: the next)? ${COUNT} (day|week|fortnight|month)s?\b`,
      'i',
    ),
    (today, [, count = '', unit = '']) => after(today, count, unit),
  ],
  [
    new RegExp(
      String.raw`\b${COUNT} (day|week|fortnight|month)s? (?:from (?:now|today)|today)\b`,
      'i',
    ),
    (today, [, count = '', unit = '']) => after(today, count, unit),
  ],
];

/**
 * The day by which something is to be done, in words that name none; the end of a week is its Friday.
 * @example findDeadline('by the end of the month', day('2021-03-15')) // { day: '2021-03-31', … }
 */
export function findDeadline(typed: string, today: Day): Deadline | undefined {
  for (const [pattern, dayOf] of DEADLINES) {
    const found = pattern.exec(typed);
    if (found) return { typed: found[0], day: dayOf(today, found) };
  }
  return undefined;
}

function after(today: Day, count: string, unit: string): Day {
  const number = /^an?$/i.test(count) ? 1 : (parseCount(count.toLowerCase()) ?? 1);
  return unit.toLowerCase() === 'month'
    ? addMonths(today, number)
    : addDays(today, number * (DAYS_OF_UNIT.get(unit.toLowerCase()) ?? 1));
}
