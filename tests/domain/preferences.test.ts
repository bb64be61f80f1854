import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isoWeekday } from '../../src/domain/calendar-spans.ts';
import { addDays, day, type LocalTime, toDay } from '../../src/domain/dates.ts';
import {
  changePreferences,
  defaultPreferences,
  earliestWantedTime,
  isPaused,
  isSuppressed,
  type NoticeSubject,
  type PreferenceChange,
  type Preferences,
} from '../../src/domain/preferences.ts';
import { type Reminder, remindersDue } from '../../src/domain/reminder.ts';
import { parseTimeOfDay, type TimeOfDay } from '../../src/domain/time-of-day.ts';

const today = day('2021-03-15');
const at = (time: string) => time as LocalTime;
const hours = (from: string, to: string) => ({ from: from as TimeOfDay, to: to as TimeOfDay });
const wishes = (some: Partial<Preferences> = {}): Preferences => ({
  ...defaultPreferences('trust-lead'),
  ...some,
});
const ordinary: NoticeSubject = { priorityClass: 'ordinary', subject: 'SA-019' };
const own: NoticeSubject = { priorityClass: 'own', subject: 'SA-019' };
const statutory: NoticeSubject = { priorityClass: 'statutory', subject: 'RR-2021-01' };

describe('when somebody wants to be told', () => {
  const cases: [string, Partial<Preferences>, NoticeSubject, string, string][] = [
    [
      'at once, when they never said anything',
      {},
      ordinary,
      '2021-03-15T10:00',
      '2021-03-15T10:00',
    ],
    [
      'on Monday, when not at weekends',
      { quietDays: [6, 7] },
      ordinary,
      '2021-03-20T10:00',
      '2021-03-22T00:00',
    ],
    [
      'on Saturday, when not on Fridays',
      { quietDays: [5] },
      ordinary,
      '2021-03-19T09:00',
      '2021-03-20T00:00',
    ],
    [
      'a reminder of their own on that very Friday',
      { quietDays: [5] },
      own,
      '2021-03-19T09:00',
      '2021-03-19T09:00',
    ],
    [
      'when they are back',
      { pausedUntil: day('2021-04-14') },
      ordinary,
      '2021-03-15T10:00',
      '2021-04-14T00:00',
    ],
    [
      'a reminder of their own when they are back',
      { pausedUntil: day('2021-04-14') },
      own,
      '2021-04-13T23:59',
      '2021-04-14T00:00',
    ],
    [
      'at once, on the day when they are back',
      { pausedUntil: day('2021-04-14') },
      ordinary,
      '2021-04-14T08:00',
      '2021-04-14T08:00',
    ],
    [
      'a time limit in law at once, on leave',
      { pausedUntil: day('2021-04-14') },
      statutory,
      '2021-03-15T10:00',
      '2021-03-15T10:00',
    ],
    [
      'a time limit in law at once, at a weekend',
      { quietDays: [6, 7] },
      statutory,
      '2021-03-20T10:00',
      '2021-03-20T10:00',
    ],
    [
      'the next morning, when not after six',
      { quietHours: hours('18:00', '08:00') },
      ordinary,
      '2021-03-15T18:00',
      '2021-03-16T08:00',
    ],
    [
      'that morning, when not before nine',
      { quietHours: hours('18:00', '09:00') },
      ordinary,
      '2021-03-15T07:00',
      '2021-03-15T09:00',
    ],
    [
      'at once, a minute before six',
      { quietHours: hours('18:00', '08:00') },
      ordinary,
      '2021-03-15T17:59',
      '2021-03-15T17:59',
    ],
    [
      'after lunch, when lunch is quiet',
      { quietHours: hours('12:00', '13:30') },
      ordinary,
      '2021-03-15T12:10',
      '2021-03-15T13:30',
    ],
    [
      'at once, when lunch is over to the minute',
      { quietHours: hours('12:00', '13:30') },
      ordinary,
      '2021-03-15T13:30',
      '2021-03-15T13:30',
    ],
    [
      'after lunch, from its first minute',
      { quietHours: hours('12:00', '13:30') },
      own,
      '2021-03-15T12:00',
      '2021-03-15T13:30',
    ],
    [
      'at once in the morning, when the quiet night is over to the minute',
      { quietHours: hours('18:00', '08:00') },
      ordinary,
      '2021-03-15T08:00',
      '2021-03-15T08:00',
    ],
    [
      'at once, when quiet hours begin and end together',
      { quietHours: hours('12:00', '12:00') },
      ordinary,
      '2021-03-15T12:00',
      '2021-03-15T12:00',
    ],
    [
      'a reminder of their own at once, on what they snoozed',
      { snoozes: [{ subject: 'SA-019', until: day('2021-03-29') }] },
      own,
      '2021-03-15T10:00',
      '2021-03-15T10:00',
    ],
    [
      'at once, on the day on which a snooze ends',
      { snoozes: [{ subject: 'SA-019', until: day('2021-03-15') }] },
      ordinary,
      '2021-03-15T10:00',
      '2021-03-15T10:00',
    ],
    [
      'on Monday at nine, after a Friday evening',
      { quietDays: [6, 7], quietHours: hours('17:00', '09:00') },
      ordinary,
      '2021-03-19T17:30',
      '2021-03-22T09:00',
    ],
    [
      'of what they snoozed when the snooze is over',
      { snoozes: [{ subject: 'SA-019', until: day('2021-03-29') }] },
      ordinary,
      '2021-03-15T10:00',
      '2021-03-29T00:00',
    ],
    [
      'of something else at once',
      { snoozes: [{ subject: 'SA-020', until: day('2021-03-29') }] },
      ordinary,
      '2021-03-15T10:00',
      '2021-03-15T10:00',
    ],
  ];
  it.each(cases)('%s', (_, some, announced, now, from) => {
    expect(earliestWantedTime(wishes(some), announced, at(now))).toBe(from);
    expect(isSuppressed(wishes(some), announced, at(now))).toBe(from !== now);
  });

  const days = fc.integer({ min: 0, max: 800 }).map((count) => addDays(today, count));
  const time = fc
    .tuple(fc.integer({ min: 0, max: 23 }), fc.integer({ min: 0, max: 59 }))
    .map((parts) => parts.map((part) => String(part).padStart(2, '0')).join(':') as TimeOfDay);
  const change: fc.Arbitrary<PreferenceChange> = fc.oneof(
    fc.record({
      kind: fc.constant('quiet' as const),
      days: fc.uniqueArray(fc.integer({ min: 1, max: 7 })),
      hours: fc.option(fc.record({ from: time, to: time }), { nil: undefined }),
    }),
    fc.record({ kind: fc.constant('pause' as const), until: days }),
    fc.record({
      kind: fc.constant('snooze' as const),
      subject: fc.constant('SA-019'),
      until: days,
    }),
  );

  it('never waits for ever: whatever they wish for, a time comes at which everything is wanted', () => {
    fc.assert(
      fc.property(fc.array(change, { maxLength: 8 }), days, time, (changes, on, clock) => {
        const all = changes.reduce<Preferences>((kept, each) => {
          const changed = changePreferences(kept, each, today);
          return changed.ok ? changed.value : kept;
        }, wishes());
        const from = earliestWantedTime(all, ordinary, at(`${on}T${clock}`));
        expect(isSuppressed(all, ordinary, from)).toBe(false);
        expect(all.quietDays).not.toContain(isoWeekday(toDay(from)));
      }),
    );
  });

  it('on a working day whatever they wish for there is an hour between 8 and 18', () => {
    fc.assert(
      fc.property(time, time, (from, to) => {
        const changed = changePreferences(
          wishes(),
          { kind: 'quiet', days: [], hours: { from, to } },
          today,
        );
        const open = Array.from({ length: 600 }, (_, minute) => 480 + minute).filter((minute) => {
          const clock = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`;
          return !isSuppressed(
            wishes({ quietHours: { from, to } }),
            ordinary,
            at(`2021-03-15T${clock}`),
          );
        });
        expect(changed.ok).toBe(open.length >= 60);
      }),
    );
  });
});

describe('a wish about notices', () => {
  it.each<[string, PreferenceChange, string]>([
    ['no message on any working day', { kind: 'quiet', days: [1, 2, 3, 4, 5] }, 'no-day-left'],
    [
      'no message from eight to six',
      { kind: 'quiet', days: [], hours: hours('08:00', '18:00') },
      'no-hour-left',
    ],
    ['away until today', { kind: 'pause', until: today }, 'not-after-today'],
    [
      'back before the leave begins',
      { kind: 'pause', from: day('2021-04-14'), until: day('2021-04-01') },
      'not-after-today',
    ],
    ['away for two years', { kind: 'pause', until: day('2023-03-15') }, 'too-far-off'],
    [
      'one action put off for half a year',
      { kind: 'snooze', subject: 'SA-019', until: day('2021-09-15') },
      'too-far-off',
    ],
  ])('is refused: %s', (_, change, refusal) => {
    expect(changePreferences(wishes(), change, today)).toEqual({ ok: false, refusal });
  });

  it.each<[string, PreferenceChange, object]>([
    [
      'four quiet working days',
      { kind: 'quiet', days: [4, 2, 1, 3, 7, 9] },
      { quietDays: [1, 2, 3, 4, 7], quietHours: undefined },
    ],
    [
      'all but an hour quiet',
      { kind: 'quiet', days: [], hours: hours('09:00', '18:00') },
      { quietHours: hours('09:00', '18:00') },
    ],
    [
      'back tomorrow',
      { kind: 'pause', until: day('2021-03-16') },
      { pausedUntil: '2021-03-16', pausedFrom: undefined },
    ],
    [
      'a year of leave',
      { kind: 'pause', until: addDays(today, 366) },
      { pausedUntil: '2022-03-16' },
    ],
    [
      'a year of leave that begins in a month',
      { kind: 'pause', from: day('2021-04-14'), until: addDays(day('2021-04-14'), 366) },
      { pausedFrom: '2021-04-14', pausedUntil: '2022-04-15' },
    ],
    [
      'leave that began already',
      { kind: 'pause', from: today, until: day('2021-03-20') },
      { pausedFrom: undefined },
    ],
    [
      'a quarter for one action',
      { kind: 'snooze', subject: 'A', until: addDays(today, 92) },
      { snoozes: [{ subject: 'A' }] },
    ],
  ])('is kept: %s', (_, change, after) => {
    expect(changePreferences(wishes(), change, today)).toMatchObject({
      ok: true,
      value: { person: 'trust-lead', ...after },
    });
  });

  it.each<[string, PreferenceChange]>([
    ['a year and a day of leave', { kind: 'pause', until: addDays(today, 367) }],
    [
      'a quarter and a day for one action',
      { kind: 'snooze', subject: 'A', until: addDays(today, 93) },
    ],
  ])('is refused: %s', (_, change) => {
    expect(changePreferences(wishes(), change, today)).toEqual({
      ok: false,
      refusal: 'too-far-off',
    });
  });

  it('to hear of something again ends its snooze alone', () => {
    const until = day('2021-03-29');
    const before = wishes({ snoozes: ['SA-019', 'SA-020'].map((subject) => ({ subject, until })) });
    const after = changePreferences(before, { kind: 'wake', subject: 'SA-019' }, today);
    expect(after.ok && after.value.snoozes).toEqual([{ subject: 'SA-020', until }]);
    const quiet = changePreferences(before, { kind: 'quiet', days: [6] }, today);
    expect(quiet.ok && quiet.value.snoozes).toHaveLength(2);
  });

  it('for leave that is to come lets messages come until it begins', () => {
    const away = wishes({ pausedFrom: day('2021-04-01'), pausedUntil: day('2021-04-14') });
    expect(
      ['2021-03-31', '2021-04-01', '2021-04-13', '2021-04-14'].map((on) => isPaused(away, day(on))),
    ).toEqual([false, true, true, false]);
    expect(earliestWantedTime(away, ordinary, at('2021-03-31T10:00'))).toBe('2021-03-31T10:00');
  });

  it.each(['00:00', '09:05', '19:59', '20:00', '23:59'])('names a time of day like %s', (text) => {
    expect(parseTimeOfDay(text)).toBe(text);
  });

  it.each([
    '24:00',
    '29:00',
    '30:00',
    '9:00',
    '09:60',
    '09:0',
    '009:00',
    '09:000',
    '1a:00',
    '09.00',
    '',
  ])('names no time of day like %j', (text) => {
    expect(parseTimeOfDay(text)).toBeUndefined();
  });

  it('replaces the snooze of the same action and lets go of those that are over', () => {
    const before = wishes({
      snoozes: [
        { subject: 'SA-001', until: today },
        { subject: 'SA-019', until: day('2021-03-20') },
        { subject: 'SA-020', until: day('2021-03-22') },
      ],
    });
    const after = changePreferences(
      before,
      { kind: 'snooze', subject: 'SA-019', until: day('2021-03-29') },
      today,
    );
    expect(after.ok && after.value.snoozes).toEqual([
      { subject: 'SA-020', until: '2021-03-22' },
      { subject: 'SA-019', until: '2021-03-29' },
    ]);
  });

  it('“I am back” ends the leave and every snooze; quiet days stay', () => {
    const away = wishes({
      quietDays: [6, 7],
      pausedUntil: day('2021-04-14'),
      snoozes: [{ subject: 'X', until: day('2021-04-01') }],
    });
    const back = changePreferences(away, { kind: 'resume' }, today);
    expect(back).toEqual({ ok: true, value: wishes({ quietDays: [6, 7] }) });
    expect([
      isPaused(away, today),
      isPaused(away, day('2021-04-14')),
      isPaused(wishes(), today),
    ]).toEqual([true, false, false]);
  });
});

describe('reminders of one’s own', () => {
  const reminder = (id: string, on: string): Reminder => ({
    id,
    person: 'trust-lead',
    on: day(on),
    about: { kind: 'action', ref: 'SA-019' },
    setAt: '2021-03-01T09:00:00Z',
  });
  const all = [
    reminder('d', '2021-03-16'),
    reminder('c', '2021-03-15'),
    reminder('a', '2021-03-12'),
    reminder('b', '2021-03-13'),
  ];
  const ids = (some: readonly Reminder[]) => some.map(({ id }) => id);

  it('come on their day', () => {
    expect(ids(remindersDue(all, { today }))).toEqual(['c']);
  });

  it('come in the order of their days, then by who asked, then as they were set', () => {
    const on = day('2021-03-13');
    const mixed = [
      { ...reminder('2', '2021-03-13'), person: 'zoe' },
      reminder('3', '2021-03-15'),
      { ...reminder('5', '2021-03-13'), person: 'ann' },
      { ...reminder('4', '2021-03-13'), person: 'ann' },
    ];
    expect(ids(remindersDue(mixed, { since: addDays(on, -1), today }))).toEqual([
      '4',
      '5',
      '2',
      '3',
    ]);
  });

  it('come later when nobody could be told on their day, each once', () => {
    expect(ids(remindersDue(all, { since: day('2021-03-12'), today }))).toEqual(['b', 'c']);
  });
});
