import type { Day } from './dates.ts';

/**
 * A reminder that a person set for a day. It comes on that day, even if it is not a working day.
 */
export interface Reminder {
  readonly id: string;
  readonly person: string;
  readonly on: Day;
  readonly about: ReminderSubject;
  /** ISO instant. */
  readonly setAt: string;
}

/**
 * The subject of a reminder. Its state is read from the records on the day, never stored with the
 * reminder.
 */
export type ReminderSubject =
  | { readonly kind: 'action'; readonly ref: string }
  | { readonly kind: 'review'; readonly ref: string }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** In the person's own words, which have passed the privacy guard. */
  | { readonly kind: 'words'; readonly words: string };

/** The most reminders that can wait for one person. */
export const MAX_REMINDERS = 50;

/**
 * The reminders that are due on a day: those of that day, and those of earlier days on which nobody
 * could be reached. `since` is the last day whose reminders were sent.
 * @example remindersDue(reminders, { since: day('2021-03-12'), today: day('2021-03-15') }) // those of 13 to 15 March
 */
export function remindersDue(
  reminders: readonly Reminder[],
  { since, today }: { readonly since?: Day; readonly today: Day },
): Reminder[] {
  return reminders
    .filter(({ on }) => (since ? on > since : on === today) && on <= today)
    .sort(
      (a, b) =>
        a.on.localeCompare(b.on) || a.person.localeCompare(b.person) || a.id.localeCompare(b.id),
    );
}
