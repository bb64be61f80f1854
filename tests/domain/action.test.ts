import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Action,
  type ActionState,
  actionState,
  awaitsVerification,
  hasOwner,
  isOpen,
  isOverdue,
  mostUrgentFirst,
  timelinessOf,
} from '../../src/domain/action.ts';
import { matchesQuery } from '../../src/domain/action-query.ts';
import { addDays, type Day, day } from '../../src/domain/dates.ts';

const today = day('2021-03-15');
const action = (facts: Partial<Action> = {}): Action => ({
  ref: 'SA-001',
  title: 'Agree the audit plan',
  source: {},
  owner: {},
  status: 'open',
  ...facts,
});

describe('where an action stands on 15 March 2021', () => {
  const cases: [string, Partial<Action>, ActionState][] = [
    ['due yesterday', { dueOn: day('2021-03-14') }, 'overdue'],
    ['blocked and due yesterday', { status: 'blocked', dueOn: day('2021-03-14') }, 'overdue'],
    ['due today', { dueOn: today }, 'due-soon'],
    ['due in 14 days', { dueOn: day('2021-03-29') }, 'due-soon'],
    ['due in 15 days', { dueOn: day('2021-03-30') }, 'on-track'],
    ['blocked', { status: 'blocked' }, 'blocked'],
    ['without a due date', { status: 'in progress' }, 'undated'],
    [
      'complete with nothing to show for it',
      { status: 'complete', dueOn: day('2021-03-01') },
      'unevidenced',
    ],
    [
      'complete with evidence',
      { status: 'complete', impactEvidence: 'clearer plans' },
      'unverified',
    ],
    [
      'complete, evidenced and verified',
      { status: 'complete', impactEvidence: 'x', verifiedBy: 'chair' },
      'verified',
    ],
    ['verified without evidence', { status: 'complete', verifiedBy: 'chair' }, 'unevidenced'],
    ['withdrawn', { status: 'withdrawn', dueOn: day('2021-03-01') }, 'withdrawn'],
  ];
  it.each(cases)('%s', (_, facts, standing) => {
    expect(actionState(action(facts), today)).toBe(standing);
  });

  it('is overdue only while it is open and its day has passed', () => {
    expect(isOverdue(action({ dueOn: day('2021-03-14') }), today)).toBe(true);
    expect(isOverdue(action({ dueOn: today }), today)).toBe(false);
    expect(isOverdue(action({ dueOn: day('2021-03-14'), status: 'complete' }), today)).toBe(false);
    expect(isOverdue(action(), today)).toBe(false);
  });

  it.each<[Action['status'], boolean]>([
    ['open', true],
    ['not started', true],
    ['in progress', true],
    ['blocked', true],
    ['complete', false],
    ['withdrawn', false],
  ])('%s: open is %s', (status, open) => {
    expect(isOpen(action({ status }))).toBe(open);
  });

  it.each<[string, Partial<Action>, boolean]>([
    ['complete with evidence', { status: 'complete', impactEvidence: 'clearer plans' }, true],
    ['complete without', { status: 'complete' }, false],
    [
      'verified already',
      { status: 'complete', impactEvidence: 'clearer plans', verifiedBy: 'chair' },
      false,
    ],
    ['not complete', { status: 'in progress', impactEvidence: 'clearer plans' }, false],
  ])('waits for somebody to verify it, when %s: %s', (_, facts, waits) => {
    expect(awaitsVerification(action(facts))).toBe(waits);
  });

  it('has an owner when an agency, a group or a person owns it', () => {
    expect(
      [{}, { agency: 'A' }, { group: 'G' }, { person: 'P' }].map((owner) =>
        hasOwner(action({ owner })),
      ),
    ).toEqual([false, true, true, true]);
  });
});

