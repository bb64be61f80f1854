import { describeReminder } from '../../answers/describe-reminder.ts';
import { aboutAction } from '../../answers/questions.ts';
import { formatList, sentenceCase } from '../../answers/words.ts';
import type { Answer, Button, Row, Section } from '../../contract/answer.ts';
import type { Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { isPaused, type Preferences } from '../../domain/preferences.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { subjectPress } from './notices.ts';
import { formatUntil, STILL_COMES, whenTheyCome } from './preference-words.ts';

/** So many snoozes and so many reminders are shown, the next ones first. */
const MAX_ROWS = 10;

/** “what reminders have i got”, “my notice settings”. In a chat of several they are shown to the asker alone, in their own chat. */
export async function showSettings(asker: Asker, ports: Ports, first?: string): Promise<Answer> {
  const { directory, person, place } = asker;
  const { id, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const [{ preferences }, reminders] = await Promise.all([
    ports.preferences.of(id, person.id),
    ports.reminders.of(id, person.id, today),
  ]);
  const mine = await settingsAnswer(asker, preferences, reminders, ports);
  const reply: Answer = first ? { ...mine, text: `${first} ${mine.text}` } : mine;
  if (place.kind === 'personal') return reply;
  const isTold = await ports.personalChats.tell(id, person.id, reply);
  return {
    text: isTold
      ? `${first ? `${first} ` : ''}Your settings are yours alone: I have shown them in our own chat.`
      : 'Your settings are yours alone. Please ask me in our own chat; I cannot reach you there yet.',
  };
}

async function settingsAnswer(
  { directory }: Asker,
  preferences: Preferences,
  reminders: readonly Reminder[],
  ports: Ports,
): Promise<Answer> {
  const { id, shortName, timeZone } = directory.partnership;
  const today = ports.calendar.today(timeZone);
  const snoozes = preferences.snoozes.filter((snooze) => snooze.until > today);
  const [snoozed, waiting] = await Promise.all([
    Promise.all(
      snoozes.map(async ({ subject, until: day }) =>
        snoozeRow(subject, day, today, (await ports.actions.named(id, subject))?.title),
      ),
    ),
    Promise.all(
      reminders.map(async (reminder) =>
        reminderRow(reminder, today, await describeReminder(reminder, id, ports)),
      ),
    ),
  ]);
  const sentence = summary(preferences, today);
  return {
    text: `${sentence} ${countsInWords(snoozed.length, waiting.length)}`,
    source: `${shortName} · as at ${formatDayWithYear(today)} · seen by you alone`,
    heading: 'Your notices',
    sentence,
    sections: [sectionOf('Snoozed', snoozed), sectionOf('Reminders', waiting)],
    buttons: buttonsFor(preferences, today),
  };
}

/** Snoozes or reminders, each with a button that ends it. */
function sectionOf(title: string, rows: readonly Row[]): Section {
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
  return `Your notices come ${whenTheyCome(quietDays, quietHours)}.${away} ${STILL_COMES}`;
}

function countsInWords(snoozed: number, reminders: number): string {
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

function snoozeRow(subject: string, day: Day, today: Day, title = ''): Row {
  return {
    ref: subject,
    title,
    state: { words: `quiet ${formatUntil(day, today)}`, colour: 'default' },
    opens: aboutAction(subject),
    buttons: [
      { title: 'Wake', aloud: `Wake ${subject}`, action: 'reminders.wake', data: { subject } },
    ],
  };
}

function reminderRow(
  { id, on, about }: Reminder,
  today: Day,
  { ref, title }: { ref: string; title: string },
): Row {
  return {
    ...(ref && { ref }),
    title,
    state: { words: `on ${formatDay(on, today)}`, colour: 'accent' },
    opens: subjectPress(about),
    buttons: [
      {
        title: 'Cancel',
        aloud: `Cancel ${ref || title}`,
        action: 'reminders.cancel',
        data: { id },
      },
    ],
  };
}

function buttonsFor(preferences: Preferences, today: Day): Button[] {
  const form = (title: string, name: string): Button => ({
    title,
    action: 'reminders.form',
    data: { form: name },
  });
  return [
    form('Days and hours…', 'quiet'),
    isPaused(preferences, today) ? form('I am back…', 'back') : form('I am away…', 'away'),
    form('New reminder…', 'remind'),
  ];
}
