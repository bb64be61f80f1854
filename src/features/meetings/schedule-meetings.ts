import { z } from 'zod';
import { choiceField, dayField, lineField, pleaseCheck } from '../../answers/form.ts';
import { formatCount, formatList } from '../../answers/words.ts';
import { action, UnreadableInput } from '../../contract/action.ts';
import type { Answer, Field } from '../../contract/answer.ts';
import type { StoredMeeting } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermitted } from '../../domain/access.ts';
import { isoWeekday } from '../../domain/calendar-spans.ts';
import {
  addDays,
  type Day,
  formatDay,
  type LocalTime,
  parseDay,
  toDay,
} from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import type { ChangedMeeting } from '../../domain/meeting-commands.ts';
import {
  type MeetingRefusal,
  recurringTimes,
  schedule,
  workingDayOnOrAfter,
} from '../../domain/meeting-commands.ts';
import { omitUndefined, trimToUndefined } from '../../domain/optional.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { parseClockTime, parseStart } from './clock-time.ts';
import {
  meetingsChanged,
  refuseAccess,
  refuseMeetingChange,
  unreadableTime,
} from './meeting-answers.ts';
import { findLastHeld } from './queries.ts';

const KINDS = ['ordinary', 'extraordinary', 'development'] as const;
/** How often a group without an interval of its own is taken to meet. */
const DEFAULT_WEEKS = 4;

/** “book a qppa on 26 may at 2pm”: a form to be confirmed. Nothing is written before. */
export async function proposeSchedule(
  request: Request,
  { filters, args }: Question,
): Promise<Answer> {
  const { person, directory, home } = request;
  if (!isPermitted(person, 'meetings.change')) return refuseAccess(request);
  const group = filters.group ?? home;
  const usual = group ? await findUsual(request, group) : undefined;
  const weeks = directory.groups.find(({ id }) => id === group)?.meetsEveryWeeks;
  const named = parseDay(args.on);
  // A day that was named and does not exist is not replaced.
  const proposed = args.unreadDay ? undefined : dueDay(request, usual, weeks);
  const day = named ?? proposed;
  const on = day && onWeekday(day, args.weekday);
  const heading = 'Set up a meeting?';
  return {
    text: pleaseCheck(heading),
    heading,
    sentence:
      'Nothing is recorded until you confirm. Those expected come from the group’s members.',
    sections: [{ text: describeSeries(request, on, weeks, args.times), isEmphasised: true }],
    form: {
      fields: [
        { ...choiceField('group', 'Group', directory.groups, group), required: true },
        { id: 'on', label: 'Day', kind: 'day', value: on },
        {
          id: 'time',
          label: 'Time',
          kind: 'text',
          value: parseClockTime(args.time) ?? usual?.startsAt.slice(11) ?? '',
          required: true,
          hint: '14:00',
        },
        {
          id: 'minutes',
          label: 'Minutes',
          kind: 'text',
          value: String(usual?.minutes ?? 120),
          required: true,
        },
        placeField(usual?.place),
        choiceField(
          'kind',
          'Kind',
          KINDS.map((kind) => ({ id: kind, name: kind })),
          'ordinary',
        ),
        repeatField(group ? (weeks ?? DEFAULT_WEEKS) : undefined, args.times),
      ],
      submit: scheduleMeetings.button('Set it up', {}),
    },
  };
}

/** Where it is held, for the minutes and for calendars. */
export const placeField = (value: string | undefined): Field => ({
  id: 'place',
  label: 'Place',
  kind: 'text',
  value,
  hint: 'Leave blank if it is only in Teams',
});

/** How often, at the group’s own interval, which is known once the group is. */
function repeatField(weeks: number | undefined, wanted: unknown = 1): Field {
  const interval = weeks ? `every ${formatCount(weeks, 'week')}` : 'at the group’s interval';
  const times = [2, 3, 4, 5, 6].map((many) => ({
    id: String(many),
    name: `${many} meetings, ${interval}`,
  }));
  return choiceField('times', 'Repeat', [{ id: '1', name: 'Once' }, ...times], String(wanted));
}

/** The days of several meetings, as the form is filled in: those on a bank holiday are moved. */
function describeSeries(
  { today, bankHolidays }: Request,
  on: Day | undefined,
  weeks: number | undefined,
  times: unknown,
): string | undefined {
  if (!on || !weeks || typeof times !== 'number' || times < 2) return undefined;
  const first = `${on}T00:00` as LocalTime;
  const days = recurringTimes(first, weeks, times, bankHolidays).map((time, at) => {
    const isMoved = toDay(time) !== addDays(on, at * weeks * 7);
    return `${formatDay(toDay(time), today)}${isMoved ? ' (moved from a bank holiday)' : ''}`;
  });
  return `As filled in: ${formatList(days)}.`;
}

