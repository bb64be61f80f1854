import { z } from 'zod';
import { declarePress } from '../../contract/action.ts';
import type { Button } from '../../contract/answer.ts';

/** What can be asked for by a button as if in words, under the names that cards know. */
export const FORMS = ['quiet', 'away', 'back', 'remind', 'snooze'] as const;

const WEEK_DAYS = 7;

const subject = z.string().max(60);

/** A form of one's own notices, as if it had been asked for in words. */
export const openForm = declarePress({
  id: 'reminders.form',
  input: z.object({ form: z.enum(FORMS), subject: subject.optional() }),
});

/** Nothing ordinary is said of an action for some days. */
export const openSnooze = declarePress({
  id: 'reminders.snooze',
  input: z.object({ subject, days: z.number().int().min(1).max(92) }),
});

/** Opens a form; `subject` is the reference of what it is about. */
export const reminderFormButton = (
  title: string,
  form: (typeof FORMS)[number],
  subject?: string,
): Button => openForm.button(title, { form, ...(subject && { subject }) });

/** Nothing ordinary is said of an action for a week. */
export const snoozeWeekButton = (subject: string): Button =>
  openSnooze.button('Snooze a week', { subject, days: WEEK_DAYS });
