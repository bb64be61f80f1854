import { z } from 'zod';
import { dayField } from '../../answers/form.ts';
import { formatCount, sentenceCase } from '../../answers/words.ts';
import { action } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPaused, type Preferences } from '../../domain/preferences.ts';
import { parseTimeOfDay } from '../../domain/time-of-day.ts';
import { answerNotSet, answerNotYours } from './answers.ts';
import { listReminders } from './keep-reminders.ts';
import { savePreferences } from './save-preferences.ts';
import { showSettings } from './show-settings.ts';
import { addReminder, removeReminder } from './store.ts';

const permission = 'own';
const person = z.string().max(100);
const timeField = z.string().transform((text) => parseTimeOfDay(text));

/** *Confirm* of quiet days and hours. Both times or neither: of one alone nothing can be made. */
export const setQuiet = action({
  id: 'reminders.quiet',
  permission,
  input: z.object({
    person,
    days: z.string().regex(/^([1-7](,[1-7])*)?$/),
    from: timeField,
    to: timeField,
  }),
  async handle(request: Request, { person, days: chosen, from, to }): Promise<Answer> {
    if (person !== request.person.id) return answerNotYours();
    if ((from === undefined) !== (to === undefined))
      return {
        text: 'Nothing was changed: quiet hours need both times, when they begin and when they end.',
      };
    const days = chosen.split(',').filter(Boolean).map(Number);
    const hours = from && to ? { from, to } : undefined;
    const changed = await savePreferences(request, { kind: 'quiet', days, hours });
    return changed.ok ? showSettings(request, 'Set.') : answerNotSet(changed.refusal, 'this');
  },
});

/** *Confirm* of leave. */
export const pause = action({
  id: 'reminders.pause',
  permission,
  input: z.object({ person, from: dayField.optional(), until: dayField }),
  async handle(request: Request, { person, from, until }): Promise<Answer> {
    if (person !== request.person.id) return answerNotYours();
    if (!until) return answerNotSet('not-after-today', 'your leave');
    const changed = await savePreferences(request, { kind: 'pause', from, until });
    if (!changed.ok) return answerNotSet(changed.refusal, 'your leave');
    const moved = await moveReminders(request, changed.value);
    const what =
      moved > 0
        ? ` ${sentenceCase(formatCount(moved, 'reminder'))} will come when you are back.`
        : '';
    return showSettings(request, `Set.${what}`);
  },
});

/** A reminder for a day of the leave is one for the day of return: it would fall silent on its own day and be lost. */
async function moveReminders(request: Request, preferences: Preferences): Promise<number> {
  const meanwhile = (await listReminders(request)).filter(({ on }) => isPaused(preferences, on));
  for (const reminder of meanwhile) {
    await addReminder(request, { ...reminder, on: preferences.pausedUntil ?? reminder.on });
    await removeReminder(request, reminder);
  }
  return meanwhile.length;
}

/** *Confirm* of “im back”, or of “unsnooze SA-019”. */
export const resume = action({
  id: 'reminders.resume',
  permission,
  input: z.object({ person, subject: z.string().min(1).max(60).optional() }),
  async handle(request: Request, { person, subject }): Promise<Answer> {
    if (person !== request.person.id) return answerNotYours();
    await savePreferences(request, subject ? { kind: 'wake', subject } : { kind: 'resume' });
    return showSettings(request, subject ? `${subject} is no longer snoozed.` : 'Welcome back.');
  },
});
