import { describe, expect, it } from 'vitest';
import { type Day, day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Lcspr } from '../../src/domain/lcspr.ts';
import type { Clock } from '../../src/domain/partnership.ts';
import type { PanelResponse, RapidReview, Round } from '../../src/domain/rapid-review.ts';
import {
  countOutcomes,
  reviewDuration,
  reviewTimeliness,
  wentToLcspr,
} from '../../src/domain/review-figures.ts';

const bankHolidays = ENGLAND_BANK_HOLIDAYS;
const clock = (parts: Partial<Clock> & Pick<Clock, 'id'>): Clock => ({
  fromEvent: 'aware_on',
  validFrom: day('2018-06-29'),
  source: 'Working Together',
  ...parts,
});
const FROM_AWARE = clock({ id: 'rapid-review', workingDays: 15 });
const FROM_NOTIFIED = clock({
  id: 'rapid-review-from-notification',
  fromEvent: 'notified_on',
  workingDays: 15,
});
const NOTIFY = clock({ id: 'notify-panel', workingDays: 5 });
const BOTH = [NOTIFY, FROM_AWARE, FROM_NOTIFIED];

const round = (
  decision?: 'LCSPR' | 'no LCSPR',
  answer?: PanelResponse,
  facts: Partial<Round> = {},
): Round => ({
  number: 1,
  openedAt: '2021-03-15T09:00:00Z',
  partners: ['SMBC', 'WMP', 'CCG'],
  advisers: [],
  hidden: false,
  positions: [],
  advice: [],
  corrections: [],
  ...(decision && { confirmed: { decision, on: day('2021-03-20'), partners: [], national: [] } }),
  ...(answer && { response: { answer } }),
  ...facts,
});
const review = (ref: string, ...rounds: Round[]): RapidReview => ({
  ref,
  summaries: [],
  rounds,
});
const lcspr = (name: string, ...cases: string[]): Lcspr => ({
  name,
  cases,
  delays: [],
});

describe('what became of the rapid reviews of a year', () => {
  const reviews = [
    review('RR-1', round('LCSPR', 'agreed')),
    review('RR-2', round('LCSPR')),
    review('RR-3', round('no LCSPR', 'agreed')),
    review(
      'RR-4',
      round('no LCSPR', 'asked to reconsider'),
      round('LCSPR', undefined, { number: 2 }),
    ),
    review(
      'RR-5',
      round('no LCSPR', 'asked to reconsider'),
      round('no LCSPR', 'agreed', { number: 2 }),
    ),
    review('RR-6', round('no LCSPR', 'national review')),
    review('RR-7', round()),
    review('RR-8'),
    review('RR-10', round('no LCSPR', 'agreed')),
    review(
      'RR-9',
      round('LCSPR', 'asked to reconsider'),
      round(undefined, undefined, { number: 2 }),
    ),
  ];

  it('is counted as it was decided locally the first time, and by what the Panel first said to it', () => {
    expect(countOutcomes(reviews, [])).toEqual({
      all: 10,
      decided: 7,
      undecided: 3,
      needed: 3,
      notNeeded: 5,
      noesAccepted: 2,
      noesQuestioned: 2,
      questioned: 3,
      forward: 4,
      lcsprs: 0,
    });
  });

  it('counts the LCSPRs that cover any of them once, however many cases share one', () => {
    const lcsprs = [
      lcspr('A', 'RR-1', 'RR-2'),
      lcspr('B', 'RR-2'),
      lcspr('C', 'RR-OF-LAST-YEAR'),
      lcspr('D'),
    ];
    expect(countOutcomes(reviews, lcsprs)).toMatchObject({ forward: 4, lcsprs: 2 });
  });

  it('is nothing where there were none', () => {
    expect(new Set(Object.values(countOutcomes([], [])))).toEqual(new Set([0]));
  });

  it.each<[string, boolean, RapidReview, Lcspr[]]>([
    [
      'an LCSPR covers the case, whatever was decided',
      true,
      review('RR-1', round('no LCSPR')),
      [lcspr('A', 'RR-0', 'RR-1')],
    ],
    ['that is what was decided last', true, review('RR-1', round('no LCSPR'), round('LCSPR')), []],
    [
      'that was decided first, and is asked again',
      true,
      review('RR-1', round('LCSPR'), round()),
      [],
    ],
    [
      'the last decision is against it',
      false,
      review('RR-1', round('LCSPR'), round('no LCSPR')),
      [],
    ],
    [
      'an LCSPR covers another case',
      false,
      review('RR-1', round('no LCSPR')),
      [lcspr('A', 'RR-0')],
    ],
    ['nothing was decided', false, review('RR-1', round()), []],
  ])('went forward where %s: %s', (_, forward, of, lcsprs) => {
    expect(wentToLcspr(of, lcsprs)).toBe(forward);
  });
});