describe('the most pressing first', () => {
  it('puts the longest overdue before the blocked, the blocked before what is due soon, and the closed last', () => {
    const list = [
      action({ ref: 'done', status: 'complete' }),
      action({ ref: 'soon', dueOn: day('2021-03-20') }),
      action({ ref: 'undated' }),
      action({ ref: 'late', dueOn: day('2021-03-10') }),
      action({ ref: 'later', dueOn: day('2021-03-01') }),
      action({ ref: 'blocked', status: 'blocked' }),
    ];
    expect(mostUrgentFirst(list, today).map(({ ref }) => ref)).toEqual([
      'later',
      'late',
      'blocked',
      'soon',
      'undated',
      'done',
    ]);
  });

  it('orders references by their numbers', () => {
    expect(
      mostUrgentFirst([action({ ref: 'SA-10' }), action({ ref: 'SA-9' })], today).map(
        ({ ref }) => ref,
      ),
    ).toEqual(['SA-9', 'SA-10']);
  });

  it('puts any two actions as comparing them alone does, and keeps those that are alike in their order', () => {
    const anyAction = fc
      .record({
        ref: fc.constantFrom('SA-1', 'SA-2', 'SA-10', 'SA-010', 'sa-1', 'RR-3', 'B'),
        title: fc.string(),
        status: fc.constantFrom<Action['status'][]>(
          'open',
          'blocked',
          'in progress',
          'complete',
          'withdrawn',
        ),
        dueOn: fc.option(fc.integer({ min: -20, max: 20 }), { nil: undefined }),
        impactEvidence: fc.option(fc.constant('clearer plans'), { nil: undefined }),
      })
      .map(({ dueOn, ...facts }) =>
        action({ ...facts, dueOn: dueOn === undefined ? undefined : addDays(today, dueOn) }),
      );
    fc.assert(
      fc.property(fc.array(anyAction, { maxLength: 40 }), (actions) => {
        expect(mostUrgentFirst(actions, today)).toEqual(actions.toSorted(pressing));
      }),
    );
  });

  const STANDINGS = [
    'overdue',
    'blocked',
    'due-soon',
    'on-track',
    'undated',
    'unevidenced',
    'unverified',
    'verified',
  ];

  function pressing(a: Action, b: Action): number {
    const rank = (each: Action) => [...STANDINGS, 'withdrawn'].indexOf(actionState(each, today));
    const dueOn = (each: Action) => each.dueOn ?? '9999';
    return (
      rank(a) - rank(b) ||
      dueOn(a).localeCompare(dueOn(b)) ||
      a.ref.localeCompare(b.ref, 'en', { numeric: true })
    );
  }
});

