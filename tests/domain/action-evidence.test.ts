import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import {
  type ChangedAction,
  raise,
  reassign,
  reopen,
  update,
  withdraw,
} from '../../src/domain/action-commands.ts';
import {
  complete,
  conflictOfInterest,
  rejectedEvidence,
  sendBack,
  verify,
} from '../../src/domain/action-evidence.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { ChangeEvent } from '../../src/domain/change-event.ts';
import { type Day, day } from '../../src/domain/dates.ts';
import type { Outcome } from '../../src/domain/outcome.ts';

const TODAY = day('2021-03-15');
const by = (person: string): Actor => ({ by: person, at: '2021-03-15T09:00:00Z', today: TODAY });
const action = (facts: Partial<Action> = {}): Action => ({
  ref: 'SA-018',
  title: 'Fix attendance problems',
  source: {},
  owner: { agency: 'WMP' },
  status: 'not started',
  ...facts,
});
const evidenced = action({
  status: 'complete',
  completedOn: day('2021-02-01'),
  impactEvidence: 'better plans',
});
const chair = { id: 'chair', agency: 'CHAIR' };

describe('completing', () => {
  it('closes today, without evidence as well as with it', () => {
    expect(complete(action(), {}, by('lead'))).toMatchObject({
      ok: true,
      value: { record: { status: 'complete', completedOn: TODAY }, event: { type: 'completed' } },
    });
    expect(complete(action(), { evidence: ' better plans ' }, by('lead'))).toMatchObject({
      ok: true,
      value: {
        record: { impactEvidence: 'better plans' },
        event: { changes: { evidence: { to: 'given' } } },
      },
    });
  });

  it('takes evidence later, once, and keeps the day on which it was completed', () => {
    const closed = action({ status: 'complete', completedOn: day('2021-02-01') });
    expect(complete(closed, {}, by('lead'))).toEqual({
      ok: false,
      refusal: 'evidence-missing',
    });
    expect(complete(closed, { evidence: 'better plans' }, by('lead'))).toMatchObject({
      ok: true,
      value: { record: { completedOn: '2021-02-01' }, event: { type: 'evidenced' } },
    });
    expect(complete(evidenced, { evidence: 'more' }, by('lead'))).toEqual({
      ok: false,
      refusal: 'already-evidenced',
    });
  });

  it('is not for what was withdrawn', () => {
    expect(complete(action({ status: 'withdrawn' }), { evidence: 'x' }, by('lead'))).toEqual({
      ok: false,
      refusal: 'withdrawn',
    });
  });
});

