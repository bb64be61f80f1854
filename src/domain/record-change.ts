import type { Actor } from './actor.ts';
import { acceptChange, type Change, type ChangeEvent, type Changes } from './change-event.ts';
import { omitUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import { refuseUndo } from './undo.ts';

type FieldValue = string | readonly string[] | undefined;

/** What is to be different of a record; `undefined` takes the field away. */
type Patch<Item> = { readonly [Name in keyof Item]?: Item[Name] | undefined };

/** Why a change of a record is not undone by one press. */
export type UndoRefusal = 'nothing-to-undo' | 'not-yours' | 'changed-since' | 'too-long-ago';

/**
 * Changes fields of a record, with an event that keeps what they were before, so that one press can
 * set them back.
 * @example changeFields(source, { name: 'Ofsted 2018' }, { type: 'changed' }, actor)
 */
export function changeFields<Item extends object>(
  record: Item,
  patch: Patch<Item>,
  details: { readonly type: string; readonly reason?: string },
  actor: Actor,
) {
  const changes = Object.entries(patch).flatMap(([name, to]) => {
    const [before, after] = [formatValue(record[name as keyof Item]), formatValue(to)];
    return before === after ? [] : [[name, omitUndefined({ from: before, to: after })] as const];
  });
  return acceptChange(
    omitUndefined({ ...record, ...patch }) as Item,
    { ...details, changes: Object.fromEntries(changes) as Changes },
    actor,
  );
}

interface Undoing<Item> {
  readonly record: Item;
  /** Oldest first. */
  readonly history: readonly ChangeEvent[];
  /** The press whose change is undone. */
  readonly operation: string | undefined;
}

/**
 * Sets back what the actor's last press changed, while nothing followed it; the history keeps both.
 * Of a record that the press added nothing is set back: it is removed (`wasAdded`).
 */
export function undoFields<Item extends object>(
  { record, history, operation }: Undoing<Item>,
  actor: Actor,
): Outcome<Change<Item> & { readonly wasAdded?: true }, UndoRefusal> {
  const last = history.at(-1);
  if (!last?.operation || !history.some((each) => each.operation === operation))
    return refuse('nothing-to-undo');
  if (last.operation !== operation) return refuse('changed-since');
  const refusal = refuseUndo(last, actor);
  if (refusal) return refuse(refusal);
  const isAdded = last.type === 'added';
  if (!isAdded && !last.changes) return refuse('nothing-to-undo');
  const before = Object.entries(last.changes ?? {}).map(([name, { from }]) => [
    name,
    Array.isArray(record[name as keyof Item]) ? parseList(from) : from,
  ]);
  const undone = changeFields(
    record,
    Object.fromEntries(before),
    { type: 'undone', reason: `“${last.type}” was a mistake` },
    actor,
  );
  return isAdded ? { ...undone, value: { ...undone.value, wasAdded: true } } : undone;
}

const formatValue = (value: unknown): string | undefined => {
  const field = value as FieldValue;
  const text = typeof field === 'object' ? field.join(SEPARATOR) : field;
  return text === '' ? undefined : text;
};
const SEPARATOR = '; ';
const parseList = (text: string | undefined): string[] => (text ? text.split(SEPARATOR) : []);
