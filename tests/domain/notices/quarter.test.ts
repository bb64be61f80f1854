import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { QUIET_SETTINGS, settingValues } from '../../../src/contract/notice-settings.ts';
import { addDays, type Day, day, type LocalTime, toLocalTime } from '../../../src/domain/dates.ts';
import { claimedNoticeIds } from '../../../src/domain/notices/delivery.ts';
import type { Notice } from '../../../src/domain/notices/notice.ts';
import { stepBefore } from '../../../src/domain/notices/steps.ts';
import { suppressionReason } from '../../../src/domain/notices/suppression.ts';
import { defaultPreferences, type Preferences } from '../../../src/domain/preferences.ts';
import { parseTimeOfDay } from '../../../src/domain/time-of-day.ts';
import { isWorkingDay } from '../../../src/domain/working-days.ts';
import { noticeSettings } from '../../../src/features/index.ts';
import { anAction, bankHolidays, findRule, messagesOver, type Subject } from './a-partnership.ts';

/** A quarter with Christmas in it, and one with Easter and a clock change. */
const QUARTERS = [day('2020-11-02'), day('2021-02-15')];
const daysFrom = (first: Day, count = 92) =>
  Array.from({ length: count }, (_, at) => addDays(first, at));
const toSubjects = (...actions: readonly ReturnType<typeof anAction>[]) =>
  actions.map((action): Subject => ({ kind: 'action', action }));
const EVERYTHING: Subject[] = [{ kind: 'report' }, { kind: 'weekly' }];

const quarter = fc.constantFrom(...QUARTERS);
const offset = fc.integer({ min: 0, max: 85 });
const owner = fc.constantFrom({ agency: 'NPOL' }, { person: 'teacher' }, { group: 'QA' }, {});

describe('over a quarter', () => {
  it('each step of an action is told once, on its own working day', () => {
    fc.assert(
      fc.property(quarter, fc.integer({ min: 25, max: 85 }), (first, at) => {
        const dueOn = addDays(first, at);
        if (!isWorkingDay(dueOn, bankHolidays)) return;
        const messages = messagesOver({
          days: daysFrom(first),
          subjects: () => toSubjects(anAction('SA-019', { dueOn })),
        });
        const told = messages.flatMap(({ day: on, notices }) => notices.map((id) => ({ on, id })));
        for (const days of settingValues(noticeSettings).actionSteps as number[]) {
          const on = stepBefore(dueOn, days, bankHolidays);
          const times = told.filter(({ id }) => id.includes(`/day-${days}/`));
          expect(times.map((each) => each.on)).toEqual([on]);
        }
        expect(new Set(told.map(({ id }) => id)).size).toBe(told.length);
      }),
      { numRuns: 60 },
    );
  });

  it('nobody gets two messages on a day, and none on a day on which nobody works, but for limits in law', () => {
    const dues = fc.array(fc.record({ at: offset, owner }), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(quarter, dues, (first, many) => {
        const actions = many.map((each, at) =>
          anAction(`SA-${at}`, { owner: each.owner, dueOn: addDays(first, each.at) }),
        );
        const messages = messagesOver({
          days: daysFrom(first),
          subjects: () => [...toSubjects(...actions), ...EVERYTHING],
        });
        const ordinary = messages.filter(({ notices }) =>
          notices.some((id) => findRule(id)?.priorityClass === 'ordinary'),
        );
        const slots = ordinary.map((message) => `${message.day} ${message.person}`);
        expect(new Set(slots).size).toBe(slots.length);
        expect(ordinary.filter((message) => !isWorkingDay(message.day, bankHolidays))).toEqual([]);
      }),
      { numRuns: 30 },
    );
  });

  it('a date that is moved silences its steps and owes new ones', () => {
    let told = 0;
    fc.assert(
      fc.property(quarter, offset, offset, offset, (first, before, after, moved) => {
        const [old, dueOn, movedOn] = [before, after, moved].map((at) => addDays(first, at)) as [
          Day,
          Day,
          Day,
        ];
        if (old === dueOn) return;
        const messages = messagesOver({
          days: daysFrom(first),
          subjects: (on) => toSubjects(anAction('SA-019', { dueOn: on < movedOn ? old : dueOn })),
        });
        for (const { day: on, notices } of messages)
          for (const id of notices) {
            expect(id).toContain(`/${on < movedOn ? old : dueOn}/`);
            told += 1;
          }
      }),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(0);
  });

  it('an outage makes nobody hear of one thing more than once on the day it is over', () => {
    let told = 0;
    fc.assert(
      fc.property(
        quarter,
        offset,
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 40 }),
        (first, due, up, down) => {
          const days = daysFrom(first).filter((_, at) => at < up || at >= up + down);
          const subjects = () => toSubjects(anAction('SA-019', { dueOn: addDays(first, due) }));
          const messages = messagesOver({ days, subjects });
          told += messages.length;
          for (const { notices } of messages)
            expect(notices.filter((id) => !id.startsWith('escalation')).length).toBeLessThan(2);
        },
      ),
      { numRuns: 60 },
    );
    expect(told).toBeGreaterThan(0);
  });

  it('an old store makes one message for each person on the first day, and the rest follows its course', () => {
    const old = Array.from({ length: 400 }, (_, at) =>
      anAction(`SA-${at}`, { dueOn: addDays(day('2019-01-01'), at) }),
    );
    const days = daysFrom(day('2021-03-17'), 5);
    const messages = messagesOver({ days, subjects: () => toSubjects(...old) });
    expect(messages.filter((each) => each.day === days[0]).map(({ person }) => person)).toEqual([
      'chair',
      'police-lead',
    ]);
    expect(messages.filter(({ notices }) => notices.length > 200)).toEqual([]);
    expect(claimedNoticeIds(messages, day('2021-03-21'), findRule).size).toBeLessThanOrEqual(
      3 * 400,
    );
  });

  it('what was asked for while somebody is away is not said, and what is in law is', () => {
    const pausedUntil = day('2021-04-01');
    const messages = messagesOver({
      days: daysFrom(day('2021-02-15')),
      preferences: { pausedUntil },
      subjects: () => [
        ...toSubjects(anAction('SA-019', { dueOn: day('2021-03-31') })),
        {
          kind: 'incident',
          incident: { ref: 'RR-2021-01', awareOn: day('2021-03-08'), isFinished: false },
        },
      ],
    });
    const toPolice = messages.filter(({ person }) => person === 'police-lead');
    const whileAway = toPolice
      .filter(({ day: on }) => on < pausedUntil)
      .flatMap(({ notices }) => notices);
    expect(whileAway.length).toBeGreaterThan(0);
    expect(whileAway.filter((id) => !/^(notify|review)/.test(id))).toEqual([]);
    expect(
      toPolice.find(({ notices }) => notices.some((id) => id.startsWith('overdue')))?.day,
    ).toBe('2021-04-06');
  });
});

