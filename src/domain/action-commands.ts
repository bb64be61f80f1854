import { type Action, type ActionStatus, isOpen } from './action.ts';
import type { Actor } from './actor.ts';
import type { Change, ChangeEvent, Changes } from './change-event.ts';
import type { Day } from './dates.ts';
import { diffFields } from './diff-fields.ts';
import { trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Owner } from './partnership.ts';

/** An action after a change, with the event for its history. */
export type ChangedAction = Change<Action>;

export interface NewAction {
  readonly ref: string;
  readonly title: string;
  readonly owner: Owner;
  readonly dueOn?: Day;
  readonly priority?: string;
  /** The rapid review from which it comes. */
  readonly review?: string;
  readonly year?: string;
  /** The meeting, review or conversation in which it was agreed. */
  readonly source: Action['source'];
}

/** Raises an action, today. */
export function raise(wanted: NewAction, actor: Actor): Outcome<ChangedAction, 'title-missing'> {
  const title = wanted.title.trim();
  if (!title) return refuse('title-missing');
  const action: Action = { ...wanted, title, status: 'not started', raisedOn: actor.today };
  return accept(toChangedAction('raised', {}, action, actor));
}

/** A status between raising and closing. */
export type OpenStatus = Exclude<ActionStatus, 'complete' | 'withdrawn'>;

export interface ActionUpdate {
  readonly status?: OpenStatus;
  readonly dueOn?: Day;
  /** A note, or the reason; required to block an action and to move its due day. */
  readonly reason?: string;
}

export type UpdateRefusal = 'nothing-to-change' | 'reason-missing' | 'already-closed' | 'day-gone';

/**
 * Moves an open action on: another status or due day, or a note alone. Blocking it and moving its
 * due day require a reason (the brief: “reason kept, how often it was moved is shown”). A due day
 * is never moved into the past.
 */
export function update(
  action: Action,
  wanted: ActionUpdate,
  actor: Actor,
): Outcome<ChangedAction, UpdateRefusal> {
  if (!isOpen(action)) return refuse('already-closed');
  const { status = action.status, dueOn = action.dueOn } = wanted;
  const moves = dueOn !== action.dueOn;
  const blocks = status === 'blocked' && action.status !== 'blocked';
  const reason = trimToUndefined(wanted.reason);
  if (!moves && status === action.status && !reason) return refuse('nothing-to-change');
  if (moves && dueOn !== undefined && dueOn < actor.today) return refuse('day-gone');
  if ((blocks || (moves && action.dueOn !== undefined)) && !reason) return refuse('reason-missing');
  const type = blocks ? 'blocked' : moves && status === action.status ? 'moved' : 'updated';
  return accept(toChangedAction(type, action, { ...action, status, dueOn }, actor, reason));
}

/** Gives an open action to somebody else, with the reason; due on another day where one is named. */
export function reassign(
  action: Action,
  {
    owner,
    dueOn = action.dueOn,
    reason,
  }: { readonly owner: Owner; readonly dueOn?: Day; readonly reason?: string },
  actor: Actor,
): Outcome<ChangedAction, UpdateRefusal | 'owner-missing'> {
  if (!isOpen(action)) return refuse('already-closed');
  if (!owner.agency && !owner.group && !owner.person) return refuse('owner-missing');
  if (dueOn !== action.dueOn && dueOn !== undefined && dueOn < actor.today)
    return refuse('day-gone');
  const next = { ...action, owner, dueOn };
  if (Object.keys(changedFields(action, next)).length === 0) return refuse('nothing-to-change');
  const why = trimToUndefined(reason);
  return why
    ? accept(toChangedAction('reassigned', action, next, actor, why))
    : refuse('reason-missing');
}

/** Withdraws an open action that is not to be done after all, with the reason. */
export function withdraw(
  action: Action,
  reason: string | undefined,
  actor: Actor,
): Outcome<ChangedAction, 'reason-missing' | 'already-closed'> {
  if (!isOpen(action)) return refuse('already-closed');
  const why = trimToUndefined(reason);
  return why
    ? accept(toChangedAction('withdrawn', action, { ...action, status: 'withdrawn' }, actor, why))
    : refuse('reason-missing');
}

/**
 * Reopens a closed action, with the reason: it is in progress again, neither evidenced nor
 * verified. The evidence that it had stays in the history.
 */
export function reopen(
  action: Action,
  reason: string | undefined,
  actor: Actor,
): Outcome<ChangedAction, 'reason-missing' | 'open-already'> {
  if (isOpen(action)) return refuse('open-already');
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  const { completedOn: _, impactEvidence: __, verifiedBy: ___, verifiedOn: ____, ...left } = action;
  return accept(
    toChangedAction('reopened', action, { ...left, status: 'in progress' }, actor, why),
  );
}

/** How often the due day was moved after it had first been set. */
export function timesMoved(history: readonly ChangeEvent[]): number {
  return history.filter(({ changes }) => changes?.due?.from !== undefined).length;
}

/** A changed action with the event for its history. */
export function toChangedAction(
  type: string,
  before: Partial<Action>,
  action: Action,
  { by, at }: Actor,
  reason?: string,
): ChangedAction {
  return {
    record: action,
    event: { at, by, type, changes: changedFields(before, action), ...(reason && { reason }) },
  };
}

/**
 * The fields that differ, in the words of the history. Evidence is free text and stays out of the
 * history while the action has it; evidence that is removed is kept here, because it would
 * otherwise be lost.
 */
export function changedFields(before: Partial<Action>, after: Action): Changes {
  const lost = after.impactEvidence === undefined;
  return diffFields([
    ['status', before.status, after.status],
    ['due', before.dueOn, after.dueOn],
    ['agency', before.owner?.agency, after.owner.agency],
    ['with', before.owner?.with?.join(';'), after.owner.with?.join(';')],
    ['group', before.owner?.group, after.owner.group],
    ['person', before.owner?.person, after.owner.person],
    [
      'evidence',
      lost ? before.impactEvidence : before.impactEvidence && 'given',
      after.impactEvidence && 'given',
    ],
    ['verified', before.verifiedBy, after.verifiedBy],
  ]);
}
