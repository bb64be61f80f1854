import { z } from 'zod';
import { may } from '../../domain/access.ts';
import { type Day, dayOf, type LocalTime } from '../../domain/dates.ts';
import { groupName } from '../../domain/directory.ts';
import type { Meeting } from '../../domain/meeting.ts';
import {
  type ChangedMeeting,
  callOff,
  type MeetingRefusal,
  move,
  recurring,
  type Scheduler,
  schedule,
} from '../../domain/meeting-life.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { looksPersonal } from '../../domain/privacy-guard.ts';
import { type Asker, type Reply, UnreadableSubmission } from '../feature.ts';
import { authorOf, dayField, lineField, readForm } from '../form.ts';
import { kindInWords, timeInWords } from '../meeting-words.ts';
import { operationSchema } from '../operation.ts';
import type { Ports, StoredMeeting } from '../ports.ts';
import { listed } from '../words.ts';
import { parseClockTime } from './clock-time.ts';
import { factsOf, sourceOf } from './meeting-parts.ts';
import type { MeetingsView } from './meeting-views.ts';
import { mayNotChangeMeetings, meetingNotChanged } from './refusals.ts';

const scheduleSchema = z.object({
  operation: operationSchema,
  group: z.string().min(1).max(200),
  on: dayField,
  time: lineField,
  minutes: lineField,
  kind: z.enum(['ordinary', 'extraordinary', 'development']),
  times: z.coerce.number().int().min(1).max(6),
});

const changeSchema = z.object({
  id: z.string().min(1).max(200),
  version: z.string().max(200),
  operation: operationSchema,
  on: dayField.optional(),
  time: lineField.optional(),
  reason: lineField,
});
type ChangeForm = z.output<typeof changeSchema>;

/** *Set it up*: one meeting, or several at the group’s interval. Pressed again, it shows what the first press set up. */
export async function scheduleMeetings(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('meetings.schedule', scheduleSchema, data);
  const { directory, person } = asker;
  if (!may(person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const group = directory.groups.find(({ id }) => id === form.group);
  if (!group) throw new UnreadableSubmission('meetings.schedule');
  const startsAt = startOf(form.on, form.time);
  const minutes = Number(form.minutes);
  if (!startsAt) return notUnderstoodTime();
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440)
    return { text: 'Nothing was recorded. How many minutes does it take? A number, such as 120.' };
  const scheduler = schedulerOf(asker, ports);
  const [, ...others] = recurring(startsAt, group.meetsEveryWeeks ?? 4, form.times, scheduler.bankHolidays);
  const wanted = { group: group.id, title: group.name, kind: form.kind, startsAt, minutes };
  const first = await setUp(asker, wanted, form.operation, scheduler, ports);
  if (!first.ok) return meetingNotChanged(first.refusal);
  const set: [Meeting, ...Meeting[]] = [first.value];
  for (const time of others) {
    const next = await setUp(asker, { ...wanted, startsAt: time }, form.operation, scheduler, ports);
    if (next.ok) set.push(next.value);
  }
  return told(asker, set, 'Set up', ports);
}

/** *Move it*. */
export async function moveMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('meetings.move', changeSchema, data);
  const startsAt = startOf(form.on, form.time ?? '');
  if (!startsAt) return notUnderstoodTime();
  const { reason } = form;
  return change(asker, form, 'Moved', ports, (meeting, scheduler) => move(meeting, { startsAt, reason }, scheduler));
}

/** *Postpone it*: the meeting stays listed as postponed on its day; with a new day, one is set up in its place. */
export async function postponeMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('meetings.postpone', changeSchema, data);
  const startsAt = form.on && startOf(form.on, form.time ?? '');
  if (form.on && !startsAt) return notUnderstoodTime();
  const { id: partnership } = asker.directory.partnership;
  const scheduler = schedulerOf(asker, ports);
  const before = (await ports.meetings.find(partnership, form.id))?.meeting;
  const fits = startsAt && before ? schedule({ ...before, startsAt }, scheduler) : undefined;
  if (fits && !fits.ok) return meetingNotChanged(fits.refusal);
  const reply = await change(asker, form, 'Postponed', ports, (meeting, author) =>
    callOff(meeting, 'postponed', form.reason, author),
  );
  const now = await ports.meetings.find(partnership, form.id);
  if (!startsAt || !now?.history.some(({ operation }) => operation === form.operation)) return reply;
  const { id: _, status: __, ...rest } = now.meeting;
  const instead = await setUp(asker, { ...rest, startsAt }, form.operation, scheduler, ports);
  if (!instead.ok) return meetingNotChanged(instead.refusal);
  await takeAgendaAlong(partnership, form.id, instead.value.id, ports);
  return told(asker, [now.meeting], 'Postponed', ports, ` It is held on ${timeInWords(startsAt, scheduler.today)} instead.`);
}

