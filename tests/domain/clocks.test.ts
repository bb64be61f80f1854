import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  clockDeadline,
  clockInForce,
  type Deadlines,
  reviewDeadlines,
} from '../../src/domain/clocks.ts';
import { addDays, day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Clock } from '../../src/domain/partnership.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from '../../src/domain/working-days.ts';

const england = ENGLAND_BANK_HOLIDAYS;
const clock = (parts: Partial<Clock> & Pick<Clock, 'id'>): Clock => ({
  fromEvent: 'aware_on',
  validFrom: day('2018-06-29'),
  source: 'Working Together',
  ...parts,
});
const extension = {
  workingDays: 20,
  validFrom: day('2020-04-01'),
  validTo: day('2020-09-30'),
  source: 'Panel',
};
const CLOCKS: readonly Clock[] = [
  clock({ id: 'notify-panel', workingDays: 5 }),
  clock({ id: 'rapid-review', workingDays: 15 }),
  clock({ id: 'rapid-review', ...extension }),
  clock({ id: 'rapid-review-from-notification', fromEvent: 'notified_on', workingDays: 15 }),
  clock({ id: 'rapid-review-from-notification', fromEvent: 'notified_on', ...extension }),
  clock({ id: 'lcspr-publish', fromEvent: 'lcspr_started_on', months: 6 }),
  clock({ id: 'yearly-report', fromEvent: 'year_end', by: '09-30' }),
];

function of(awareOn: string, notifiedOn?: string, clocks = CLOCKS): Deadlines {
  const found = reviewDeadlines(
    { awareOn: day(awareOn), notifiedOn: notifiedOn ? day(notifiedOn) : undefined },
    clocks,
    england,
  );
  if (!found.ok) throw new Error(found.refusal);
  return found.value;
}
const dueDays = (deadlines: Deadlines) => deadlines.candidates.map(({ on }) => on);

describe('the clocks of a rapid review', () => {
  it('over Christmas 2026: notify by 21 December, due 7 January from becoming aware, 14 January if notified on the last day', () => {
    expect(of('2026-12-14')).toEqual({
      notifyBy: '2026-12-21',
      candidates: [
        { on: '2027-01-07', length: 15, from: 'aware' },
        { on: '2027-01-14', length: 15, from: 'notified', supposed: true },
      ],
      due: { on: '2027-01-07', length: 15, from: 'aware' },
    });
  });

  it.each([
    ['an ordinary month', '2021-03-02', '2021-03-05', '2021-03-09', '2021-03-23', '2021-03-26'],
    [
      'Christmas and New Year',
      '2020-12-14',
      '2020-12-17',
      '2020-12-21',
      '2021-01-07',
      '2021-01-12',
    ],
    ['Easter', '2021-03-22', '2021-03-24', '2021-03-29', '2021-04-14', '2021-04-16'],
    [
      'the two days of the Jubilee',
      '2022-05-20',
      '2022-05-25',
      '2022-05-27',
      '2022-06-14',
      '2022-06-17',
    ],
    ['the State Funeral', '2022-09-05', '2022-09-08', '2022-09-12', '2022-09-27', '2022-09-30'],
    [
      'both May bank holidays and the Coronation',
      '2023-04-24',
      '2023-04-27',
      '2023-05-02',
      '2023-05-17',
      '2023-05-22',
    ],
    ['aware on a Saturday', '2021-03-13', '2021-03-15', '2021-03-19', '2021-04-06', '2021-04-07'],
    ['aware on a Sunday', '2021-03-14', '2021-03-15', '2021-03-19', '2021-04-06', '2021-04-07'],
    [
      'aware on a bank holiday',
      '2023-05-08',
      '2023-05-09',
      '2023-05-15',
      '2023-05-30',
      '2023-05-31',
    ],
    [
      'aware the day before the extension',
      '2020-03-31',
      '2020-04-01',
      '2020-04-07',
      '2020-04-23',
      '2020-04-24',
    ],
    [
      'aware on its first day',
      '2020-04-01',
      '2020-04-02',
      '2020-04-08',
      '2020-05-01',
      '2020-05-04',
    ],
    ['aware on its last day', '2020-09-30', '2020-10-01', '2020-10-07', '2020-10-28', '2020-10-29'],
    [
      'aware the day after it',
      '2020-10-01',
      '2020-10-02',
      '2020-10-08',
      '2020-10-22',
      '2020-10-23',
    ],
  ])('%s: aware %s, notified %s', (_, aware, notified, notifyBy, fromAware, fromNotified) => {
    const deadlines = of(aware, notified);
    expect(deadlines.notifyBy).toBe(notifyBy);
    expect(dueDays(deadlines)).toEqual([fromAware, fromNotified]);
    expect(deadlines.due?.on).toBe(fromAware);
  });

  it('are those of the day on which the council became aware, however late it notified', () => {
    expect(of('2020-09-30', '2020-10-05').candidates.map(({ length }) => length)).toEqual([20, 20]);
    expect(of('2020-03-31', '2020-04-02').candidates.map(({ length }) => length)).toEqual([15, 15]);
  });

  it('take the earlier deadline, also where somebody notified before they say they were aware', () => {
    expect(of('2021-03-10', '2021-03-08').due).toMatchObject({
      from: 'notified',
      on: '2021-03-29',
    });
  });

  it('are counted one way where the partnership keeps one clock', () => {
    const one = CLOCKS.filter(({ id }) => id !== 'rapid-review');
    expect(of('2021-03-02', '2021-03-05', one).due).toEqual({
      on: '2021-03-26',
      length: 15,
      from: 'notified',
    });
  });

  it('are counted from the notification alone where nobody knows when the council became aware', () => {
    const found = reviewDeadlines({ notifiedOn: day('2021-03-05') }, CLOCKS, england);
    const due = { on: '2021-03-26', length: 15, from: 'notified' };
    expect(found).toEqual({ ok: true, value: { candidates: [due], due } });
  });

  it('suppose no notification where the partnership has no day for it', () => {
    const without = CLOCKS.filter(({ id }) => id !== 'notify-panel');
    const due = { on: '2021-03-23', length: 15, from: 'aware' };
    expect(of('2021-03-02', undefined, without)).toEqual({ candidates: [due], due });
  });

  it('say nothing of a case whose days are unknown, and nothing beyond the known bank holidays', () => {
    expect(reviewDeadlines({}, CLOCKS, england)).toEqual({ ok: true, value: { candidates: [] } });
    const outside = { ok: false, refusal: 'outside-bank-holidays' };
    expect(reviewDeadlines({ awareOn: day('2027-12-20') }, CLOCKS, england)).toEqual(outside);
    expect(reviewDeadlines({ notifiedOn: day('2027-12-20') }, CLOCKS, england)).toEqual(outside);
    const notifyAlone = CLOCKS.filter(({ id }) => id === 'notify-panel');
    expect(reviewDeadlines({ awareOn: day('2027-12-28') }, notifyAlone, england)).toEqual(outside);
  });

  it('keep the earlier way of counting where the later one ends beyond the known bank holidays', () => {
    const due = { on: '2027-12-30', length: 15, from: 'aware' };
    const found = of('2027-12-07', '2027-12-14');
    expect(found).toMatchObject({ candidates: [due], due, beyond: 'notified' });
  });

  it('know no deadline where the earlier way of counting begins before the known bank holidays', () => {
    const always = CLOCKS.map((clock) => ({ ...clock, validFrom: day('2017-01-01') }));
    const days = { awareOn: day('2017-12-20'), notifiedOn: day('2018-01-02') };
    expect(reviewDeadlines(days, always, england).ok).toBe(false);
  });
});

