import { aboutAction } from '../../answers/questions.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, AnswerRow, Button, Section } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { isPaused, type Preferences } from '../../domain/preferences.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { describeTimes, formatUntil, STILL_COMES } from './answers.ts';
import { reminderFormButton } from './buttons.ts';
import { describeReminder } from './describe-reminder.ts';
import { cancelReminder, listReminders } from './keep-reminders.ts';
import { subjectPress } from './notices.ts';
import { wake } from './snooze-action.ts';

/** So many snoozes and so many reminders are shown, the next ones first. */
const MAX_ROWS = 10;

/** “what reminders have i got”, “my notice settings”. In a chat of several they are shown to the asker alone, in their own chat. */
export async function showSettings(request: Request, first?: string): Promise<Answer> {
  const { directory, person, place, ports } = request;
  const { id } = directory.partnership;
  const [{ preferences }, reminders] = await Promise.all([
    ports.preferences.load(id, person.id),
    listReminders(request),
  ]);
  const answer = await settingsAnswer(request, preferences, reminders);
  const reply: Answer = first ? { ...answer, text: `${first} ${answer.text}` } : answer;
  if (place.kind === 'personal') return reply;
  const isTold = await ports.personalChats.tell(id, person.id, reply);
  return {
    text: isTold
      ? `${first ? `${first} ` : ''}Your settings are yours alone: I have shown them in our own chat.`
      : 'Your settings are yours alone. Please ask me in our own chat; I cannot reach you there yet.',
  };
}

async function settingsAnswer(
  request: Request,
  preferences: Preferences,
  reminders: readonly Reminder[],
): Promise<Answer> {
  const { directory, ports, today } = request;
  const { id, shortName } = directory.partnership;
  const snoozes = preferences.snoozes.filter((snooze) => snooze.until > today);
  const [snoozed, waiting] = await Promise.all([
    Promise.all(
      snoozes.map(async ({ subject, until: day }) =>
        snoozeRow(subject, day, today, (await ports.actions.findCurrent(id, subject))?.title),
      ),
    ),
    Promise.all(
      reminders.map(async (reminder) =>
        reminderRow(reminder, today, await describeReminder(reminder, request)),
      ),
    ),
  ]);
  const sentence = summary(preferences, today);
  return {
    text: `${sentence} ${describeCounts(snoozed.length, waiting.length)}`,
    source: `${shortName} · as at ${formatDayWithYear(today)} · seen by you alone`,
    heading: 'Your notices',
    sentence,
    sections: [toSection('Snoozed', snoozed), toSection('Reminders', waiting)],
    buttons: buttonsFor(preferences, today),
  };
}

/** Snoozes or reminders, each with a button that ends it. */
function toSection(title: string, rows: readonly AnswerRow[]): Section {
  const shown = rows.slice(0, MAX_ROWS);
  return {
    heading: shown.length < rows.length ? `${title} · ${shown.length} of ${rows.length}` : title,
    rows: shown,
  };
}

function summary(preferences: Preferences, today: Day): string {
  const { quietDays, quietHours, pausedFrom, pausedUntil } = preferences;
  if (pausedUntil && isPaused(preferences, today))
    return `Your notices wait ${formatUntil(pausedUntil, today)}. ${STILL_COMES}`;
  const away =
    pausedFrom && pausedFrom > today && pausedUntil
      ? ` From ${formatDay(pausedFrom, today)} ${formatUntil(pausedUntil, today)} they wait.`
      : '';
  return `Your notices come ${describeTimes(quietDays, quietHours)}.${away} ${STILL_COMES}`;
}

function describeCounts(snoozed: number, reminders: number): string {
  const parts = [
    ...(snoozed > 0 ? [`${snoozed} snoozed`] : []),
    ...(reminders > 0
      ? [`${reminders} ${reminders === 1 ? 'reminder' : 'reminders'} to come`]
      : []),
  ];
  return parts.length > 0
    ? `${sentenceCase(formatList(parts))}.`
    : 'Nothing is snoozed and no reminder is set.';
}

function snoozeRow(subject: string, day: Day, today: Day, title = ''): AnswerRow {
  return {
    ref: subject,
    title,
    state: { words: `quiet ${formatUntil(day, today)}`, colour: 'default' },
    opens: aboutAction(subject),
    buttons: [wake.button('Wake', { subject }, { aloud: `Wake ${subject}` })],
  };
}

function reminderRow(
  { id, on, about }: Reminder,
  today: Day,
  { ref, title }: { ref: string; title: string },
): AnswerRow {
  return {
    ...(ref && { ref }),
    title,
    state: { words: `on ${formatDay(on, today)}`, colour: 'accent' },
    opens: subjectPress(about),
    buttons: [cancelReminder.button('Cancel', { id }, { aloud: `Cancel ${ref || title}` })],
  };
}

function buttonsFor(preferences: Preferences, today: Day): Button[] {
  return [
    reminderFormButton('Days and hours…', 'quiet'),
    isPaused(preferences, today)
      ? reminderFormButton('I am back…', 'back')
      : reminderFormButton('I am away…', 'away'),
    reminderFormButton('New reminder…', 'remind'),
  ];
}
