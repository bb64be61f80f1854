import { type Author, type NewAction, raise } from '../domain/action-life.ts';
import { done, type Outcome } from '../domain/outcome.ts';
import type { Ports, StoredAction } from './ports.ts';

/**
 * Raises an action under the next free reference, beginning with the one that its form showed. A press that came before has raised
 * it already: the answer is that action.
 */
export async function recordAction(
  partnership: string,
  wanted: NewAction,
  author: Author,
  operation: string,
  { actions }: Pick<Ports, 'actions'>,
): Promise<Outcome<StoredAction, 'title-missing'>> {
  for (let ref = wanted.ref; ; ref = await actions.nextRef(partnership)) {
    const raised = raise({ ...wanted, ref }, author);
    if (!raised.ok) return raised;
    const { action, change } = raised.value;
    const outcome = await actions.record(partnership, { action, change: { ...change, operation } }, 0);
    const stored = await actions.find(partnership, ref);
    const isOurs = outcome === 'saved' || stored?.history.some((each) => each.operation === operation);
    if (stored && isOurs) return done(stored);
  }
}
