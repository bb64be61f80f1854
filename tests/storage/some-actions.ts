import fc from 'fast-check';
import type { Action, ActionStatus } from '../../src/domain/action.ts';
import type { ActionQuery } from '../../src/domain/action-query.ts';
import { addDays, day } from '../../src/domain/dates.ts';

/** An action with only what every action has. */
export function anAction(ref: string, facts: Partial<Action> = {}): Action {
  return { ref, title: `Action ${ref}`, source: {}, owner: {}, status: 'open', ...facts };
}

const STATUSES: readonly ActionStatus[] = [
  'open',
  'not started',
  'in progress',
  'blocked',
  'complete',
  'withdrawn',
];
const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined });
const sometimesOne = (...values: string[]) => sometimes(fc.constantFrom(...values));
const someDay = sometimes(
  fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2021-02-01'), days)),
);

/** Actions with every mix of owner, source, due day, status and evidence. */
export const someAction: fc.Arbitrary<Omit<Action, 'ref'>> = fc
  .record({
    title: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    source: fc.record({
      kind: sometimesOne('board', 'sub-group', 'review of a/b'),
      name: sometimesOne('Board', 'QPPA'),
    }),
    owner: fc.record({
      agency: sometimesOne('WMP', 'SMBC', 'CCG'),
      group: sometimesOne('BOARD', 'QPPA'),
      person: sometimesOne('chair', 'lead#1'),
    }),
    priority: sometimesOne('NEGLECT', 'EXPLOIT', 'LEAD'),
    review: sometimesOne('RR-2020-01', 'RR-2020-04'),
    year: sometimesOne('2020-21', '2021-22'),
    dueOn: someDay,
    status: fc.constantFrom(...STATUSES),
    impactEvidence: sometimesOne('Fewer repeat referrals', 'Children say so'),
    verifiedBy: sometimesOne('chair'),
    notes: sometimes(fc.string({ maxLength: 200, unit: 'grapheme' })),
  })
  .map(withoutGaps);

/** Questions with every mix of what can be asked. */
export const someQuery: fc.Arbitrary<ActionQuery> = fc
  .record({
    agency: sometimesOne('WMP', 'SMBC', 'CCG', 'nobody'),
    group: sometimesOne('BOARD', 'QPPA'),
    person: sometimesOne('chair', 'lead#1'),
    priority: sometimesOne('NEGLECT', 'EXPLOIT'),
    sourceKind: sometimesOne('board', 'review of a/b'),
    review: sometimesOne('RR-2020-01'),
    year: sometimesOne('2020-21'),
    status: sometimes(fc.constantFrom(...STATUSES, 'not complete' as const)),
    dueFrom: someDay,
    dueTo: someDay,
    hasOwner: sometimes(fc.boolean()),
    hasDue: sometimes(fc.boolean()),
    hasEvidence: sometimes(fc.boolean()),
    isVerified: sometimes(fc.boolean()),
  })
  .map(withoutGaps);

/** Drops what is `undefined`, in nested records too, as domain objects have it. */
function withoutGaps<Value>(value: Value): Value {
  if (typeof value !== 'object' || value === null) return value;
  const parts = Object.entries(value).filter(([, part]) => part !== undefined);
  return Object.fromEntries(parts.map(([name, part]) => [name, withoutGaps(part)])) as Value;
}
