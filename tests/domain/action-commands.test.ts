import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import {
  raise,
  reassign,
  reopen,
  timesMoved,
  update,
  withdraw,
} from '../../src/domain/action-commands.ts';
import { complete } from '../../src/domain/action-evidence.ts';
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
    const raised = raise(
      { ref: 'SA-114', title: ' Send the plan ', owner: { agency: 'SCVO' }, source: {} },
      police,
    );
    expect(raised).toMatchObject({
      ok: true,
      value: {
        record: { title: 'Send the plan', status: 'not started', raisedOn: '2021-03-15' },
        event: {
          type: 'raised',
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
      value: {
        event: {
          type: 'updated',
          changes: { status: { from: 'not started', to: 'in progress' } },
        },
      },
    });
  });

  it.each<[string, Partial<Action>, Parameters<typeof update>[1], string]>([
    [
      'is moved when only its day changes',
      { dueOn: day('2021-03-31') },
      { dueOn: day('2021-04-30') },
      'moved',
    ],
    [
      'is updated when its status changes too',
      { dueOn: day('2021-03-31') },
      { dueOn: day('2021-04-30'), status: 'open' },
      'updated',
    ],
    [
      'is blocked, also when its day changes too',
      {},
      { dueOn: day('2021-04-30'), status: 'blocked' },
      'blocked',
    ],
    [
      'is moved while it stays blocked',
      { status: 'blocked' },
      { dueOn: day('2021-04-30'), status: 'blocked' },
      'moved',
    ],
    [
      'is updated by a note while it stays blocked',
      { status: 'blocked' },
      { status: 'blocked' },
      'updated',
    ],
  ])('%s', (_, facts, wanted, verb) => {
    const before = action(facts);
    expect(update(before, { ...wanted, reason: 'so agreed' }, police)).toMatchObject({
      ok: true,
      value: { record: { ...before, ...wanted }, event: { type: verb, reason: 'so agreed' } },
    });
  });

  it('is unblocked without a reason, and then none is in its history', () => {
    const free = update(action({ status: 'blocked' }), { status: 'in progress' }, police);
    expect(free.ok && Object.keys(free.value.event)).not.toContain('reason');
  });

  it('does not get a first due day that has gone', () => {
    expect(update(action(), { dueOn: day('2021-03-14') }, police)).toEqual({
      ok: false,
      refusal: 'day-gone',
    });
    expect(update(action(), { dueOn: day('2021-03-15') }, police)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    ['another agency', { agency: 'CCG' }, { agency: { from: 'WMP', to: 'CCG' } }],
    [
      'a group',
      { group: 'QPPA' },
      { agency: { from: 'WMP', to: undefined }, group: { from: undefined, to: 'QPPA' } },
    ],
    [
      'a person',
      { person: 'hill-g' },
      { agency: { from: 'WMP', to: undefined }, person: { from: undefined, to: 'hill-g' } },
    ],
  ])('is given to %s', (_, owner, changes) => {
    const given = reassign(action(), { owner, reason: 'they lead on it' }, police);
    expect(given).toEqual({
      ok: true,
      value: {
        record: action({ owner }),
        event: {
          at: police.at,
          by: police.by,
          type: 'reassigned',
          changes,
          reason: 'they lead on it',
        },
      },
    });
  });

  it('that is withdrawn is so in the records as well', () => {
    expect(withdraw(action(), 'done elsewhere', police)).toMatchObject({
      value: { record: { status: 'withdrawn' } },
    });
  });

  it('takes a note alone', () => {
    expect(update(action(), { reason: ' first draft done ' }, police)).toMatchObject({
      ok: true,
      value: { event: { type: 'updated', changes: {}, reason: 'first draft done' } },
    });
  });

  it.each([
    [
      'blocked',
      (facts: Action, reason?: string) => update(facts, { status: 'blocked', reason }, police),
    ],
    [
      'moved',
      (facts: Action, reason?: string) =>
        update(facts, { dueOn: day('2021-06-30'), reason }, police),
    ],
    ['withdrawn', (facts: Action, reason?: string) => withdraw(facts, reason, police)],
    [
      'reassigned',
      (facts: Action, reason?: string) =>
        reassign(facts, { owner: { person: 'hill-g' }, reason }, police),
    ],
  ])('is %s only with a reason', (verb, change) => {
    const dated = action({ dueOn: day('2021-03-31') });
    expect(change(dated)).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(change(dated, '   ')).toEqual({ ok: false, refusal: 'reason-missing' });
    expect(change(dated, 'waiting for the regional team')).toMatchObject({
      ok: true,
      value: { event: { type: verb, reason: 'waiting for the regional team' } },
    });
    expect(change(action({ ...dated, status: 'complete' }), 'x')).toEqual({
      ok: false,
      refusal: 'already-closed',
    });
  });

  it('gets its first due day without a reason, and counts how often it was moved after that', () => {
    const first = update(action(), { dueOn: day('2021-03-31') }, police);
    if (!first.ok) throw new Error(first.refusal);
    const second = update(
      first.value.record,
      { dueOn: day('2021-06-30'), reason: 'later' },
      police,
    );
    if (!second.ok) throw new Error(second.refusal);
    expect(timesMoved([first.value.event, second.value.event])).toBe(1);
    const third = update(
      second.value.record,
      { dueOn: day('2021-07-31'), reason: 'later' },
      police,
    );
    const noted = update(second.value.record, { reason: 'nearly done' }, police);
    const later = [third, noted].flatMap((outcome) => (outcome.ok ? [outcome.value.event] : []));
    expect(timesMoved([first.value.event, second.value.event, ...later])).toBe(2);
  });

  it.each([
    ['2021-03-14', { ok: false, refusal: 'day-gone' }],
    ['2021-03-15', { ok: true }],
  ])('moved to %s on 15 March', (dueOn, outcome) => {
    const late = action({ dueOn: day('2021-03-01') });
    expect(update(late, { dueOn: day(dueOn), reason: 'late' }, police)).toMatchObject(outcome);
  });

  it('stays overdue while something else of it changes', () => {
    expect(
      update(action({ dueOn: day('2021-03-01') }), { status: 'in progress' }, police),
    ).toMatchObject({ ok: true });
  });

  it('refuses a change that changes nothing', () => {
    expect(update(action(), { status: 'not started' }, police)).toEqual({
      ok: false,
      refusal: 'nothing-to-change',
    });
    expect(update(action(), { reason: '  ' }, police)).toEqual({
      ok: false,
      refusal: 'nothing-to-change',
    });
    const dated = action({ dueOn: day('2021-03-31') });
    expect(update(dated, { dueOn: day('2021-03-31') }, police)).toEqual({
      ok: false,
      refusal: 'nothing-to-change',
    });
    expect(reassign(action(), { owner: { agency: 'WMP' }, reason: 'x' }, police)).toEqual({
      ok: false,
      refusal: 'nothing-to-change',
    });
  });

  it('is given to nobody else without an owner', () => {
    expect(reassign(action(), { owner: {}, reason: 'x' }, police)).toEqual({
      ok: false,
      refusal: 'owner-missing',
    });
  });

  it('is reopened with a reason, and then is neither completed, evidenced nor verified', () => {
    const closed = action({
      status: 'complete',
      completedOn: day('2021-02-01'),
      impactEvidence: 'better plans',
      verifiedBy: 'chair',
      verifiedOn: day('2021-02-08'),
    });
    expect(reopen(closed, undefined, police)).toEqual({
      ok: false,
      refusal: 'reason-missing',
    });
    expect(reopen(closed, 'it came back', police)).toEqual({
      ok: true,
      value: {
        record: action({ status: 'in progress' }),
        event: {
          at: police.at,
          by: police.by,
          type: 'reopened',
          reason: 'it came back',
          changes: {
            status: { from: 'complete', to: 'in progress' },
            evidence: { from: 'better plans', to: undefined },
            verified: { from: 'chair', to: undefined },
          },
        },
      },
    });
  });

  it('is not reopened while it is open', () => {
    expect(reopen(action(), 'x', police)).toEqual({ ok: false, refusal: 'open-already' });
  });

  it('keeps evidence out of its history for as long as the action has it', () => {
    const closed = complete(action(), { evidence: 'the very words' }, police);
    expect(JSON.stringify(closed.ok && closed.value.event)).not.toContain('very words');
  });
});
