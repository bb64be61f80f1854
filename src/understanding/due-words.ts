import {
  addDays,
  addMonths,
  type Day,
  monthContaining,
  parseDay,
  weekContaining,
} from '../domain/dates.ts';
import type { DueRange } from '../domain/due-range.ts';
import { type DueWords, partOfMonth, quarter, weekAfterNext, yearEnd } from './calendar-ranges.ts';
import type { DateInText } from './dates-in-text.ts';
import { type Heard, overlapsAny, wordsIn } from './heard.ts';

const COUNTS: Readonly<Record<string, number>> = {
  a: 1,
  one: 1,
  two: 2,
  couple: 2,
  three: 3,
  few: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  eight: 8,
  ten: 10,
  fourteen: 14,
  thirty: 30,
};
const UNITS: Readonly<Record<string, number>> = {
  day: 1,
  week: 7,
  fortnight: 14,
  month: 30,
  quarter: 90,
};

/**
 * When the things asked for are due: “overdue”, “in the next couple of weeks”, “by end of june”, “before the next board”.
 * The length of a month in “the next two months” is 30 days.
 */
export function dueWordsIn(
  heard: Heard,
  dates: readonly DateInText[],
  today: Day,
  yearStart: string,
): DueWords | undefined {
  return (
    beforeMeeting(heard) ??
    quarter(heard, today, yearStart) ??
    nextSoMany(heard) ??
    partOfMonth(heard, dates) ??
    yearEnd(heard, today, yearStart) ??
    weekAfterNext(heard, today) ??
    lastOne(heard, today) ??
    byDate(heard, dates, today) ??
    named(heard) ??
    shouldHaveBeen(heard)
  );
}

/** “owned by slpr” says by whom, not by when. */
const DONE_BY =
  /^(owned|led|run|chaired|held|raised|agreed|made|set|taken|overseen|monitored|given|asked|assigned|split|grouped|requested|tracked|managed|signed|approved|overdue|late|open)$/;

/** “before the next board”, “ahead of qppa”, “in time for the meeting” */
function beforeMeeting(heard: Heard): DueWords | undefined {
  const { tokens } = heard;
  for (let at = 0; at < tokens.length; at += 1) {
    const lead = /^(before|by|b4)$/.test(tokens[at]?.word ?? '')
      ? 1
      : /^(ahead of|in time for|prior to|due for|ready for|up to)$/.test(
            wordsIn(heard, { start: at, end: at + 2 }),
          )
        ? 2
        : wordsIn(heard, { start: at, end: at + 3 }) === 'in time for'
          ? 3
          : 0;
    if (!lead || (tokens[at]?.word === 'by' && DONE_BY.test(tokens[at - 1]?.word ?? ''))) continue;
    let end = at + lead;
    while (/^(the|our|we|next|upcoming|meet|meets|i)$/.test(tokens[end]?.word ?? '')) end += 1;
    const group = [...heard.mentions, ...heard.faint].find(
      (mention) => mention.start === end && mention.meanings.some(({ kind }) => kind === 'group'),
    );
    if (group) return { start: at, end: group.end, range: 'before-next-meeting' };
    if (
      /^meetings?$/.test(tokens[end]?.word ?? '') ||
      /^(meet|meets)$/.test(tokens[end - 1]?.word ?? '')
    )
      return { start: at, end: end + 1, range: 'before-next-meeting' };
  }
  return undefined;
}

/** “next 2 weeks”, “in the coming fortnight”, “within ten days”, “over the next couple of months” */
function nextSoMany({ tokens, stems }: Heard): DueWords | undefined {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!/^(next|coming|within|in|following)$/.test(tokens[at]?.word ?? '')) continue;
    const next = /^(next|coming|following)$/.test(tokens[at]?.word ?? '');
    let end = at + 1;
    let count = next ? 0 : -1;
    while (end < at + 5) {
      const word = tokens[end]?.word ?? '';
      const number = /^\d{1,3}$/.test(word) ? Number(word) : COUNTS[word];
      if (number !== undefined) count = number;
      else if (!/^(of|the|next|working|calendar|coming)$/.test(word)) break;
      end += 1;
    }
    const unit = UNITS[stems[end] ?? ''] ?? 0;
    const plural =
      count > 0 ||
      (stems[end] === 'fortnight' && count === 0) ||
      (stems[end] === 'quarter' && count === 0);
    if (unit && plural)
      return { start: at, end: end + 1, range: `next-${Math.max(1, count) * unit}-days` };
  }
  return undefined;
}

