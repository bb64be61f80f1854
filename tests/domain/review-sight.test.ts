import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import type { Directory } from '../../src/domain/directory.ts';
import type { Lcspr } from '../../src/domain/lcspr.ts';
import type { Person, Role } from '../../src/domain/partnership.ts';
import {
  confirmsReviews,
  reviewSight,
  seesPositions,
  visibleLcsprs,
  withoutRefs,
  withoutReviews,
} from '../../src/domain/review-sight.ts';
import { aDirectory } from '../support/a-directory.ts';

const somebody = (agency: string, roles: Role[], groups: string[] = []): Person => ({
  ...{ id: `${agency}-${roles}`, displayName: 'Somebody', tenantId: 'tenant', objectId: 'one' },
  agency,
  roles,
  groups,
});
const teacher = somebody('SCHOOLS', ['member']);
const directory: Directory = {
  ...aDirectory,
  partnership: {
    ...aDirectory.partnership,
    statutoryPartners: [
      { agency: 'NPOL', voice: 'decides' },
      { agency: 'TRUST', voice: 'advises' },
    ],
    rapidReviewGroup: 'RRG',
  },
  people: [...aDirectory.people, teacher],
  reviewRefs: ['RR-2020-01', 'RR-2021-02'],
  summariesAsked: { 'RR-2021-02': ['SCHOOLS', 'NPOL'] },
};

describe('who sees rapid reviews', () => {
  it.each<
    [
      who: string,
      person: Person,
      sees: 'all' | 'one' | 'none',
      positions: boolean,
      confirms: boolean,
    ]
  >([
    ['an administrator', somebody('UNIT', ['administrator']), 'all', true, false],
    ['the chair', somebody('CHAIR', ['chair']), 'all', true, true],
    ['the scrutineer', somebody('SCRUT', ['scrutineer']), 'all', true, false],
    ['the lead of a partner that decides', somebody('NPOL', ['partner-lead']), 'all', true, false],
    ['a deputy of a partner that advises', somebody('TRUST', ['deputy']), 'all', true, false],
    [
      'whoever chairs the group that handles them',
      somebody('PH', ['chair:RRG']),
      'all',
      false,
      true,
    ],
    ['a member who sits in it', somebody('PH', ['member'], ['RRG']), 'all', false, false],
    [
      'a councillor who sits in it',
      somebody('COUNCIL', ['observer'], ['RRG']),
      'all',
      false,
      false,
    ],
    ['whoever chairs another group', somebody('NPOL', ['chair:QA'], ['QA']), 'none', false, false],
    [
      'a member of a partner that decides, though it was asked',
      somebody('NPOL', ['member']),
      'none',
      false,
      false,
    ],
    ['the lead of another agency', somebody('PROBATION', ['partner-lead']), 'none', false, false],
    ['a councillor', somebody('COUNCIL', ['observer']), 'none', false, false],
    ['somebody without a role', somebody('NPOL', []), 'none', false, false],
    ['whoever was asked for a summary', teacher, 'one', false, false],
  ])('%s: %#', (_, person, sees, positions, confirms) => {
    const sight = reviewSight([person], directory);
    const seen = directory.reviewRefs.filter(sight.sees);
    expect(sight.isWhole).toBe(sees === 'all');
    expect(seen).toEqual({ all: directory.reviewRefs, one: ['RR-2021-02'], none: [] }[sees]);
    expect(seesPositions(person, directory)).toBe(positions);
    expect(confirmsReviews(person, directory)).toBe(confirms);
  });

  it('is each of several readers, and nobody in particular sees none', () => {
    const chair = somebody('CHAIR', ['chair']);
    expect(reviewSight([chair, teacher], directory).sees('RR-2021-02')).toBe(true);
    expect(reviewSight([chair, teacher], directory).sees('RR-2020-01')).toBe(false);
    expect(reviewSight([], directory).sees('RR-2021-02')).toBe(false);
    expect(reviewSight([], directory).isWhole).toBe(false);
  });

  it('is no group where the settings name none', () => {
    const { rapidReviewGroup: _, ...partnership } = directory.partnership;
    const member = somebody('PH', ['member'], ['RRG']);
    expect(reviewSight([member], { ...directory, partnership }).isWhole).toBe(false);
  });

  it('leaves of LCSPRs the published ones, and no case that is not seen', () => {
    const lcspr = (name: string, cases: string[], more: Partial<Lcspr> = {}): Lcspr => ({
      ...{ name, cases, delays: [] },
      ...more,
    });
    const published = { on: '2021-03-01' as Lcspr['decidedOn'] & string } as Lcspr['published'];
    const all = [
      lcspr('A', ['RR-2020-01', 'RR-2021-02']),
      lcspr('B', ['RR-2020-01']),
      lcspr('C', ['RR-2020-01'], { published }),
    ];
    const seen = visibleLcsprs(all, reviewSight([teacher], directory));
    expect(seen.map(({ name, cases }) => [name, cases])).toEqual([
      ['A', ['RR-2021-02']],
      ['C', []],
    ]);
  });
});

