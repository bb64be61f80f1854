import { z } from 'zod';
import { day, json, text } from '../contract/columns.ts';
import type { PersonalPreferences } from '../contract/ports.ts';
import type { Day } from '../domain/dates.ts';
import { defaultPreferences, isPaused, type Preferences } from '../domain/preferences.ts';
import { parseTimeOfDay, type TimeOfDay } from '../domain/time-of-day.ts';
import { keyOf, startingWith } from './keys.ts';
import { parseRow } from './parse-row.ts';
import { isConflict, type Row, type StoredRow, type Table } from './table.ts';

const timeOfDay = z.custom<TimeOfDay>(
  (value) => typeof value === 'string' && parseTimeOfDay(value),
  'is not a time of day',
);

const columns = z.object({
  person: text,
  quietDays: json(z.array(z.number().int().min(1).max(7)).readonly()),
  quietHours: json(z.object({ from: timeOfDay, to: timeOfDay })).optional(),
  pausedUntil: day.optional(),
  pausedFrom: day.optional(),
  snoozes: json(z.array(z.object({ subject: text, until: day })).readonly()),
});

const awayColumns = columns.pick({ person: true, pausedFrom: true, pausedUntil: true });

/** Partition `PARTNERSHIP|preferences`, which reminders share. Row: `person|ID`, so that asking before a delivery is one point read. */
export function createPreferences(table: Table): PersonalPreferences {
  const partitionOf = (partnership: string) => keyOf(partnership, 'preferences');
  const toRow = (partnership: string, preferences: Preferences): Row => ({
    ...z.encode(columns, preferences),
    partitionKey: partitionOf(partnership),
    rowKey: keyOf('person', preferences.person),
  });
  const fromRow = (row: StoredRow): Preferences => parseRow(table.name, columns, row);

  return {
    async of(partnership, person) {
      const row = await table.point(partitionOf(partnership), keyOf('person', person));
      return row
        ? { preferences: fromRow(row), version: row.etag }
        : { preferences: defaultPreferences(person), version: '' };
    },
    async away(partnership, on) {
      const only = ['person', 'pausedFrom', 'pausedUntil'];
      const rows = await table.range(partitionOf(partnership), startingWith('person'), { only });
      return rows
        .map((row) => parseRow(table.name, awayColumns, row))
        .filter((each) => isPaused(each, on))
        .map(({ person, pausedUntil }) => ({ person, until: pausedUntil as Day }));
    },
    async save(partnership, preferences, expectedVersion) {
      try {
        await table.commit([{ put: toRow(partnership, preferences), etag: expectedVersion }]);
        return 'saved';
      } catch (error) {
        if (isConflict(error)) return 'stale';
        throw error;
      }
    },
  };
}
