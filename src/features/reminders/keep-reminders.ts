import { z } from 'zod';
import { describeReminder } from '../../answers/describe-reminder.ts';
import { confirmation, dayField, readForm } from '../../answers/form.ts';
import { formatCount } from '../../answers/words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { newOperation, operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { addDays, type Day, formatDay } from '../../domain/dates.ts';
import { isPaused } from '../../domain/preferences.ts';
import { MAX_REMINDERS, type Reminder, type ReminderSubject } from '../../domain/reminder.ts';
import { notSet } from './preference-words.ts';
import { notYours, setAnswer } from './set-answer.ts';
import { showSettings } from './show-settings.ts';

/** A reminder is a line, not a document. */
const wordsField = z.string().trim().max(300);
const person = z.string().max(100);
const ref = z.string().min(1).max(60);
const aboutSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('action'), ref }),
  z.object({ kind: z.literal('review'), ref }),
  z.object({ kind: z.literal('meeting'), meetingId: z.string().min(1).max(200) }),
]);
const setSchema = z.object({
  person,
  operation: operationSchema,
  on: dayField,
  about: aboutSchema.optional(),
  words: wordsField.optional(),
});
const againSchema = z.object({
  subject: z.string().max(60),
  days: z.number().int().min(1).max(92),
  words: wordsField.optional(),
});
const cancelSchema = z.object({ id: z.string().max(100) });
const cancelSomeSchema = z.object({ person, ids: z.string().max(4000) });

/** *Remind me*: kept under the name of the press, so that pressing twice keeps one. */
export async function setReminder(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.set', setSchema, data);
  if (form.person !== asker.person.id) return notYours();
  if (!form.on) return { text: notSet('not-after-today', 'a reminder') };
  const about: ReminderSubject | undefined =
    form.about ?? (form.words ? { kind: 'words', words: form.words } : undefined);
  if (!about) return { text: notSet('words-missing', '') };
  if (!(await isKnown(about, asker, ports))) throw new UnreadableInput('reminders.set');
  return keep(asker, { id: form.operation, on: form.on, about }, ports);
}

/** *Again in a week* on a reminder. Pressed again on the same day it is the same reminder. */
export async function remindAgain(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = againSchema.safeParse(data);
  if (!form.success) throw new UnreadableInput('reminders.again');
  const { subject, words, days } = form.data;
  const { directory } = asker;
  const on = addDays(ports.calendar.today(directory.partnership.timeZone), days);
  const kind = directory.reviewRefs.includes(subject) ? 'review' : 'action';
  const about: ReminderSubject = words ? { kind: 'words', words } : { kind, ref: subject };
  if (!(await isKnown(about, asker, ports))) throw new UnreadableInput('reminders.again');
  return keep(asker, { id: `again-${(words ?? subject).slice(0, 100)}-${on}`, on, about }, ports);
}

/** Whether the records have what a reminder is about: a reference that they do not have would be words that no guard has read. */
async function isKnown(
  about: ReminderSubject,
  { directory }: Asker,
  ports: Ports,
): Promise<boolean> {
  const { id } = directory.partnership;
  switch (about.kind) {
    case 'action':
      return (await ports.actions.named(id, about.ref)) !== undefined;
    case 'review':
      return directory.reviewRefs.includes(about.ref);
    case 'meeting':
      return (await ports.meetings.find(id, about.meetingId)) !== undefined;
    case 'words':
      return true;
  }
}

async function keep(
  asker: Asker,
  wanted: Pick<Reminder, 'id' | 'on' | 'about'>,
  ports: Ports,
): Promise<Answer> {
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  if (wanted.on <= today) return { text: notSet('not-after-today', 'a reminder') };
  const { preferences } = await ports.preferences.of(id, asker.person.id);
  if (isPaused(preferences, wanted.on) && preferences.pausedUntil)
    return {
      text: `Nothing was changed: you are away on that day. Choose ${formatDay(preferences.pausedUntil, today)}, when you are back, or later.`,
    };
  const mine = await ports.reminders.of(id, asker.person.id, today);
  const isThere = mine.some((each) => each.id === wanted.id);
  if (!isThere && mine.length >= MAX_REMINDERS) return { text: notSet('too-many', '') };
  await ports.reminders.keep(id, {
    ...wanted,
    person: asker.person.id,
    setAt: ports.calendar.now().toISOString(),
  });
  const { ref: about, title } = await describeReminder(wanted, id, ports);
  return setAnswer(
    `I will remind you on ${formatDay(wanted.on, today)}`,
    `${[about, title].filter(Boolean).join(' · ')}.`,
    [{ title: 'Undo', action: 'reminders.cancel', data: { id: wanted.id } }],
  );
}

/** *Undo* of a reminder, and *Cancel* in the settings. */
export async function cancelReminder(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = cancelSchema.safeParse(data);
  if (!form.success) throw new UnreadableInput('reminders.cancel');
  await cancel(asker, [form.data.id], ports);
  return setAnswer('That reminder is cancelled', 'Everything else comes as before.');
}

/** “cancel my reminders”, “cancel the reminder about SA-019”: which they are, to be confirmed. */
export async function proposeCancel(
  asker: Asker,
  { args }: Question,
  ports: Ports,
): Promise<Answer> {
  const mine = await ofMine(asker, ports);
  const meant = args.actionRef
    ? mine.filter(({ about }) => about.kind === 'action' && about.ref === args.actionRef)
    : mine;
  if (meant.length === 0) {
    const what = args.actionRef ? ` about ${args.actionRef}` : '';
    return { text: `You have no reminder${what} to come.`, suggestions: ['my notice settings'] };
  }
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const lines = await Promise.all(
    meant.map(async (reminder) => {
      const { ref: about, title } = await describeReminder(reminder, id, ports);
      return {
        title: `${formatDay(reminder.on, today)}: ${[about, title].filter(Boolean).join(' · ')}`,
        value: reminder.id,
      };
    }),
  );
  return confirmation(asker, ports, {
    headline: `Cancel ${formatCount(meant.length, 'reminder')}?`,
    sentence: 'Untick those that shall stay.',
    fields: [
      {
        id: 'ids',
        label: 'Reminders to cancel',
        kind: 'choices',
        value: meant.map((each) => each.id).join(','),
        choices: lines,
      },
    ],
    confirm: 'Cancel them',
    verb: 'reminders.cancel-some',
    data: { person: asker.person.id, operation: newOperation() },
  });
}

/** *Cancel them* */
export async function cancelSome(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.cancel-some', cancelSomeSchema, data);
  if (form.person !== asker.person.id) return notYours();
  const count = await cancel(asker, form.ids.split(',').filter(Boolean), ports);
  return showSettings(
    asker,
    ports,
    count === 0 ? 'Nothing was cancelled.' : `Cancelled: ${formatCount(count, 'reminder')}.`,
  );
}

/** Only one's own can be found here, so only one's own can be cancelled. */
async function cancel(asker: Asker, ids: readonly string[], ports: Ports): Promise<number> {
  const meant = (await ofMine(asker, ports)).filter((reminder) => ids.includes(reminder.id));
  for (const reminder of meant)
    await ports.reminders.remove(asker.directory.partnership.id, reminder);
  return meant.length;
}

function ofMine(
  { directory, person: { id } }: Asker,
  { reminders, calendar }: Ports,
): Promise<Reminder[]> {
  const { partnership } = directory;
  const from: Day = calendar.today(partnership.timeZone);
  return reminders.of(partnership.id, id, from);
}
