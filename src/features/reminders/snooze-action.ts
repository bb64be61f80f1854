import { z } from 'zod';
import { dayField, readForm } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import { formatUntil, notSet, STILL_COMES } from './preference-words.ts';
import { notSnoozed } from './propose-settings.ts';
import { savePreferences } from './save-preferences.ts';
import { notYours, setAnswer } from './set-answer.ts';

const subject = z.string().min(1).max(60);
const snoozeUntilSchema = z.object({ person: z.string().max(100), subject, until: dayField });
const snoozeSchema = z.object({ subject, days: z.number().int().min(1).max(92) });
const wakeSchema = z.object({ subject, until: dayField.optional() });

/** *Confirm* of a snooze until a day. */
export async function snoozeUntil(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.snooze-until', snoozeUntilSchema, data);
  if (form.person !== asker.person.id) return notYours();
  return form.until
    ? snoozed(asker, form.subject, form.until, ports)
    : { text: notSet('not-after-today', 'a snooze') };
}

/** *Snooze a week* on a notice: an explicit press, so it is done at once and can be undone. */
export async function snooze(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = snoozeSchema.safeParse(data);
  if (!form.success) throw new UnreadableInput('reminders.snooze');
  const { timeZone } = asker.directory.partnership;
  return snoozed(
    asker,
    form.data.subject,
    addDays(ports.calendar.today(timeZone), form.data.days),
    ports,
  );
}

/** *Undo* of a snooze, and *Wake* in the settings: it ends, or is again what it was before. */
export async function wake(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = wakeSchema.safeParse(data);
  if (!form.success) throw new UnreadableInput('reminders.wake');
  const { subject, until: before } = form.data;
  if (before && !(await ports.actions.named(asker.directory.partnership.id, subject)))
    throw new UnreadableInput('reminders.wake');
  const again = before
    ? await savePreferences(asker, { kind: 'snooze', subject, until: before }, ports)
    : undefined;
  if (!again?.ok) await savePreferences(asker, { kind: 'wake', subject }, ports);
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  return again?.ok && before
    ? setAnswer(`${subject} is quiet ${formatUntil(before, today)}`, 'As it was before.')
    : setAnswer(`${subject} is no longer snoozed`, 'You hear of it as usual.');
}

async function snoozed(asker: Asker, subject: string, day: Day, ports: Ports): Promise<Answer> {
  const { id, timeZone } = asker.directory.partnership;
  if (asker.directory.reviewRefs.includes(subject)) return notSnoozed(subject);
  if (!(await ports.actions.named(id, subject))) throw new UnreadableInput('reminders.snooze');
  const { preferences } = await ports.preferences.of(id, asker.person.id);
  const before = preferences.snoozes.find((each) => each.subject === subject)?.until;
  const changed = await savePreferences(asker, { kind: 'snooze', subject, until: day }, ports);
  if (!changed.ok) return { text: notSet(changed.refusal, 'a snooze') };
  const today = ports.calendar.today(timeZone);
  return setAnswer(
    `${subject} is quiet ${formatUntil(day, today)}`,
    `Its due day stays as it is, and a chair hears of it when it is long overdue. ${STILL_COMES}`,
    [
      {
        title: 'Undo',
        action: 'reminders.wake',
        data: { subject, ...(before && before !== day && { until: before }) },
      },
      { title: 'Another day…', action: 'reminders.form', data: { form: 'snooze', subject } },
    ],
  );
}
