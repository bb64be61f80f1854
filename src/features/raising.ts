import { z } from 'zod';
import type { ConfirmView, Field } from '../answers/confirm-view.ts';
import { confirmation, dayField, idField, lineField, toActor } from '../answers/form.ts';
import { ownerFields, resolveOwner } from '../answers/owner-fields.ts';
import { formatList } from '../answers/words.ts';
import type { Answer, Asker } from '../contract/feature.ts';
import { newOperation, operationSchema } from '../contract/operation.ts';
import type { Ports, StoredAction } from '../contract/ports.ts';
import { isPermittedOn } from '../domain/access.ts';
import type { NewAction } from '../domain/action-commands.ts';
import type { Day } from '../domain/dates.ts';
import type { Owner } from '../domain/partnership.ts';
import { yearContaining } from '../domain/partnership-year.ts';
import { recordAction } from './record-action.ts';
import { findSimilarActions, toSimilarRow } from './similar-actions.ts';

/** What every form for a new action sends. `similar` are the actions that were pointed out on it. */
export const raisingFields = {
  ref: z.string().min(1).max(60),
  operation: operationSchema,
  similar: z.array(z.string().max(60)).max(20).optional(),
  title: lineField,
  agency: idField.optional(),
  group: idField.optional(),
  person: idField.optional(),
  due: dayField.optional(),
};
const raising = z.object(raisingFields);
export type Raising = z.output<typeof raising>;

/** How a form for a new action looks where it is opened: in the chat, from an agenda, from a review. */
export interface RaisingForm extends Pick<ConfirmView, 'headline' | 'verb'> {
  readonly sentence: string;
  readonly titleLabel?: string;
  /** Fields before and behind those that every action has. */
  readonly before?: readonly Field[];
  readonly behind?: readonly Field[];
  /** Ids that it is made with. */
  readonly data: object;
}

/** What the fields begin with, and what was pointed out already. */
export interface RaisingBegun {
  readonly title?: string;
  readonly owner: Owner;
  readonly due?: Day;
}

/** The form, with open actions that are like it pointed out: one of them may be the one that is meant. */
export async function raisingForm(
  asker: Asker,
  form: RaisingForm,
  begun: RaisingBegun,
  ports: Ports,
): Promise<Answer> {
  const [similar, ref] = await Promise.all([
    findSimilarActions(asker, begun.title ?? '', ports),
    ports.actions.nextRef(asker.directory.partnership.id),
  ]);
  return drawn(asker, form, begun, similar, { ref, operation: newOperation() }, ports);
}

function drawn(
  asker: Asker,
  {
    headline,
    sentence,
    titleLabel = 'What is to be done',
    before = [],
    behind = [],
    verb,
    data,
  }: RaisingForm,
  { title, owner, due }: RaisingBegun,
  similar: readonly StoredAction[],
  press: Pick<Raising, 'ref' | 'operation'>,
  ports: Ports,
): Answer {
  return confirmation(asker, ports, {
    headline,
    sentence,
    ...(similar.length > 0 && {
      similar: {
        heading: similar.length === 1 ? 'An open action like this' : 'Open actions like this',
        rows: similar.map((each) => toSimilarRow(each, asker, ports)),
      },
    }),
    fields: [
      ...before,
      { id: 'title', label: titleLabel, kind: 'lines', value: title, required: true },
      ...ownerFields(asker.directory, owner),
      { id: 'due', label: 'Due', kind: 'day', value: due },
      ...behind,
    ],
    confirm: similar.length > 0 ? 'Raise it anyway' : 'Raise it',
    verb,
    data: { ...data, ...press, similar: similar.map(({ action }) => action.ref) },
  });
}

/**
 * *Raise it*: the action gets the next free reference. When what was typed turns out to be like open actions that the form did not
 * show, it comes back with them; pressed again it shows the action that the first press raised.
 */
export async function raiseAction(
  asker: Asker,
  filled: Raising,
  wanted: Pick<NewAction, 'source' | 'priority' | 'review'>,
  form: RaisingForm,
  ports: Ports,
): Promise<{ readonly raised: StoredAction } | { readonly reply: Answer }> {
  const { directory, person } = asker;
  const { id, yearStart } = directory.partnership;
  const { ref, title, due, operation } = filled;
  const say = (text: string, refused?: Answer['refused']) => ({
    reply: { text: `Nothing was recorded${text}`, refused },
  });
  const owner = resolveOwner(directory, filled);
  if (!isPermittedOn(person, 'actions.raise', owner))
    return say(`: ${explainWhoRaises(asker)}`, 'access');
  const similar = await findSimilarActions(asker, title, ports);
  const before = similar.find(({ history }) =>
    history.some((change) => change.operation === operation),
  );
  if (before) return { raised: before };
  if (similar.some(({ action }) => !filled.similar?.includes(action.ref)))
    return { reply: drawn(asker, form, { title, owner, due }, similar, { ref, operation }, ports) };
  const actor = toActor(asker, ports);
  const action: NewAction = {
    ...wanted,
    ref,
    title,
    owner,
    dueOn: due,
    year: yearContaining(actor.today, yearStart),
  };
  const raised = await recordAction(id, action, actor, operation, ports);
  return raised.ok
    ? { raised: raised.value }
    : say('. Please say what is to be done; an action needs a title.');
}

/** Why the asker may not raise this action, and who may. */
export function explainWhoRaises({ directory }: Asker): string {
  const administrators = directory.people.filter(({ roles }) => roles.includes('administrator'));
  const whom = formatList(
    administrators.map(({ displayName }) => displayName),
    'or',
  );
  return `your role does not raise actions. Please ask ${whom}.`;
}
