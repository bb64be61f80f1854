import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekday } from '../../../src/domain/calendar-spans.ts';
import { addDays, type Day, day } from '../../../src/domain/dates.ts';
import {
  dueDaysAfter,
  dueDaysBefore,
  isInWindow,
  stepBefore,
  sweepWindow,
  weeklyDay,
  weeklyDayIn,
  workingDaysFrom,
} from '../../../src/domain/notices/steps.ts';
import { isWorkingDay } from '../../../src/domain/working-days.ts';
import { bankHolidays } from './a-partnership.ts';

const someDay = fc.integer({ min: 0, max: 3000 }).map((days) => addDays(day('2019-01-01'), days));
const inSpan = ({ from, to }: { from?: Day; to?: Day }, on: Day) =>
  (!from || on >= from) && (!to || on <= to);

describe('the day on which a step is reached', () => {
  it.each([
    ['14 working days before, over Easter', '2021-04-14', 14, '2021-03-23'],
    ['7 working days before, over Christmas', '2021-01-05', 7, '2020-12-22'],
    ['1 working day before a Monday', '2021-03-22', 1, '2021-03-19'],
    ['1 working day before the day after Christmas', '2020-12-29', 1, '2020-12-24'],
    ['on the day', '2021-03-22', 0, '2021-03-22'],
    ['on the day, when it is a Sunday: its Friday', '2021-03-21', 0, '2021-03-19'],
    ['on the day, when it is Easter Monday: Maundy Thursday', '2021-04-05', 0, '2021-04-01'],
  ])('%s', (_, due, days, expected) => {
    expect(stepBefore(day(due), days, bankHolidays)).toBe(expected);
  });

  it('is always a working day, whatever is due when', () => {
    fc.assert(
      fc.property(someDay, fc.integer({ min: 0, max: 30 }), (due, days) => {
        expect(isWorkingDay(stepBefore(due, days, bankHolidays), bankHolidays)).toBe(true);
      }),
    );
  });

  it('counts Monday to Friday beyond the years whose bank holidays are known, for a reminder a day off is better than none', () => {
    expect(stepBefore(day('2028-01-05'), 14, bankHolidays)).toBe('2027-12-14');
  });
});

describe('the due days that a sweep reads', () => {
  it('are exactly those whose step lies in its window', () => {
    fc.assert(
      fc.property(
        someDay,
        fc.integer({ min: 0, max: 20 }),
        fc.integer({ min: 0, max: 20 }),
        (today, back, days) => {
          const window = { from: addDays(today, -back), today };
          const before = dueDaysBefore(days, window, bankHolidays);
          const after = dueDaysAfter(days + 1, window, bankHolidays);
          for (let at = -60; at <= 60; at += 1) {
            const due = addDays(today, at);
            expect(inSpan(before, due), `${due} before`).toBe(
              isInWindow(window, stepBefore(due, days, bankHolidays)),
            );
            expect(inSpan(after, due), `${due} after`).toBe(
              isInWindow(window, workingDaysFrom(due, days + 1, bankHolidays)),
            );
          }
        },
      ),
      { numRuns: 50 },
    );
  });

  it('reach back without end when nothing was ever swept', () => {
    expect(dueDaysBefore(14, { today: day('2021-03-15') }, bankHolidays)).toEqual({
      to: '2021-04-06',
    });
  });
});

describe('what is said weekly', () => {
  it.each([
    ['on a Monday', '2021-03-17', '2021-03-15'],
    ['on a Tuesday after a bank holiday', '2021-04-09', '2021-04-06'],
    ['on the Tuesday of the week in which Boxing Day is made up for', '2020-12-30', '2020-12-29'],
  ])('is said %s', (_, of, expected) => {
    expect(weeklyDay(day(of), bankHolidays)).toBe(expected);
  });

  it('is made up for when its day was missed, the latest only', () => {
    expect(weeklyDayIn({ from: day('2021-03-01'), today: day('2021-03-17') }, bankHolidays)).toBe(
      '2021-03-15',
    );
    expect(
      weeklyDayIn({ from: day('2021-03-16'), today: day('2021-03-17') }, bankHolidays),
    ).toBeUndefined();
    expect(weeklyDayIn({ from: day('2021-03-29'), today: day('2021-04-05') }, bankHolidays)).toBe(
      '2021-03-29',
    );
    expect(
      weeklyDayIn({ from: day('2021-04-02'), today: day('2021-04-05') }, bankHolidays),
    ).toBeUndefined();
  });
});

it('a window begins with the last working day that was swept', () => {
  expect(isoWeekday(day('2021-03-14'))).toBe(7);
  expect(sweepWindow(day('2021-03-15'), day('2021-03-14'), bankHolidays)).toEqual({
    from: '2021-03-12',
    today: '2021-03-15',
  });
  expect(sweepWindow(day('2021-03-15'), undefined, bankHolidays)).toEqual({ today: '2021-03-15' });
});
