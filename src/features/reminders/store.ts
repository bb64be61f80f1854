import { z } from 'zod';
import { dayColumn, jsonColumn, textColumn } from '../../contract/columns.ts';
import type { Request } from '../../contract/request.ts';
import { store } from '../../contract/store.ts';
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

type Asked = Pick<Request, 'directory' | 'ports' | 'person' | 'now'>;

/** Without the press, so that the same button can set a reminder once more after *Undo*. */
const openReminders = ({ directory, ports }: Asked) =>
  ports.stores(directory.partnership.id)(reminderStore);
const changed = (type: string, { person, now }: Asked) => ({
  type,
  by: person.id,
  at: now.toISOString(),
});

/** Keeps a reminder; the same one again changes nothing. */
export async function addReminder(request: Asked, reminder: Reminder): Promise<void> {
  await openReminders(request).add(reminder, changed('set', request));
}

export function removeReminder(request: Asked, reminder: Reminder): Promise<void> {
  return openReminders(request).remove(reminderStore.key(reminder), changed('removed', request));
}
