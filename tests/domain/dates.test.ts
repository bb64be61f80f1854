import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import {
  isoWeekday,
  monthContaining,
  parseMonth,
  weekContaining,
} from '../../src/domain/calendar-spans.ts';
import {
  addDays,
  addMonths,
  type Day,
  day,
  daysBetween,
  formatDay,
  formatDayWithYear,
  type LocalTime,
  parseDay,
  parseLocalTime,
  toDay,
  toInstant,
  toLocalTime,
} from '../../src/domain/dates.ts';
import { resolveDueRange } from '../../src/domain/due-range.ts';
import { dayInYear, parseMonthDay } from '../../src/domain/month-day.ts';
import {
  type PartnershipYear,
  parseYear,
  resolveYear,
  yearContaining,
  yearSpan,
} from '../../src/domain/partnership-year.ts';

describe('a day', () => {
  it.each([
    '2021-02-30',
    '2021-13-01',
    '2021-2-3',
    '21-02-03',
    '',
    '2021-02-03T10:00',
    '+002021-01-01',
  ])('is not %j', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(() => day(text)).toThrow(new RangeError(`Not a day: ${text}`));
  });

  it.each(['0000-01-01', '9999-12-31'])('is not read in a year without a neighbour: %s', (text) => {
    expect(parseDay(text)).toBeUndefined();
    expect(parseLocalTime(`${text}T10:00`)).toBeUndefined();
  });

  it.each([
    ['04-01', '04-01'],
    ['12-31', '12-31'],
    ['09-31', undefined],
    ['02-29', undefined],
    ['00-10', undefined],
    ['13-01', undefined],
    ['4-1', undefined],
  ])('of every year: %s', (text, read) => {
    expect(parseMonthDay(text)).toBe(read);
  });

  it.each([
    ['09-30', '2021-09-30'],
    ['09-31', '2021-09-30'],
    ['02-30', '2021-02-28'],
  ])('%s that was stored before it was checked is in 2021 the %s', (stored, expected) => {
    expect(dayInYear(2021, stored)).toBe(expected);
  });

  it.each(['2021-03', '2020-12', '1999-01'])('%s is a month', (text) => {
    expect(parseMonth(text)).toBe(text);
  });

  it.each(['2021-13', '2021-00', '2021', '2021-3', '2021-03-15', ''])(
    'a month is not %j',
    (text) => {
      expect(parseMonth(text)).toBeUndefined();
    },
  );

  it.each(['2021-05-12T14:00', '2020-02-29T00:00', '2021-12-31T23:59'])(
    '%s is a local time, and on its day',
    (text) => {
      expect(parseLocalTime(text)).toBe(text);
      expect(toDay(text as LocalTime)).toBe(text.slice(0, 10));
    },
  );

  it.each([
    '2021-05-12T24:00',
    '2021-05-12T14:60',
    '2021-05-12',
    '2021-05-12T14:00:00',
    '2021-05-32T14:00',
    '2021-02-29T14:00',
    '+002021-05-12T14:00',
    ' 2021-05-12T14:00',
  ])('a local time is not %j', (text) => {
    expect(parseLocalTime(text)).toBeUndefined();
  });

  it.each([
    ['2021-03-23', '2021-03-15', 'Tue 23 March'],
    ['2022-01-04', '2021-03-15', 'Tue 4 January 2022'],
    ['2021-03-15', '2021-03-15', 'Mon 15 March'],
    ['2021-02', '2021-03-15', 'February'],
    ['2020-12', '2021-03-15', 'December 2020'],
  ])('%s is written on %s as “%s”', (of, today, words) => {
    expect(formatDay(of as Day, day(today))).toBe(words);
  });

  it.each([
    ['2021-03-15', 'Mon 15 March 2021'],
    ['2020-11', 'November 2020'],
  ])('%s has its year where it is read long after: %s', (of, words) => {
    expect(formatDayWithYear(of as Day)).toBe(words);
  });

  it.each([
    ['2021-08-31', 6, '2022-02-28'],
    ['2020-08-31', -6, '2020-02-29'],
    ['2021-01-15', 1, '2021-02-15'],
  ])('%s and %i months is %s', (from, months, expected) => {
    expect(addMonths(day(from), months)).toBe(expected);
  });

  it('lies in a week from Monday to Sunday and in a month from first to last', () => {
    expect(weekContaining(day('2021-03-21'))).toEqual({ from: '2021-03-15', to: '2021-03-21' });
    expect(monthContaining(day('2020-02-10'))).toEqual({ from: '2020-02-01', to: '2020-02-29' });
  });

  it('is as far from another as was added', () => {
    fc.assert(
      fc.property(fc.integer({ min: -20000, max: 20000 }), (days) => {
        expect(daysBetween(day('2021-03-15'), addDays(day('2021-03-15'), days))).toBe(days);
      }),
    );
  });

  it('is counted from, added to and named as the calendar of the language does, across leap years and centuries', () => {
    const start = Temporal.PlainDate.from('2021-03-15');
    const anyDate = fc
      .integer({ min: -737_000, max: 2_900_000 })
      .map((days) => start.add({ days }));
    const dayFor = (date: Temporal.PlainDate) => day(date.toString());
    fc.assert(
      fc.property(anyDate, anyDate, (from, to) => {
        const { days } = from.until(to, { largestUnit: 'day' });
        expect(daysBetween(dayFor(from), dayFor(to))).toBe(days);
        expect(addDays(dayFor(from), days)).toBe(to.toString());
        expect(isoWeekday(dayFor(from))).toBe(from.dayOfWeek);
      }),
    );
  });
});

