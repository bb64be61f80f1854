import { z } from 'zod';
import { mayOn } from '../../domain/access.ts';
import { type Author, type Changed, complete, update } from '../../domain/action-life.ts';
import { type Day, parseDay } from '../../domain/dates.ts';
import type { Outcome } from '../../domain/outcome.ts';
import { yearOf } from '../../domain/partnership-year.ts';
import { type Asker, type Reply, UnreadableSubmission } from '../feature.ts';
import { operationSchema } from '../operation.ts';
import type { Ports, StoredAction } from '../ports.ts';
import { recordAction } from '../record-action.ts';
import { type ChangeRefusal, changedMeanwhile, mayHoldPersonal, mayNotChange, notChanged } from './refusals.ts';
import { actionReply } from './show-action.ts';

const line = z.string().trim().max(4000);
const dayField = z
  .string()
  .trim()
  .refine((text) => text === '' || parseDay(text))
  .transform((text) => parseDay(text));
const idField = z
  .string()
  .max(100)
  .transform((text) => text || undefined);
const target = { ref: z.string().min(1).max(60), operation: operationSchema };

const raiseSchema = z.object({
  ...target,
  title: line,
  agency: idField.optional(),
  group: idField.optional(),
  due: dayField.optional(),
  priority: idField.optional(),
});
const updateSchema = z.object({
  ...target,
  version: z.number().int(),
  status: z.enum(['open', 'not started', 'in progress', 'blocked', 'withdrawn']),
  due: dayField.optional(),
  reason: line.optional(),
});
const completeSchema = z.object({ ...target, version: z.number().int(), evidence: line.optional() });

/** *Raise it*: the action gets the next free reference. Pressed again, it shows the action that the first press raised. */
export async function raiseAction(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = read('actions.raise', raiseSchema, data);
  const personal = mayHoldPersonal(form.title);
  if (personal) return personal;
  const { directory, person } = asker;
  const { partnership } = directory;
  const owner = { agency: known(form.agency, directory.agencies), group: known(form.group, directory.groups) };
  if (!mayOn(person, 'actions.raise', owner)) return mayNotChange(directory);
  const author = authorOf(asker, ports);
  const priority = known(form.priority, directory.priorities);
  const year = yearOf(author.today, partnership.yearStart);
  const source = { kind: 'meeting', name: 'Raised in chat' };
  const wanted = { ref: form.ref, title: form.title, owner, dueOn: form.due, priority, year, source };
  const raised = await recordAction(partnership.id, wanted, author, form.operation, ports);
  return raised.ok ? told(asker, raised.value, ports, 'Recorded.') : notChanged(raised.refusal);
}

/** *Confirm* of an update. */
export async function updateAction(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = read('actions.update', updateSchema, data);
  const personal = mayHoldPersonal(form.reason);
  if (personal) return personal;
  return change(asker, form, ports, ({ action }, author) =>
    update(
      action,
      { status: form.status === action.status ? undefined : form.status, dueOn: form.due, reason: form.reason },
      author,
    ),
  );
}

/** *Confirm* of a completion, with or without evidence of impact. */
export async function completeAction(asker: Asker, data: unknown, ports: Ports): Promise<Reply> {
  const form = read('actions.complete', completeSchema, data);
  const personal = mayHoldPersonal(form.evidence);
  if (personal) return personal;
  return change(asker, form, ports, ({ action }, author) => complete(action, { evidence: form.evidence }, author));
}

interface Target {
  readonly ref: string;
  readonly version: number;
  readonly operation: string;
}

/** Loads, checks, decides and saves under the version that the card showed; a press that came before shows its result. */
async function change(
  asker: Asker,
  { ref, version, operation }: Target,
  ports: Ports,
  decide: (stored: StoredAction, author: Author) => Outcome<Changed, ChangeRefusal>,
): Promise<Reply> {
  const { directory, person } = asker;
  const { id } = directory.partnership;
  const stored = await ports.actions.find(id, ref);
  if (!stored) throw new UnreadableSubmission('actions.update');
  if (madeBy(operation, stored)) return told(asker, stored, ports, 'Recorded.');
  if (!mayOn(person, 'actions.change', stored.action.owner)) return mayNotChange(directory, stored.action);
  if (stored.version !== version) return changedMeanwhile(actionReply(asker, detailOf(ref), stored, ports));
  const changed = decide(stored, authorOf(asker, ports));
  if (!changed.ok) return notChanged(changed.refusal);
  const outcome = await ports.actions.record(id, withOperation(changed.value, operation), version);
  const now = (await ports.actions.find(id, ref)) ?? stored;
  return outcome === 'saved' || madeBy(operation, now)
    ? told(asker, now, ports, 'Recorded.')
    : changedMeanwhile(actionReply(asker, detailOf(ref), now, ports));
}

function told(asker: Asker, stored: StoredAction, ports: Ports, first: string): Reply {
  const reply = actionReply(asker, detailOf(stored.action.ref), stored, ports);
  return { ...reply, text: `${first} ${reply.text}` };
}

const detailOf = (actionRef: string) => ({ intent: 'action_detail', filters: {}, args: { actionRef } });

function authorOf({ person, directory }: Asker, { calendar }: Ports): Author {
  const today: Day = calendar.today(directory.partnership.timeZone);
  return { by: person.id, at: calendar.now().toISOString(), today };
}

function withOperation({ action, change }: Changed, operation: string): Changed {
  return { action, change: { ...change, operation } };
}

function madeBy(operation: string, { history }: StoredAction): boolean {
  return history.some((change) => change.operation === operation);
}

function known(id: string | undefined, among: readonly { readonly id: string }[]): string | undefined {
  return among.some((each) => each.id === id) ? id : undefined;
}

/** What a form sends: its fields, and under `form` the ids that it was made with. */
function read<Schema extends z.ZodType>(verb: string, schema: Schema, data: unknown): z.output<Schema> {
  const sent = z.looseObject({ form: z.looseObject({}) }).safeParse(data);
  const form = schema.safeParse(sent.success ? { ...sent.data, ...sent.data.form } : undefined);
  if (!form.success) throw new UnreadableSubmission(verb);
  return form.data;
}
