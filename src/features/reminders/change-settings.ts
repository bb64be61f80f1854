import { z } from 'zod';
import { addDays, type Day, inFull } from '../../domain/dates.ts';
import {
  changePreferences,
  isPaused,
  type PreferenceChange,
  type PreferenceRefusal,
  type Preferences,
  parseTimeOfDay,
} from '../../domain/preferences.ts';
import { type Asker, type Reply, UnreadableSubmission } from '../feature.ts';
import { dayField, readForm } from '../form.ts';
import type { Press } from '../notice-views.ts';
import type { Ports } from '../ports.ts';
import { counted, sentenceCase } from '../words.ts';
import { notSet, STILL_COMES, until } from './preference-words.ts';
import { notSnoozed } from './propose-settings.ts';
import type { SetView } from './settings-view.ts';
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
const snoozeUntilSchema = z.object({ person, subject, until: dayField });
const snoozeSchema = z.object({ subject, days: z.number().int().min(1).max(92) });
const wakeSchema = z.object({ subject, until: dayField.optional() });

/** *Confirm* of quiet days and hours. Both times or neither: of one alone nothing can be made. */
export async function setQuiet(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('reminders.quiet', quietSchema, data);
  if (form.person !== asker.person.id) return notYours();
  const { from, to } = form;
  if ((from === undefined) !== (to === undefined))
    return { text: 'Nothing was changed: quiet hours need both times, when they begin and when they end.' };
  const days = form.days.split(',').filter(Boolean).map(Number);
  const changed = await change(asker, { kind: 'quiet', days, hours: from && to ? { from, to } : undefined }, ports);
  return changed.ok ? showSettings(asker, ports, 'Set.') : { text: notSet(changed.refusal, 'this') };
}

/** *Confirm* of leave. */
export async function pause(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('reminders.pause', pauseSchema, data);
  if (form.person !== asker.person.id) return notYours();
  if (!form.until) return { text: notSet('not-after-today', 'your leave') };
  const changed = await change(asker, { kind: 'pause', from: form.from, until: form.until }, ports);
  if (!changed.ok) return { text: notSet(changed.refusal, 'your leave') };
  const moved = await moveReminders(asker, changed.value, ports);
  const what = moved > 0 ? ` ${sentenceCase(counted(moved, 'reminder'))} will come when you are back.` : '';
  return showSettings(asker, ports, `Set.${what}`);
}

/** A reminder for a day of the leave is one for the day of return: it would fall silent on its own day and be lost. */
async function moveReminders(asker: Asker, preferences: Preferences, { reminders, calendar }: Ports): Promise<number> {
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
export async function resume(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('reminders.resume', resumeSchema, data);
  if (form.person !== asker.person.id) return notYours();
  await change(asker, form.subject ? { kind: 'wake', subject: form.subject } : { kind: 'resume' }, ports);
  return showSettings(asker, ports, form.subject ? `${form.subject} is no longer snoozed.` : 'Welcome back.');
}

/** *Confirm* of a snooze until a day. */
export async function snoozeUntil(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('reminders.snooze-until', snoozeUntilSchema, data);
  if (form.person !== asker.person.id) return notYours();
  return form.until ? snoozed(asker, form.subject, form.until, ports) : { text: notSet('not-after-today', 'a snooze') };
}

/** *Snooze a week* on a notice: an explicit press, so it is done at once and can be undone. */
export async function snooze(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = snoozeSchema.safeParse(data);
  if (!form.success) throw new UnreadableSubmission('reminders.snooze');
  const { timeZone } = asker.directory.partnership;
  return snoozed(asker, form.data.subject, addDays(ports.calendar.today(timeZone), form.data.days), ports);
}

/** *Undo* of a snooze, and *Wake* in the settings: it ends, or is again what it was before. */
export async function wake(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = wakeSchema.safeParse(data);
  if (!form.success) throw new UnreadableSubmission('reminders.wake');
  const { subject, until: before } = form.data;
  const again = before ? await change(asker, { kind: 'snooze', subject, until: before }, ports) : undefined;
  if (!again?.ok) await change(asker, { kind: 'wake', subject }, ports);
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  return setReply(asker, ports, {
    headline: again?.ok && before ? `${subject} is quiet ${until(before, today)}` : `${subject} is no longer snoozed`,
    sentence: again?.ok ? 'As it was before.' : 'You hear of it as usual.',
    presses: [SETTINGS_PRESS],
  });
}

async function snoozed(asker: Asker, subject: string, day: Day, ports: Ports): Promise<Reply> {
  const { id, timeZone } = asker.directory.partnership;
  if (asker.directory.reviewRefs.includes(subject)) return notSnoozed(subject);
  const found = await ports.actions.find(id, subject);
  if (!found) throw new UnreadableSubmission('reminders.snooze');
  const { preferences } = await ports.preferences.of(id, asker.person.id);
  const before = preferences.snoozes.find((each) => each.subject === subject)?.until;
  const changed = await change(asker, { kind: 'snooze', subject, until: day }, ports);
  if (!changed.ok) return { text: notSet(changed.refusal, 'a snooze') };
  const today = ports.calendar.today(timeZone);
  const verb = 'reminders.wake';
  return setReply(asker, ports, {
    headline: `${subject} is quiet ${until(day, today)}`,
    sentence: `Its due day stays as it is, and a chair hears of it when it is long overdue. ${STILL_COMES}`,
    presses: [
      { title: 'Undo', verb, data: { verb, subject, ...(before && before !== day && { until: before }) } },
      {
        title: 'Another day…',
        verb: 'reminders.form',
        data: { verb: 'reminders.form', form: 'snooze', subject },
      },
      SETTINGS_PRESS,
    ],
  });
}

export const SETTINGS_PRESS: Press = { title: 'My notice settings', ask: 'my notice settings' };

/** What a press did, in the place of the card that was pressed. */
export function setReply({ directory }: Asker, ports: Ports, parts: Omit<SetView, 'source'>): Reply {
  const { shortName, timeZone } = directory.partnership;
  const view: SetView = { source: `${shortName} · as at ${inFull(ports.calendar.today(timeZone))}`, ...parts };
  const text = `${view.headline}. ${view.sentence}`;
  return { text, card: { name: 'notice-set', view, plain: text } };
}

/** A form of somebody else’s settings, pressed in a chat of several. */
export function notYours(): Reply {
  return { text: 'Nothing was changed: that form is somebody else’s. Ask me yourself, and you get your own.' };
}

type Changed =
  | { readonly ok: true; readonly value: Preferences }
  | { readonly ok: false; readonly refusal: PreferenceRefusal };

/** Decides on what is stored and saves under its version; decides again when another press was first. */
async function change({ directory, person: { id: who } }: Asker, wish: PreferenceChange, ports: Ports): Promise<Changed> {
  const { id, timeZone } = directory.partnership;
  for (;;) {
    const { preferences, version } = await ports.preferences.of(id, who);
    const changed = changePreferences(preferences, wish, ports.calendar.today(timeZone));
    if (!changed.ok || (await ports.preferences.save(id, changed.value, version)) === 'saved') return changed;
  }
}
