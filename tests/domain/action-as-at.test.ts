import { describe, expect, it } from 'vitest';
import type { Action } from '../../src/domain/action.ts';
import { actionAsAt } from '../../src/domain/action-as-at.ts';
import type { ChangeEvent } from '../../src/domain/change-event.ts';
import { type Day, day, type Month } from '../../src/domain/dates.ts';

const action = (facts: Partial<Action> = {}): Action => ({
  ref: 'SA-018',
  title: 'Fix attendance problems',
  source: {},
  owner: { agency: 'WMP' },
  status: 'in progress',
  raisedOn: day('2020-06-01'),
  ...facts,
});
const event = (at: string, type: string, changes: ChangeEvent['changes']): ChangeEvent => ({
  at,
  type,
  by: 'police-partner-lead',
  changes,
});
const then = (facts: Partial<Action>, on: string, history: readonly ChangeEvent[] = []) => {
  const { possible, isKnown } = actionAsAt(action(facts), history, day(on), 'Europe/London');
  return isKnown ? (possible[0] ?? 'not yet raised') : 'unknown';
};

describe('how an action stood on a day gone by', () => {
  it('was not there before it was raised', () => {
    expect(then({}, '2020-05-31')).toBe('not yet raised');
    expect(then({}, '2020-06-01')).toMatchObject({ status: 'in progress' });
  });

  it('was open until the day on which it was completed', () => {
    const done = { status: 'complete', completedOn: day('2021-02-21') } as const;
    expect(then(done, '2021-02-20')).toMatchObject({ status: 'open' });
    expect(then(done, '2021-02-21')).toMatchObject({ status: 'complete' });
  });

  it('cannot be told inside the month of a completion without its day', () => {
    const done = { status: 'complete', completedOn: '2021-02' as Month } as const;
    expect(then(done, '2021-01-31')).toMatchObject({ status: 'open' });
    expect(then(done, '2021-02-10')).toBe('unknown');
    expect(then(done, '2021-02-28')).toMatchObject({ status: 'complete' });
  });

  it('cannot be told of what was closed or raised on no day that is kept', () => {
    expect(then({ status: 'withdrawn' }, '2021-02-10')).toBe('unknown');
    expect(then({ status: 'complete' }, '2021-02-10')).toBe('unknown');
    expect(then({ raisedOn: undefined as unknown as Day }, '2021-02-10')).toBe('unknown');
  });

  it('had the status, the due date and the owner that were changed since', () => {
    const history = [
      event('2021-01-10T10:00:00Z', 'blocked', {
        status: { from: 'not started', to: 'blocked' },
        due: { from: '2021-01-31', to: '2021-06-30' },
      }),
      event('2021-02-10T10:00:00Z', 'reassigned', { agency: { from: 'CCG', to: 'WMP' } }),
    ];
    const now = { status: 'blocked', dueOn: day('2021-06-30') } as const;
    expect(then(now, '2021-01-09', history)).toMatchObject({
      status: 'not started',
      dueOn: '2021-01-31',
      owner: { agency: 'CCG' },
    });
    expect(then(now, '2021-01-10', history)).toMatchObject({
      status: 'blocked',
      dueOn: '2021-06-30',
      owner: { agency: 'CCG' },
    });
  });

  it('was complete between its completion and its reopening', () => {
    const history = [
      event('2021-01-10T10:00:00Z', 'completed', { status: { from: 'open', to: 'complete' } }),
      event('2021-02-10T10:00:00Z', 'reopened', {
        status: { from: 'complete', to: 'in progress' },
      }),
    ];
    expect(then({}, '2021-01-20', history)).toMatchObject({ status: 'complete' });
    expect(then({}, '2021-01-05', history)).toMatchObject({ status: 'open' });
    // Of what came complete with the folder the first day of completion is lost.
    expect(then({}, '2021-01-20', history.slice(1))).toBe('unknown');
  });

  it('takes the day where the partnership is', () => {
    const history = [
      event('2020-06-30T23:30:00Z', 'updated', {
        status: { from: 'not started', to: 'in progress' },
      }),
    ];
    expect(then({}, '2020-06-30', history)).toMatchObject({ status: 'not started' });
  });
});
