import { expect, it } from 'vitest';
import { day } from '../../../src/domain/dates.ts';
import type { Risk } from '../../../src/domain/risk.ts';
import { northmoor, owedOn, type Subject } from './a-partnership.ts';

const risk = (facts: Partial<Risk> = {}): Subject => ({
  kind: 'record',
  rule: 'risk-review',
  record: {
    id: 'CH-01',
    title: 'No analyst',
    ownerGroup: 'QA',
    nextReviewOn: day('2021-03-31'),
    ...facts,
  } satisfies Risk,
});
const peopleTold = (facts: Partial<Risk>, directory = northmoor) =>
  owedOn(day('2021-03-31'), risk(facts), directory).map((id) => id.split('/').at(-1));

it.each([
  ['2021-03-30', []],
  ['2021-03-31', ['risk-review/CH-01/2021-03-31/day-0/qa-chair']],
  ['2021-04-01', []],
  ['2021-04-06', ['risk-review/CH-01/2021-03-31/week-2021-04-06/qa-chair']],
  ['2021-04-07', []],
  ['2021-04-12', ['risk-review/CH-01/2021-03-31/week-2021-04-12/qa-chair']],
])('a risk to be reviewed on 31 March owes on %s: %j', (today, expected) => {
  expect(owedOn(day(today), risk())).toEqual(expected);
});

it('is owed to the lead of the agency that owns it, before the chair of a group', () => {
  expect(peopleTold({ ownerAgency: 'NPOL' })).toEqual(['police-lead']);
});

it('is owed to the partnership’s chair where its group has none, and to whom the partnership says', () => {
  expect(peopleTold({ ownerGroup: 'BRD' })).toEqual(['chair']);
  const notices = { riskTo: ['scrutineer'] };
  const asSet = { ...northmoor, partnership: { ...northmoor.partnership, notices } };
  expect(peopleTold({}, asSet)).toEqual(['scrutineer']);
});

it('is owed for no risk that is closed, or that has no review day', () => {
  expect(peopleTold({ closedOn: day('2021-03-01') })).toEqual([]);
  const undated: Risk = { id: 'CH-02', title: 'No deputy', ownerGroup: 'QA' };
  const about: Subject = { kind: 'record', rule: 'risk-review', record: undated };
  expect(owedOn(day('2021-03-31'), about)).toEqual([]);
});