/** A rapid review that went to the Panel on a day. */
const sent = (
  awareOn: string | undefined,
  notifiedOn: string | undefined,
  on: string | undefined,
): RapidReview => ({
  ...review('RR-1', round('LCSPR', undefined, on === undefined ? {} : { sent: { on: day(on) } })),
  ...(awareOn && { awareOn: day(awareOn) }),
  ...(notifiedOn && { notifiedOn: day(notifiedOn) }),
});

describe('how long a rapid review took', () => {
  // Aware on Tuesday 2 March 2021 and notified on Friday the 5th: due on 23 or on 26 March.
  const taken = (on: string, clocks: readonly Clock[] = BOTH) =>
    reviewDuration(sent('2021-03-02', '2021-03-05', on), clocks, bankHolidays);

  it.each([
    [
      'in time by both',
      '2021-03-22',
      { from: 'aware', days: 14, sinceAware: 14, onTime: true, onlyLater: false },
    ],
    [
      'on the last day of the earlier',
      '2021-03-23',
      { from: 'aware', days: 15, onTime: true, onlyLater: false },
    ],
    [
      'in time by the later alone',
      '2021-03-24',
      { from: 'notified', days: 13, sinceAware: 16, onTime: true, onlyLater: true },
    ],
    [
      'on the last day of the later',
      '2021-03-26',
      { from: 'notified', days: 15, sinceAware: 18, onTime: true, onlyLater: true },
    ],
    [
      'too late for both',
      '2021-03-29',
      { from: 'aware', days: 19, sinceAware: 19, onTime: false, onlyLater: false },
    ],
  ])('%s', (_, on, { from, ...figures }) => {
    expect(taken(on)).toMatchObject({ ref: 'RR-1', finishedOn: on, met: { from }, ...figures });
  });

  it('is held against one deadline where the partnership keeps one', () => {
    expect(taken('2021-03-24', [FROM_AWARE])).toMatchObject({
      met: { from: 'aware' },
      onTime: false,
      onlyLater: false,
    });
    expect(taken('2021-03-24', [FROM_NOTIFIED])).toMatchObject({
      met: { from: 'notified' },
      days: 13,
      sinceAware: 16,
      onTime: true,
      onlyLater: false,
    });
  });

  it('is never called in time by a deadline that was only supposed, for the Panel was not notified', () => {
    // The supposed one would have been 30 March: 15 working days after the last day to notify.
    expect(
      reviewDuration(sent('2021-03-02', undefined, '2021-03-24'), BOTH, bankHolidays),
    ).toMatchObject({
      met: { from: 'aware', on: '2021-03-23' },
      onTime: false,
      onlyLater: false,
    });
  });

  it('takes the earlier deadline first, also where it is the one from the notification', () => {
    const early = reviewDuration(
      sent('2021-03-10', '2021-03-08', '2021-03-30'),
      BOTH,
      bankHolidays,
    );
    expect(early).toMatchObject({
      met: { from: 'aware', on: '2021-03-31' },
      onTime: true,
      onlyLater: true,
    });
  });

  it.each<[string, RapidReview, readonly Clock[]]>([
    ['is not finished', sent('2021-03-02', '2021-03-05', undefined), BOTH],
    ['began on a day that nobody knows', sent(undefined, '2021-03-05', '2021-03-22'), BOTH],
    ['has no clock', sent('2021-03-02', '2021-03-05', '2021-03-22'), [NOTIFY]],
    ['lies beyond the known bank holidays', sent('2027-12-20', undefined, '2027-12-28'), BOTH],
    ['was finished beyond them', sent('2027-11-01', '2027-11-02', '2028-01-05'), BOTH],
  ])('is not said of one that %s', (_, of, clocks) => {
    expect(reviewDuration(of, clocks, bankHolidays)).toBeUndefined();
  });
});

describe('how timely a year was', () => {
  it('counts those in time and those late, with the average of their working days to one decimal', () => {
    const reviews = ['2021-03-22', '2021-03-26', '2021-03-29', undefined].map((on) =>
      sent('2021-03-02', '2021-03-05', on),
    );
    const { durations, ...figures } = reviewTimeliness(reviews, BOTH, bankHolidays);
    expect(durations.map(({ finishedOn }): Day => finishedOn)).toEqual([
      '2021-03-22',
      '2021-03-26',
      '2021-03-29',
    ]);
    expect(figures).toEqual({ onTime: 2, late: 1, average: 17 });
    expect(reviewTimeliness(reviews.slice(1, 3), BOTH, bankHolidays).average).toBe(18.5);
    expect(
      reviewTimeliness(
        [sent('2021-03-02', '2021-03-05', '2021-03-24'), ...reviews],
        BOTH,
        bankHolidays,
      ).average,
    ).toBe(16.8);
  });

  it('has no average where none is finished', () => {
    expect(reviewTimeliness([review('RR-1', round())], BOTH, bankHolidays)).toEqual({
      durations: [],
      onTime: 0,
      late: 0,
    });
  });
});
