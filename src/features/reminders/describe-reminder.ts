import type { Ports } from '../../contract/ports.ts';
import { formatDayWithYear, toDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { Reminder } from '../../domain/reminder.ts';

/** What a reminder is about: the reference, where it has one, and its title or the person’s own words. */
interface DescribedReminder {
  readonly ref: string;
  readonly title: string;
  /** Both in one line. */
  readonly line: string;
}

export async function describeReminder(
  { about }: Pick<Reminder, 'about'>,
  context: { readonly directory: Directory; readonly ports: Pick<Ports, 'actions' | 'meetings'> },
): Promise<DescribedReminder> {
  const ref = 'ref' in about ? about.ref : '';
  const title = await findSubjectTitle(about, context);
  return { ref, title, line: [ref, title].filter(Boolean).join(' · ') };
}

async function findSubjectTitle(
  about: Reminder['about'],
  { directory, ports }: Parameters<typeof describeReminder>[1],
): Promise<string> {
  const { id } = directory.partnership;
  switch (about.kind) {
    case 'action':
      return (await ports.actions.findCurrent(id, about.ref))?.title ?? 'no longer in the records';
    case 'review':
      return 'Rapid review';
    case 'meeting': {
      const found = await ports.meetings.find(id, about.meetingId);
      if (!found) return 'A meeting that is no longer in the records';
      const { title, startsAt } = found.meeting;
      return `${title}, ${formatDayWithYear(toDay(startsAt))}`;
    }
    case 'words':
      return about.words;
  }
}
