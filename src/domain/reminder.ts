import type { Day } from './dates.ts';

/** Something that a person asked to be told on a day. It comes on that day, even if it is not a working day. */
export interface Reminder {
  readonly id: string;
  readonly person: string;
  readonly on: Day;
  readonly about: ReminderSubject;
  /** When it was set, an instant. */
  readonly setAt: string;
}

/** What a reminder is about; how it stands is read from the records on the day, never kept with it. */
export type ReminderSubject =
  | { readonly kind: 'action'; readonly ref: string }
  | { readonly kind: 'review'; readonly ref: string }
  | { readonly kind: 'meeting'; readonly meetingId: string }
  /** In the person's own words, which have passed the privacy guard. */
  | { readonly kind: 'words'; readonly words: string };

/** So many reminders can wait for one person. */
export const MAX_REMINDERS = 50;

/**
 * The reminders to be given on a day: those of that day, and those of days on which nobody could be told. `since` is the last
 * day whose reminders were given.
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
