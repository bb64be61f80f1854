import { type Action, type ActionChange, type ActionOwner, type ActionStatus, isOpen } from './action.ts';
import type { Day } from './dates.ts';
import { done, type Outcome, refused } from './outcome.ts';

/** Who changes an action, when, and why. */
export interface Author {
  /** Person id. */
  readonly by: string;
  /** ISO instant. */
  readonly at: string;
  readonly today: Day;
}

/** An action as it is after a change, with the line for its history. */
export interface Changed {
  readonly action: Action;
  readonly change: ActionChange;
}

export interface NewAction {
  readonly ref: string;
  readonly title: string;
  readonly owner: ActionOwner;
  readonly dueOn?: Day;
  readonly priority?: string;
  /** The rapid review from which it comes. */
  readonly review?: string;
  readonly year?: string;
  /** The meeting, review or conversation in which it was agreed. */
  readonly source: Action['source'];
}

/** Raises an action. The day it is raised is today. */
export function raise(wanted: NewAction, { by, at, today }: Author): Outcome<Changed, 'title-missing'> {
  const title = wanted.title.trim();
  if (!title) return refused('title-missing');
  const action: Action = { ...wanted, title, status: 'not started', raisedOn: today };
  return done({ action, change: { at, by, verb: 'raised', changes: changesOf({}, action) } });
}

export interface Update {
  readonly status?: Exclude<ActionStatus, 'complete'>;
  readonly dueOn?: Day;
  readonly owner?: ActionOwner;
  /** Why; needed to block, to withdraw and to move the due day. */
  readonly reason?: string;
}

export type UpdateRefusal = 'nothing-to-change' | 'reason-missing' | 'already-closed';

/**
 * Moves an open action: another status, due day or owner. Blocking, withdrawing and moving the due day keep the reason
 * given (the brief: “reason kept, how often it was moved is shown”). What is closed is reopened by naming an open status.
 */
export function update(action: Action, wanted: Update, { by, at }: Author): Outcome<Changed, UpdateRefusal> {
  if (!isOpen(action) && !wanted.status) return refused('already-closed');
  const { status = action.status, dueOn = action.dueOn, owner = action.owner } = wanted;
  const reopened = !isOpen(action) && status !== action.status;
  const next: Action = {
    ...action,
    status,
    dueOn,
    owner,
    ...(reopened && { completedOn: undefined, verifiedBy: undefined, verifiedOn: undefined }),
  };
  const changes = changesOf(action, next);
  if (Object.keys(changes).length === 0 && !wanted.reason) return refused('nothing-to-change');
  const moved = action.dueOn !== undefined && next.dueOn !== action.dueOn;
  const needsReason = moved || (status !== action.status && (status === 'blocked' || status === 'withdrawn'));
  if (needsReason && !wanted.reason?.trim()) return refused('reason-missing');
  return done({
    action: next,
    change: { at, by, verb: reopened ? 'reopened' : 'updated', changes, reason: wanted.reason?.trim() || undefined },
  });
}

/**
 * Closes an action. Evidence of impact (what changed for children or practice) may come later, but until then the
 * action shows as complete, impact not yet evidenced; giving evidence to an action that lacks it is the same step.
 */
export function complete(
  action: Action,
  { evidence }: { readonly evidence?: string },
  { by, at, today }: Author,
): Outcome<Changed, 'already-evidenced' | 'evidence-missing' | 'withdrawn'> {
  if (action.status === 'withdrawn') return refused('withdrawn');
  const given = evidence?.trim() || undefined;
  if (action.status === 'complete' && action.impactEvidence) return refused('already-evidenced');
  if (action.status === 'complete' && !given) return refused('evidence-missing');
  const next: Action = {
    ...action,
    status: 'complete',
    completedOn: action.completedOn ?? today,
    impactEvidence: given ?? action.impactEvidence,
  };
  return done({
    action: next,
    change: { at, by, verb: action.status === 'complete' ? 'evidenced' : 'completed', changes: changesOf(action, next) },
  });
}

/** How often the due day was moved after it had first been set. */
export function timesMoved(history: readonly ActionChange[]): number {
  return history.filter(({ changes }) => changes.due?.from !== undefined).length;
}

/** The fields that differ, in the words of the history. Evidence and notes are free text and stay out of it. */
export function changesOf(before: Partial<Action>, after: Action): ActionChange['changes'] {
  const fields: [string, string | undefined, string | undefined][] = [
    ['status', before.status, after.status],
    ['due', before.dueOn, after.dueOn],
    ['agency', before.owner?.agency, after.owner.agency],
    ['group', before.owner?.group, after.owner.group],
    ['person', before.owner?.person, after.owner.person],
    ['evidence', before.impactEvidence && 'given', after.impactEvidence && 'given'],
  ];
  return Object.fromEntries(fields.filter(([, from, to]) => from !== to).map(([field, from, to]) => [field, { from, to }]));
}
