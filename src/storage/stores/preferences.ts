import { z } from 'zod';
import { dayColumn, jsonColumn, textColumn } from '../../contract/columns.ts';
import type { PersonalPreferences } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import type { Day } from '../../domain/dates.ts';
import { accept } from '../../domain/outcome.ts';
import { defaultPreferences, isPaused, type Preferences } from '../../domain/preferences.ts';
import { parseTimeOfDay, type TimeOfDay } from '../../domain/time-of-day.ts';

const timeOfDay = z.custom<TimeOfDay>(
  (value) => typeof value === 'string' && parseTimeOfDay(value),
  'is not a time of day',
);

/**
 * The preferences of a person are one row, so that checking them before a delivery is one point
 * read.
 */
export const preferencesStore = store<Preferences>({
  kind: 'preferences',
  key: ({ person }) => person,
  indexes: { byPauseEnd: ({ pausedUntil }) => pausedUntil },
  audited: false,
  columns: z.object({
    person: textColumn,
    quietDays: jsonColumn(z.array(z.number().int().min(1).max(7)).readonly()),
    quietHours: jsonColumn(z.object({ from: timeOfDay, to: timeOfDay })).optional(),
    pausedUntil: dayColumn.optional(),
    pausedFrom: dayColumn.optional(),
    snoozes: jsonColumn(z.array(z.object({ subject: textColumn, until: dayColumn })).readonly()),
  }),
});

export function createPreferences(open: OpenStores, now: () => Date): PersonalPreferences {
  return {
    async load(partnership, person) {
      const found = await open(partnership)(preferencesStore).getVersioned(person);
      return found
        ? { preferences: found.record, version: String(found.version) }
        : { preferences: defaultPreferences(person), version: '' };
    },
    async listAway(partnership, on) {
      const onLeave = await open(partnership)(preferencesStore).range('byPauseEnd', on, []);
      return onLeave
        .filter((each) => isPaused(each, on))
        .map(({ person, pausedUntil }) => ({ person, until: pausedUntil as Day }));
    },
    async save(partnership, preferences, version) {
      const { person } = preferences;
      const stored = open(partnership)(preferencesStore);
      const event = { type: 'chosen', by: person, at: now().toISOString() };
      const saved = version
        ? await stored.change(person, () => accept({ record: preferences, event }), Number(version))
        : await stored.add(preferences, event);
      return saved.ok ? 'saved' : 'stale';
    },
  };
}
