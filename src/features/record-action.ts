import type { Ports, StoredAction } from '../contract/ports.ts';
import { type NewAction, raise } from '../domain/action-commands.ts';
import type { Actor } from '../domain/actor.ts';
import { accept, type Outcome } from '../domain/outcome.ts';

/**
 * Raises an action under the next free reference, beginning with the one that its form showed. A press that came before has raised
 * it already, under whatever reference: the answer is that action.
 */
export async function recordAction(
  partnership: string,
  wanted: NewAction,
  actor: Actor,
  operation: string,
  { actions }: Pick<Ports, 'actions'>,
): Promise<Outcome<StoredAction, 'title-missing'>> {
  const raised = raise(wanted, actor);
  if (!raised.ok) return raised;
  const { record: action, event: change } = raised.value;
  const ref = await actions.add(partnership, { record: action, event: { ...change, operation } });
  const stored = await actions.find(partnership, ref);
  if (!stored) throw new Error(`${ref} was raised and is not there`);
  return accept(stored);
}
