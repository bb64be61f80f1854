import { describe, expect, it } from 'vitest';
import { findPlaces } from '../../src/understanding/dialogue/places.ts';

describe('places in a list, as people name them', () => {
  it.each([
    ['the first one', [1]],
    ['what about the second', [2]],
    ['show me the 3rd', [3]],
    ['twelfth', [12]],
    ['number 3', [3]],
    ['no 4 please', [4]],
    ['items 2 , 3 and 5', [2, 3, 5]],
    ['the first and third', [1, 3]],
    ['the first two', [1, 2]],
    ['top three', [1, 2, 3]],
    ['the last one', [-1]],
    ['bottom of the list', [-1]],
    ['the last two', [-2, -1]],
    ['the last couple', [-2, -1]],
    ['the last but one', [-2]],
    ['second to last', [-2]],
    ['the third last one', [-3]],
    ['the next one', ['next']],
    ['one before that', ['previous']],
    ['2', [2]],
  ])('%s', (text, places) => {
    expect(findPlaces(text)?.places).toEqual(places);
  });

  it('where its words begin and end, and whether nothing but a list can be meant', () => {
    expect(findPlaces('who owns the last one of those please')).toMatchObject({
      start: 2,
      end: 7,
      isExplicit: true,
    });
    expect(findPlaces('what came first')).toMatchObject({ start: 2, end: 3, isExplicit: false });
    expect(findPlaces('owner of the second risk')).toMatchObject({ noun: 'risk' });
    expect(findPlaces('what is overdue')).toBeUndefined();
  });
});
