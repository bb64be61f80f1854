import { type Author, type NewAction, raise } from '../domain/action-life.ts';
import { done, type Outcome } from '../domain/outcome.ts';
import type { Ports, StoredAction } from './ports.ts';

/**
 * Raises an action under the next free reference, beginning with the one that its form showed. A press that came before has raised
 * it already, under whatever reference: the answer is that action.
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
    const ours = outcome === 'saved' ? ref : await actions.raisedBy(partnership, operation);
    const stored = ours && (await actions.find(partnership, ours));
    if (stored) return done(stored);
  }
}