describe('judging the evidence', () => {
  it('keeps who verified it, and when', () => {
    expect(
      verify({ action: evidenced, history: [], judge: chair }, undefined, by('chair')),
    ).toMatchObject({
      ok: true,
      value: {
        record: { status: 'complete', verifiedBy: 'chair', verifiedOn: TODAY },
        event: { type: 'verified', changes: { verified: { to: 'chair' } } },
      },
    });
  });

  it('keeps the words of the evidence out of its history', () => {
    const verified = verify(
      { action: evidenced, history: [], judge: chair },
      undefined,
      by('chair'),
    );
    expect(verified.ok && verified.value.event.changes).toEqual({
      verified: { from: undefined, to: 'chair' },
    });
  });

  it('keeps a note that was left with it', () => {
    const judged = { action: evidenced, history: [], judge: chair };
    expect(verify(judged, ' seen at two visits ', by('chair'))).toMatchObject({
      value: { event: { reason: 'seen at two visits' } },
    });
  });

  it('is for nobody’s own agency, and for one without an agency as for any other', () => {
    expect(conflictOfInterest({ id: 'guest' }, { ...evidenced, owner: {} }, [])).toBeUndefined();
    expect(
      conflictOfInterest(chair, { ...evidenced, owner: { person: 'lead' } }, []),
    ).toBeUndefined();
    const judged = {
      action: { ...evidenced, owner: { agency: 'CHAIR' } },
      history: [],
      judge: chair,
    };
    expect(verify(judged, undefined, by('chair'))).toEqual({
      ok: false,
      refusal: 'own-agency',
    });
    expect(sendBack(judged, 'x', by('chair'))).toEqual({ ok: false, refusal: 'own-agency' });
  });

  it.each<[string, Partial<Action>, string]>([
    ['open', { status: 'in progress', completedOn: undefined }, 'not-complete'],
    ['withdrawn', { status: 'withdrawn' }, 'not-complete'],
    ['without evidence', { impactEvidence: undefined }, 'evidence-missing'],
    ['verified', { verifiedBy: 'scrutineer' }, 'already-verified'],
  ])('is not for what is %s', (_, facts, refusal) => {
    const judged = { action: { ...evidenced, ...facts }, history: [], judge: chair };
    expect(verify(judged, undefined, by('chair'))).toEqual({ ok: false, refusal });
    expect(sendBack(judged, 'x', by('chair'))).toEqual({ ok: false, refusal });
  });

  const closedBy = (person: string, verb = 'completed'): ChangeEvent => ({
    at: '',
    by: person,
    type: verb,
    changes: {},
  });
  it.each<[string, Partial<Action>, ChangeEvent[], string | undefined]>([
    ['by the person who owns it', { owner: { person: 'chair' } }, [], 'own-action'],
    ['by somebody of the agency that owns it', { owner: { agency: 'CHAIR' } }, [], 'own-agency'],
    ['by whoever completed it', {}, [closedBy('chair')], 'own-completion'],
    ['by whoever only spoke of it', {}, [closedBy('chair', 'updated')], undefined],
    ['by whoever sent it back', {}, [closedBy('lead'), closedBy('chair', 'sent back')], undefined],
    [
      'by whoever completed it again after it was reopened',
      {},
      [closedBy('lead'), closedBy('lead', 'reopened'), closedBy('chair')],
      'own-completion',
    ],
    [
      'by whoever gave its evidence',
      {},
      [closedBy('lead'), closedBy('chair', 'evidenced')],
      'own-completion',
    ],
    [
      'by the chair of the group that owns it',
      { owner: { group: 'QPPA' } },
      [closedBy('lead')],
      undefined,
    ],
    [
      'by whoever completed it before it was reopened',
      {},
      [closedBy('chair'), closedBy('lead', 'reopened'), closedBy('lead')],
      undefined,
    ],
  ])('%s', (_, facts, history, refusal) => {
    expect(conflictOfInterest(chair, { ...evidenced, ...facts }, history)).toBe(refusal);
  });

  it('sends back with what is missing, and keeps the evidence that was not enough in the history', () => {
    const judged = { action: evidenced, history: [], judge: chair };
    expect(sendBack(judged, ' ', by('chair'))).toEqual({
      ok: false,
      refusal: 'reason-missing',
    });
    const back = sendBack(judged, 'what did families notice?', by('chair'));
    if (!back.ok) throw new Error(back.refusal);
    expect(back.value.record).toMatchObject({ status: 'complete', completedOn: '2021-02-01' });
    expect(back.value.event.type).toBe('sent back');
    expect(back.value.record.impactEvidence).toBeUndefined();
    expect(rejectedEvidence([back.value.event])).toEqual({
      evidence: 'better plans',
      why: 'what did families notice?',
    });
    const again = complete(back.value.record, { evidence: 'families say so' }, by('lead'));
    expect(again.ok && rejectedEvidence([back.value.event, again.value.event])).toBeUndefined();
    const noted = update(action(), { reason: 'visited' }, by('lead'));
    expect(
      rejectedEvidence([back.value.event, ...(noted.ok ? [noted.value.event] : [])])?.evidence,
    ).toBe('better plans');
  });

  it('has nothing that was taken back where no evidence ever was', () => {
    expect(rejectedEvidence([])).toBeUndefined();
    const noted = update(action(), { reason: 'visited' }, by('lead'));
    expect(rejectedEvidence(noted.ok ? [noted.value.event] : [])).toBeUndefined();
  });
});

const PEOPLE = [
  { id: 'lead', agency: 'WMP' },
  { id: 'chair', agency: 'CHAIR' },
  { id: 'scrutineer', agency: 'SCRUT' },
] as const;

