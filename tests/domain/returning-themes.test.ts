import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { type Day, day, type Month } from '../../src/domain/dates.ts';
import { returningThemes } from '../../src/domain/returning-themes.ts';
import { sharedTitleWords, significantWords } from '../../src/domain/title-similarity.ts';

describe('titles', () => {
  it.each([
    ['Find new GCP2 trainers', ['find', 'gcp2', 'trainer']],
    ['Revise the policies of all partner agencies', ['revise', 'policy']],
    ['Improve it', []],
    ['Diesel fumes at schools', ['diesel', 'fume', 'school']],
    ['Systems, process & beds: boats', ['system', 'process', 'beds', 'boat']],
    ['Child K’s café', ['child', 'café']],
    ['Audit the audits', ['audit']],
    ['– …', []],
  ])('“%s” can be told by %j', (title, words) => {
    expect(significantWords(title)).toEqual(words);
  });

  it.each([
    ['Recruit GCP2 trainers', 'Find new GCP2 trainers', ['gcp2', 'trainer']],
    ['Find trainers', 'Find new GCP2 trainers', ['find', 'trainer']],
    ['Promote GCP2 training and its uptake', 'Find new GCP2 trainers', []],
    ['Chair QPPA', 'Appoint an independent chair for QPPA', ['chair', 'qppa']],
    [
      'Audit threshold decisions at the front door',
      'Audit attendance at the front desk of schools',
      [],
    ],
    ['Audit', 'Audit', []],
    ['Audit front door threshold', 'Audit front desk attendance', ['audit', 'front']],
    ['Audit front door threshold decisions', 'Audit front desk attendance rates', []],
    ['Audit front', 'Audit attendance at the front desk of schools', ['audit', 'front']],
  ])('“%s” and “%s” share %j', (one, other, shared) => {
    expect(sharedTitleWords(one, other)).toEqual(shared);
  });

  it('are alike both ways', () => {
    const title = fc.array(fc.constantFrom('audit', 'front', 'door', 'gcp2', 'trainers', 'the'), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(title, title, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        expect(sharedTitleWords(one, other).sort()).toEqual(sharedTitleWords(other, one).sort());
      }),
    );
  });
});

let number = 0;
const action = (title: string, facts: Partial<Action> = {}): Action => {
  number += 1;
  return {
    ref: `SA-${number}`,
    title,
    source: {},
    owner: {},
    status: 'in progress',
    raisedOn: day('2020-06-01'),
    ...facts,
  };
};
const complete = (title: string, completedOn: string, facts: Partial<Action> = {}) =>
  action(title, { status: 'complete', completedOn: completedOn as Day | Month, ...facts });