describe('a text without the references of reviews', () => {
  it.each([
    ['reviewRef RR-2020-01, as agreed', 'reviewRef a rapid review, as agreed'],
    ['rr 2020/01 and RR2020-01', 'a rapid review and a rapid review'],
    ['RR-2020-010 is another', 'RR-2020-010 is another'],
    ['ARR-2020-01 is another', 'ARR-2020-01 is another'],
    ['RR-2021-02 is seen', 'RR-2021-02 is seen'],
    ['practice review for rapid review 1', 'practice review for a rapid review'],
    ['RR 01, rr1 and rapid review 10', 'a rapid review, a rapid review and rapid review 10'],
    ['9 rapid reviews, 1 decided', '9 rapid reviews, 1 decided'],
    ['rapid review 2 is seen', 'rapid review 2 is seen'],
  ])('%s', (text, expected) => {
    expect(withoutRefs(['RR-2020-01'])(text)).toBe(expected);
  });

  it('has none of them, whatever stands around', () => {
    fc.assert(
      fc.property(fc.string(), fc.string(), (before, after) => {
        const text = withoutRefs(['RR-2020-01'])(`${before} RR-2020-01 ${after}`);
        expect(text).not.toMatch(/ RR-2020-01 /);
      }),
    );
  });
});

it.each<[what: string, more: Partial<Action>, seen: Partial<Action>]>([
  [
    'by its link',
    { review: 'RR-2020-01', source: { kind: 'rapid review', name: 'Rapid reviews 2020/21' } },
    { source: { kind: 'rapid review' } },
  ],
  [
    'by the name of its source',
    { source: { name: 'Learning from RR-2020-01' } },
    { source: { kind: 'rapid review' } },
  ],
  [
    'by its number',
    { source: { kind: 'national panel', name: 'Panel on rapid review 8' } },
    { source: { kind: 'national panel' } },
  ],
  [
    'by a note',
    { source: { kind: 'audit', name: 'Dip sample' }, notes: 'see RR-2020-01' },
    { source: { kind: 'audit', name: 'Dip sample' }, notes: 'see a rapid review' },
  ],
  [
    'not at all',
    { source: { kind: 'audit', name: 'Dip sample' }, review: 'RR-2021-02' },
    { source: { kind: 'audit', name: 'Dip sample' }, review: 'RR-2021-02' },
  ],
])('an action that names a review %s is seen without it', (_, more, seen) => {
  const action = {
    ref: 'SA-1',
    title: 'Train',
    owner: {},
    status: 'open',
    source: {},
    ...more,
  } as Action;
  const shown = withoutReviews(action, (ref) => ref === 'RR-2020-01', withoutRefs(['RR-2020-01']));
  expect(shown).toEqual({ ref: 'SA-1', title: 'Train', owner: {}, status: 'open', ...seen });
});