/** “Thursdays”: the first of them from a day on. */
function onWeekday(day: Day, weekday: unknown): Day {
  return typeof weekday === 'number' ? addDays(day, (weekday + 7 - isoWeekday(day)) % 7) : day;
}

/** The meeting from which the time of day and the length of a new one are taken: the last to come, else the last held. */
async function findUsual(request: Request, group: string): Promise<Meeting | undefined> {
  const { directory, today, ports } = request;
  const until = addDays(today, 730);
  const coming = await ports.meetings.list(directory.partnership.id, group, today, until);
  return (
    coming.findLast(({ status, kind }) => status === 'scheduled' && kind === 'ordinary') ??
    findLastHeld(request, group)
  );
}

/** One interval after the last meeting there is, on a working day. */
function dueDay(
  { today, bankHolidays }: Request,
  usual: Meeting | undefined,
  weeks: number | undefined,
): Day | undefined {
  if (!usual || !weeks) return undefined;
  const due = addDays(toDay(usual.startsAt), weeks * 7);
  return workingDayOnOrAfter(due < today ? today : due, bankHolidays);
}

/** *Set it up*: one meeting, or several at the group’s interval. Pressed again, it shows what the first press set up. */
export const scheduleMeetings = action({
  id: 'meetings.schedule',
  permission: 'meetings.change',
  input: z.object({
    group: z.string().min(1).max(200),
    on: dayField,
    time: lineField,
    minutes: lineField,
    place: lineField.optional(),
    kind: z.enum(KINDS),
    times: z.coerce.number().int().min(1).max(6),
  }),
  async handle(request: Request, input) {
    const operation = requireOperation(request, 'meetings.schedule');
    const group = request.directory.groups.find(({ id }) => id === input.group);
    if (!group) throw new UnreadableInput('meetings.schedule');
    const startsAt = parseStart(input.on, input.time);
    const minutes = Number(input.minutes);
    if (!startsAt) return unreadableTime;
    if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440)
      return {
        text: 'Nothing was recorded. How many minutes does it take? A number, such as 120.',
      };
    const weeks = group.meetsEveryWeeks ?? DEFAULT_WEEKS;
    const [, ...others] = recurringTimes(startsAt, weeks, input.times, request.bankHolidays);
    const place = trimToUndefined(input.place);
    const { id, name: title } = group;
    const wanted = omitUndefined({ group: id, title, kind: input.kind, startsAt, minutes, place });
    const first = await setUpMeeting(request, wanted, operation);
    if (!first.ok) return refuseMeetingChange(first.refusal);
    const meetings: [Meeting, ...Meeting[]] = [first.value];
    for (const time of others) {
      const next = await setUpMeeting(request, { ...wanted, startsAt: time }, operation);
      if (next.ok) meetings.push(next.value);
    }
    return meetingsChanged(request, meetings, 'Set up');
  },
});

/** A new meeting under an id of its own. One that this press set up before is that meeting. */
export async function setUpMeeting(
  request: Request,
  wanted: Omit<Meeting, 'id' | 'status'>,
  operation: string,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const { directory, bankHolidays, ports } = request;
  const { id: partnership } = directory.partnership;
  const on = toDay(wanted.startsAt);
  const sameDay = await ports.meetings.list(partnership, wanted.group, on, on);
  const known = await Promise.all(sameDay.map(({ id }) => ports.meetings.find(partnership, id)));
  const ours = known.find((stored) => stored && hasOperation(operation, stored));
  if (ours) return accept(ours.meeting);
  if (sameDay.some((each) => each.status === 'scheduled' && each.startsAt === wanted.startsAt))
    return refuse('already-scheduled');
  for (let count = 1; ; ) {
    const id = `${wanted.group}-${on}${count > 1 ? `-${count}` : ''}`;
    const stored = await ports.meetings.find(partnership, id);
    if (stored && hasOperation(operation, stored)) return accept(stored.meeting);
    if (stored) {
      count += 1;
      continue;
    }
    const scheduled = schedule({ ...wanted, id }, toActor(request), bankHolidays);
    if (!scheduled.ok) return scheduled;
    const changed = addOperation(scheduled.value, operation);
    // Of two at once the second finds the id taken, and looks again whose it is.
    if ((await ports.meetings.record(partnership, changed, '')) === 'saved')
      return accept(scheduled.value.record);
  }
}

/** A change that names the press that made it. */
export const addOperation = (
  { record, event }: ChangedMeeting,
  operation: string,
): ChangedMeeting => ({ record, event: { ...event, operation } });

/** Whether a press has changed this meeting already. */
export const hasOperation = (wanted: string, { history }: StoredMeeting): boolean =>
  history.some(({ operation }) => operation === wanted);
