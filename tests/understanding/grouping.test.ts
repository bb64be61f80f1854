import { describe, expect, it } from 'vitest';
import { findNone, parseGrouping } from '../../src/understanding/slots/grouping.ts';

describe('Who has nothing of what is asked about', () => {
  it.each([
    ['which agencies have nothing overdue', { groupBy: 'agency' }],
    ['who has zero open actions', { groupBy: 'agency' }],
    ['show me the partners without any late actions', { groupBy: 'agency' }],
    ['which of our groups has no actions', { groupBy: 'group' }],
    ['which partner has finished everything', { groupBy: 'agency', means: 'open' }],
    ['is anybody on top of their actions', { groupBy: 'agency', means: 'overdue' }],
  ])('“%s”', (text, none) => {
    const { start, end, ...found } = findNone(text) ?? { start: 0, end: 0 };
    expect(found).toEqual(none);
    expect(end).toBeGreaterThan(start);
  });

  it.each([
    'which groups have no chair',
    'who has no deputy',
    'actions with no agency',
    'which agencies have actions with no owner',
    'who is not here',
  ])('“%s” asks for something else', (text) => {
    expect(findNone(text)).toBeUndefined();
  });
});

describe('By what a list is divided', () => {
  it.each([
    ['who is furthest behind', 'agency'],
    ['rank the agencies by overdue actions', 'agency'],
    ['who has the most recent action', undefined],
  ])('“%s”', (text, groupBy) => {
    expect(parseGrouping(text).groupBy).toBe(groupBy);
  });
});
