import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { complete, raise, timesMoved, update } from '../../src/domain/action-life.ts';
import { day } from '../../src/domain/dates.ts';

const police = { by: 'police-partner-lead', at: '2021-03-15T09:00:00Z', today: day('2021-03-15') };
const action = (facts: Partial<Action> = {}): Action => ({
  ref: 'SA-018',
  title: 'Fix attendance problems',
  source: {},
  owner: { agency: 'WMP' },
  status: 'not started',
  ...facts,
});

describe('the life of an action', () => {
  it('begins today, not started, with its owner in the history', () => {
    const raised = raise({ ref: 'SA-114', title: ' Send the plan ', owner: { agency: 'SCVO' }, source: {} }, police);
    expect(raised).toMatchObject({
      ok: true,
      value: {
        action: { title: 'Send the plan', status: 'not started', raisedOn: '2021-03-15' },
        change: {
          verb: 'raised',
          by: 'police-partner-lead',
          changes: { status: { to: 'not started' }, agency: { to: 'SCVO' } },
        },
      },
    });
  });

  it('does not begin without a title', () => {
    expect(raise({ ref: 'SA-114', title: '  ', owner: {}, source: {} }, police)).toEqual({
      ok: false,
      refusal: 'title-missing',
    });
  });

  it('moves on without a reason', () => {
    expect(update(action(), { status: 'in progress' }, police)).toMatchObject({
      ok: true,
      value: { change: { verb: 'updated', changes: { status: { from: 'not started', to: 'in progress' } } } },
    });
  });

  it.each([
    ['blocked', { status: 'blocked' as const }],
    ['withdrawn', { status: 'withdrawn' as const }],
    ['put off', { dueOn: day('2021-06-30') }],
  ])('is %s only with a reason', (_, wanted) => {
    const dated = action({ dueOn: day('2021-03-31') });
    expect(update(dated, wanted, police)).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(update(dated, { ...wanted, reason: 'waiting for the regional team' }, police)).toMatchObject({
      ok: true,
      value: { change: { reason: 'waiting for the regional team' } },
    });
  });

  it('gets its first due day without a reason, and counts how often it was moved after that', () => {
    const first = update(action(), { dueOn: day('2021-03-31') }, police);
    if (!first.ok) throw new Error(first.refusal);
    const second = update(first.value.action, { dueOn: day('2021-06-30'), reason: 'later' }, police);
    if (!second.ok) throw new Error(second.refusal);
    expect(timesMoved([first.value.change, second.value.change])).toBe(1);
  });

  it('refuses a change that changes nothing', () => {
    expect(update(action(), { status: 'not started' }, police)).toEqual({ ok: false, refusal: 'nothing-to-change' });
  });

  it('closes today, without evidence as well as with it', () => {
    expect(complete(action(), {}, police)).toMatchObject({
      ok: true,
      value: { action: { status: 'complete', completedOn: '2021-03-15' } },
    });
    expect(complete(action(), { evidence: ' better plans ' }, police)).toMatchObject({
      ok: true,
      value: { action: { impactEvidence: 'better plans' }, change: { changes: { evidence: { to: 'given' } } } },
    });
  });

  it('takes evidence later, once, and keeps the day on which it was completed', () => {
    const closed = action({ status: 'complete', completedOn: day('2021-02-01') });
    expect(complete(closed, {}, police)).toEqual({ ok: false, refusal: 'evidence-missing' });
    const evidenced = complete(closed, { evidence: 'better plans' }, police);
    expect(evidenced).toMatchObject({
      ok: true,
      value: { action: { completedOn: '2021-02-01' }, change: { verb: 'evidenced' } },
    });
    if (evidenced.ok)
      expect(complete(evidenced.value.action, { evidence: 'more' }, police)).toEqual({
        ok: false,
        refusal: 'already-evidenced',
      });
  });

  it('is reopened by an open status, and then is neither completed nor verified', () => {
    const closed = action({ status: 'complete', completedOn: day('2021-02-01'), verifiedBy: 'chair' });
    expect(update(closed, { dueOn: day('2021-06-30'), reason: 'x' }, police)).toEqual({
      ok: false,
      refusal: 'already-closed',
    });
    const reopened = update(closed, { status: 'in progress' }, police);
    expect(reopened).toMatchObject({ ok: true, value: { change: { verb: 'reopened' } } });
    if (reopened.ok) expect(reopened.value.action.completedOn ?? reopened.value.action.verifiedBy).toBeUndefined();
  });

  it('cannot be completed once it is withdrawn', () => {
    expect(complete(action({ status: 'withdrawn' }), { evidence: 'x' }, police)).toEqual({
      ok: false,
      refusal: 'withdrawn',
    });
  });

  it('keeps free text out of its history', () => {
    const closed = complete(action(), { evidence: 'the very words' }, police);
    expect(JSON.stringify(closed.ok && closed.value.change)).not.toContain('very words');
  });
});
