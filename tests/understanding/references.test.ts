import { describe, expect, it } from 'vitest';
import { findReferences, inferRefFormats } from '../../src/understanding/entities/references.ts';
import { tokenise } from '../../src/understanding/text/tokenise.ts';

const YEARLY = ['RR-2020-01', 'RR-2020-04', 'RR-2020-08', 'RR-2021-01'];
const PLAIN = ['TV-RR-01', 'TV-RR-02', 'TV-RR-03'];

function reviewsIn(text: string, reviewRefs: readonly string[] = YEARLY, actions = ['SA-019']) {
  const lexicon = { refFormats: inferRefFormats(actions), directory: { reviewRefs, lcsprs: [] } };
  return findReferences(tokenise(text), lexicon).reviewRefs.map(({ ref }) => ref);
}

describe('a rapid review is named in many ways', () => {
  it.each([
    'rr 2021 01',
    'RR 2021/1',
    'rr2021-01',
    'rr2021 01',
    'RR-2021-1',
    'rapid review 2021 no 1',
    'rr 1 of 2021',
    'rr 21/1',
    'deadline of 2021-01',
    'when is 2021/1 due',
  ])('%s', (text) => expect(reviewsIn(text)).toEqual(['RR-2021-01']));

  it.each(['tv-rr-3', 'rr3', 'tv rr 03', 'TV-RR-03', 'rapid review 3', 'third rapid review'])(
    '%s, where there is no year',
    (text) => expect(reviewsIn(text, PLAIN, ['TV/2025/014'])).toEqual(['TV-RR-03']),
  );

  it('a bare number that several years have stays a number', () => {
    expect(reviewsIn('rr1 deadline')).toEqual(['rr1']);
    expect(reviewsIn('rr4 deadline')).toEqual(['RR-2020-04']);
  });

  it.each([
    ['deadline for rr 2021 99', 'RR-2021-99'],
    ['deadline for 2021-99', 'RR-2021-99'],
    ['deadline for rr 21/99', 'RR-2021-99'],
    ['deadline for RR-2020-77', 'RR-2020-77'],
    ['deadline for rr77', 'rr77'],
    ['deadline for review 77', 'review 77'],
    ['when is case 77 due', 'case 77'],
    ['deadline for XR-2020-04', 'XR-2020-04'],
  ])('%s names one that does not exist', (text, ref) => expect(reviewsIn(text)).toEqual([ref]));

  it.each([
    'rapid reviews 2020-21',
    'rrs 2021',
    'rrs 20/21',
    'review 12 actions',
    'rapid review 15 working days',
    'actions due by 2021-03',
  ])('%s names none', (text) => expect(reviewsIn(text)).toEqual([]));

  it('“12/03” is a day, no action', () => {
    const lexicon = {
      refFormats: inferRefFormats(['TV/2025/014']),
      directory: { reviewRefs: PLAIN, lcsprs: [] },
    };
    expect(findReferences(tokenise('aware on 12/03'), lexicon).actionRefs).toEqual([]);
    expect(findReferences(tokenise('who owns 2025/014'), lexicon).actionRefs).toHaveLength(1);
  });
});
