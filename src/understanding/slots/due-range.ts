import { addDays, addMonths, type Day, parseDay } from '../../domain/dates.ts';
import type { DueRange } from '../../domain/due-range.ts';
import { resolveYear, yearSpan } from '../../domain/partnership-year.ts';
import { type AnnotatedMessage, textOf } from '../entities/annotated-message.ts';
import { overlapsAny, type Span, toSpan } from '../text/span.ts';
import { DAYS_OF_UNIT, parseCount } from '../text/word-sets.ts';
import {
  daysBack,
  parseDaysOfWeek,
  parseLastPeriod,
  parsePartOfMonth,
  parseQuarter,
  parseWeekAfterNext,
  parseYearEnd,
  type RangeMention,
} from './calendar-ranges.ts';
import { type DateMention, isJoined } from './dates.ts';
import { findOwed, findUndone } from './owed.ts';

export type { RangeMention };

/** When things are due: “overdue”, “in the next two weeks”, “by june”, “before the next board”. */
export function parseDueRange(
  message: AnnotatedMessage,
  dates: readonly DateMention[],
  today: Day,
  yearStart: string,
): RangeMention | undefined {
  return (
    parseLongOverdue(message, today) ??
    parseCalendarYear(message) ??
    parseBeforeMeeting(message) ??
    parseSpan(message, dates, today, yearStart) ??
    parseNamedRange(message, today) ??
    parseOwed(message)
  );
}

/** “anything the council should have finished already”, “meant to be done and isn't” */
function parseOwed(message: AnnotatedMessage): RangeMention | undefined {
  const owed = findOwed(message);
  const start = owed?.start ?? 0;
  return owed && (owed.isPast || findUndone(message))
    ? { start, end: start + 1, range: 'overdue' }
    : undefined;
}

/** The days that a message speaks of, whatever is asked of them: “last quarter”, “in the autumn”. */
export function parseSpan(
  message: AnnotatedMessage,
  dates: readonly DateMention[],
  today: Day,
  yearStart: string,
): RangeMention | undefined {
  return (
    findSchoolHolidays(message) ??
    parseDaysOfWeek(message, today) ??
    parseQuarter(message, today, yearStart) ??
    parseNextPeriod(message) ??
    parsePartOfMonth(message, dates) ??
    parseYearEnd(message, today, yearStart) ??
    parseWeekAfterNext(message, today) ??
    // Without “due” or what has been, “last week” is no day when something is due.
    (/\b(due|was|were|had|did)\b/.test(message.text)
      ? parseLastPeriod(message, today)
      : undefined) ??
    parseDateRange(message, dates, today)
  );
}

/** “between easter and the summer holidays”: when schools are closed is in no record. */
function findSchoolHolidays({ filterValues }: AnnotatedMessage): RangeMention | undefined {
  const found = filterValues.find(({ value }) => value === 'half-term');
  return found && { ...found, range: found.value };
}

/** “Overdue by over three months”: due before the day that lies so far back. */
function parseLongOverdue({ text }: AnnotatedMessage, today: Day): RangeMention | undefined {
  const found =
    /\b(?:overdue|late|behind|past due|slipped)(?: by| for)?(?: (?:over|more than|at least|longer than))(?: an?)? (\w+)(?: (days?|weeks?|months?|years?))?\b/.exec(
      text,
    );
  const back = found && daysBack(today, found[1] ?? '', found[2]);
  return found && back ? { ...toSpan(text, found), range: `by:${addDays(back, -1)}` } : undefined;
}

/** “due in 2027” is the calendar year; a plan's year is written 2026-27. */
function parseCalendarYear({ tokens }: AnnotatedMessage): RangeMention | undefined {
  const start = tokens.findIndex(
    ({ word }, at) =>
      /^20\d\d$/.test(word) &&
      /^(in|during)$/.test(tokens[at - 1]?.word ?? '') &&
      tokens[at - 2]?.word === 'due',
  );
  const year = tokens[start]?.word;
  return year
    ? { start, end: start + 1, range: `between:${year}-01-01..${year}-12-31` }
    : undefined;
}

/** When things were completed: “closed this month”, “done since january”. */
export function parseCompletedRange(
  message: AnnotatedMessage,
  due: RangeMention | undefined,
  today: Day,
  isTimely = false,
): RangeMention | undefined {
  if (!isTimely && /\b(due|overdue|late|deadlines?)\b/.test(message.text)) return undefined;
  return due && /^(today|this-week|this-month|between:|on:|from:)/.test(due.range)
    ? { ...due, range: toPast(due.range, today) }
    : parseLastPeriod(message, today);
}

