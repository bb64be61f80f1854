import { describe, expect, it } from 'vitest';
import { takeFirst } from '../../src/domain/take-first.ts';

describe('the first of a sorted list', () => {
  const scores = [20, 20, 16, 16, 16, 9];
  const take = (limit?: number) => takeFirst(scores, limit, (score) => score);

  it('are as many as were wanted', () => {
    expect(take(2)).toEqual({ items: [20, 20], tied: 0 });
    expect(take(5)).toEqual({ items: [20, 20, 16, 16, 16], tied: 0 });
  });

  it('come with all that rank the same as the last of them', () => {
    expect(take(1)).toEqual({ items: [20, 20], tied: 1 });
    expect(take(3)).toEqual({ items: [20, 20, 16, 16, 16], tied: 2 });
  });

  it('are all where there are no more, or no number was given', () => {
    expect(take(9)).toEqual({ items: scores, tied: 0 });
    expect(take()).toEqual({ items: scores, tied: 0 });
    expect(takeFirst([], 3, (score) => score)).toEqual({ items: [], tied: 0 });
  });
});
