import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { sharedWords, tellingWords } from '../../src/domain/alike.ts';
import { type Day, day, type Month } from '../../src/domain/dates.ts';
import { returningThemes } from '../../src/domain/returning-themes.ts';

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
    expect(tellingWords(title)).toEqual(words);
  });

  it.each([
    ['Recruit GCP2 trainers', 'Find new GCP2 trainers', ['gcp2', 'trainer']],
    ['Find trainers', 'Find new GCP2 trainers', ['find', 'trainer']],
    ['Promote GCP2 training and its uptake', 'Find new GCP2 trainers', []],
    ['Chair QPPA', 'Appoint an independent chair for QPPA', ['chair', 'qppa']],
    ['Audit threshold decisions at the front door', 'Audit attendance at the front desk of schools', []],
    ['Audit', 'Audit', []],
    ['Audit front door threshold', 'Audit front desk attendance', ['audit', 'front']],
    ['Audit front door threshold decisions', 'Audit front desk attendance rates', []],
    ['Audit front', 'Audit attendance at the front desk of schools', ['audit', 'front']],
  ])('“%s” and “%s” share %j', (one, other, shared) => {
    expect(sharedWords(one, other)).toEqual(shared);
  });

  it('are alike both ways', () => {
    const title = fc.array(fc.constantFrom('audit', 'front', 'door', 'gcp2', 'trainers', 'the'), { maxLength: 6 });
    fc.assert(
      fc.property(title, title, (a, b) => {
        const [one, other] = [a.join(' '), b.join(' ')];
        expect(sharedWords(one, other).sort()).toEqual(sharedWords(other, one).sort());
      }),
    );
  });
});

let number = 0;
const action = (title: string, facts: Partial<Action> = {}): Action => {
  number += 1;
  return { ref: `SA-${number}`, title, source: {}, owner: {}, status: 'in progress', raisedOn: day('2020-06-01'), ...facts };
};
const complete = (title: string, completedOn: string, facts: Partial<Action> = {}) =>
  action(title, { status: 'complete', completedOn: completedOn as Day | Month, ...facts });

describe('a theme came back', () => {
  const returned = (...actions: Action[]) =>
    returningThemes(actions).map(({ back, earlier, shared }) => [back.title, earlier.title, shared]);

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
    ['only the month of completion is known, and it is that month', { completedOn: '2021-02' as Month }, {}],
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
    const closed = [complete('Form a group', '2020-07-01', neglect), complete('Write a strategy', '2020-09-01', neglect)];
    const back = action('Look at dental health', { ...neglect, raisedOn: day('2021-01-05') });
    expect(returned(...closed, back)).toEqual([['Look at dental health', 'Write a strategy', []]]);
    expect(returned(closed[0] as Action, back)).toEqual([]);
    expect(returned(...closed, action('Still open', neglect), back)).toEqual([]);
    expect(returned(...closed, action('Not wanted', { ...neglect, status: 'withdrawn' }), back)).toHaveLength(1);
  });

  it('and whatever the records hold, what came back was raised after what it is said to come back from', () => {
    const days = fc.constantFrom('2020-05-01', '2020-06-15', '2020-07-01', '2021-01-01') as fc.Arbitrary<Day>;
    const any = fc.record({
      title: fc.constantFrom('Find GCP2 trainers', 'Recruit GCP2 trainers', 'Audit the front door'),
      priority: fc.constantFrom('NEGLECT', 'EXPLOIT', undefined),
      status: fc.constantFrom('complete', 'in progress', 'withdrawn') as fc.Arbitrary<Action['status']>,
      raisedOn: days,
      completedOn: days,
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 12 }), (all) => {
        const actions = all.map(({ completedOn, ...facts }) =>
          action(facts.title, { ...facts, ...(facts.status === 'complete' && { completedOn }) }),
        );
        for (const { back, earlier } of returningThemes(actions)) {
          expect(earlier.status).toBe('complete');
          expect((earlier.completedOn as string) < (back.raisedOn as string)).toBe(true);
          expect(earlier.ref).not.toBe(back.ref);
        }
      }),
    );
  });
});