describe('which actions are wanted', () => {
  const police = action({
    owner: { agency: 'WMP', group: 'QPPA', person: 'p' },
    priority: 'NEGLECT',
    source: { kind: 'scrutineer' },
    review: 'RR-1',
    year: '2020-21',
    dueOn: today,
    status: 'in progress',
  });

  it.each([
    [{}, true],
    [
      {
        agency: 'WMP',
        group: 'QPPA',
        person: 'p',
        priority: 'NEGLECT',
        sourceKind: 'scrutineer',
        review: 'RR-1',
        year: '2020-21',
      },
      true,
    ],
    [{ agency: 'CCG' }, false],
    [{ group: 'CEB' }, false],
    [{ person: 'q' }, false],
    [{ priority: 'EXPLOIT' }, false],
    [{ sourceKind: 'inspection' }, false],
    [{ review: 'RR-2' }, false],
    [{ year: '2021-22' }, false],
    [{ status: 'in progress' as const }, true],
    [{ status: 'complete' as const }, false],
    [{ status: 'not complete' as const }, true],
    [{ dueFrom: today, dueTo: today }, true],
    [{ dueFrom: day('2021-03-16') }, false],
    [{ dueTo: day('2021-03-14') }, false],
    [{ hasOwner: true, hasDue: true, hasEvidence: false }, true],
    [{ hasOwner: false }, false],
    [{ hasDue: false }, false],
    [{ hasEvidence: true }, false],
    [{ isVerified: false }, true],
    [{ isVerified: true }, false],
    [{ agency: 'WMP', group: 'CEB' }, false],
    [{ dueFrom: day('2021-03-14') }, true],
    [{ dueTo: day('2021-03-16') }, true],
  ])('%j: %s', (query, wanted) => {
    expect(matchesQuery(police, query)).toBe(wanted);
  });

  it('tells what has no owner, no due day, evidence and a verification from what has', () => {
    const bare = action({
      status: 'complete',
      impactEvidence: 'clearer plans',
      verifiedBy: 'chair',
    });
    expect(
      matchesQuery(bare, { hasOwner: false, hasDue: false, hasEvidence: true, isVerified: true }),
    ).toBe(true);
    expect(matchesQuery(bare, { status: 'not complete' })).toBe(false);
    for (const query of [
      { hasOwner: true },
      { hasDue: true },
      { hasEvidence: false },
      { isVerified: false },
    ])
      expect(matchesQuery(bare, query), JSON.stringify(query)).toBe(false);
  });

  it.each([
    ['2021-03-01', { completedFrom: day('2021-03-01') }, true],
    ['2021-03-31', { completedTo: day('2021-03-31') }, true],
    ['2021-02', { completedFrom: day('2021-03-01') }, false],
    [undefined, { completedFrom: day('2021-03-01') }, false],
    [undefined, {}, true],
    ['2021-03-02', { completedFrom: day('2021-03-01'), completedTo: day('2021-03-31') }, true],
    ['2021-02-28', { completedFrom: day('2021-03-01') }, false],
    ['2021-03-31', { completedTo: day('2021-03-30') }, false],
    ['2021-03', { completedFrom: day('2021-03-08'), completedTo: day('2021-03-14') }, true],
    ['2021-04', { completedTo: day('2021-03-31') }, false],
    [undefined, { completedTo: day('2021-03-31') }, false],
  ])('completed on %s, asked for %j: %s', (completedOn, query, wanted) => {
    expect(matchesQuery(action({ completedOn: completedOn as Day | undefined }), query)).toBe(
      wanted,
    );
  });

  it('never has a due date in a range when it has none', () => {
    fc.assert(
      fc.property(fc.constantFrom('dueFrom', 'dueTo'), (end) => {
        expect(matchesQuery(action(), { [end]: today })).toBe(false);
      }),
    );
  });
});

describe('how a completed action kept to its due day', () => {
  const kept = (completedOn: string | undefined, dueOn: string | undefined = '2021-03-14') =>
    timelinessOf(action({ status: 'complete', ...({ dueOn, completedOn } as Partial<Action>) }));

  it.each([
    ['2021-03-15', 'late'],
    ['2021-03-14', 'on time'],
    ['2021-03-13', 'early'],
    ['2021-04', 'late'],
    ['2021-02', 'early'],
  ])('completed %s, due 14 March 2021: %s', (completedOn, timeliness) => {
    expect(kept(completedOn)).toBe(timeliness);
  });

  it('nobody knows where a day is missing, or the month alone is known', () => {
    expect(kept('2021-03')).toBeUndefined();
    expect(kept(undefined)).toBeUndefined();
    expect(
      timelinessOf(action({ status: 'complete', completedOn: day('2021-03-15') })),
    ).toBeUndefined();
  });

  it('what is not complete has not been late', () => {
    const open = action({ dueOn: day('2021-03-01'), completedOn: day('2021-03-15') });
    expect(timelinessOf(open)).toBeUndefined();
  });

  it('what was early was on time, too', () => {
    const early = action({
      status: 'complete',
      dueOn: day('2021-03-14'),
      completedOn: day('2021-03-01'),
    });
    expect(matchesQuery(early, { timeliness: 'on time' })).toBe(true);
    expect(matchesQuery(early, { timeliness: 'early' })).toBe(true);
    expect(matchesQuery(early, { timeliness: 'late' })).toBe(false);
  });
});
