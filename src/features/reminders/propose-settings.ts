import { choiceField, pleaseCheck } from '../../answers/form.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { Args } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDay, parseDay } from '../../domain/dates.ts';
import { describeDays, formatUntil, MY_SETTINGS, STILL_COMES } from './answers.ts';
import { pause, resume, setQuiet } from './change-settings.ts';
import { resolveReminderDay } from './time-meant.ts';

const WEEK = [1, 2, 3, 4, 5, 6, 7];
const NAMES = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
const EVENINGS = [
  '12:00',
  '13:00',
  '14:00',
  '15:00',
  '16:00',
  '16:30',
  '17:00',
  '17:30',
  '18:00',
  '19:00',
  '20:00',
];
const MORNINGS = [
  '07:00',
  '08:00',
  '08:30',
  '09:00',
  '09:30',
  '10:00',
  '11:00',
  '12:00',
  '13:00',
  '14:00',
];

/** “dont message me at weekends”, “no messages after 6”: the days and hours as they would be, to be confirmed. */
export async function proposeQuiet(request: Request, args: Args): Promise<Answer> {
  const { directory, person, ports } = request;
  const { preferences } = await ports.preferences.load(directory.partnership.id, person.id);
  const days = daysAfter(preferences.quietDays, args);
  // “until 24:61” names no time of day: then no other hour stands in its place.
  const named = text(args.quietFrom) && text(args.quietTo) ? args : {};
  const from = text(named.quietFrom) ?? preferences.quietHours?.from;
  const to = text(named.quietTo) ?? preferences.quietHours?.to;
  const asked = days.join() === preferences.quietDays.join() ? '' : describeDays(days);
  const heading = asked
    ? `No messages ${asked}?`
    : named.quietFrom
      ? `No messages from ${from} to ${to}?`
      : 'When shall I message you?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `Weekends, bank holidays and the partnership’s own quiet hours are kept anyway. ${STILL_COMES}`,
    form: {
      fields: [
        {
          id: 'days',
          label: 'Days without messages',
          kind: 'choices',
          value: days.join(','),
          choices: WEEK.map((day) => ({ title: NAMES[day - 1] ?? '', value: String(day) })),
        },
        hoursField('from', 'Quiet from', EVENINGS, from),
        hoursField('to', 'until', MORNINGS, to),
      ],
      submit: setQuiet.button('Confirm', { person: person.id }),
    },
  };
}

/** The quiet days after what was asked: those named come on top, `only` the others are quiet, or those named come `again`. */
function daysAfter(before: readonly number[], { quietDays, only, again }: Args): readonly number[] {
  const named = (text(quietDays) ?? '').split(',').filter(Boolean).map(Number);
  if (named.length === 0) return before;
  if (again) return before.filter((day) => !named.includes(day));
  return WEEK.filter((day) =>
    only ? !named.includes(day) : named.includes(day) || before.includes(day),
  );
}

function hoursField(
  id: string,
  label: string,
  usual: readonly string[],
  value: string | undefined,
): Field {
  const hours = [...new Set([...usual, ...(value ? [value] : [])])]
    .sort()
    .map((time) => ({ id: time, name: time }));
  return choiceField(id, label, hours, value, 'as the partnership has it');
}

/** “im on leave until 14 april”: what waits meanwhile, to be confirmed. */
export async function proposeAway(request: Request, args: Args): Promise<Answer> {
  const { person, today } = request;
  const day = await resolveReminderDay(request, args);
  const named = parseDay(text(args.startsOn) ?? '');
  const from = named && named > today ? named : undefined;
  const span =
    day &&
    [from && `from ${formatDay(from, today)}`, formatUntil(day, today)].filter(Boolean).join(' ');
  const heading = span ? `Hold your notices ${span}?` : 'Until when shall I hold your notices?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: `What waits comes as one message when you are back. ${STILL_COMES} What goes overdue meanwhile still reaches the chair, and administrators see that you are away until then.`,
    form: {
      fields: [
        { id: 'from', label: 'Away from', kind: 'day', value: from ?? today },
        { id: 'until', label: 'Message me again from', kind: 'day', value: day, required: true },
      ],
      submit: pause.button('Confirm', { person: person.id }),
    },
  };
}

/** “im back” ends the leave and all snoozes, “unsnooze SA-019” that one. */
export async function proposeReturn(
  request: Request,
  { actionRef: subject }: Args,
): Promise<Answer> {
  const { directory, person, ports, today } = request;
  const { preferences } = await ports.preferences.load(directory.partnership.id, person.id);
  const snoozes = preferences.snoozes.filter(
    (snooze) => snooze.until > today && (!subject || snooze.subject === subject),
  );
  const isAway = preferences.pausedUntil !== undefined && preferences.pausedUntil > today;
  if (snoozes.length === 0 && (subject || !isAway))
    return {
      text: subject
        ? `${subject} is not snoozed.`
        : 'Nothing of yours is held: your notices come as usual.',
      suggestions: [MY_SETTINGS],
    };
  const heading = subject ? `Speak of ${subject} again?` : 'Message you again?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence: subject
      ? 'Its snooze ends; nothing else changes.'
      : 'Your leave and every snooze end; your quiet days and hours stay.',
    form: {
      fields: [],
      submit: resume.button('Confirm', { person: person.id, ...(subject && { subject }) }),
    },
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