describe('the time of day', () => {
  const rules = { settings: settingValues(QUIET_SETTINGS), bankHolidays };
  const ordinary = { priorityClass: 'ordinary', about: 'SA-019' } as const;
  const law = { priorityClass: 'statutory', about: 'RR-2021-01' } as const;
  const own = { priorityClass: 'own', about: 'r-1' } as const;
  const usual = defaultPreferences('police-lead');
  const london = (instant: string) => toLocalTime(new Date(instant), 'Europe/London');
  const hush = (
    notice: Pick<Notice, 'priorityClass' | 'about'>,
    at: LocalTime,
    wishes: Partial<Preferences> = {},
  ) => suppressionReason(notice, { ...usual, ...wishes }, at, rules);

  it.each([
    ['a winter morning before eight', '2021-03-26T07:59:00Z', 'quiet hours'],
    ['a winter morning at eight', '2021-03-26T08:00:00Z', undefined],
    ['the first summer morning before eight', '2021-03-29T06:59:00Z', 'quiet hours'],
    ['the first summer morning at eight', '2021-03-29T07:00:00Z', undefined],
    ['the last summer evening at six', '2021-10-29T17:00:00Z', 'quiet hours'],
    ['the first winter evening before six', '2021-11-01T17:59:00Z', undefined],
    ['the first winter morning before eight', '2021-11-01T07:59:00Z', 'quiet hours'],
    ['a Saturday', '2021-03-20T12:00:00Z', 'no working day'],
    ['Christmas Day', '2020-12-25T12:00:00Z', 'no working day'],
    ['the day on which Boxing Day is made up for', '2020-12-28T12:00:00Z', 'no working day'],
  ])('on %s', (_, instant, expected) => {
    expect(hush(ordinary, london(instant))).toBe(expected);
  });

  it('a limit in law waits for nobody’s evening, weekend, holiday or leave, only for the morning of its day', () => {
    const away = {
      pausedUntil: day('2021-12-31'),
      snoozes: [{ subject: 'RR-2021-01', until: day('2021-12-31') }],
    };
    for (const instant of ['2021-03-20T22:30:00Z', '2020-12-25T09:00:00Z', '2021-03-29T06:00:00Z'])
      expect(hush(law, london(instant), away)).toBeUndefined();
    expect(hush(law, london('2021-03-29T05:59:00Z'))).toBe('before the morning');
  });

  it('a reminder that somebody set for a Saturday comes on it, by day', () => {
    expect(hush(own, london('2021-03-20T12:00:00Z'))).toBeUndefined();
    expect(hush(own, london('2021-03-20T19:00:00Z'))).toBe('quiet hours');
  });

  it('their own wishes hold back, each by its name', () => {
    const at = london('2021-03-15T12:00:00Z');
    const hours = {
      from: parseTimeOfDay('11:00'),
      to: parseTimeOfDay('13:00'),
    } as Preferences['quietHours'];
    expect(hush(ordinary, at, { snoozes: [{ subject: 'SA-019', until: day('2021-03-16') }] })).toBe(
      'snoozed',
    );
    expect(
      hush(ordinary, at, { snoozes: [{ subject: 'SA-020', until: day('2021-03-16') }] }),
    ).toBeUndefined();
    expect(hush(ordinary, at, { quietHours: hours })).toBe('their own quiet time');
    expect(hush(ordinary, at, { quietDays: [1] })).toBe('their own quiet time');
  });
});
