import { describe, expect, it } from 'vitest';
import { parseDay } from '../../src/domain/dates.ts';
import { findSources, isNamedSource, type Source } from '../../src/domain/source.ts';

const source = (id: string, name: string, more: Partial<Source> = {}): Source => ({
  id,
  name,
  alsoKnownAs: [],
  kind: 'inspection',
  ...more,
});

const SOURCES = [
  source('OFSTED-2015', 'Ofsted inspection of services for children', {
    body: 'Ofsted',
    on: parseDay('2015-03-13'),
  }),
  source('OFSTED-2018', 'Ofsted inspection of children’s social care', {
    body: 'Ofsted',
    on: parseDay('2018-01-29'),
  }),
  source('NEGLECT-22', 'Neglect audit', { kind: 'audit', alsoKnownAs: ['Deep dive on neglect'] }),
];
const found = (words: string) => findSources(SOURCES, words).map(({ id }) => id);

describe('a source is found by words', () => {
  it.each([
    ['its body and its year', 'Ofsted 2015', ['OFSTED-2015']],
    ['its id, however it is typed', 'ofsted 2018', ['OFSTED-2018']],
    ['another name', 'the deep dive on neglect', ['NEGLECT-22']],
    ['its kind beside a word of its name', 'neglect audit', ['NEGLECT-22']],
    [
      'what two of them share, which both are',
      'the Ofsted inspection',
      ['OFSTED-2015', 'OFSTED-2018'],
    ],
    ['a year of neither, which none is', 'Ofsted 2019', []],
    ['a word that it has not', 'domestic abuse audit', []],
  ])('%s', (_, words, expected) => expect(found(words)).toEqual(expected));
});

it('names a source by its whole name alone', () => {
  const [ofsted] = SOURCES;
  const isNamed = (words: string) => ofsted && isNamedSource(ofsted, words);
  expect(isNamed('OFSTED INSPECTION OF SERVICES FOR CHILDREN')).toBe(true);
  expect(isNamed('ofsted-2015')).toBe(true);
  expect(isNamed('Ofsted')).toBe(false);
});
