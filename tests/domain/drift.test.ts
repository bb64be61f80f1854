import { describe, expect, it } from 'vitest';
import { groupSilence, isRarelyFilled } from '../../src/domain/drift.ts';

describe('a group', () => {
  it.each<[days: number, weeks: number, level: ReturnType<typeof groupSilence>]>([
    [136, 13, undefined],
    [137, 13, 'warn'],
    [180, 13, 'warn'],
    [181, 13, 'alert'],
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
