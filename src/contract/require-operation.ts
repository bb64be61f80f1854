import { UnreadableInput } from './action.ts';
import type { RequestWith } from './asker.ts';
import type { Operation } from './operation.ts';

/**
 * The press that this is: each button and form of ours that changes something names it.
 * @throws UnreadableInput
 */
export function requireOperation(
  { operation }: Pick<RequestWith<unknown>, 'operation'>,
  id: string,
): Operation {
  if (!operation) throw new UnreadableInput(id);
  return operation;
}