/** *Cancel the meeting*. */
export async function cancelMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = readForm('meetings.cancel', changeSchema, data);
  return change(asker, form, 'Cancelled', ports, (meeting, author) => callOff(meeting, 'cancelled', form.reason, author));
}

/** Loads, checks, decides and saves under the version that the card showed; a press that came before shows its result. */
async function change(
  asker: Asker,
  { id, version, operation, reason }: ChangeForm,
  done: string,
  ports: Ports,
  decide: (meeting: Meeting, scheduler: Scheduler) => Outcome<ChangedMeeting, MeetingRefusal>,
): Promise<Reply> {
  const { partnership } = asker.directory;
  if (!may(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
  if (looksPersonal(reason)) return { text: `Nothing was recorded. ${looksPersonal(reason)?.instead}` };
  const stored = await ports.meetings.find(partnership.id, id);
  if (!stored) throw new UnreadableSubmission('meetings.change');
  if (isBy(operation, stored)) return told(asker, [stored.meeting], done, ports);
  if (stored.version !== version) return changedMeanwhile(asker, stored, ports);
  const changed = decide(stored.meeting, schedulerOf(asker, ports));
  if (!changed.ok) return meetingNotChanged(changed.refusal);
  const saved = await ports.meetings.record(partnership.id, withOperation(changed.value, operation), version);
  const now = (await ports.meetings.find(partnership.id, id)) ?? stored;
  return saved === 'saved' || isBy(operation, now)
    ? told(asker, [now.meeting], done, ports)
    : changedMeanwhile(asker, now, ports);
}

/** A new meeting under an id of its own. One that this press set up before is that meeting. */
async function setUp(
  asker: Asker,
  wanted: Omit<Meeting, 'id' | 'status'>,
  operation: string,
  scheduler: Scheduler,
  ports: Ports,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const { id: partnership } = asker.directory.partnership;
  for (let count = 1; ; count += 1) {
    const id = `${wanted.group}-${dayOf(wanted.startsAt)}${count > 1 ? `-${count}` : ''}`;
    const stored = await ports.meetings.find(partnership, id);
    if (stored && isBy(operation, stored)) return { ok: true, value: stored.meeting };
    if (stored) continue;
    const scheduled = schedule({ ...wanted, id }, scheduler);
    if (!scheduled.ok) return scheduled;
    const saved = await ports.meetings.record(partnership, withOperation(scheduled.value, operation), '');
    if (saved === 'saved') return { ok: true, value: scheduled.value.meeting };
    count -= 1;
  }
}

async function takeAgendaAlong(partnership: string, from: string, to: string, ports: Ports): Promise<void> {
  for (const item of await ports.agendas.items(partnership, from)) {
    await ports.agendas.save(partnership, { ...item, meetingId: to });
  }
}

function told(asker: Asker, meetings: readonly [Meeting, ...Meeting[]], done: string, ports: Ports, more = ''): Reply {
  const { directory } = asker;
  const today = ports.calendar.today(directory.partnership.timeZone);
  const [first] = meetings;
  const name = groupName(directory, first.group);
  const when = listed(meetings.map(({ startsAt }) => timeInWords(startsAt, today)));
  const what = meetings.length > 1 ? `${meetings.length} meetings of ${name}` : `the ${kindInWords(first)} of ${name}`;
  const text = `${done}: ${what}, ${when}.${more}`;
  const view: MeetingsView = {
    source: sourceOf(asker, ports),
    headline: timeInWords(first.startsAt, today),
    sentence: text,
    facts: factsOf(first, asker),
    caption: '',
    rows: [],
    suggestions: [`when does ${name} meet next`, `agenda for ${name}`],
  };
  return { text, card: { name: 'meetings', view, plain: text } };
}

function changedMeanwhile(asker: Asker, { meeting }: StoredMeeting, ports: Ports): Reply {
  return told(asker, [meeting], 'Nothing was recorded: somebody changed this meeting meanwhile. It now stands so', ports);
}

const notUnderstoodTime = (): Reply => ({
  text: 'Nothing was recorded. Please give a day, and a time such as 14:00 or 2pm.',
});

function startOf(on: Day | undefined, time: string): LocalTime | undefined {
  const clock = parseClockTime(time);
  return on && clock ? (`${on}T${clock}` as LocalTime) : undefined;
}

function schedulerOf(asker: Asker, ports: Ports): Scheduler {
  return { ...authorOf(asker, ports), bankHolidays: ports.calendar.bankHolidays };
}

const withOperation = ({ meeting, change }: ChangedMeeting, operation: string): ChangedMeeting => ({
  meeting,
  change: { ...change, operation },
});

const isBy = (wanted: string, { history }: StoredMeeting): boolean => history.some(({ operation }) => operation === wanted);
