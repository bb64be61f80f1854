import type { Args } from '../../contract/question.ts';
import { monthContaining, weekContaining } from '../../domain/calendar-spans.ts';
import { addDays, addMonths, type Day } from '../../domain/dates.ts';
import { omitUndefined } from '../../domain/optional.ts';
import { DAYS_OF_UNIT, parseCount, WEEKDAYS } from '../text/word-sets.ts';
import { type DateMention, findDates } from './dates.ts';
import type { FillContext } from './fill-context.ts';
import { parseQuietHours } from './quiet-hours.ts';

/**
 * When somebody wants a message, or none: `on` a day, `startsOn` from a day, `leadDays` before the
 * meeting of `meetingOf` or the due day, `quietDays` and `quietFrom`/`quietTo` without messages,
 * and `words` what to be reminded of when it is no record.
 */
export function parseReminder(context: FillContext): Args {
  const { message, typed } = context;
  const { text } = message;
  const dates = datesUntil(context);
  const week = /\bnext (week|month)\b/.exec(text)?.[0];
  const word = /\b(weekends?|evenings?|tomorrow|today)\b/.exec(text)?.[0];
  const days = /\b(\d{1,2}) days?\b/.exec(text)?.[1];
  const meetingOf = groupOfMeeting(context);
  const beforeDue = meetingOf === undefined && BEFORE_DUE.test(text);
  const lead = leadDaysIn(text) ?? (/\bbefore\b/.test(text) ? 1 : 0);
  const isAfter = /\bafter\b/.test(text) && (meetingOf ?? dates[0]) !== undefined;
  return omitUndefined({
    when: dates[0]?.typed ?? week ?? word,
    days: days ? Number(days) : undefined,
    on: meetingOf || beforeDue ? undefined : dayIn(dates, context.today, text),
    startsOn: dates !== context.dates && /\bfrom\b/.test(text) ? context.dates[0]?.day : undefined,
    reviewOf: message.reviewRefs[0]?.ref,
    leadDays: meetingOf || beforeDue ? lead : undefined,
    meetingOf,
    beforeDue: beforeDue || undefined,
    after: isAfter || undefined,
    ...quietDaysIn(text),
    ...parseQuietHours(text),
    words: findSubject(typed, dates[0]?.typed),
  });
}

const BEFORE_DUE =
  /\b(before|when|until|till|if) (\S+ ){0,4}(is |are |it is |about to be )*(due|late|overdue)\b/;

/** Of “from tomorrow until 29 march” the day after “until” counts. */
function datesUntil({ message, dates, today, bankHolidays }: FillContext): readonly DateMention[] {
  const until = message.tokens.findLastIndex(({ word }) => word === 'until' || word === 'till');
  const behind = until < 0 ? [] : findDates(message.tokens.slice(until + 1), today, bankHolidays);
  return behind.length > 0 ? behind : dates;
}

const COUNT = String.raw`(\d{1,2}|a couple of|a few|couple|few|an?|the|one|another|two|three|four|five|six)`;
const LENGTH = new RegExp(String.raw`\b${COUNT} (day|week|fortnight|month)s?\b`);

/** “a week before”, “2 days before”, “the day before”: how many days. */
function leadDaysIn(text: string): number | undefined {
  const found = new RegExp(`${LENGTH.source} (before|ahead|in advance|beforehand)`).exec(text);
  return found ? toDays(found[1], found[2]) : undefined;
}

function toDays(count = '', unit = ''): number {
  return (parseCount(count) ?? 1) * (DAYS_OF_UNIT.get(unit) ?? 1);
}

/** The group whose next meeting is meant: “before the board”, “till after qppa”. */
function groupOfMeeting({ message, board }: FillContext): string | undefined {
  const { text, entities, weakEntities } = message;
  if (!/\b(before|after|ahead of|until|till|by)\b/.test(text)) return undefined;
  const named = [...entities, ...weakEntities].flatMap(({ senses }) =>
    senses.filter(({ kind }) => kind === 'group'),
  );
  return named[0]?.id ?? (/\bboard\b/.test(text) ? board : undefined);
}

const WEEKDAY = /\b(mon|tue|wed|thu|fri|sat|sun)/i;

/** The named day, or the end of a length of time. “on monday” is the next one on a Monday. */
function dayIn([named]: readonly DateMention[], today: Day, text: string): Day | undefined {
  if (named)
    return named.day === today && WEEKDAY.test(named.typed) ? addDays(today, 7) : named.day;
  if (/\b(end of|rest of) (the |this )?month\b/.test(text)) return monthContaining(today).to;
  if (/\bnext month\b/.test(text)) return addDays(monthContaining(today).to, 1);
  if (
    /\b(next week|end of (the |this )?week|rest of the week|this week|weekend is over)\b/.test(text)
  )
    return addDays(weekContaining(today).to, 1);
  const length = LENGTH.exec(text);
  if (length?.[2] === 'month') return addMonths(today, parseCount(length[1] ?? '') ?? 1);
  if (length) return addDays(today, toDays(length[1], length[2]));
  return /\bfortnight\b/.test(text) ? addDays(today, 14) : undefined;
}

const NAMES = [...WEEKDAYS];

/** Named weekdays, as `5,6`: without messages, `only` those with them, or with messages `again`. */
function quietDaysIn(text: string): Args {
  const named = NAMES.flatMap((name, at) =>
    new RegExp(`\\b${name}s?\\b`).test(text) ? [at + 1] : [],
  );
  const through = new RegExp(
    `\\b(${NAMES.join('|')})s? (?:to|till|until|through) (${NAMES.join('|')})s?\\b`,
  ).exec(text);
  const range =
    through && between(NAMES.indexOf(through[1] ?? '') + 1, NAMES.indexOf(through[2] ?? '') + 1);
  const weekend = /\bweekends?\b/.test(text) ? [6, 7] : [];
  const weekdays = /\b(weekdays?|in the week|monday to friday)\b/.test(text) ? [1, 2, 3, 4, 5] : [];
  const days = [...new Set([...(range ?? named), ...weekend, ...weekdays])].sort();
  const all = /\b(any|every) day\b/.test(text) ? [1, 2, 3, 4, 5, 6, 7] : [];
  const isAgain = all.length > 0 || /\b(again|after all|back on)\b/.test(text);
  return omitUndefined({
    quietDays: [...days, ...all].join(',') || undefined,
    only: /\bonly\b/.test(text) || undefined,
    again: isAgain || undefined,
  });
}

function between(from: number, to: number): number[] {
  const days = [from];
  for (let day = from; day !== to; ) {
    day = (day % 7) + 1;
    days.push(day);
  }
  return days;
}

/** “remind me to chase the council on friday”: what it is to be reminded of, without the day. */
function findSubject(typed: string, date: string | undefined): string | undefined {
  const subject =
    /\b(?:remind|nudge|ping|prompt|poke|alert) (?:me|us)\b.*?\b(?:to|that|about|re)\s+(.{3,})$/i.exec(
      typed,
    )?.[1];
  if (!subject) return undefined;
  const day = `(?:${date ? `(?:the )?${RegExp.escape(date)}|` : ''}tomorrow|tmrw|today|next (?:week|month)|in .{1,12}(?:days?|weeks?|months?)|(?:a|\\d+|two) (?:days?|weeks?) before.*)`;
  const words = subject
    .replace(new RegExp(`[,\\s]*\\b(?:on|by|at|for|from)?\\s*${day}\\s*$`, 'i'), '')
    .trim();
  return words.length > 2 ? words : undefined;
}
