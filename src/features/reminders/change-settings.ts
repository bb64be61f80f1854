import { z } from 'zod';
import { dayField, readForm } from '../../answers/form.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPaused, type Preferences } from '../../domain/preferences.ts';
import { parseTimeOfDay } from '../../domain/time-of-day.ts';
import { notSet } from './preference-words.ts';
import { savePreferences } from './save-preferences.ts';
import { notYours } from './set-answer.ts';
import { showSettings } from './show-settings.ts';

const person = z.string().max(100);
const subject = z.string().min(1).max(60);
const timeField = z.string().transform((text) => parseTimeOfDay(text));
const quietSchema = z.object({
  person,
  days: z.string().regex(/^([1-7](,[1-7])*)?$/),
  from: timeField,
  to: timeField,
});
const pauseSchema = z.object({ person, from: dayField.optional(), until: dayField });
const resumeSchema = z.object({ person, subject: subject.optional() });

/** *Confirm* of quiet days and hours. Both times or neither: of one alone nothing can be made. */
export async function setQuiet(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.quiet', quietSchema, data);
  if (form.person !== asker.person.id) return notYours();
  const { from, to } = form;
  if ((from === undefined) !== (to === undefined))
    return {
      text: 'Nothing was changed: quiet hours need both times, when they begin and when they end.',
    };
  const days = form.days.split(',').filter(Boolean).map(Number);
  const changed = await savePreferences(
    asker,
    { kind: 'quiet', days, hours: from && to ? { from, to } : undefined },
    ports,
  );
  return changed.ok
    ? showSettings(asker, ports, 'Set.')
    : { text: notSet(changed.refusal, 'this') };
}

/** *Confirm* of leave. */
export async function pause(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.pause', pauseSchema, data);
  if (form.person !== asker.person.id) return notYours();
  if (!form.until) return { text: notSet('not-after-today', 'your leave') };
  const changed = await savePreferences(
    asker,
    { kind: 'pause', from: form.from, until: form.until },
    ports,
  );
  if (!changed.ok) return { text: notSet(changed.refusal, 'your leave') };
  const moved = await moveReminders(asker, changed.value, ports);
  const what =
    moved > 0
      ? ` ${sentenceCase(formatCount(moved, 'reminder'))} will come when you are back.`
      : '';
  return showSettings(asker, ports, `Set.${what}`);
}

/** A reminder for a day of the leave is one for the day of return: it would fall silent on its own day and be lost. */
async function moveReminders(
  asker: Asker,
  preferences: Preferences,
  { reminders, calendar }: Ports,
): Promise<number> {
  const { id, timeZone } = asker.directory.partnership;
  const mine = await reminders.of(id, asker.person.id, calendar.today(timeZone));
  const meanwhile = mine.filter(({ on }) => isPaused(preferences, on));
  for (const reminder of meanwhile) {
    await reminders.keep(id, { ...reminder, on: preferences.pausedUntil ?? reminder.on });
    await reminders.remove(id, reminder);
  }
  return meanwhile.length;
}

/** *Confirm* of “im back”, or of “unsnooze SA-019”. */
export async function resume(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('reminders.resume', resumeSchema, data);
  if (form.person !== asker.person.id) return notYours();
  await savePreferences(
    asker,
    form.subject ? { kind: 'wake', subject: form.subject } : { kind: 'resume' },
    ports,
  );
  return showSettings(
    asker,
    ports,
    form.subject ? `${form.subject} is no longer snoozed.` : 'Welcome back.',
  );
}
