import { describe, expect, it } from 'vitest';
import type { Actor } from '../../src/domain/actor.ts';
import { day, type LocalTime } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS } from '../../src/domain/england-bank-holidays.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import {
  callOff,
  move,
  recurringTimes,
  schedule,
  workingDayOnOrAfter,
} from '../../src/domain/meeting-commands.ts';

const bankHolidays = ENGLAND_BANK_HOLIDAYS;
const manager: Actor = {
  by: 'manager',
  at: '2026-11-20T09:00:00Z',
  today: day('2026-11-20'),
};
const at = (time: string) => time as LocalTime;
const board: Meeting = {
  id: 'BOARD-1',
  group: 'BOARD',
  title: 'Board',
  kind: 'ordinary',
  startsAt: at('2026-12-02T14:00'),
  minutes: 120,
  status: 'scheduled',
};
const refusal = (outcome: { ok: boolean; refusal?: string }) => outcome.refusal;

describe('a meeting', () => {
  it('is set up on a working day that is still to come', () => {
    expect(schedule({ ...board, startsAt: at('2026-11-20T16:00') }, manager, bankHolidays).ok).toBe(
      true,
    );
    expect(
      refusal(schedule({ ...board, startsAt: at('2026-11-19T16:00') }, manager, bankHolidays)),
    ).toBe('in-the-past');
    expect(
      refusal(schedule({ ...board, startsAt: at('2026-11-21T16:00') }, manager, bankHolidays)),
    ).toBe('not-a-working-day');
    expect(
      refusal(schedule({ ...board, startsAt: at('2026-12-28T16:00') }, manager, bankHolidays)),
    ).toBe('not-a-working-day');
  });

  it('that is set up has its line in the history, with all that it begins with', () => {
    const { status: _, ...wanted } = board;
    expect(schedule(wanted, manager, bankHolidays)).toEqual({
      ok: true,
      value: {
        record: board,
        event: {
          at: manager.at,
          by: 'manager',
          type: 'scheduled',
          changes: {
            status: { to: 'scheduled' },
            starts: { to: '2026-12-02T14:00' },
            minutes: { to: '120' },
          },
        },
      },
    });
  });

  it('keeps its length when it is moved, unless another is given, which is a change of its own', () => {
    const later = move(
      board,
      { startsAt: at('2026-12-09T10:00'), reason: 'Chair away' },
      manager,
      bankHolidays,
    );
    expect(later).toMatchObject({ value: { record: { minutes: 120 } } });
    const longer = move(
      board,
      { startsAt: board.startsAt, minutes: 150, reason: 'Two papers more' },
      manager,
      bankHolidays,
    );
    expect(longer).toMatchObject({
      value: { record: { minutes: 150, startsAt: board.startsAt } },
    });
    expect(longer.ok && longer.value.event.changes).toEqual({
      minutes: { from: '120', to: '150' },
    });
  });

  it('that was held is not moved, and none is moved to a day that is gone or on which nobody works', () => {
    const moved = (meeting: Meeting, startsAt: string) =>
      refusal(move(meeting, { startsAt: at(startsAt), reason: 'x' }, manager, bankHolidays));
    expect(moved({ ...board, status: 'held' }, '2026-12-09T10:00')).toBe('already-held');
    expect(moved(board, '2026-11-19T10:00')).toBe('in-the-past');
    expect(moved(board, '2026-12-05T10:00')).toBe('not-a-working-day');
    expect(refusal(move(board, { startsAt: at('2026-12-09T10:00') }, manager, bankHolidays))).toBe(
      'reason-missing',
    );
  });

  it('is moved with a reason, and the history says from when to when', () => {
    const moved = move(
      board,
      { startsAt: at('2026-12-09T10:00'), reason: ' Chair away ' },
      manager,
      bankHolidays,
    );
    expect(moved).toMatchObject({
      value: {
        record: { startsAt: '2026-12-09T10:00', status: 'scheduled' },
        event: {
          type: 'moved',
          reason: 'Chair away',
          changes: { starts: { from: '2026-12-02T14:00', to: '2026-12-09T10:00' } },
        },
      },
    });
    expect(
      refusal(
        move(board, { startsAt: at('2026-12-09T10:00'), reason: ' ' }, manager, bankHolidays),
      ),
    ).toBe('reason-missing');
    expect(
      refusal(move(board, { startsAt: board.startsAt, reason: 'x' }, manager, bankHolidays)),
    ).toBe('nothing-to-change');
  });

  it('takes place after all when a postponed or cancelled one is moved', () => {
    for (const status of ['postponed', 'cancelled'] as const) {
      const moved = move(
        { ...board, status },
        { startsAt: board.startsAt, reason: 'Quorate after all' },
        manager,
        bankHolidays,
      );
      expect(moved).toMatchObject({ value: { record: { status: 'scheduled' } } });
    }
  });

  it('is called off with a reason, once, and never after it was held', () => {
    expect(callOff(board, 'cancelled', ' Snow ', manager)).toEqual({
      ok: true,
      value: {
        record: { ...board, status: 'cancelled' },
        event: {
          at: manager.at,
          by: 'manager',
          type: 'cancelled',
          reason: 'Snow',
          changes: { status: { from: 'scheduled', to: 'cancelled' } },
        },
      },
    });
    expect(refusal(callOff(board, 'postponed', ' ', manager))).toBe('reason-missing');
    expect(refusal(callOff(board, 'postponed', undefined, manager))).toBe('reason-missing');
    expect(refusal(callOff({ ...board, status: 'postponed' }, 'postponed', 'x', manager))).toBe(
      'already-postponed',
    );
    expect(refusal(callOff({ ...board, status: 'cancelled' }, 'postponed', 'x', manager))).toBe(
      'already-cancelled',
    );
    expect(refusal(callOff({ ...board, status: 'held' }, 'cancelled', 'x', manager))).toBe(
      'already-held',
    );
    expect(callOff({ ...board, status: 'postponed' }, 'cancelled', 'Not needed', manager).ok).toBe(
      true,
    );
  });

  it('recurs in the rhythm of the first, and a bank holiday pushes only itself', () => {
    expect(recurringTimes(at('2026-11-30T10:00'), 4, 3, bankHolidays)).toEqual([
      '2026-11-30T10:00',
      '2026-12-29T10:00',
      '2027-01-25T10:00',
    ]);
  });

  it.each([
    ['2026-12-24', '2026-12-24'],
    ['2026-12-25', '2026-12-29'],
    ['2027-01-01', '2027-01-04'],
    ['2026-11-21', '2026-11-23'],
  ])('finds the working day from %s to be %s', (from, found) => {
    expect(workingDayOnOrAfter(day(from), bankHolidays)).toBe(found);
  });
});
