import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { day } from '../../src/domain/dates.ts';
import {
  clockStanding,
  groupSilence,
  isEvidenceScarce,
  isRarelyFilled,
  themeReturn,
} from '../../src/domain/drift.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import { isUnassigned, type KnownRecommendation } from '../../src/domain/recommendation.ts';

describe('a group', () => {
  it.each<[days: number, weeks: number, level: ReturnType<typeof groupSilence>]>([
    [136, 13, undefined],
    [137, 13, 'warn'],
    [180, 13, 'warn'],
    [181, 13, 'alert'],
    [180, 26, undefined],
    [181, 26, 'alert'],
    [42, 4, undefined],
    [43, 4, 'warn'],
    // One that is to meet once a year is not late after half of one.
    [200, 52, undefined],
    [546, 52, undefined],
    [547, 52, 'alert'],
  ])('that met %i days ago and meets every %i weeks: %s', (days, weeks, level) => {
    expect(groupSilence(days, weeks)).toBe(level);
  });
});

describe('a seat of one person, or of whoever comes when required', () => {
  it.each<[filled: readonly boolean[], isRare: boolean]>([
    [[true, false, false, false], true],
    [[true, true, false, false], false],
    [[false, false, false, false], true],
    // Only the last four count, and fewer tell nothing.
    [[false, false, true, true, false, false], false],
    [[false, false, false], false],
  ])('that was filled as in %j is filled too seldom: %s', (filled, isRare) => {
    expect(isRarelyFilled(filled)).toBe(isRare);
  });
});

it.each<[on: string, standing: ReturnType<typeof clockStanding>]>([
  ['2021-03-12', undefined],
  ['2021-03-15', 'near'],
  ['2021-03-16', 'near'],
  ['2021-03-22', 'near'],
  ['2021-03-23', 'past'],
])('a clock that ends on Monday 22 March is, on %s, %s', (on, standing) => {
  expect(clockStanding(day('2021-03-22'), day(on), ENGLAND_BANK_HOLIDAYS)).toBe(standing);
});

it('a clock’s five working days leave out Easter', () => {
  const ends = day('2021-04-09');
  expect(clockStanding(ends, day('2021-03-30'), ENGLAND_BANK_HOLIDAYS)).toBeUndefined();
  expect(clockStanding(ends, day('2021-03-31'), ENGLAND_BANK_HOLIDAYS)).toBe('near');
});

it.each([
  [0, 3, false],
  [0, 4, true],
  [1, 4, false],
  [1, 5, true],
  [1, 8, true],
  [2, 8, false],
])('%i of %i actions of audits with evidence: scarce is %s', (of, all, isScarce) => {
  expect(isEvidenceScarce(of, all)).toBe(isScarce);
});

it.each([
  ['two years to the day', '2019-03-15', 'B', true],
  ['a day more', '2019-03-14', 'B', false],
  ['a day less', '2019-03-16', 'B', true],
  ['the same source twice', '2020-03-15', 'A', false],
])('a theme that is named again after %s has returned: %s', (_after, on, source, isReturned) => {
  const named = [
    { source, on: day(on) },
    { source: 'A', on: day('2021-03-15') },
  ];
  expect(themeReturn(named) !== undefined).toBe(isReturned);
});

describe('a recommendation has no owner or no day', () => {
  const is = (
    state: KnownRecommendation['state'],
    addressedTo: string[],
    parts: { dueOn?: string; action?: Partial<Action> } = {},
  ) =>
    isUnassigned({
      state,
      recommendation: { addressedTo } as unknown as KnownRecommendation['recommendation'],
      actions: parts.action
        ? [{ ref: 'SA-1', status: 'open', owner: {}, ...parts.action } as unknown as Action]
        : [],
      source: (parts.dueOn ? { on: day(parts.dueOn) } : {}) as KnownRecommendation['source'],
    });
  const due = { dueOn: day('2021-04-01') };

  it.each([
    ['one with both waits', false, is('awaiting a response', ['POL'], { dueOn: '2021-04-01' })],
    ['one to nobody', true, is('awaiting a response', [], { dueOn: '2021-04-01' })],
    ['one without a day', true, is('awaiting a response', ['POL'])],
    ['an accepted one without action or day', true, is('accepted', ['POL'])],
    ['an accepted one with a day', false, is('accepted', ['POL'], { dueOn: '2021-04-01' })],
    ['an action with a day', false, is('accepted', ['POL'], { action: due })],
    ['an action of nobody', true, is('accepted', [], { action: due })],
    [
      'an action with owner and day',
      false,
      is('accepted', [], { action: { ...due, owner: { agency: 'POL' } } }),
    ],
    [
      'an action that is closed',
      true,
      is('accepted', ['POL'], { action: { ...due, status: 'withdrawn' } }),
    ],
    ['one that is met', false, is('met', [])],
    ['one that was not accepted', false, is('not accepted', [])],
  ])('%s: %s', (_what, expected, got) => {
    expect(got).toBe(expected);
  });
});
