import { z } from 'zod';
import { dayField, pleaseCheck } from '../../answers/form.ts';
import { ask } from '../../answers/questions.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { addDays, type Day } from '../../domain/dates.ts';
import { resolveAction } from '../actions/queries.ts';
import { answerNotSet, answerNotYours, answerSet, formatUntil, STILL_COMES } from './answers.ts';
import { openSnooze, reminderFormButton } from './buttons.ts';
import { savePreferences } from './save-preferences.ts';
import { resolveReminderDay } from './time-meant.ts';

const subject = z.string().min(1).max(60);

/** “snooze SA-019 for two weeks”: one action until a day, to be confirmed. */
export async function proposeSnooze(request: Request, question: Question): Promise<Answer> {
  const { reviewOf } = question.args;
  if (typeof reviewOf === 'string' && reviewOf) return answerStatutory(reviewOf);
  const which = await resolveAction(request, question);
  if ('answer' in which) return which.answer;
  const { ref, title, dueOn } = which.found.action;
  const day = await resolveReminderDay(request, question.args, dueOn);
  const heading = day ? `Snooze ${ref} ${formatUntil(day, request.today)}?` : `Snooze ${ref}?`;
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `${title} · its due day stays as it is.`,
    form: {
      fields: [
        { id: 'until', label: 'Speak of it again from', kind: 'day', value: day, required: true },
      ],
      submit: snoozeUntil.button('Confirm', { subject: ref, person: request.person.id }),
    },
    thread: { question: { ...question, args: { ...question.args, actionRef: ref } } },
  };
}

/** A time limit in law is not put off by the person who would rather not hear of it. */
function answerStatutory(reviewRef: string): Answer {
  return {
    text: `Nothing was changed: the time limits of ${reviewRef} are statutory and cannot be snoozed.`,
    suggestions: [{ title: 'Show its deadline', ...ask('rapid_review_deadline', { reviewRef }) }],
  };
}

/** *Confirm* of a snooze until a day. */
export const snoozeUntil = action({
  id: 'reminders.snooze-until',
  permission: 'own',
  input: z.object({ person: z.string().max(100), subject, until: dayField }),
  async handle(request: Request, form): Promise<Answer> {
    if (form.person !== request.person.id) return answerNotYours();
    return form.until
      ? snoozeAction(request, form.subject, form.until)
      : answerNotSet('not-after-today', 'a snooze');
  },
});

/** *Snooze a week* on a notice: an explicit press, so it is done at once and can be undone. */
export const snooze = action({
  ...openSnooze,
  permission: 'own',
  handle: (request: Request, { subject, days }) =>
    snoozeAction(request, subject, addDays(request.today, days)),
});

async function snoozeAction(request: Request, subject: string, until: Day): Promise<Answer> {
  const { directory, person, ports, today } = request;
  const { id } = directory.partnership;
  if (directory.reviewRefs.includes(subject)) return answerStatutory(subject);
  if (!(await ports.actions.findCurrent(id, subject)))
    throw new UnreadableInput('reminders.snooze');
  const { preferences } = await ports.preferences.load(id, person.id);
  const before = preferences.snoozes.find((each) => each.subject === subject)?.until;
  const changed = await savePreferences(request, { kind: 'snooze', subject, until });
  if (!changed.ok) return answerNotSet(changed.refusal, 'a snooze');
  return answerSet(
    `${subject} is quiet ${formatUntil(until, today)}`,
    `Its due day stays as it is, and a chair hears of it when it is long overdue. ${STILL_COMES}`,
    [
      wake.button('Undo', { subject, ...(before && before !== until && { until: before }) }),
      reminderFormButton('Another day…', 'snooze', subject),
    ],
  );
}

/** *Undo* of a snooze, and *Wake* in the settings: it ends, or is again what it was before. */
export const wake = action({
  id: 'reminders.wake',
  permission: 'own',
  input: z.object({ subject, until: dayField.optional() }),
  async handle(request: Request, { subject, until }): Promise<Answer> {
    const { directory, ports, today } = request;
    if (until && !(await ports.actions.findCurrent(directory.partnership.id, subject)))
      throw new UnreadableInput('reminders.wake');
    const again = until
      ? await savePreferences(request, { kind: 'snooze', subject, until })
      : undefined;
    if (until && again?.ok)
      return answerSet(`${subject} is quiet ${formatUntil(until, today)}`, 'As it was before.');
    await savePreferences(request, { kind: 'wake', subject });
    return answerSet(`${subject} is no longer snoozed`, 'You hear of it as usual.');
  },
});
