import type { Action, ActionStatus } from './action.ts';
import { type ChangedAction, toChangedAction } from './action-commands.ts';
import type { Actor } from './actor.ts';
import type { ChangeEvent } from './change-event.ts';
import type { Day } from './dates.ts';
import { omitUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import { refuseUndo } from './undo.ts';

export type UndoRefusal = 'nothing-to-undo' | 'not-yours' | 'changed-since' | 'too-long-ago';

/** What the history keeps enough of to set it back. Reopening is put right by completing again. */
const CAN_BE_UNDONE: ReadonlySet<string> = new Set([
  'raised',
  'updated',
  'moved',
  'blocked',
  'reassigned',
  'completed',
  'evidenced',
  'verified',
  'sent back',
  'withdrawn',
]);

interface Undoing {
  readonly action: Action;
  /** Oldest first. */
  readonly history: readonly ChangeEvent[];
  /** The press whose change is undone; left out: the last change. */
  readonly operation?: string | undefined;
}

/**
 * Undoes a change that the actor made by mistake, while nothing followed it: a correcting entry sets back what it changed,
 * and the history keeps both. An action that was raised by mistake is withdrawn, for its reference may have been read.
 * @example undoChange({ action, history: [raised, verified] }, actor) // verified no more, event “undone”
 */
export function undoChange(
  { action, history, operation }: Undoing,
  actor: Actor,
): Outcome<ChangedAction, UndoRefusal> {
  const last = history.at(-1);
  if (!last || (operation && !history.some((each) => each.operation === operation)))
    return refuse('nothing-to-undo');
  if (operation && last.operation !== operation) return refuse('changed-since');
  if (!CAN_BE_UNDONE.has(last.type)) return refuse('nothing-to-undo');
  const refusal = refuseUndo(last, actor);
  if (refusal) return refuse(refusal);
  const before = last.type === 'raised' ? withdrawn(action) : setBack(action, last);
  return accept(toChangedAction('undone', action, before, actor, `“${last.type}” was a mistake`));
}

const withdrawn = (action: Action): Action => ({ ...action, status: 'withdrawn' });

/** Of undoable changes only verifying sets who verified, and only completing sets the day of completion. */
function setBack(action: Action, { type, changes = {} }: ChangeEvent): Action {
  const before = <Value extends string>(field: string, now: Value | undefined) => {
    const change = changes[field];
    return change ? (change.from as Value | undefined) : now;
  };
  const { owner, completedOn, verifiedOn, impactEvidence, verifiedBy, dueOn, ...rest } = action;
  const verified = before('verified', verifiedBy);
  return {
    ...rest,
    status: before<ActionStatus>('status', action.status) ?? action.status,
    owner: omitUndefined({
      agency: before('agency', owner.agency),
      with: before('with', owner.with?.join(';'))?.split(';'),
      group: before('group', owner.group),
      person: before('person', owner.person),
    }),
    ...omitUndefined({
      dueOn: before<Day>('due', dueOn),
      completedOn: type === 'completed' ? undefined : completedOn,
      impactEvidence: before('evidence', impactEvidence),
      verifiedBy: verified,
      verifiedOn: verified ? verifiedOn : undefined,
    }),
  };
}
