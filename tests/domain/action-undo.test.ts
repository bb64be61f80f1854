import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { raise, reassign, reopen, update, withdraw } from '../../src/domain/action-commands.ts';
import { complete, sendBack, verify } from '../../src/domain/action-evidence.ts';
import { undoChange } from '../../src/domain/action-undo.ts';
import type { Actor } from '../../src/domain/actor.ts';
import type { ChangeEvent } from '../../src/domain/change-event.ts';
import { day } from '../../src/domain/dates.ts';

const actor: Actor = { by: 'jo', at: '2021-03-15T09:00:00.000Z', today: day('2021-03-15') };
const later = (hours: number): Actor => ({
  ...actor,
  at: new Date(Date.parse(actor.at) + hours * 3_600_000).toISOString(),
});
const judge = { id: 'jo', agency: 'SCRUT' };
const action: Action = {
  ref: 'SA-001',
  title: 'Refresh the protocol',
  source: {},
  owner: { agency: 'WMP' },
  status: 'in progress',
  dueOn: day('2021-04-01'),
};
const evidenced: Action = {
  ...action,
  status: 'complete',
  completedOn: day('2021-03-01'),
  impactEvidence: 'Fewer children wait',
};

type Made = { ok: boolean; value?: { record: Action; event: ChangeEvent } };
const CHANGES: readonly [string, Action, (from: Action) => Made][] = [
  ['a status', action, (it) => update(it, { status: 'blocked', reason: 'no data' }, actor) as Made],
  [
    'a due day',
    action,
    (it) => update(it, { dueOn: day('2021-06-01'), reason: 'term' }, actor) as Made,
  ],
  [
    'an owner',
    action,
    (it) =>
      reassign(it, { owner: { group: 'QPPA', person: 'sam' }, reason: 'moved' }, actor) as Made,
  ],
  ['a completion', action, (it) => complete(it, {}, actor) as Made],
  ['a completion with evidence', action, (it) => complete(it, { evidence: 'x' }, actor) as Made],
  [
    'a verification',
    evidenced,
    (it) => verify({ action: it, history: [], judge }, '', actor) as Made,
  ],
  [
    'a sending back',
    evidenced,
    (it) => sendBack({ action: it, history: [], judge }, 'what changed?', actor) as Made,
  ],
  ['a withdrawal', action, (it) => withdraw(it, 'not needed', actor) as Made],
];

describe('undoing a change made by mistake', () => {
  it.each(CHANGES)('sets back %s, and the history keeps both', (_, before, change) => {
    const made = change(before).value;
    if (!made) throw new Error('the change was refused');
    const undone = undoChange({ action: made.record, history: [made.event] }, later(1));
    expect(undone.ok && undone.value.record).toEqual(before);
    expect(undone.ok && undone.value.event.type).toBe('undone');
    expect(undone.ok && undone.value.event.reason).toContain(made.event.type);
  });

  it('withdraws an action that was raised by mistake, for its reference may have been read', () => {
    const raised = raise({ ref: 'SA-114', title: 'x', owner: {}, source: {} }, actor);
    if (!raised.ok) throw new Error();
    const { record, event } = raised.value;
    const undone = undoChange({ action: record, history: [event] }, later(1));
    expect(undone.ok && undone.value.record.status).toBe('withdrawn');
  });

  it('is for whoever made it, while nothing followed, for a day', () => {
    const made = update(action, { status: 'not started' }, actor);
    if (!made.ok) throw new Error();
    const { record, event } = made.value;
    const operation = 'press-1';
    const history = [{ ...event, operation }];
    const refusal = (outcome: ReturnType<typeof undoChange>) => outcome.ok || outcome.refusal;
    const undo = (over: object, by = later(1)) =>
      refusal(undoChange({ action: record, history, operation, ...over }, by));
    expect(undo({}, { ...later(1), by: 'sam' })).toBe('not-yours');
    expect(undo({}, later(24))).toBe(true);
    expect(undo({}, later(24.1))).toBe('too-long-ago');
    expect(undo({ operation: 'another' })).toBe('nothing-to-undo');
    expect(undo({ history: [...history, { ...event, by: 'sam' }] })).toBe('changed-since');
    expect(undo({ history: [] })).toBe('nothing-to-undo');
  });

  it('does not undo reopening or undoing: these are put right by the form for it', () => {
    const reopened = reopen(evidenced, 'children wait again', actor);
    if (!reopened.ok) throw new Error();
    const { record, event } = reopened.value;
    const undone = undoChange({ action: record, history: [event] }, later(1));
    expect(undone.ok || undone.refusal).toBe('nothing-to-undo');
  });

  it('never changes what no change touched', () => {
    fc.assert(
      fc.property(fc.constantFrom(...CHANGES), fc.string(), (change, notes) => {
        const before = { ...change[1], notes };
        const made = change[2](before).value;
        if (!made) return;
        const undone = undoChange({ action: made.record, history: [made.event] }, later(1));
        expect(undone.ok && undone.value.record).toEqual(before);
      }),
    );
  });
});
