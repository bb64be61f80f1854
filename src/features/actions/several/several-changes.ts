import { z } from 'zod';
import { formatOwner } from '../../../answers/action-words.ts';
import { dayField, idField, lineField } from '../../../answers/form.ts';
import { resolveOwner } from '../../../answers/owner-fields.ts';
import type { Moment } from '../../../contract/request.ts';
import type { Action } from '../../../domain/action.ts';
import { type ChangedAction, reassign, update, withdraw } from '../../../domain/action-commands.ts';
import { complete } from '../../../domain/action-evidence.ts';
import type { Actor } from '../../../domain/actor.ts';
import { formatDay } from '../../../domain/dates.ts';
import type { Directory } from '../../../domain/directory.ts';
import type { Outcome } from '../../../domain/outcome.ts';
import type { ChangeRefusal } from '../refusals.ts';

/** What an administrator can do with several actions at once. */
export const CHANGES = [
  { id: 'move', name: 'Move the due day', done: 'moved' },
  { id: 'give', name: 'Give to another owner', done: 'given to another owner' },
  { id: 'complete', name: 'Close as complete, evidence to follow', done: 'closed' },
  { id: 'withdraw', name: 'Withdraw', done: 'withdrawn' },
] as const;

/** So many at a time: as many as a list shows. */
export const MAX_AT_ONCE = 30;

/** The same change for each of them. */
export const severalFields = {
  what: z.enum(['move', 'give', 'complete', 'withdraw']),
  due: dayField.optional(),
  agency: idField.optional(),
  group: idField.optional(),
  person: idField.optional(),
  reason: lineField.optional(),
};
export type SeveralChange = z.output<z.ZodObject<typeof severalFields>>;

/** One of them as it would be after the change, or why it cannot be changed so. */
export function changeOne(
  action: Action,
  { what, due, reason, ...chosen }: SeveralChange,
  actor: Actor,
  directory: Directory,
): Outcome<ChangedAction, ChangeRefusal | 'due-missing'> {
  switch (what) {
    case 'move':
      return due
        ? update(action, { dueOn: due, reason }, actor)
        : { ok: false, refusal: 'due-missing' };
    case 'give':
      return reassign(action, { owner: resolveOwner(directory, chosen), reason }, actor);
    case 'complete':
      return complete(action, {}, actor);
    case 'withdraw':
      return withdraw(action, reason, actor);
  }
}

/** What will happen to one of them: `due Fri 26 February, to be moved to Wed 30 June`. */
export function describeSeveral(
  before: Action,
  { record: after }: ChangedAction,
  what: SeveralChange['what'],
  directory: Directory,
  { today }: Moment,
): string {
  const due = (of: Action) => (of.dueOn ? formatDay(of.dueOn, today) : 'no due day');
  const owner = (of: Action) => formatOwner(of, directory) ?? 'nobody';
  switch (what) {
    case 'move':
      return `due ${due(before)}, will be moved to ${due(after)}`;
    case 'give':
      return `with ${owner(before)}, will go to ${owner(after)}`;
    case 'complete':
      return `${before.status}, will be complete, impact not yet evidenced`;
    case 'withdraw':
      return `${before.status}, will be withdrawn`;
  }
}