/** Words that say that something came on the list, rather than when it is due. */
const RAISED =
  /\b(raised|added|logged|created|recorded|new(?! year)|fresh|newly|came in|come in|come on|came on|arrived|put on|handed out|handed down|taken on|took on|been given|were given|was given|opened up|originate[ds]?|entered|set up|landed)\b(?! (dates?|deadlines?|due|evidence))/;

/** Whether the days of a message say when things came on the list. */
export const saysRaised = ({ text }: Pick<AnnotatedMessage, 'text'>): boolean =>
  RAISED.test(text) && !/\b(due|deadlines?)\b/.test(text);

/** When things were raised: “raised in june”, “added this year”, “how many new this month”. */
export function parseRaisedRange(
  message: AnnotatedMessage,
  due: RangeMention | undefined,
  today: Day,
  yearStart: string,
): RangeMention | undefined {
  const old = parseOlder(message, today);
  if (old) return old;
  if (!saysRaised(message)) return undefined;
  if (due && /^(today|this-week|this-month|between:|on:|from:|by:\d)/.test(due.range))
    return { ...due, range: toPast(due.range, today) };
  const [named] = message.years;
  const year = named && resolveYear(named.year, today, yearStart);
  if (!named || !year) return parseLastPeriod(message, today);
  const { from, to } = yearSpan(year, yearStart);
  return { start: named.start, end: named.end, range: `between:${from}..${to}` };
}

/** “Older than six months”: raised before the day that lies so far back. */
function parseOlder({ text }: AnnotatedMessage, today: Day): RangeMention | undefined {
  const found =
    /\b(?:older than|over)(?: an?)? (\w+)(?: (days?|weeks?|months?|years?))?(?: old)?\b/.exec(text);
  const back = found && /^older|old$/.test(found[0]) && daysBack(today, found[1] ?? '', found[2]);
  return found && back ? { ...toSpan(text, found), range: `by:${addDays(back, -1)}` } : undefined;
}

/** What was completed or raised “in february” was so in the last february. */
function toPast(range: DueRange, today: Day): DueRange {
  return range.replace(/\d{4}-\d\d-\d\d/g, (written) => {
    const day = parseDay(written);
    return day && range.slice(range.indexOf(':') + 1) > today ? addMonths(day, -12) : written;
  });
}

/** “owned by slpr” says by whom, not by when. */
const DONE_BY =
  /^(owned|led|run|chaired|held|raised|agreed|made|set|taken|overseen|monitored|given|asked|assigned|split|grouped|requested|tracked|managed|signed|approved|overdue|late|open)$/;
const BEFORE =
  /^(before|by the time|by|b4|ahead of|prior to|due for(?! review)|ready for|up to|in time for)(?= |$)/;

/** “before the next board”, “ahead of qppa”, “in time for the meeting” */
function parseBeforeMeeting(message: AnnotatedMessage): RangeMention | undefined {
  const wordAt = (at: number) => message.tokens[at]?.word ?? '';
  for (const start of message.tokens.keys()) {
    const lead = BEFORE.exec(textOf(message, { start, end: start + 3 }))?.[0];
    if (!lead || (wordAt(start) === 'by' && DONE_BY.test(wordAt(start - 1)))) continue;
    let end = start + lead.split(' ').length;
    while (
      /^(the|our|we|they|it|next|upcoming|meet|meets|sit|sits|convene|convenes|i)$/.test(
        wordAt(end),
      )
    )
      end += 1;
    const group = [...message.entities, ...message.weakEntities].find(
      (entity) =>
        entity.start === end &&
        entity.senses[0].kind !== 'agency' &&
        entity.senses.some(({ kind }) => kind === 'group'),
    );
    if (group) return { start, end: group.end, range: 'before-next-meeting' };
    if (/^meetings?$/.test(wordAt(end)) || /^(meets?|sits?|convenes?)$/.test(wordAt(end - 1)))
      return { start, end: end + 1, range: 'before-next-meeting' };
  }
  return undefined;
}

/** “next 2 weeks”, “in the coming fortnight”, “within ten days”, “the next couple of months” */
function parseNextPeriod({ tokens, stems }: AnnotatedMessage): RangeMention | undefined {
  for (const [start, { word: lead }] of tokens.entries()) {
    if (!/^(next|coming|within|in|following)$/.test(lead)) continue;
    let count = /^(within|in)$/.test(lead) ? -1 : 0;
    let end = start + 1;
    for (; end < start + 5; end += 1) {
      const word = tokens[end]?.word ?? '';
      const number = word === 'a' ? 1 : parseCount(word);
      if (number === undefined && !/^(of|the|next|working|calendar|coming)$/.test(word)) break;
      count = number ?? count;
    }
    const unit = stems[end] ?? '';
    const days = DAYS_OF_UNIT.get(unit);
    if (days && (count > 0 || (count === 0 && /^(fortnight|quarter)$/.test(unit))))
      return { start, end: end + 1, range: `next-${Math.max(1, count) * days}-days` };
  }
  return undefined;
}

