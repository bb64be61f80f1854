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
const oneOf = (...values: string[]) => sometimes(fc.constantFrom(...values));
const someDay = sometimes(
  fc.integer({ min: 0, max: 60 }).map((days) => addDays(day('2021-02-01'), days)),
);

/** Actions with every mix of owner, source, due day, status and evidence. */
export const someAction: fc.Arbitrary<Omit<Action, 'ref'>> = fc
  .record({
    title: fc.string({ minLength: 1, maxLength: 60, unit: 'grapheme' }),
    source: fc.record({
      kind: oneOf('board', 'sub-group', 'review of a/b'),
      name: oneOf('Board', 'QPPA'),
    }),
    owner: fc.record({
      agency: oneOf('WMP', 'SMBC', 'CCG'),
      group: oneOf('BOARD', 'QPPA'),
      person: oneOf('chair', 'lead#1'),
    }),
    priority: oneOf('NEGLECT', 'EXPLOIT', 'LEAD'),
    review: oneOf('RR-2020-01', 'RR-2020-04'),
    year: oneOf('2020-21', '2021-22'),
    dueOn: someDay,
    status: fc.constantFrom(...STATUSES),
    impactEvidence: oneOf('Fewer repeat referrals', 'Children say so'),
    verifiedBy: oneOf('chair'),
    notes: sometimes(fc.string({ maxLength: 200, unit: 'grapheme' })),
  })
  .map(withoutGaps);

/** Questions with every mix of what can be asked. */
export const someQuery: fc.Arbitrary<ActionQuery> = fc
  .record({
    agency: oneOf('WMP', 'SMBC', 'CCG', 'nobody'),
    group: oneOf('BOARD', 'QPPA'),
    person: oneOf('chair', 'lead#1'),
    priority: oneOf('NEGLECT', 'EXPLOIT'),
    sourceKind: oneOf('board', 'review of a/b'),
    review: oneOf('RR-2020-01'),
    year: oneOf('2020-21'),
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