describe('a theme came back', () => {
  const returned = (...actions: Action[]) =>
    returningThemes(actions).map(({ action, earlier, sharedWords }) => [
      action.title,
      earlier.title,
      sharedWords,
    ]);

  it('when an action is raised after one with a title like it was completed', () => {
    expect(
      returned(
        complete('Find new GCP2 trainers', '2020-11-26'),
        action('Recruit GCP2 trainers', { raisedOn: day('2021-02-01') }),
      ),
    ).toEqual([['Recruit GCP2 trainers', 'Find new GCP2 trainers', ['gcp2', 'trainer']]]);
  });

  it.each<[string, Partial<Action>, Partial<Action>]>([
    ['it was raised before the other was completed', {}, { raisedOn: day('2020-11-25') }],
    ['it was raised on the very day', {}, { raisedOn: day('2020-11-26') }],
    ['nobody knows when it was raised', {}, { raisedOn: undefined }],
    [
      'only the month of completion is known, and it is that month',
      { completedOn: '2021-02' as Month },
      {},
    ],
    ['the other is not complete', { status: 'withdrawn' }, {}],
    ['it was withdrawn itself', {}, { status: 'withdrawn' }],
    ['they serve different priorities', { priority: 'NEGLECT' }, { priority: 'EXPLOIT' }],
  ])('not when %s', (_, earlier, back) => {
    expect(
      returned(
        complete('Find new GCP2 trainers', '2020-11-26', earlier),
        action('Recruit GCP2 trainers', { raisedOn: day('2021-02-01'), ...back }),
      ),
    ).toEqual([]);
  });

  it('when a priority all of whose actions were closed gets another', () => {
    const neglect = { priority: 'NEGLECT' };
    const closed = [
      complete('Form a group', '2020-07-01', neglect),
      complete('Write a strategy', '2020-09-01', neglect),
    ];
    const back = action('Look at dental health', { ...neglect, raisedOn: day('2021-01-05') });
    expect(returned(...closed, back)).toEqual([['Look at dental health', 'Write a strategy', []]]);
    expect(returned(closed[0] as Action, back)).toEqual([]);
    expect(returned(...closed, action('Still open', neglect), back)).toEqual([]);
    expect(
      returned(...closed, action('Not wanted', { ...neglect, status: 'withdrawn' }), back),
    ).toHaveLength(1);
  });

  it('names the earlier action that is most like it, and of those that are equally like it the latest', () => {
    const back = action('Recruit more GCP2 trainers for schools', { raisedOn: day('2021-02-01') });
    const alike = [
      complete('Find GCP2 trainers', '2020-07-01'),
      complete('Pay GCP2 trainers', '2020-09'),
      complete('Thank GCP2 trainers', '2020-08-15'),
    ];
    expect(returned(...alike, back).map(([, earlier]) => earlier)).toEqual(['Pay GCP2 trainers']);
    const nearest = complete('GCP2 trainers of schools', '2020-06-15');
    expect(returned(...alike, nearest, back)).toEqual([
      [back.title, 'GCP2 trainers of schools', ['gcp2', 'trainer', 'school']],
    ]);
  });

  it('and the latest that came back is told first, then by reference', () => {
    const closed = complete('Find GCP2 trainers', '2020-07-01');
    const again = (raisedOn: string, ref: string) =>
      action('Recruit GCP2 trainers', { raisedOn: day(raisedOn), ref });
    const refs = returningThemes([
      closed,
      again('2021-01-05', 'B'),
      again('2021-02-01', 'C'),
      again('2021-01-05', 'A'),
    ]);
    expect(refs.map(({ action }) => action.ref)).toEqual(['C', 'A', 'B']);
  });

  it('with the same priority as with none, and with one where the other has none', () => {
    const closed = (facts: Partial<Action>) =>
      complete('Find new GCP2 trainers', '2020-11-26', facts);
    const back = (facts: Partial<Action>) =>
      action('Recruit GCP2 trainers', { raisedOn: day('2021-02-01'), ...facts });
    const neglect = { priority: 'NEGLECT' };
    for (const [one, other] of [
      [neglect, neglect],
      [neglect, {}],
      [{}, neglect],
    ] as const)
      expect(returned(closed(one), back(other))).toHaveLength(1);
  });

  it('by its priority alone: actions of another, of no day or of the same day count as they should', () => {
    const neglect = { priority: 'NEGLECT' };
    const closed = [
      complete('Form a group', '2020-07-01', neglect),
      complete('Write a strategy', '2020-09-01', neglect),
    ];
    const back = action('Look at dental health', { ...neglect, raisedOn: day('2021-01-05') });
    expect(
      returned(...closed, action('Open elsewhere', { priority: 'EXPLOIT' }), back),
    ).toHaveLength(1);
    expect(
      returned(
        ...closed,
        action('Open, since nobody knows when', { ...neglect, raisedOn: undefined }),
        back,
      ),
    ).toEqual([]);
    expect(
      returned(
        ...closed,
        action('Raised that day too', { ...neglect, raisedOn: day('2021-01-05') }),
        back,
      ),
    ).toHaveLength(2);
    const late = complete('Ended that very day', '2021-01-05', neglect);
    expect(returned(...closed, late, back)).toEqual([]);
    const without = action('Look at dental health', { raisedOn: day('2021-01-05') });
    expect(returned(...closed.map(({ priority: _, ...rest }) => rest as Action), without)).toEqual(
      [],
    );
  });

  it('and whatever the records hold, what came back was raised after what it is said to come back from', () => {
    const days = fc.constantFrom(
      '2020-05-01',
      '2020-06-15',
      '2020-07-01',
      '2021-01-01',
    ) as fc.Arbitrary<Day>;
    const any = fc.record({
      title: fc.constantFrom('Find GCP2 trainers', 'Recruit GCP2 trainers', 'Audit the front door'),
      priority: fc.constantFrom('NEGLECT', 'EXPLOIT', undefined),
      status: fc.constantFrom('complete', 'in progress', 'withdrawn') as fc.Arbitrary<
        Action['status']
      >,
      raisedOn: days,
      completedOn: days,
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const actions = all.map(({ completedOn, ...facts }) =>
          action(facts.title, { ...facts, ...(facts.status === 'complete' && { completedOn }) }),
        );
        for (const { action: back, earlier } of returningThemes(actions)) {
          expect(earlier.status).toBe('complete');
          expect((earlier.completedOn as string) < (back.raisedOn as string)).toBe(true);
          expect(earlier.ref).not.toBe(back.ref);
        }
      }),
    );
  });
});
