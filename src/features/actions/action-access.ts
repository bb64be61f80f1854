import type { StoredAction } from '../../contract/ports.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { Action } from '../../domain/action.ts';
import { type ConflictOfInterest, conflictOfInterest } from '../../domain/action-evidence.ts';
import type { Person } from '../../domain/partnership.ts';

/** Whether somebody may move an action on, close it or give it away. */
export function canChange(person: Person, { owner }: Action): boolean {
  return isPermittedOn(person, 'actions.change', owner);
}

/** Its own people may reopen an action until it is verified. */
export function canReopen(person: Person, { verifiedBy, owner }: Action): boolean {
  return isPermittedOn(person, verifiedBy ? 'actions.reopen-verified' : 'actions.reopen', owner);
}

/** Why somebody may not judge the evidence of an action; `undefined` when they may. */
export function verificationObstacle(
  person: Person,
  { action, history }: Pick<StoredAction, 'action' | 'history'>,
): 'role' | ConflictOfInterest | undefined {
  return isPermittedOn(person, 'actions.verify', action.owner)
    ? conflictOfInterest(person, action, history)
    : 'role';
}
