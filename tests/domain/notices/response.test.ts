import { expect, it } from 'vitest';
import { day } from '../../../src/domain/dates.ts';
import type { Recommendation } from '../../../src/domain/recommendation.ts';
import type { Source } from '../../../src/domain/source.ts';
import type { AwaitedResponse } from '../../../src/features/recommendations/notices.ts';
import { northmoor, owedOn, type Subject } from './a-partnership.ts';

interface Facts {
  readonly recommendation?: Partial<Recommendation>;
  readonly source?: Partial<Source>;
}

const awaited = ({ recommendation, source }: Facts = {}): Subject => ({
  kind: 'record',
  rule: 'response',
  record: {
    recommendation: {
      ref: 'OF20-01',
      source: 'OFSTED',
      text: 'Hear fathers',
      addressedTo: ['NPOL'],
      themes: [],
      actions: [],
      ...recommendation,
    },
    source: { id: 'OFSTED', name: 'Ofsted', kind: 'inspection', alsoKnownAs: [], ...source },
    dueOn: day('2021-03-31'),
  } satisfies AwaitedResponse,
});

it.each([
  ['2021-03-16', []],
  ['2021-03-17', ['response/OF20-01/2021-03-31/day-10/police-lead']],
  ['2021-03-24', ['response/OF20-01/2021-03-31/day-5/police-lead']],
  ['2021-03-30', ['response/OF20-01/2021-03-31/day-1/police-lead']],
  ['2021-03-31', ['response/OF20-01/2021-03-31/day-0/police-lead']],
  ['2021-04-01', []],
  ['2021-04-06', ['response/OF20-01/2021-03-31/week-2021-04-06/police-lead']],
  ['2021-04-07', []],
  ['2021-04-12', ['response/OF20-01/2021-03-31/week-2021-04-12/police-lead']],
])('a response that is due on 31 March is owed on %s: %j', (today, expected) => {
  expect(owedOn(day(today), awaited())).toEqual(expected);
});

const peopleTold = (facts: Facts, directory = northmoor) =>
  owedOn(day('2021-03-31'), awaited(facts), directory).map((id) => id.split('/').at(-1));

it('is owed to the lead of each agency that it is addressed to, and to the administrators where it names none', () => {
  const addressedTo = ['NPOL', 'NCC'];
  expect(peopleTold({ recommendation: { addressedTo } })).toEqual(['police-lead', 'council-lead']);
  expect(peopleTold({ recommendation: { addressedTo: [] } })).toEqual(['manager', 'coordinator']);
});

it('is owed to whom the partnership says', () => {
  const notices = { responseTo: ['scrutineer'], responseSteps: [3] };
  const asSet = { ...northmoor, partnership: { ...northmoor.partnership, notices } };
  expect(owedOn(day('2021-03-26'), awaited(), asSet)).toEqual([
    'response/OF20-01/2021-03-31/day-3/scrutineer',
  ]);
  const nobody = { ...northmoor.partnership, notices: { responseTo: [] } };
  expect(peopleTold({}, { ...northmoor, partnership: nobody })).toEqual([]);
});

it('tells nobody of a review that they may not see', () => {
  const withReview = { ...northmoor, reviewRefs: ['RR-1'] };
  const source = { kind: 'review', review: 'RR-1' } as const;
  expect(peopleTold({ source }, withReview)).toEqual(['police-lead']);
  const recommendation = { addressedTo: ['SCHOOLS'] };
  expect(peopleTold({ recommendation }, withReview)).toEqual(['teacher']);
  expect(peopleTold({ recommendation, source }, withReview)).toEqual(['manager', 'coordinator']);
});
