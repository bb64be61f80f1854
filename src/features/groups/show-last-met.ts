import { formatTime } from '../../answers/meeting-words.ts';
import { formatList } from '../../answers/words.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, parseDay, toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { formatMonth, type Period, parseMonthAsked } from '../../domain/period.ts';
import { describeLateness, formatAgo, type GroupRecord } from './group-record.ts';

/** When a group last met and how long ago, whether it is late, and what was called off since; of a period, whether it met in it. */
export function describeLastMet(
  { directory, today }: Request,
  record: GroupRecord,
  question: Question,
): string {
  const { group, lastHeld, past, next } = record;
  const asked = findPeriod(question, today, directory.partnership.yearStart);
  const within = asked ? `${describeWithin(record, asked, today)} ` : '';
  const coming = next
    ? ` It meets next on ${formatTime(next.startsAt, today)}.`
    : ' No meeting is scheduled.';
  if (!lastHeld)
    return `${within}The records show no meeting of ${group.name} that was held.${coming}`;
  const on = toDay(lastHeld.startsAt);
  const calledOff = past.filter(({ startsAt, status }) => toDay(startsAt) > on && isOff(status));
  const missed = calledOff.map(
    ({ startsAt, status }) => `the meeting of ${formatDay(toDay(startsAt), today)} was ${status}`,
  );
  const since = missed.length > 0 ? ` Since then ${formatList(missed)}.` : '';
  return `${within}${group.name} last met on ${formatDay(on, today)}, ${formatAgo(on, today)}.${describeLateness(record, today)}${since}${coming}`;
}

const isOff = (status: Meeting['status']) => status === 'postponed' || status === 'cancelled';

interface NamedPeriod extends Period {
  readonly words: string;
}

function findPeriod(
  { filters, args }: Question,
  today: Day,
  yearStart: string,
): NamedPeriod | undefined {
  const since = parseDay(args.fromDay);
  if (since && since <= today)
    return { from: since, to: today, words: `since ${formatDay(since, today)}` };
  const month = parseMonthAsked(filters.meeting, today, 'last');
  if (month) return { ...month, words: `in ${formatMonth(month)}` };
  const year = filters.year && resolveYear(filters.year, today, yearStart);
  return year ? { ...yearSpan(year, yearStart), words: `in ${year}` } : undefined;
}

const TIMES: Readonly<Record<number, string>> = { 1: 'once', 2: 'twice' };

/** “It met twice since Fri 1 January: …”, “It did not meet in July 2020.” */
function describeWithin(
  { past }: GroupRecord,
  { from, to, words }: NamedPeriod,
  today: Day,
): string {
  const found = past.filter(
    ({ startsAt, status }) => status === 'held' && toDay(startsAt) >= from && toDay(startsAt) <= to,
  );
  if (found.length === 0) return `No, it did not meet ${words}.`;
  const days = found.slice(-4).map(({ startsAt }) => formatDay(toDay(startsAt), today));
  const more =
    found.length > days.length ? `, the latest on ${formatList(days)}` : `, on ${formatList(days)}`;
  return `Yes, it met ${TIMES[found.length] ?? `${found.length} times`} ${words}${more}.`;
}
