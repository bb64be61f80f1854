import { accept, type Outcome, refuse } from '../domain/outcome.ts';
import { type UndoRefusal, undoFields } from '../domain/record-change.ts';
import { type Request, toActor } from './request.ts';
import type { Key, Store } from './store.ts';

/**
 * Sets back what a press has just changed of a record, as `changeFields` made it, and removes what
 * the press added. A press that comes twice undoes once.
 */
export async function undoRecord<Item extends object>(
  request: Request,
  declared: Store<Item>,
  key: Key,
  operation: string,
): Promise<Outcome<{ readonly isRemoved: boolean }, UndoRefusal>> {
  const store = request.store(declared);
  const [record, history] = await Promise.all([store.get(key), store.history(key)]);
  if (!record) return accept({ isRemoved: true });
  const [before, last] = [history.at(-2), history.at(-1)];
  if (last?.type === 'undone' && before?.operation === operation)
    return accept({ isRemoved: false });
  const actor = toActor(request);
  const undone = undoFields({ record, history, operation }, actor);
  if (!undone.ok) return undone;
  if (undone.value.wasAdded) {
    await store.remove(key, { ...undone.value.event, type: 'removed' });
    return accept({ isRemoved: true });
  }
  const changed = await store.change(key, (each) =>
    undoFields({ record: each, history, operation }, actor),
  );
  return changed.ok ? accept({ isRemoved: false }) : refuse('changed-since');
}
