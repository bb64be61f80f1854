import { addDays, addMonths, type Day, daysBetween } from '../../domain/dates.ts';
import { MONTHS, WEEKDAYS } from '../text/word-sets.ts';
import type { DateMention } from './date-mention.ts';

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

/** Whether something is asked that is still to come: “who is coming”, “has anyone sent apologies yet”. */
export const asksWhatWillBe = (text: string): boolean => WILL_BE.test(text) && !HAS_BEEN.test(text);

const COMES =
  '(?:coming|attending|going|joining|expected|sending|due|down|able to (?:come|attend|make))';
const WILL_BE = new RegExp(
  String.raw`\b(?:is|are|am)(?: \S+){0,5} ${COMES}\b|\b(?:be|not|who|anyone|anybody|everyone|everybody) ${COMES}\b|\bwill\b|\bgoing to (?:be|come|attend|make|join)\b|\bcan(?: not)? (?:make|come|attend|do)\b|\b(?:has|have|who is)(?: \S+){0,5}? (?:sent|given|made|had|got|received|offered)(?: \S+){0,3} (?:apologies|apology|deputy)\b|\bapologies (?:so far|yet|received|in)\b`,
);
const HAS_BEEN = /\b(did|came|was|were|last|previous|yesterday)\b/;

/** So far ahead lies the day of a meeting for which there are apologies already. */
const MAX_DAYS_AHEAD = 180;

/** The same of “any apologies for thursday”, which says no time but that of its day. */
export function looksAhead({
  message: { text },
  dates: [first],
  today,
}: {
  readonly message: { readonly text: string };
  readonly dates: readonly DateMention[];
  readonly today: Day;
}): boolean {
  if (asksWhatWillBe(text)) return true;
  const isNear = first && first.day >= today && daysBetween(today, first.day) <= MAX_DAYS_AHEAD;
  return isNear === true && SAYS_NO_TIME.test(text) && !HAS_BEEN.test(text);
}

const SAYS_NO_TIME =
  /^(?:(?!\b(?:sent|gave|given|offered|had)\b).)*\b(?:apologies|apology|deputies)\b(?!.*\b(?:sent|gave)\b)/;

const PAST = /\b(was|were|did|had|been|came|went|sat|met|last)\b/;