describe('a clock', () => {
  it.each([
    ['2020-03-31', 15],
    ['2020-04-01', 20],
    ['2020-09-30', 20],
    ['2020-10-01', 15],
  ])('has on %s the version of that day: %i working days', (on, length) => {
    expect(clockInForce(CLOCKS, 'rapid-review', day(on))?.workingDays).toBe(length);
  });

  it('has no version before it began', () => {
    expect(clockInForce(CLOCKS, 'rapid-review', day('2018-06-28'))).toBeUndefined();
  });

  it.each([
    ['lcspr-publish', '2021-08-31', '2022-02-28'],
    ['lcspr-publish', '2021-03-15', '2021-09-15'],
    ['yearly-report', '2021-03-31', '2021-09-30'],
    ['yearly-report', '2021-09-29', '2021-09-30'],
    ['yearly-report', '2021-09-30', '2022-09-30'],
    ['yearly-report', '2021-10-01', '2022-09-30'],
  ])('%s of an event on %s can be met until %s', (id, from, expected) => {
    const found = clockInForce(CLOCKS, id, day(from));
    expect(found && clockDeadline(found, day(from), england)).toEqual({
      ok: true,
      value: expected,
    });
  });

  it('that says neither days, months nor a day of the year ends with the calendar year', () => {
    expect(clockDeadline(clock({ id: 'audit' }), day('2021-03-31'), england)).toEqual({
      ok: true,
      value: '2021-12-31',
    });
  });

  it('of which two versions are in force has the one that began later, in whatever order they are written', () => {
    for (const clocks of [CLOCKS, CLOCKS.toReversed()])
      expect(clockInForce(clocks, 'rapid-review', day('2020-06-01'))?.workingDays).toBe(20);
  });

  it('counts so that adding working days and counting them undo each other', () => {
    const anyDay = fc
      .integer({ min: 0, max: 3400 })
      .map((days) => addDays(day('2018-04-01'), days));
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 1, max: 40 }), (from, length) => {
        const reached = addWorkingDays(from, length, england);
        fc.pre(reached.ok);
        const to = reached.ok ? reached.value : from;
        expect(isWorkingDay(to, england)).toBe(true);
        expect(workingDaysBetween(from, to, england)).toEqual({ ok: true, value: length });
        expect(workingDaysBetween(to, from, england)).toEqual({
          ok: true,
          value: backwards(from, length),
        });
      }),
    );
  });

  it('is never met later for a case that began earlier', () => {
    const anyDay = fc
      .integer({ min: 0, max: 3300 })
      .map((days) => addDays(day('2018-07-02'), days));
    const fifteen = clock({ id: 'rapid-review', workingDays: 15 });
    fc.assert(
      fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (from, later) => {
        const [one, other] = [
          clockDeadline(fifteen, from, england),
          clockDeadline(fifteen, addDays(from, later), england),
        ];
        expect(one.ok && other.ok && one.value <= other.value).toBe(true);
      }),
    );
  });
});

/** Counted backwards the day one started from counts where it is a working day, and the one reached does not. */
const backwards = (from: ReturnType<typeof day>, length: number) =>
  (isWorkingDay(from, england) ? 0 : 1) - length;