function byDate(
  { tokens, parts }: Heard,
  dates: readonly DateInText[],
  today: Day,
): DueWords | undefined {
  const relative = parts.filter(
    ({ filter, value }) => filter === 'dueRange' && value !== 'overdue',
  );
  const date = dates.find((candidate) => !overlapsAny(candidate, relative));
  if (!date) return undefined;
  const before = [1, 2, 3, 4].map((back) => tokens[date.start - back]?.word ?? '');
  const said = (words: RegExp) =>
    before.slice(0, 3).some((word) => words.test(word)) ||
    words.test(tokens[date.start]?.word ?? '');
  const span = { start: date.start, end: date.end };
  const months = monthContaining(date.day);
  if (said(/^(end)$/) && date.month) return { ...span, range: `by:${months.to}` };
  if (said(/^(after|since|from|onwards)$/)) {
    const second = dates[dates.indexOf(date) + 1];
    if (second && /^(to|until|till|and|-)$/.test(tokens[second.start - 1]?.word ?? '')) {
      return {
        start: date.start,
        end: second.end,
        range: `between:${date.day}..${second.month ? monthContaining(second.day).to : second.day}`,
      };
    }
    return {
      ...span,
      range: `from:${date.month && said(/^after$/) ? addDays(months.to, 1) : date.day}`,
    };
  }
  if (said(/^(between)$/)) {
    const second = dates[dates.indexOf(date) + 1];
    if (second)
      return {
        start: date.start,
        end: second.end,
        range: `between:${date.day}..${second.month ? monthContaining(second.day).to : second.day}`,
      };
  }
  const atTheEnd =
    /^end$/.test(tokens[date.start]?.word ?? '') || before[0] === 'end' || before[1] === 'end';
  if (atTheEnd || (said(/^before$/) && said(/^or$/))) return { ...span, range: `by:${date.day}` };
  if (said(/^(before)$/))
    return { ...span, range: `by:${addDays(date.month ? months.from : date.day, -1)}` };
  if (said(/^(by|until|till|latest)$/))
    return { ...span, range: `by:${date.month ? months.to : date.day}` };
  if (date.month) return { ...span, range: `between:${months.from}..${months.to}` };
  return { ...span, range: date.day === today ? 'today' : `on:${date.day}` };
}

/** “what was due last month”; without “due”, it is no day when something is due. */
function lastOne(heard: Heard, today: Day): DueWords | undefined {
  return heard.tokens.some(({ word }) => word === 'due')
    ? lastWeekOrMonth(heard, today)
    : undefined;
}

/**
 * When the things asked for were completed: “closed this month”, “finished last week”, “done since january”. Where something is said
 * to be due, or has yet to be done, a period is that of its due date.
 */
export function completedWordsIn(
  heard: Heard,
  due: DueWords | undefined,
  today: Day,
): DueWords | undefined {
  if (heard.tokens.some(({ word }) => /^(due|overdue|late|deadlines?)$/.test(word)))
    return undefined;
  return due && PAST.test(due.range)
    ? { ...due, range: pastOf(due.range, today) }
    : lastWeekOrMonth(heard, today);
}

const PAST = /^(today|this-week|this-month|between:|on:|from:)/;

/** What was completed “in february” was so in the last february. */
function pastOf(range: DueRange, today: Day): DueRange {
  return range.replace(/\d{4}-\d\d-\d\d/g, (written) => {
    const day = parseDay(written);
    return day && range.slice(range.indexOf(':') + 1) > today ? addMonths(day, -12) : written;
  });
}

function lastWeekOrMonth({ tokens, stems }: Heard, today: Day): DueWords | undefined {
  const at = tokens.findIndex(
    ({ word }, index) => word === 'last' && /^(week|month)$/.test(stems[index + 1] ?? ''),
  );
  if (at < 0) return undefined;
  const past =
    stems[at + 1] === 'week'
      ? weekContaining(addDays(today, -7))
      : monthContaining(addDays(monthContaining(today).from, -1));
  return { start: at, end: at + 2, range: `between:${past.from}..${past.to}` };
}

/** “anything the council should have finished already” */
function shouldHaveBeen({ tokens }: Heard): DueWords | undefined {
  const start = tokens.findIndex(
    ({ word }, at) =>
      /^(should|ought|meant|supposed)$/.test(word) &&
      (tokens.slice(at, at + 6).some((next) => next.word === 'have') ||
        tokens.some((next) => next.word === 'already')),
  );
  const end = tokens.findIndex(
    ({ word }, at) =>
      at > start && /^(done|finished|completed|closed|sorted|delivered|started)$/.test(word),
  );
  return start >= 0 && end > start ? { start, end: end + 1, range: 'overdue' } : undefined;
}

/** “overdue”, “this week”, “by the end of the month”; what is overdue wins over when it was due. */
function named({ parts, tokens }: Heard): DueWords | undefined {
  const found = parts.filter(({ filter }) => filter === 'dueRange');
  const best = found.find(({ value }) => value === 'overdue') ?? found[0];
  if (!best) return undefined;
  const span = { start: best.start, end: best.end };
  const by = /^(by|before|end|until)$/.test(tokens[best.start - 1]?.word ?? '');
  return { ...span, range: best.value === 'this-month' && by ? 'by:month-end' : best.value };
}

/** The last day of the week in which a day falls, for “by the end of the week”. */
export const endOfWeek = (today: Day): Day => weekContaining(today).to;
