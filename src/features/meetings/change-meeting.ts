import { z } from 'zod';
import { dayField, lineField, readForm, toActor } from '../../answers/form.ts';
import { formatTime } from '../../answers/meeting-words.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { operationSchema } from '../../contract/operation.ts';
import type { Ports, StoredMeeting } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import type { ChangedMeeting, Meeting } from '../../domain/meeting.ts';
import { callOff, type MeetingRefusal, move, schedule } from '../../domain/meeting-commands.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { told } from './meeting-reply.ts';
import { isBy, notUnderstoodTime, startOf, withOperation } from './pressed.ts';
import { mayNotChangeMeetings, meetingNotChanged, whyNot } from './refusals.ts';
import { setUp } from './schedule-meetings.ts';

const changeSchema = z.object({
  id: z.string().min(1).max(200),
  version: z.string().max(200),
  operation: operationSchema,
  on: dayField.optional(),
  time: lineField.optional(),
  reason: lineField,
});
type ChangeForm = z.output<typeof changeSchema>;

/** *Move it*. */
export async function moveMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('meetings.move', changeSchema, data);
  const startsAt = startOf(form.on, form.time ?? '');
  if (!startsAt) return notUnderstoodTime();
  const { reason } = form;
  return change(asker, form, 'Moved', ports, (meeting, actor) =>
    move(meeting, { startsAt, reason }, actor, ports.calendar.bankHolidays),
  );
}

/** *Postpone it*: the meeting stays listed as postponed on its day; with a new day, one is set up in its place. */
export async function postponeMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('meetings.postpone', changeSchema, data);
  const startsAt = form.on && startOf(form.on, form.time ?? '');
  if (form.on && !startsAt) return notUnderstoodTime();
  const { id: partnership } = asker.directory.partnership;
  const actor = toActor(asker, ports);
  const before = (await ports.meetings.find(partnership, form.id))?.meeting;
  const fits =
    startsAt && before
      ? schedule({ ...before, startsAt }, actor, ports.calendar.bankHolidays)
      : undefined;
  if (fits && !fits.ok) return meetingNotChanged(fits.refusal);
  const reply = await change(asker, form, 'Postponed', ports, (meeting, actor) =>
    callOff(meeting, 'postponed', form.reason, actor),
  );
  const now = await ports.meetings.find(partnership, form.id);
  if (!startsAt || !now?.history.some(({ operation }) => operation === form.operation))
    return reply;
  const { id: _, status: __, ...rest } = now.meeting;
  const instead = await setUp(asker, { ...rest, startsAt }, form.operation, actor, ports);
  if (!instead.ok)
    return told(
      asker,
      [now.meeting],
      'Postponed',
      ports,
      ` No new day was set. ${whyNot(instead.refusal)}`,
    );
  await takeAgendaAlong(asker, form.id, instead.value.id, ports);
  return told(
    asker,
    [now.meeting],
    'Postponed',
    ports,
    ` It is held on ${formatTime(startsAt, actor.today)} instead.`,
  );
}

/** *Cancel the meeting*. */
export async function cancelMeeting(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('meetings.cancel', changeSchema, data);
  return change(asker, form, 'Cancelled', ports, (meeting, actor) =>
    callOff(meeting, 'cancelled', form.reason, actor),
  );
}

/** Loads, checks, decides and saves under the version that the card showed; a press that came before shows its result. */
async function change(
  asker: Asker,
  { id, version, operation }: ChangeForm,
  done: string,
  ports: Ports,
  decide: (meeting: Meeting, actor: Actor) => Outcome<ChangedMeeting, MeetingRefusal>,
): Promise<Answer> {
  const { partnership } = asker.directory;
  if (!isPermitted(asker.person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const stored = await ports.meetings.find(partnership.id, id);
  if (!stored) throw new UnreadableInput('meetings.change');
  if (isBy(operation, stored)) return told(asker, [stored.meeting], done, ports);
  if (stored.version !== version) return changedMeanwhile(asker, stored, ports);
  const changed = decide(stored.meeting, toActor(asker, ports));
  if (!changed.ok) return meetingNotChanged(changed.refusal);
  const saved = await ports.meetings.record(
    partnership.id,
    withOperation(changed.value, operation),
    version,
  );
  const now = (await ports.meetings.find(partnership.id, id)) ?? stored;
  return saved === 'saved' || isBy(operation, now)
    ? told(asker, [now.meeting], done, ports)
    : changedMeanwhile(asker, now, ports);
}

async function takeAgendaAlong(
  { directory, person }: Asker,
  from: string,
  to: string,
  ports: Ports,
): Promise<void> {
  const { id: partnership } = directory.partnership;
  for (const item of await ports.agendas.items(partnership, from)) {
    await ports.agendas.add(partnership, { ...item, meetingId: to }, person.id);
  }
}

function changedMeanwhile(asker: Asker, { meeting }: StoredMeeting, ports: Ports): Answer {
  return told(
    asker,
    [meeting],
    'Nothing was recorded: somebody changed this meeting meanwhile. It now stands so',
    ports,
  );
}
