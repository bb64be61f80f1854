import type { Ports } from '../contract/ports.ts';
import { formatDayWithYear, toDay } from '../domain/dates.ts';
import type { Reminder } from '../domain/reminder.ts';

/** What a reminder is about: the reference, where it has one, and its title or the person’s own words. */
export async function describeReminder(
  { about }: Pick<Reminder, 'about'>,
  partnership: string,
  ports: Pick<Ports, 'actions' | 'meetings'>,
): Promise<{ ref: string; title: string }> {
  switch (about.kind) {
    case 'action': {
      const action = await ports.actions.named(partnership, about.ref);
      return { ref: about.ref, title: action?.title ?? 'no longer in the records' };
    }
    case 'review':
      return { ref: about.ref, title: 'Rapid review' };
    case 'meeting': {
      const found = await ports.meetings.find(partnership, about.meetingId);
      if (!found) return { ref: '', title: 'A meeting that is no longer in the records' };
      const { title, startsAt } = found.meeting;
      return { ref: '', title: `${title}, ${formatDayWithYear(toDay(startsAt))}` };
    }
    case 'words':
      return { ref: '', title: about.words };
  }
}
