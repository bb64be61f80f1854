import type { Meeting } from '../../domain/meeting.ts';
import { otherNames } from '../../domain/other-names.ts';
import type { Group } from '../../domain/partnership.ts';
import { toComparable } from '../../domain/to-comparable.ts';
import { toComparableName } from './mapping.ts';
import { readDay, readDayOfYear } from './read-day.ts';

interface Records {
  readonly groups: readonly Group[];
  readonly meetings: readonly Meeting[];
}

const DAY_WITHIN =
  /\d{4}-\d{2}-\d{2}|\d{1,2}[./-]\d{1,2}[./-]\d{2,4}|\d{1,2}(?:st|nd|rd|th)?[\s./-]+[a-z]{3,9}[\s./-]+\d{2,4}|[a-z]{3,9}[\s'./-]+\d{2,4}/i;

/** Whether a heading names a meeting, by its id or by a day or month. */
export function namesMeeting(heading: string, { meetings }: Pick<Records, 'meetings'>): boolean {
  return (
    dayWithin(heading) !== undefined ||
    dayOfYearWithin(heading) !== undefined ||
    toMonth(heading) !== undefined ||
    findById(heading, meetings) !== undefined
  );
}

/**
 * The meeting that a text names, by its id or by its day; `titles` are what else may say which group
 * is meant. Where none or several fit, what to ask.
 * @example findMeeting('20.4.22', records, ['Executive attendance']) // EXEC-1
 */
export function findMeeting(
  text: string,
  { groups, meetings }: Records,
  titles: readonly string[],
): Meeting | { readonly ask: string } {
  const known = findById(text, meetings);
  if (known) return known;
  const day = dayWithin(text);
  const ofYear = dayOfYearWithin(text);
  const month = toMonth(text);
  if (!day && !ofYear && !month)
    return { ask: `“${text}” names no meeting: write its id or its day` };
  const onDay = meetings.filter(({ startsAt }) => day && startsAt.startsWith(day));
  // “20 April”, of any year; “May 31” is no month of 2031 where there was a meeting on that day.
  const years = titles.flatMap(yearsIn);
  const isIn = ({ startsAt }: Meeting) =>
    startsAt.slice(5, 7) === month && (years.length === 0 || years.includes(startsAt.slice(0, 4)));
  const there =
    onDay.length > 0 || (!ofYear && !month)
      ? onDay
      : meetings.filter((each) => (month ? isIn(each) : each.startsAt.slice(5, 10) === ofYear));
  const said = [text, ...titles].map((each) => ` ${toComparable(each)} `);
  const named = groups.filter((group) =>
    [group.id, group.name, ...otherNames(group)].some((each) =>
      said.some((title) => title.includes(` ${toComparableName(each)} `)),
    ),
  );
  const ofNamed = there.filter(({ group }) => named.some(({ id }) => id === group));
  const [meeting, ...others] = ofNamed.length > 0 ? ofNamed : there;
  if (!meeting) return { ask: `there is no meeting on ${text} here: import it first` };
  if (others.length === 0) return meeting;
  const ids = [meeting, ...others].map(({ id }) => id).join(', ');
  return { ask: `on ${text} there are several meetings (${ids}): write the id of one` };
}

/** @example toMonth('Sept') // '09' */
function toMonth(text: string): string | undefined {
  const read = /^[a-z]{3,9}\.?$/i.test(text) ? readDay(`${text} 2000`) : undefined;
  return read && 'month' in read ? read.month.slice(5) : undefined;
}

/** “2022/23” is both years, for its months are of either. */
function yearsIn(title: string): string[] {
  return [...title.matchAll(/\b(20\d\d)(?:\s*[-–/]\s*(?:20)?(\d\d)\b)?/g)].flatMap(
    ([, first = '', second]) => (second ? [first, `20${second}`] : [first]),
  );
}

/** The exact id goes first: another may differ in its dash alone, and a register has thousands. */
function findById(text: string, meetings: readonly Meeting[]): Meeting | undefined {
  const wanted = toComparable(text);
  return (
    meetings.find(({ id }) => id === text) ?? meetings.find(({ id }) => toComparable(id) === wanted)
  );
}

/** The day, or the month, that a text has somewhere in it. */
function dayWithin(text: string): string | undefined {
  const read = readDay(text) ?? readDay(DAY_WITHIN.exec(text)?.[0] ?? '');
  return read && ('day' in read ? read.day : read.month);
}

const DAY_OF_YEAR_WITHIN =
  /\b\d{1,2}(?:st|nd|rd|th)?(?: of)?[\s./-]*[a-z]{3,9}\b|\b[a-z]{3,9} \d{1,2}(?:st|nd|rd|th)?\b/i;

/** The day without a year that a text has somewhere in it, as `MM-DD`. */
function dayOfYearWithin(text: string): string | undefined {
  return readDayOfYear(text) ?? readDayOfYear(DAY_OF_YEAR_WITHIN.exec(text)?.[0] ?? '');
}
