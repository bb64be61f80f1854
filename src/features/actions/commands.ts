import { z } from 'zod';
import { formatOwner } from '../../answers/action-words.ts';
import { dayField, idField, lineField, pleaseCheck } from '../../answers/form.ts';
import { ownerFields, resolveOwner } from '../../answers/owner-fields.ts';
import { aboutAction } from '../../answers/questions.ts';
import type { Answer, Field, Section } from '../../contract/answer.ts';
import { newOperation } from '../../contract/operation.ts';
import type { StoredAction } from '../../contract/ports.ts';
import { type Request, toActor } from '../../contract/request.ts';
import { requireOperation } from '../../contract/require-operation.ts';
import { isPermittedOn } from '../../domain/access.ts';
import { isOpen } from '../../domain/action.ts';
import { type NewAction, raise } from '../../domain/action-commands.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { Owner } from '../../domain/partnership.ts';
import { yearContaining } from '../../domain/partnership-year.ts';
import { sharedTitleWords, significantWords } from '../../domain/title-similarity.ts';
import { refuseRaising } from './refusals.ts';

/** What every form for a new action sends. `similar` are the actions that were pointed out on it. */
export const raisingFields = {
  ref: z.string().min(1).max(60),
  similar: z.array(z.string().max(60)).max(20).optional(),
  title: lineField,
  agency: idField.optional(),
  group: idField.optional(),
  person: idField.optional(),
  due: dayField.optional(),
};
const raising = z.object(raisingFields);
export type RaiseInput = z.output<typeof raising>;

/** How a form for a new action looks where it is opened: in the chat, from an agenda, from a review. */
export interface RaisingForm {
  readonly heading: string;
  readonly sentence: string;
  readonly titleLabel?: string;
  /** Fields before and behind those that every action has. */
  readonly before?: readonly Field[];
  readonly behind?: readonly Field[];
  /** The action that *Raise it* sends, with the ids that the form is made with. */
  readonly action: string;
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
  request: Request,
  form: RaisingForm,
  begun: RaisingBegun,
): Promise<Answer> {
  const { directory, ports } = request;
  const [similar, ref] = await Promise.all([
    findSimilar(request, begun.title ?? ''),
    ports.actions.nextRef(directory.partnership.id),
  ]);
  return formAnswer(request, form, begun, similar, { ref, operation: newOperation() });
}

function formAnswer(
  request: Request,
  {
    heading,
    sentence,
    titleLabel = 'What is to be done',
    before = [],
    behind = [],
    ...sent
  }: RaisingForm,
  { title, owner, due }: RaisingBegun,
  similar: readonly StoredAction[],
  press: { readonly ref: string; readonly operation: string },
): Answer {
  const shown = similar.map(({ action }) => action.ref);
  return {
    text: pleaseCheck(heading),
    heading,
    sentence,
    sections: similar.length > 0 ? [similarSection(similar, request)] : [],
    form: {
      fields: [
        ...before,
        { id: 'title', label: titleLabel, kind: 'lines', value: title, required: true },
        ...ownerFields(request.directory, owner),
        { id: 'due', label: 'Due', kind: 'day', value: due },
        ...behind,
      ],
      submit: {
        title: similar.length > 0 ? 'Raise it anyway' : 'Raise it',
        action: sent.action,
        data: { ...sent.data, ...press, similar: shown },
      },
    },
  };
}

function similarSection(similar: readonly StoredAction[], request: Request): Section {
  return {
    heading: similar.length === 1 ? 'An open action like this' : 'Open actions like this',
    isEmphasised: true,
    rows: similar.map(({ action: { ref, title, dueOn, ...action } }) => {
      const owner = formatOwner({ ref, title, ...action }, request.directory);
      const due = dueOn ? `due ${formatDay(dueOn, request.today)}` : 'no due date';
      return { title: `${ref}  ${title}`, line: `${owner ?? 'no owner recorded'} · ${due}` };
    }),
    buttons: similar.map(({ action: { ref } }) => ({ title: `Open ${ref}`, ...aboutAction(ref) })),
  };
}

/** So many are pointed out; so many titles are looked at for them. */
const MAX_SIMILAR = 3;
const MAX_COMPARED = 8;

/** Open actions with a title clearly like one that is about to be raised, the likest first. */
async function findSimilar({ directory, ports }: Request, title: string): Promise<StoredAction[]> {
  const { id } = directory.partnership;
  const words = significantWords(title).join(' ');
  if (!words) return [];
  const candidates = (await ports.actions.searchTitles(id, words, MAX_COMPARED)).filter(
    (each) => sharedTitleWords(each.title, title).length > 0,
  );
  const found = await Promise.all(candidates.map(({ ref }) => ports.actions.find(id, ref)));
  return found
    .filter((each) => each !== undefined && isOpen(each.action))
    .slice(0, MAX_SIMILAR) as StoredAction[];
}

/**
 * *Raise it*: the action gets the next free reference. When what was typed turns out to be like open actions that the form did not
 * show, it comes back with them; pressed again it shows the action that the first press raised.
 */
export async function raiseAction(
  request: Request,
  filled: RaiseInput,
  wanted: Pick<NewAction, 'source' | 'priority' | 'review'>,
  form: RaisingForm,
): Promise<{ readonly raised: StoredAction } | { readonly answer: Answer }> {
  const { directory, person, today } = request;
  const { ref, title, due } = filled;
  const operation = requireOperation(request, form.action);
  const owner = resolveOwner(directory, filled);
  if (!isPermittedOn(person, 'actions.raise', owner)) return { answer: refuseRaising(directory) };
  const similar = await findSimilar(request, title);
  const before = similar.find(({ history }) =>
    history.some((change) => change.operation === operation),
  );
  if (before) return { raised: before };
  if (similar.some(({ action }) => !filled.similar?.includes(action.ref)))
    return {
      answer: formAnswer(request, form, { title, owner, due }, similar, { ref, operation }),
    };
  const year = yearContaining(today, directory.partnership.yearStart);
  return record(request, { ...wanted, ref, title, owner, dueOn: due, year }, operation);
}

/** Keeps it under the next free reference, beginning with the one that its form showed. */
async function record(
  request: Request,
  wanted: NewAction,
  operation: string,
): Promise<{ readonly raised: StoredAction } | { readonly answer: Answer }> {
  const { directory, ports } = request;
  const { id } = directory.partnership;
  const raised = raise(wanted, toActor(request));
  if (!raised.ok)
    return {
      answer: {
        text: 'Nothing was recorded. Please say what is to be done; an action needs a title.',
      },
    };
  const { record: action, event } = raised.value;
  const ref = await ports.actions.add(id, { record: action, event: { ...event, operation } });
  const stored = await ports.actions.find(id, ref);
  if (!stored) throw new Error(`${ref} was raised and is not there`);
  return { raised: stored };
}
