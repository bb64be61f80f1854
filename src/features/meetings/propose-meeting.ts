import { z } from 'zod';
import type { ConfirmView, Field } from '../../answers/confirm-view.ts';
import { choiceField, confirmation } from '../../answers/form.ts';
import { formatMeeting, formatTime } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { newOperation } from '../../contract/operation.ts';
import type { Ports, StoredMeeting } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { isPermitted } from '../../domain/access.ts';
import { addDays, type Day, parseDay, toDay } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { workingDayOnOrAfter } from '../../domain/meeting-commands.ts';
import { findLastHeld, resolveMeeting } from '../resolve-meeting.ts';
import { parseClockTime } from './clock-time.ts';
import { mayNotChangeMeetings, noSuchMeeting } from './refusals.ts';

/** “book a qppa on 26 may at 2pm”: a form to be confirmed. Nothing is written before. */
export async function proposeSchedule(
  asker: Asker,
  { filters, args }: Question,
  ports: Ports,
): Promise<Answer> {
  if (!isPermitted(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const { directory } = asker;
  const group = filters.group ?? asker.home;
  const usual = group ? await usualOf(asker, group, ports) : undefined;
  const time = clockIn(args.time) ?? usual?.startsAt.slice(11) ?? '';
  const weeks = directory.groups.find(({ id }) => id === group)?.meetsEveryWeeks;
  return confirmation(asker, ports, {
    headline: 'Set up a meeting?',
    sentence:
      'Nothing is recorded until you confirm. Those expected come from the group’s members.',
    fields: [
      choiceField('group', 'Group', directory.groups, group),
      {
        id: 'on',
        label: 'Day',
        kind: 'day',
        value: dayIn(args.on) ?? (usual && (await dueDay(usual, weeks, asker, ports))),
      },
      { id: 'time', label: 'Time', kind: 'text', value: time, required: true, hint: '14:00' },
      {
        id: 'minutes',
        label: 'Minutes',
        kind: 'text',
        value: String(usual?.minutes ?? 120),
        required: true,
      },
      choiceField('kind', 'Kind', KINDS, 'ordinary'),
      repeats(weeks),
    ],
    confirm: 'Set it up',
    verb: 'meetings.schedule',
    data: { operation: newOperation() },
  });
}

const KINDS = ['ordinary', 'extraordinary', 'development'].map((kind) => ({
  id: kind,
  name: kind,
}));

/** How often, at the group’s own interval; where it has none, in weeks to be chosen. */
function repeats(weeks: number | undefined): Field {
  const times = [2, 3, 4, 6].map((many) => ({
    id: String(many),
    name: `${many} meetings, every ${weeks ?? 4} weeks`,
  }));
  return choiceField('times', 'Repeat', [{ id: '1', name: 'Once' }, ...times], '1');
}

/** “postpone the neglect group”: what will be written, to be completed with the reason and confirmed. */
export const proposeChange = (mode: Mode) =>
  async function propose(asker: Asker, { filters, args }: Question, ports: Ports): Promise<Answer> {
    if (!isPermitted(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
    const { id } = asker.directory.partnership;
    const meant = await resolveMeeting(asker, filters, ports);
    const found = meant && (await ports.meetings.find(id, meant.id));
    return found
      ? changeForm(asker, mode, found, args, ports)
      : noSuchMeeting(asker, filters.group);
  };

const cancelSchema = z.object({ meeting: z.string().min(1).max(200) });

/** *It was not held…*, on the notice that the register of a meeting is not closed. */
export async function cancelFromNotice(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const sent = cancelSchema.safeParse(data);
  if (!sent.success) throw new UnreadableInput('meetings.cancel-form');
  return proposeCancel(asker, sent.data.meeting, ports);
}

/** `/cancel QPPA-2021-03-24` */
export async function proposeCancel(asker: Asker, text: string, ports: Ports): Promise<Answer> {
  if (!isPermitted(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const found = await ports.meetings.find(asker.directory.partnership.id, text.trim());
  return found ? changeForm(asker, 'cancel', found, {}, ports) : noSuchMeeting(asker, undefined);
}

function changeForm(
  asker: Asker,
  mode: Mode,
  found: StoredMeeting,
  args: Question['args'],
  ports: Ports,
): Answer {
  const { headline, fields, confirm } = formFor(mode, found, args, ports, asker);
  return confirmation(asker, ports, {
    headline,
    sentence: formatMeeting(found.meeting, asker.directory),
    fields: [
      ...fields,
      {
        id: 'reason',
        label: 'Reason',
        kind: 'lines',
        required: true,
        hint: 'Kept with the meeting',
      },
    ],
    confirm,
    verb: `meetings.${mode}`,
    data: { id: found.meeting.id, version: found.version, operation: newOperation() },
  });
}

type Mode = 'move' | 'postpone' | 'cancel';
type Form = Pick<ConfirmView, 'headline' | 'fields' | 'confirm'>;

function formFor(
  mode: Mode,
  { meeting }: StoredMeeting,
  args: Question['args'],
  ports: Ports,
  { directory }: Asker,
): Form {
  const when = formatTime(meeting.startsAt, ports.calendar.today(directory.partnership.timeZone));
  const on = dayIn(args.on);
  const name = `${groupName(directory, meeting.group)} on ${when}`;
  if (mode === 'cancel')
    return { headline: `Cancel ${name}?`, fields: [], confirm: 'Cancel the meeting' };
  const day: Field = {
    id: 'on',
    label: mode === 'move' ? 'New day' : 'New day, if there is one already',
    kind: 'day',
    value: on ?? (mode === 'move' ? toDay(meeting.startsAt) : undefined),
  };
  const time: Field = {
    id: 'time',
    label: 'Time',
    kind: 'text',
    value: clockIn(args.time) ?? meeting.startsAt.slice(11),
    required: true,
  };
  return mode === 'move'
    ? { headline: `Move ${name}?`, fields: [day, time], confirm: 'Move it' }
    : { headline: `Postpone ${name}?`, fields: [day, time], confirm: 'Postpone it' };
}

/** The meeting from which the time of day and the length of a new one are taken: the last to come, else the last held. */
async function usualOf(asker: Asker, group: string, ports: Ports): Promise<Meeting | undefined> {
  const { id, timeZone } = asker.directory.partnership;
  const today = ports.calendar.today(timeZone);
  const coming = await ports.meetings.between(id, group, today, addDays(today, 730));
  return (
    coming.findLast(({ status, kind }) => status === 'scheduled' && kind === 'ordinary') ??
    findLastHeld(id, group, today, ports)
  );
}

/** One interval after the last meeting there is, on a working day. */
async function dueDay(
  usual: Meeting,
  weeks: number | undefined,
  asker: Asker,
  { calendar }: Ports,
): Promise<Day | undefined> {
  if (!weeks) return undefined;
  const due = addDays(toDay(usual.startsAt), weeks * 7);
  const today = calendar.today(asker.directory.partnership.timeZone);
  return workingDayOnOrAfter(due < today ? today : due, calendar.bankHolidays);
}

const dayIn = (value: unknown): Day | undefined =>
  typeof value === 'string' ? parseDay(value) : undefined;
const clockIn = (value: unknown): string | undefined =>
  typeof value === 'string' ? parseClockTime(value) : undefined;
