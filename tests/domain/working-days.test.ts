import Holidays from 'date-holidays';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekday } from '../../src/domain/calendar-spans.ts';
import { addDays, type Day, day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/domain/working-days.ts';

const england = ENGLAND_BANK_HOLIDAYS;

/** As the government published them for England and Wales. */
const PUBLISHED: Readonly<Record<number, readonly string[]>> = {
  2018: ['01-01', '03-30', '04-02', '05-07', '05-28', '08-27', '12-25', '12-26'],
  2019: ['01-01', '04-19', '04-22', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2020: ['01-01', '04-10', '04-13', '05-08', '05-25', '08-31', '12-25', '12-28'],
  2021: ['01-01', '04-02', '04-05', '05-03', '05-31', '08-30', '12-27', '12-28'],
  2022: ['01-03', '04-15', '04-18', '05-02', '06-02', '06-03', '08-29', '09-19', '12-26', '12-27'],
  2023: ['01-02', '04-07', '04-10', '05-01', '05-08', '05-29', '08-28', '12-25', '12-26'],
  2024: ['01-01', '03-29', '04-01', '05-06', '05-27', '08-26', '12-25', '12-26'],
  2025: ['01-01', '04-18', '04-21', '05-05', '05-26', '08-25', '12-25', '12-26'],
  2026: ['01-01', '04-03', '04-06', '05-04', '05-25', '08-31', '12-25', '12-28'],
  2027: ['01-01', '03-26', '03-29', '05-03', '05-31', '08-30', '12-27', '12-28'],
};

describe('the working-day calendar of England', () => {
  it.each(Object.entries(PUBLISHED))(
    'has the bank holidays that were published for %s',
    (year, published) => {
      const onWeekdays = [...england.days]
        .filter((each) => each.startsWith(year) && isoWeekday(each) <= 5)
        .sort();
      expect(onWeekdays).toEqual(published.map((monthAndDay) => `${year}-${monthAndDay}`));
    },
  );

  it('has the bank holidays that an independent source calculates', () => {
    const source = new Holidays('GB', 'ENG');
    const calculated = Object.keys(PUBLISHED)
      .flatMap((year) => source.getHolidays(year))
      .filter(({ type }) => type === 'public')
      .map(({ date }) => day(date.slice(0, 10)))
      .filter((each) => isoWeekday(each) <= 5);
    expect(new Set(calculated)).toEqual(england.days);
  });

  it.each([
    ['2026-12-14', 5, '2026-12-21'],
    ['2026-12-14', 15, '2027-01-07'],
    ['2026-12-21', 15, '2027-01-14'],
    ['2021-03-15', 6, '2021-03-23'],
    ['2023-05-05', 1, '2023-05-09'],
    ['2022-06-01', 1, '2022-06-06'],
    ['2021-04-01', 1, '2021-04-06'],
    ['2021-03-13', 1, '2021-03-15'],
    ['2021-04-06', -1, '2021-04-01'],
  ])('%s and %i working days is %s', (from, count, expected) => {
    expect(addWorkingDays(day(from), count, england)).toEqual({ ok: true, value: expected });
  });

  it('refuses to calculate outside the years whose bank holidays are known', () => {
    expect(addWorkingDays(day('2027-12-20'), 15, england)).toEqual({
      ok: false,
      refusal: 'outside-bank-holidays',
    });
    expect(addWorkingDays(day('2017-12-20'), 0, england)).toEqual({
      ok: false,
      refusal: 'outside-bank-holidays',
    });
    expect(workingDaysBetween(day('2017-06-01'), day('2018-06-01'), england)).toEqual({
      ok: false,
      refusal: 'outside-bank-holidays',
    });
  });

  const anyDay = fc.integer({ min: 0, max: 3500 }).map((days) => addDays(day('2018-03-01'), days));

  it('counts back exactly the working days that were added', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: -60, max: 60 }), (from, count) => {
        fc.pre(isWorkingDay(from, england));
        const reached = addWorkingDays(from, count, england);
        fc.pre(reached.ok);
        expect(workingDaysBetween(from, reached.ok ? reached.value : from, england)).toEqual({
          ok: true,
          value: count,
        });
      }),
    );
  });

  const anyCoveredDay = fc
    .integer({ min: 0, max: 3651 })
    .map((days) => addDays(day('2018-01-01'), days));

  /** Day by day, as somebody counts on a wall calendar. */
  function countedOneByOne(from: Day, to: Day): number {
    const step = to < from ? -1 : 1;
    let count = 0;
    for (let at = from; at !== to; ) {
      at = addDays(at, step);
      if (isWorkingDay(at, england)) count += step;
    }
    return count;
  }

  it('counts what somebody counts day by day, forwards and backwards, over years', () => {
    fc.assert(
      fc.property(anyCoveredDay, anyCoveredDay, (from, to) => {
        expect(workingDaysBetween(from, to, england)).toEqual({
          ok: true,
          value: countedOneByOne(from, to),
        });
      }),
      { numRuns: 30, examples: [[day('2018-01-01'), day('2027-12-31')]] },
    );
  });

  it('counts so across every bank holiday and weekend, from any day to any other of the fortnight around it', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...england.days),
        fc.integer({ min: -7, max: 7 }),
        fc.integer({ min: -7, max: 7 }),
        (holiday, before, after) => {
          const [from, to] = [addDays(holiday, before), addDays(holiday, after)];
          fc.pre([from, to].every((each) => each >= '2018-01-01' && each <= '2027-12-31'));
          expect(workingDaysBetween(from, to, england)).toEqual({
            ok: true,
            value: countedOneByOne(from, to),
          });
        },
      ),
      { numRuns: 500 },
    );
  });

  it('always lands on a working day', () => {
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (from, count) => {
        const reached = addWorkingDays(from, count, england);
        fc.pre(reached.ok);
        expect(reached.ok && isWorkingDay(reached.value, england)).toBe(true);
      }),
    );
  });
});