describe('the clock of London', () => {
  it.each([
    ['2021-03-28T00:59:00Z', '2021-03-28T00:59'],
    ['2021-03-28T01:00:00Z', '2021-03-28T02:00'],
    ['2021-10-31T00:30:00Z', '2021-10-31T01:30'],
    ['2021-10-31T01:30:00Z', '2021-10-31T01:30'],
  ])('shows at %s the time %s', (instant, local) => {
    expect(toLocalTime(new Date(instant), 'Europe/London')).toBe(local);
  });

  it('takes the first of the two hours that the autumn change repeats', () => {
    expect(toInstant('2021-10-31T01:30' as LocalTime, 'Europe/London').toISOString()).toBe(
      '2021-10-31T00:30:00.000Z',
    );
    expect(toInstant('2021-07-01T09:00' as LocalTime, 'Europe/London').toISOString()).toBe(
      '2021-07-01T08:00:00.000Z',
    );
  });

  it('takes the half past one that the spring change leaves out for half past midnight, so that nothing is late', () => {
    expect(toInstant('2021-03-28T01:30' as LocalTime, 'Europe/London').toISOString()).toBe(
      '2021-03-28T00:30:00.000Z',
    );
  });
});

describe('a partnership year', () => {
  it.each([
    ['2021-03-31', '04-01', '2020-21'],
    ['2021-04-01', '04-01', '2021-22'],
    ['1999-12-31', '04-01', '1999-00'],
    ['2021-08-31', '09-01', '2020-21'],
  ])('%s with a year from %s falls in %s', (of, start, year) => {
    expect(yearContaining(day(of), start)).toBe(year);
  });

  it('runs from its first day to the day before the next', () => {
    expect(yearSpan('2020-21' as PartnershipYear, '04-01')).toEqual({
      from: '2020-04-01',
      to: '2021-03-31',
    });
  });

  it.each([
    ['current', '2020-21'],
    ['last', '2019-20'],
    ['next', '2021-22'],
    ['2018-19', '2018-19'],
    ['whenever', undefined],
    ['since 2018-19', undefined],
    ['2018-19-20', undefined],
  ])('asked for as “%s” in March 2021 is %s', (asked, year) => {
    expect(resolveYear(asked, day('2021-03-15'), '04-01')).toBe(year);
  });

  it.each(['2020-21', '1999-00', '1000-01', '9998-99'])('is “%s”', (name) => {
    expect(parseYear(name)).toBe(name);
    expect(() => yearSpan(name as PartnershipYear, '04-01')).not.toThrow();
  });

  it.each([
    '2020-22',
    '2022-24',
    '9999-00',
    '0000-01',
    '2020',
    '2020-21x',
    'x2020-21',
    '020-21',
    '',
  ])('is not “%s”', (name) => {
    expect(parseYear(name)).toBeUndefined();
  });
});

describe('when something is due, asked on Monday 15 March 2021', () => {
  it.each([
    ['overdue', { to: '2021-03-14' }],
    ['today', { from: '2021-03-15', to: '2021-03-15' }],
    ['tomorrow', { from: '2021-03-16', to: '2021-03-16' }],
    ['this-week', { from: '2021-03-15', to: '2021-03-21' }],
    ['next-week', { from: '2021-03-22', to: '2021-03-28' }],
    ['this-month', { from: '2021-03-01', to: '2021-03-31' }],
    ['next-month', { from: '2021-04-01', to: '2021-04-30' }],
    ['next-14-days', { from: '2021-03-15', to: '2021-03-29' }],
    ['by:month-end', { to: '2021-03-31' }],
    ['by:2021-06-30', { to: '2021-06-30' }],
    ['from:2021-06-30', { from: '2021-06-30' }],
    ['on:2021-06-30', { from: '2021-06-30', to: '2021-06-30' }],
    ['between:2021-04-01..2021-06-30', { from: '2021-04-01', to: '2021-06-30' }],
    ['before-next-meeting', { to: '2021-05-12' }],
    ['by:2021-02-30', undefined],
    ['between:2021-04-01', undefined],
    ['between:2021-04-01..2021-06-31', undefined],
    ['not-by:2021-06-30', undefined],
    ['by:2021-06-30-or-so', undefined],
    ['the-next-14-days', undefined],
    ['next-14-days-or-so', undefined],
    ['some day', undefined],
  ])('“%s” is %j', (range, span) => {
    expect(resolveDueRange(range, day('2021-03-15'), day('2021-05-12'))).toEqual(span);
  });

  it('cannot be told before a meeting that is not in the records', () => {
    expect(resolveDueRange('before-next-meeting', day('2021-03-15'))).toBeUndefined();
  });
});