/** “due by the 31st”: of several days the one that is governed so. */
const GOVERNS = /\b(due|by|before|until|till|between|from|since|after)( (on|by|before|the|in))*$/;
const PAPER =
  /^(mailings?|agendas?|emails?|newsletters?|bulletins?|briefings?|papers?|packs?|slides?|minutes|reports?|notes?|updates?|supervision)$/;

/** “For friday's mailing”: the day of what the list is wanted for. */
const isOfPaper = ({ start, end }: Span, tokens: AnnotatedMessage['tokens']): boolean =>
  PAPER.test(tokens[end]?.word ?? '') &&
  tokens.slice(Math.max(0, start - 2), start).some(({ word }) => word === 'for');

/** “by the 14th”, “in june”, “between 1 and 9 april”: the first date not explained otherwise. */
function parseDateRange(
  { tokens, filterValues }: AnnotatedMessage,
  dates: readonly DateMention[],
  today: Day,
): RangeMention | undefined {
  const relative = filterValues.filter(
    ({ filter, value }) => filter === 'dueRange' && value !== 'overdue',
  );
  const free = dates.filter((each) => !overlapsAny(each, relative) && !isOfPaper(each, tokens));
  const isGoverned = ({ start }: Span) =>
    GOVERNS.test(
      tokens
        .slice(Math.max(0, start - 3), start)
        .map(({ word }) => word)
        .join(' '),
    );
  const date = free.find(isGoverned) ?? free[0];
  if (!date) return undefined;
  const { start, end, day, last, isPeriod } = date;
  const nearWords = [0, 1, 2, 3].map((back) => tokens[start - back]?.word ?? '');
  const says = (words: RegExp) => nearWords.some((word) => words.test(word));
  const isAnd = ({ start: at }: Span) => tokens[at - 1]?.word === 'and';
  const toRange = (range: DueRange) => ({ start, end, range });

  if (isPeriod && says(/^end$/)) return toRange(`by:${last}`);
  const second = free[free.indexOf(date) + 1];
  const isFrom = says(/^(after|since|from|onwards)$/);
  const isBetween = isFrom
    ? second && isJoined(tokens, date, second)
    : says(/^between$/) || (second && isJoined(tokens, date, second) && !isAnd(second));
  if (second && isBetween)
    return { start, end: second.end, range: `between:${day}..${second.last}` };
  if (isFrom) return toRange(`from:${isPeriod && says(/^after$/) ? addDays(last, 1) : day}`);
  if (nearWords.slice(0, 3).includes('end') || (says(/^before$/) && says(/^or$/)))
    return toRange(`by:${day}`);
  // “Before friday is out” takes in the friday.
  const isOut = /^is (out|over|done|through)$/.test(
    [tokens[end]?.word, tokens[end + 1]?.word].join(' '),
  );
  if (says(/^before$/)) return toRange(`by:${isOut ? last : addDays(day, -1)}`);
  if (says(/^(by|until|till|latest)$/)) return toRange(`by:${last}`);
  if (isPeriod) return toRange(`between:${day}..${last}`);
  return toRange(day === today ? 'today' : `on:${day}`);
}

/**
 * “overdue”, “this week”, “by the end of the month”; what is overdue wins over when it was due, and a period
 * over “coming up”. */
function parseNamedRange(
  { filterValues, tokens }: AnnotatedMessage,
  today: Day,
): RangeMention | undefined {
  const found = filterValues.filter(({ filter }) => filter === 'dueRange');
  const best =
    found.find(({ value }) => value === 'overdue') ??
    found.find(({ value }) => value !== 'next-30-days') ??
    found[0];
  if (!best) return undefined;
  const { start, end, value } = best;
  if (value === 'overdue' && isNegated(tokens, start))
    return { start: start - 1, end, range: `from:${today}` };
  const isBy = /^(by|before|end|until)$/.test(tokens[start - 1]?.word ?? '');
  return { start, end, range: value === 'this-month' && isBy ? 'by:month-end' : value };
}

/** “Not late”, “isn't overdue yet”: due today or later. */
const isNegated = (tokens: AnnotatedMessage['tokens'], start: number): boolean =>
  [1, 2].some((back) => /^(not|never|without|nothing)$/.test(tokens[start - back]?.word ?? ''));
