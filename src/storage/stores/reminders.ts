import { z } from 'zod';
import { dayColumn, jsonColumn, textColumn } from '../../contract/columns.ts';
import type { Reminders } from '../../contract/ports.ts';
import { type OpenStores, store } from '../../contract/store.ts';
import type { Reminder } from '../../domain/reminder.ts';

/** The reminders of a day are one range, and so are those of a person. */
export const reminderStore = store<Reminder>({
  kind: 'reminder',
  key: ({ on, person, id }) => [on, person, id],
  indexes: { byPerson: ({ person, on }) => [person, on] },
  audited: false,
  columns: z.object({
    id: textColumn,
    person: textColumn,
    on: dayColumn,
    about: jsonColumn(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('action'), ref: textColumn }),
        z.object({ kind: z.literal('review'), ref: textColumn }),
        z.object({ kind: z.literal('meeting'), meetingId: textColumn }),
        z.object({ kind: z.literal('words'), words: textColumn }),
      ]),
    ),
    setAt: textColumn,
  }),
});

export function createReminders(open: OpenStores): Reminders {
  const event = (type: string, { person, setAt }: Reminder) => ({ type, by: person, at: setAt });
  return {
    list: (partnership, from, to) => open(partnership)(reminderStore).range('key', from, to),
    listForPerson: (partnership, person, from) =>
      open(partnership)(reminderStore).range('byPerson', [person, from], person),
    async keep(partnership, reminder) {
      await open(partnership)(reminderStore).add(reminder, event('set', reminder));
    },
    remove: (partnership, reminder) => {
      const { on, person, id } = reminder;
      return open(partnership)(reminderStore).remove([on, person, id], event('removed', reminder));
    },
  };
}
