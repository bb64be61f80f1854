import type { Button } from '../../contract/answer.ts';

/** What can be asked for by a button as if in words, under the names that cards know. */
export const FORMS = ['quiet', 'away', 'back', 'remind', 'snooze'] as const;

const WEEK_DAYS = 7;

/** Opens a form; `subject` is the reference of what it is about. */
export const reminderFormButton = (
  title: string,
  form: (typeof FORMS)[number],
  subject?: string,
): Button => ({ title, action: 'reminders.form', data: { form, ...(subject && { subject }) } });

/** Nothing ordinary is said of an action for a week. */
export const snoozeWeekButton = (subject: string): Button => ({
  title: 'Snooze a week',
  action: 'reminders.snooze',
  data: { subject, days: WEEK_DAYS },
});