/** Everything that can be asked of an action, in any order, by anybody. */
const deed = fc.record({
  who: fc.constantFrom(...PEOPLE),
  verb: fc.constantFrom(
    'update',
    'reassign',
    'withdraw',
    'reopen',
    'complete',
    'verify',
    'send back',
  ),
  status: fc.constantFrom('open', 'not started', 'in progress', 'blocked', undefined),
  dueOn: fc.constantFrom('2021-03-10', '2021-03-31', '2021-06-30', undefined) as fc.Arbitrary<
    Day | undefined
  >,
  owner: fc.constantFrom({ agency: 'WMP' }, { person: 'chair' }, { group: 'QPPA' }, {}),
  words: fc.constantFrom('because', ' ', undefined),
});
type Deed = typeof deed extends fc.Arbitrary<infer Value> ? Value : never;

function attempt(
  action: Action,
  history: ChangeEvent[],
  { who, verb, status, dueOn, owner, words }: Deed,
) {
  const actor = by(who.id);
  const judged = { action, history, judge: who };
  const deeds: Record<Deed['verb'], () => Outcome<ChangedAction, string>> = {
    update: () => update(action, { status, dueOn, reason: words }, actor),
    reassign: () => reassign(action, { owner, reason: words }, actor),
    withdraw: () => withdraw(action, words, actor),
    reopen: () => reopen(action, words, actor),
    complete: () => complete(action, { evidence: words }, actor),
    verify: () => verify(judged, words, actor),
    'send back': () => sendBack(judged, words, actor),
  };
  return deeds[verb]();
}

/** Where the history alone says that an action stands. */
function replayed(history: readonly ChangeEvent[]): Record<string, string | undefined> {
  const fields: Record<string, string | undefined> = {};
  for (const { changes = {} } of history)
    for (const [field, { to }] of Object.entries(changes)) fields[field] = to;
  return fields;
}

describe('whatever is done to an action, in whatever order', () => {
  it('evidence is for what is complete, verification for what has evidence, and never by their own hand', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 40 }), (deeds) => {
        const raised = raise(
          { ref: 'SA-1', title: 'Do it', owner: { agency: 'WMP' }, source: {} },
          by('lead'),
        );
        if (!raised.ok) throw new Error(raised.refusal);
        let current = raised.value.record;
        const history = [raised.value.event];
        for (const each of deeds) {
          const hand = conflictOfInterest(each.who, current, history);
          const outcome = attempt(current, history, each);
          if (!outcome.ok) continue;
          const { record: next, event: change } = outcome.value;
          history.push(change);
          if (change.type === 'verified') expect(hand).toBeUndefined();
          if (change.type === 'verified') expect(next.verifiedBy).toBe(each.who.id);
          if (next.verifiedBy)
            expect(next).toMatchObject({ status: 'complete', impactEvidence: 'because' });
          if (next.impactEvidence) expect(next.status).toBe('complete');
          expect(next.completedOn !== undefined).toBe(next.status === 'complete');
          expect(next.verifiedOn !== undefined).toBe(next.verifiedBy !== undefined);
          current = next;
        }
        const { status, due, agency, group, person, evidence, verified } = replayed(history);
        expect({ status, due, agency, group, person, evidence, verified }).toEqual({
          status: current.status,
          due: current.dueOn,
          agency: current.owner.agency,
          group: current.owner.group,
          person: current.owner.person,
          evidence: current.impactEvidence && 'given',
          verified: current.verifiedBy,
        });
      }),
      { numRuns: 2_000 },
    );
  });

  it('a history always says by whom, and why where a reason is needed', () => {
    fc.assert(
      fc.property(fc.array(deed, { maxLength: 20 }), (deeds) => {
        let current = action({ dueOn: day('2021-03-31') });
        const history: ChangeEvent[] = [];
        for (const each of deeds) {
          const outcome = attempt(current, history, each);
          if (!outcome.ok) continue;
          const { event: change } = outcome.value;
          history.push(change);
          expect(change.by).toBe(each.who.id);
          const needsReason = [
            'blocked',
            'reassigned',
            'withdrawn',
            'reopened',
            'sent back',
          ].includes(change.type);
          if (needsReason || change.changes?.due?.from) expect(change.reason).toBe('because');
          current = outcome.value.record;
        }
      }),
    );
  });
});
