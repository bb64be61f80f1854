import type { Field } from '../../answers/confirm-view.ts';
import { choiceField, confirmation } from '../../answers/form.ts';
import type { Answer, Request } from '../../contract/feature.ts';
import type { Ports } from '../../contract/ports.ts';
import type { Args, Question } from '../../contract/question.ts';
import { formatDay, parseDay } from '../../domain/dates.ts';
import { resolveAction } from '../actions/queries.ts';
import { daysInWords, formatUntil, STILL_COMES } from './preference-words.ts';
import { dayMeant } from './time-meant.ts';

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
export async function proposeQuiet(asker: Request, args: Args, ports: Ports): Promise<Answer> {
  const { directory, person } = asker;
  const { preferences } = await ports.preferences.of(directory.partnership.id, person.id);
  const days = daysAfter(preferences.quietDays, args);
  const from = text(args.quietFrom) ?? preferences.quietHours?.from;
  const to = text(args.quietTo) ?? preferences.quietHours?.to;
  const asked = days.join() === preferences.quietDays.join() ? '' : daysInWords(days);
  return confirmation(asker, ports, {
    headline: asked
      ? `No messages ${asked}?`
      : from && args.quietFrom
        ? `No messages from ${from} to ${to}?`
        : 'When shall I message you?',
    sentence: `Weekends, bank holidays and the partnership’s own quiet hours are kept anyway. ${STILL_COMES}`,
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
    confirm: 'Confirm',
    verb: 'reminders.quiet',
    data: { person: person.id },
  });
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
export async function proposeAway(asker: Request, args: Args, ports: Ports): Promise<Answer> {
  const day = await dayMeant(asker, args, undefined, ports);
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const named = parseDay(text(args.startsOn) ?? '');
  const from = named && named > today ? named : undefined;
  const span =
    day &&
    [from && `from ${formatDay(from, today)}`, formatUntil(day, today)].filter(Boolean).join(' ');
  return confirmation(asker, ports, {
    headline: span ? `Hold your notices ${span}?` : 'Until when shall I hold your notices?',
    sentence: `What waits comes as one message when you are back. ${STILL_COMES} What goes overdue meanwhile still reaches the chair, and administrators see that you are away until then.`,
    fields: [
      { id: 'from', label: 'Away from', kind: 'day', value: from ?? today },
      { id: 'until', label: 'Message me again from', kind: 'day', value: day, required: true },
    ],
    confirm: 'Confirm',
    verb: 'reminders.pause',
    data: { person: asker.person.id },
  });
}

/** “im back” ends the leave and all snoozes, “unsnooze SA-019” that one. */
export async function proposeReturn(
  asker: Request,
  { actionRef: subject }: Args,
  ports: Ports,
): Promise<Answer> {
  const { partnership } = asker.directory;
  const today = ports.calendar.today(partnership.timeZone);
  const { preferences } = await ports.preferences.of(partnership.id, asker.person.id);
  const held = preferences.snoozes.filter(
    (snooze) => snooze.until > today && (!subject || snooze.subject === subject),
  );
  const isAway = preferences.pausedUntil !== undefined && preferences.pausedUntil > today;
  if (held.length === 0 && (subject || !isAway))
    return {
      text: subject
        ? `${subject} is not snoozed.`
        : 'Nothing of yours is held: your notices come as usual.',
      suggestions: ['my notice settings'],
    };
  return confirmation(asker, ports, {
    headline: subject ? `Speak of ${subject} again?` : 'Message you again?',
    sentence: subject
      ? 'Its snooze ends; nothing else changes.'
      : 'Your leave and every snooze end; your quiet days and hours stay.',
    fields: [],
    confirm: 'Confirm',
    verb: 'reminders.resume',
    data: { person: asker.person.id, ...(subject && { subject }) },
  });
}

/** “snooze SA-019 for two weeks”: one action until a day, to be confirmed. */
export async function proposeSnooze(
  asker: Request,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  const review = text(question.args.reviewOf);
  if (review) return notSnoozed(review);
  const which = await resolveAction(asker, question);
  if ('answer' in which) return which.answer;
  const { ref, title, dueOn } = which.found.action;
  const today = ports.calendar.today(asker.directory.partnership.timeZone);
  const day = await dayMeant(asker, question.args, dueOn, ports);
  const reply = confirmation(asker, ports, {
    headline: day ? `Snooze ${ref} ${formatUntil(day, today)}?` : `Snooze ${ref}?`,
    sentence: `${title} · its due day stays as it is.`,
    fields: [
      { id: 'until', label: 'Speak of it again from', kind: 'day', value: day, required: true },
    ],
    confirm: 'Confirm',
    verb: 'reminders.snooze-until',
    data: { subject: ref, person: asker.person.id },
  });
  return {
    ...reply,
    thread: { question: { ...question, args: { ...question.args, actionRef: ref } } },
  };
}

/** A time limit in law is not put off by the person who would rather not hear of it. */
export function notSnoozed(ref: string): Answer {
  return {
    text: `Nothing was changed: the time limits of ${ref} are statutory and cannot be snoozed.`,
    suggestions: [`deadline for ${ref}`],
  };
}

const text = (value: unknown): string | undefined =>
  typeof value === 'string' && value ? value : undefined;
