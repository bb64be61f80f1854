import type { DigestRow, Press } from '../../answers/notice-views.ts';
import { reminderInWords } from '../../answers/reminder-in-words.ts';
import { listed, sentenceCase } from '../../answers/words.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import { type Day, formatDay, formatDayWithYear } from '../../domain/dates.ts';
import { isPaused, type Preferences } from '../../domain/preferences.ts';
import type { Reminder } from '../../domain/reminder.ts';
import { STILL_COMES, until, whenTheyCome } from './preference-words.ts';
import type { SettingsView } from './settings-view.ts';

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
  const mine = await settingsCard(asker, preferences, reminders, ports);
  const reply: Answer = first ? { ...mine, text: `${first} ${mine.text}` } : mine;
  if (place.kind === 'personal') return reply;
  const isTold = await ports.personalChats.tell(id, person.id, {
    text: reply.text,
    card: reply.card,
  });
  return {
    text: isTold
      ? `${first ? `${first} ` : ''}Your settings are yours alone: I have shown them in our own chat.`
      : 'Your settings are yours alone. Please ask me in our own chat; I cannot reach you there yet.',
  };
}

async function settingsCard(
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
        reminderRow(reminder, today, await reminderInWords(reminder, id, ports)),
      ),
    ),
  ]);
  const groups = [groupOf('Snoozed', snoozed), groupOf('Reminders', waiting)].filter(
    ({ rows }) => rows.length > 0,
  );
  const sentence = summary(preferences, today);
  const view: SettingsView = {
    source: `${shortName} · as at ${formatDayWithYear(today)} · seen by you alone`,
    headline: 'Your notices',
    sentence,
    groups,
    presses: pressesFor(preferences, today),
  };
  const text = `${sentence} ${countsInWords(snoozed.length, waiting.length)}`;
  return { text, card: { name: 'notice-settings', view, plain: plainOf(text, view) } };
}

function groupOf(title: string, rows: readonly DigestRow[]): SettingsView['groups'][number] {
  const shown = rows.slice(0, MAX_ROWS);
  return {
    title: shown.length < rows.length ? `${title} · ${shown.length} of ${rows.length}` : title,
    rows: shown,
  };
}

function summary(preferences: Preferences, today: Day): string {
  const { quietDays, quietHours, pausedFrom, pausedUntil } = preferences;
  if (pausedUntil && isPaused(preferences, today))
    return `Your notices wait ${until(pausedUntil, today)}. ${STILL_COMES}`;
  const away =
    pausedFrom && pausedFrom > today && pausedUntil
      ? ` From ${formatDay(pausedFrom, today)} ${until(pausedUntil, today)} they wait.`
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
    ? `${sentenceCase(listed(parts))}.`
    : 'Nothing is snoozed and no reminder is set.';
}

function snoozeRow(subject: string, day: Day, today: Day, title = ''): DigestRow {
  const verb = 'reminders.wake';
  return {
    ref: subject,
    title,
    standing: `quiet ${until(day, today)}`,
    colour: 'default',
    why: '',
    ask: `tell me about ${subject}`,
    press: { title: 'Wake', verb, data: { verb, subject } },
  };
}

function reminderRow(
  reminder: Reminder,
  today: Day,
  { ref, title }: { ref: string; title: string },
): DigestRow {
  const verb = 'reminders.cancel';
  return {
    ref,
    title,
    standing: `on ${formatDay(reminder.on, today)}`,
    colour: 'accent',
    why: '',
    ask: ref ? `tell me about ${ref}` : 'what reminders have i got',
    press: { title: 'Cancel', verb, data: { verb, id: reminder.id } },
  };
}

function pressesFor(preferences: Preferences, today: Day): Press[] {
  const form = (title: string, name: string): Press => ({
    title,
    verb: 'reminders.form',
    data: { verb: 'reminders.form', form: name },
  });
  return [
    form('Days and hours…', 'quiet'),
    isPaused(preferences, today) ? form('I am back…', 'back') : form('I am away…', 'away'),
    form('New reminder…', 'remind'),
  ];
}

function plainOf(text: string, { groups }: SettingsView): string {
  return [
    text,
    ...groups.flatMap(({ title, rows }) => [
      `${title}:`,
      ...rows.map((row) => `${row.ref && `${row.ref}: `}${row.title}, ${row.standing}.`),
    ]),
  ].join('\n');
}
