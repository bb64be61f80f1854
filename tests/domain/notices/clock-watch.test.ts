import { describe, expect, it } from 'vitest';
import { day } from '../../../src/domain/dates.ts';
import { watchClocks } from '../../../src/domain/notices/clock-watch.ts';
import { createSweepContext } from '../../../src/domain/notices/notice-context.ts';
import { sweepWindow } from '../../../src/domain/notices/steps.ts';
import { bankHolidays, northmoor, type Subject, watchedDays } from './a-partnership.ts';

/** Aware on Mon 14 Dec 2026: notify by Mon 21 Dec, rapid review by Thu 7 Jan 2027. */
const incident = { ref: 'RR-2026-09', awareOn: day('2026-12-14'), isFinished: false };
const notified = { ...incident, notifiedOn: day('2026-12-16') };
const lcspr = { name: 'Review A', decidedOn: day('2026-06-22') };

function watch(today: string, ...subjects: readonly Subject[]) {
  const window = sweepWindow(day(today), undefined, bankHolidays);
  const context = createSweepContext(northmoor, window, bankHolidays);
  return watchClocks(watchedDays(subjects, context), window.today, bankHolidays);
}

describe('the clocks that somebody on duty should know of', () => {
  it.each<
    [what: string, today: string, subject: Subject, expected: { near: number; breached: number }]
  >([
    [
      'not yet, four working days before',
      '2026-12-15',
      { kind: 'incident', incident },
      { near: 0, breached: 0 },
    ],
    [
      'near, three working days before',
      '2026-12-16',
      { kind: 'incident', incident },
      { near: 1, breached: 0 },
    ],
    [
      'near, on the last day',
      '2026-12-21',
      { kind: 'incident', incident },
      { near: 1, breached: 0 },
    ],
    [
      'breached, the day after',
      '2026-12-22',
      { kind: 'incident', incident },
      { near: 0, breached: 1 },
    ],
    [
      'met, and the other still far',
      '2026-12-22',
      { kind: 'incident', incident: notified },
      { near: 0, breached: 0 },
    ],
    [
      'over bank holidays',
      '2027-01-04',
      { kind: 'incident', incident: notified },
      { near: 1, breached: 0 },
    ],
    [
      'sent to the Panel',
      '2027-03-01',
      { kind: 'incident', incident: { ...incident, isFinished: true } },
      { near: 0, breached: 0 },
    ],
    ['an LCSPR after six months', '2026-12-22', { kind: 'lcspr', lcspr }, { near: 1, breached: 0 }],
    ['an LCSPR later', '2026-12-23', { kind: 'lcspr', lcspr }, { near: 0, breached: 1 }],
  ])('%s', (_, today, subject, expected) => {
    expect(watch(today, subject)).toEqual(expected);
  });

  it('are counted together, and nothing else is a clock', () => {
    const subjects: Subject[] = [
      { kind: 'incident', incident },
      { kind: 'weekly' },
      { kind: 'report' },
      { kind: 'lcspr', lcspr },
      { kind: 'lcspr', lcspr: { name: 'Review B' } },
      { kind: 'incident', incident: { ...incident, ref: 'RR-2026-10' } },
    ];
    expect(watch('2026-12-22', ...subjects)).toEqual({ near: 1, breached: 2 });
  });

  it('are near on their last day alone, where nobody knows the bank holidays to come', () => {
    const putOff = (until: string): Subject => ({
      kind: 'lcspr',
      lcspr: { name: 'Review A', delayedUntil: day(until) },
    });
    expect(watch('2027-12-30', putOff('2027-12-30'))).toEqual({ near: 1, breached: 0 });
    expect(watch('2027-12-30', putOff('2027-12-31'))).toEqual({ near: 0, breached: 0 });
  });

  it('are no days where none runs', () => {
    const context = createSweepContext(northmoor, { today: day('2026-12-22') }, bankHolidays);
    const subjects: Subject[] = [
      { kind: 'incident', incident },
      { kind: 'incident', incident: { ...incident, isFinished: true } },
      { kind: 'lcspr', lcspr: { name: 'Review B' } },
      { kind: 'lcspr', lcspr },
    ];
    expect(watchedDays(subjects, context)).toEqual(['2026-12-21', '2027-01-07', '2026-12-22']);
  });
});
