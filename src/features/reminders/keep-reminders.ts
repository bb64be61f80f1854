import { z } from 'zod';
import { dayField } from '../../answers/form.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { addDays, formatDay } from '../../domain/dates.ts';
import { isPaused } from '../../domain/preferences.ts';
import { MAX_REMINDERS, type Reminder, type ReminderSubject } from '../../domain/reminder.ts';
import { answerNotSet, answerNotYours, answerSet } from './answers.ts';
import { describeReminder } from './describe-reminder.ts';
import { addReminder, reminderStore, removeReminder } from './store.ts';

/** A reminder is a line, not a document. */
const wordsField = z.string().trim().max(300);
const ref = z.string().min(1).max(60);
const aboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('action'), ref }),
  z.object({ kind: z.literal('review'), ref }),
  z.object({ kind: z.literal('meeting'), meetingId: z.string().min(1).max(200) }),
]);

/** *Remind me*: kept under the name of the press, so that pressing twice keeps one. */
export const setReminder = action({
  id: 'reminders.set',
  permission: 'own',
  input: z.object({
    person: z.string().max(100),
    on: dayField,
    about: aboutSchema.optional(),
    words: wordsField.optional(),
  }),
  async handle(request: Request, form): Promise<Answer> {
    const id = requireOperation(request, 'reminders.set');
    if (form.person !== request.person.id) return answerNotYours();
    if (!form.on) return answerNotSet('not-after-today', 'a reminder');
    const about: ReminderSubject | undefined =
      form.about ?? (form.words ? { kind: 'words', words: form.words } : undefined);
    if (!about) return answerNotSet('words-missing', '');
    if (!(await isKnown(request, about))) throw new UnreadableInput('reminders.set');
    return keep(request, { id, on: form.on, about });
  },
});

/** *Again in a week* on a reminder. Pressed again on the same day it is the same reminder. */
export const remindAgain = action({
  id: 'reminders.again',
  permission: 'own',
  input: z.object({
    subject: z.string().max(60),
    days: z.number().int().min(1).max(92),
    words: wordsField.optional(),
  }),
  async handle(request: Request, { subject, words, days }): Promise<Answer> {
    const on = addDays(request.today, days);
    const kind = request.directory.reviewRefs.includes(subject) ? 'review' : 'action';
    const about: ReminderSubject = words ? { kind: 'words', words } : { kind, ref: subject };
    if (!(await isKnown(request, about))) throw new UnreadableInput('reminders.again');
    return keep(request, { id: `again-${(words ?? subject).slice(0, 100)}-${on}`, on, about });
  },
});

/** Whether the records have what a reminder is about: a reference that they do not have would be words that no guard has read. */
async function isKnown({ directory, ports }: Request, about: ReminderSubject): Promise<boolean> {
  const { id } = directory.partnership;
  switch (about.kind) {
    case 'action':
      return (await ports.actions.findCurrent(id, about.ref)) !== undefined;
    case 'review':
      return directory.reviewRefs.includes(about.ref);
    case 'meeting':
      return (await ports.meetings.find(id, about.meetingId)) !== undefined;
    case 'words':
      return true;
  }
}

async function keep(
  request: Request,
  wanted: Pick<Reminder, 'id' | 'on' | 'about'>,
): Promise<Answer> {
  const { directory, person, ports, now, today } = request;
  const { id } = directory.partnership;
  if (wanted.on <= today) return answerNotSet('not-after-today', 'a reminder');
  const { preferences } = await ports.preferences.load(id, person.id);
  if (isPaused(preferences, wanted.on) && preferences.pausedUntil)
    return {
      text: `Nothing was changed: you are away on that day. Choose ${formatDay(preferences.pausedUntil, today)}, when you are back, or later.`,
    };
  const ownReminders = await listReminders(request);
  const isThere = ownReminders.some((each) => each.id === wanted.id);
  if (!isThere && ownReminders.length >= MAX_REMINDERS) return answerNotSet('too-many', '');
  await addReminder(request, { ...wanted, person: person.id, setAt: now.toISOString() });
  const { line } = await describeReminder(wanted, request);
  return answerSet(`I will remind you on ${formatDay(wanted.on, today)}`, `${line}.`, [
    cancelReminder.button('Undo', { id: wanted.id }),
  ]);
}

/** *Undo* of a reminder, and *Cancel* in the settings. */
export const cancelReminder = action({
  id: 'reminders.cancel',
  permission: 'own',
  input: z.object({ id: z.string().max(100) }),
  async handle(request: Request, { id }): Promise<Answer> {
    await removeReminders(request, [id]);
    return answerSet('That reminder is cancelled', 'Everything else comes as before.');
  },
});

/** Only one's own can be found here, so only one's own can be cancelled; says how many were. */
export async function removeReminders(request: Request, ids: readonly string[]): Promise<number> {
  const meant = (await listReminders(request)).filter(({ id }) => ids.includes(id));
  for (const reminder of meant) await removeReminder(request, reminder);
  return meant.length;
}

/** The asker's own reminders that are to come. */
export function listReminders({ person, store, today }: Request): Promise<Reminder[]> {
  return store(reminderStore).range('byPerson', [person.id, today], person.id);
}
