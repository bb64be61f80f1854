import { addDays, addMonths, type Day } from '../../domain/dates.ts';
import { MONTHS, WEEKDAYS } from '../text/word-sets.ts';
import type { DateMention } from './dates.ts';

/**
 * The day that a date without its year means where something is asked that has been: the last such
 * day up to today.
 * @example toPastDay({ typed: '11th', day: day('2021-04-11') }, day('2021-03-15')) // '2021-03-11'
 */
export function toPastDay({ typed, day }: Pick<DateMention, 'typed' | 'day'>, today: Day): Day {
  if (day <= today || /\b20\d\d\b/.test(typed)) return day;
  const words = typed.toLowerCase().split(/[^a-z]+/);
  if (words.some((word) => isNameOf(word, WEEKDAYS.keys()))) return addDays(day, -7);
  const hasMonth = words.some((word) => isNameOf(word, MONTHS.keys())) || /\d[/.]\d/.test(typed);
  if (!hasMonth && !/\d(st|nd|rd|th)\b/.test(typed)) return day;
  const months = hasMonth ? [12, 24, 36, 48] : [1, 2, 3];
  const earlier = months.map((count) => addMonths(day, -count));
  return earlier.find((each) => each <= today && each.slice(8) === day.slice(8)) ?? day;
}

/** “thu” and “sept” too. */
const isNameOf = (word: string, names: Iterable<string>): boolean =>
  word.length > 2 && [...names].some((name) => name.startsWith(word));

/** Whether something is asked that has been: “did it have a quorum”. */
export const asksWhatWas = (text: string): boolean => PAST.test(text);

const PAST = /\b(was|were|did|had|been|came|went|sat|met|last)\b/;
