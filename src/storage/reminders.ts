import { z } from 'zod';
import { day, json, text } from '../contract/columns.ts';
import type { Reminders } from '../contract/ports.ts';
import { addDays } from '../domain/dates.ts';
import type { Reminder } from '../domain/reminder.ts';
import { behind, keyOf } from './keys.ts';
import { parseRow } from './parse-row.ts';
import type { Row, StoredRow, Table } from './table.ts';

const columns = z.object({
  id: text,
  person: text,
  on: day,
  about: json(
    z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('action'), ref: text }),
      z.object({ kind: z.literal('review'), ref: text }),
      z.object({ kind: z.literal('meeting'), meetingId: text }),
      z.object({ kind: z.literal('words'), words: text }),
    ]),
  ),
  setAt: text,
});

/**
 * Partition `PARTNERSHIP|preferences`. Rows: `reminder|DAY|PERSON|ID`, so that what is due on a day is one range however many
 * wait, and a copy `mine|PERSON|DAY|ID` for “what reminders have i got”. One transaction writes or removes both.
 */
export function createReminders(table: Table): Reminders {
  const partitionOf = (partnership: string) => keyOf(partnership, 'preferences');
  const keysOf = ({ on, person, id }: Reminder) => [
    keyOf('reminder', on, person, id),
    keyOf('mine', person, on, id),
  ];
  const rowsOf = (partnership: string, reminder: Reminder): Row[] =>
    keysOf(reminder).map((rowKey) => ({
      ...z.encode(columns, reminder),
      partitionKey: partitionOf(partnership),
      rowKey,
    }));
  const fromRow = (row: StoredRow): Reminder => parseRow(table.name, columns, row);

  return {
    async between(partnership, from, to) {
      const range = { from: keyOf('reminder', from), below: keyOf('reminder', addDays(to, 1)) };
      return (await table.range(partitionOf(partnership), range)).map(fromRow);
    },
    async of(partnership, person, from) {
      const range = { from: keyOf('mine', person, from), below: behind('mine', person) };
      return (await table.range(partitionOf(partnership), range)).map(fromRow);
    },
    keep: (partnership, reminder) => table.putAll(rowsOf(partnership, reminder)),
    async remove(partnership, reminder) {
      const partition = partitionOf(partnership);
      await Promise.all(keysOf(reminder).map((rowKey) => table.remove(partition, rowKey)));
    },
  };
}
