import { z } from 'zod';
import { dayField, lineField, readForm, toActor } from '../../answers/form.ts';
import { type Answer, type Asker, UnreadableInput } from '../../contract/feature.ts';
import { operationSchema } from '../../contract/operation.ts';
import type { Ports } from '../../contract/ports.ts';
import { isPermitted } from '../../domain/access.ts';
import type { Actor } from '../../domain/actor.ts';
import { toDay } from '../../domain/dates.ts';
import type { Meeting } from '../../domain/meeting.ts';
import { type MeetingRefusal, recurringTimes, schedule } from '../../domain/meeting-commands.ts';
import { accept, type Outcome, refuse } from '../../domain/outcome.ts';
import { told } from './meeting-reply.ts';
import { isBy, notUnderstoodTime, startOf, withOperation } from './pressed.ts';
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

/** *Set it up*: one meeting, or several at the group’s interval. Pressed again, it shows what the first press set up. */
export async function scheduleMeetings(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const form = readForm('meetings.schedule', scheduleSchema, data);
  const { directory, person } = asker;
  if (!isPermitted(person, 'meetings.change')) return mayNotChangeMeetings(asker);
  const group = directory.groups.find(({ id }) => id === form.group);
  if (!group) throw new UnreadableInput('meetings.schedule');
  const startsAt = startOf(form.on, form.time);
  const minutes = Number(form.minutes);
  if (!startsAt) return notUnderstoodTime();
  if (!Number.isInteger(minutes) || minutes < 5 || minutes > 1440)
    return { text: 'Nothing was recorded. How many minutes does it take? A number, such as 120.' };
  const actor = toActor(asker, ports);
  const [, ...others] = recurringTimes(
    startsAt,
    group.meetsEveryWeeks ?? 4,
    form.times,
    ports.calendar.bankHolidays,
  );
  const wanted = { group: group.id, title: group.name, kind: form.kind, startsAt, minutes };
  const first = await setUp(asker, wanted, form.operation, actor, ports);
  if (!first.ok) return meetingNotChanged(first.refusal);
  const set: [Meeting, ...Meeting[]] = [first.value];
  for (const time of others) {
    const next = await setUp(asker, { ...wanted, startsAt: time }, form.operation, actor, ports);
    if (next.ok) set.push(next.value);
  }
  return told(asker, set, 'Set up', ports);
}

/** A new meeting under an id of its own. One that this press set up before is that meeting. */
export async function setUp(
  asker: Asker,
  wanted: Omit<Meeting, 'id' | 'status'>,
  operation: string,
  actor: Actor,
  ports: Ports,
): Promise<Outcome<Meeting, MeetingRefusal>> {
  const { id: partnership } = asker.directory.partnership;
  const on = toDay(wanted.startsAt);
  const that = await ports.meetings.between(partnership, wanted.group, on, on);
  const known = await Promise.all(that.map(({ id }) => ports.meetings.find(partnership, id)));
  const ours = known.find((stored) => stored && isBy(operation, stored));
  if (ours) return accept(ours.meeting);
  if (that.some(({ status, startsAt }) => status === 'scheduled' && startsAt === wanted.startsAt))
    return refuse('already-scheduled');
  for (let count = 1; ; count += 1) {
    const id = `${wanted.group}-${toDay(wanted.startsAt)}${count > 1 ? `-${count}` : ''}`;
    const stored = await ports.meetings.find(partnership, id);
    if (stored && isBy(operation, stored)) return accept(stored.meeting);
    if (stored) continue;
    const scheduled = schedule({ ...wanted, id }, actor, ports.calendar.bankHolidays);
    if (!scheduled.ok) return scheduled;
    const saved = await ports.meetings.record(
      partnership,
      withOperation(scheduled.value, operation),
      '',
    );
    if (saved === 'saved') return accept(scheduled.value.record);
    count -= 1;
  }
}
