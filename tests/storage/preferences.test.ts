import { describe, expect, it } from 'vitest';
import { addDays, day } from '../../src/domain/dates.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import type { Reminder } from '../../src/domain/reminder.ts';
import type { TimeOfDay } from '../../src/domain/time-of-day.ts';
import { reminderStore } from '../../src/features/reminders/store.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createRequestMeter } from '../support/request-meter.ts';

const monday = day('2021-03-15');
const set = { type: 'set', by: 'chair', at: '2021-03-01T09:00:00.000Z' };

function aReminder(person: string, on = monday, id = `${person}-${on}`): Reminder {
  return {
    id,
    person,
    on,
    about: { kind: 'action', ref: 'SA/019' },
    setAt: '2021-03-01T09:00:00.000Z',
  };
}

describe('what people chose about notices', () => {
  it('is usual until somebody chooses, and then theirs alone', async () => {
    const { preferences } = await freshRecords();
    expect(await preferences.load('home', 'chair')).toEqual({
      preferences: defaultPreferences('chair'),
      version: '',
    });
    const chosen = {
      ...defaultPreferences('chair'),
      quietDays: [6, 7],
      quietHours: { from: '18:00' as TimeOfDay, to: '08:00' as TimeOfDay },
      pausedUntil: day('2021-04-14'),
      snoozes: [{ subject: 'SA-019', until: day('2021-03-29') }],
    };
    expect(await preferences.save('home', chosen, '')).toBe('saved');
    expect((await preferences.load('home', 'chair')).preferences).toEqual(chosen);
    expect((await preferences.load('home', 'lay-member')).preferences).toEqual(
      defaultPreferences('lay-member'),
    );
    expect((await preferences.load('elsewhere', 'chair')).preferences).toEqual(
      defaultPreferences('chair'),
    );
  });

  it('is not overwritten by who read it before another change', async () => {
    const { preferences } = await freshRecords();
    const { version } = await preferences.load('home', 'chair');
    expect(
      await preferences.save('home', { ...defaultPreferences('chair'), quietDays: [6] }, version),
    ).toBe('saved');
    expect(
      await preferences.save('home', { ...defaultPreferences('chair'), quietDays: [7] }, version),
    ).toBe('stale');
    expect((await preferences.load('home', 'chair')).preferences.quietDays).toEqual([6]);
  });
});

describe('reminders that people set', () => {
  it('are found by their day and by their person, once however often they are kept, and gone when removed', async () => {
    const { stores } = await freshRecords();
    const reminders = stores('home')(reminderStore);
    const [mine, later, yours] = [
      aReminder('chair'),
      aReminder('chair', day('2021-03-22')),
      aReminder('lay-member'),
    ];
    for (const each of [later, mine, mine, yours]) await reminders.add(each, set);

    expect(await reminders.range('key', monday, monday)).toEqual([mine, yours]);
    expect(await reminders.range('key', day('2021-03-16'), day('2021-03-22'))).toEqual([later]);
    expect(await reminders.range('byPerson', ['chair', monday], 'chair')).toEqual([mine, later]);
    expect(await reminders.range('byPerson', ['chair', '2021-03-16'], 'chair')).toEqual([later]);

    await reminders.remove(reminderStore.key(mine), set);
    await reminders.remove(reminderStore.key(mine), set);
    expect(await reminders.range('key', monday, monday)).toEqual([yours]);
    expect(await reminders.range('byPerson', ['chair', monday], 'chair')).toEqual([later]);
  });

  it('cost one request and the rows of the day, however many others wait', async () => {
    const meter = createRequestMeter();
    const { stores, preferences } = await freshRecords({
      tablePrefix: freshPrefix(),
      policies: [meter.policy],
    });
    const reminders = stores('home')(reminderStore);
    for (let at = 0; at < 30; at += 1)
      await reminders.add(aReminder(`person-${at}`, addDays(monday, at % 10)), set);
    expect(await meter.measure(() => reminders.range('key', monday, monday))).toMatchObject({
      requests: 1,
      rows: 3,
    });
    expect(await meter.measure(() => preferences.load('home', 'person-1'))).toMatchObject({
      requests: 1,
    });
  });
});
