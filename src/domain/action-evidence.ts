import type { Action } from './action.ts';
import { type ChangedAction, toChangedAction } from './action-commands.ts';
import type { Actor } from './actor.ts';
import type { ChangeEvent } from './change-event.ts';
import { trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { Person } from './partnership.ts';

/**
 * Completes an action. Evidence of impact (what changed for children or practice) may come later;
 * until then the action shows as complete, impact not yet evidenced. Adding evidence to a complete
 * action is the same step.
 */
export function complete(
  action: Action,
  { evidence }: { readonly evidence?: string },
  actor: Actor,
): Outcome<ChangedAction, 'already-evidenced' | 'evidence-missing' | 'withdrawn'> {
  const closed = completionRefusal(action);
  if (closed) return refuse(closed);
  const shown = trimToUndefined(evidence);
  if (action.status === 'complete' && !shown) return refuse('evidence-missing');
  const next: Action = {
    ...action,
    status: 'complete',
    completedOn: action.completedOn ?? actor.today,
    impactEvidence: shown ?? action.impactEvidence,
  };
  return accept(
    toChangedAction(action.status === 'complete' ? 'evidenced' : 'completed', action, next, actor),
  );
}

/** Why an action can be neither completed nor given evidence. */
export function completionRefusal({
  status,
  impactEvidence,
}: Action): 'already-evidenced' | 'withdrawn' | undefined {
  if (status === 'withdrawn') return 'withdrawn';
  return status === 'complete' && impactEvidence ? 'already-evidenced' : undefined;
}

/** Why somebody may not verify an action. */
export type ConflictOfInterest =
  | 'own-action'
  | 'own-agency'
  | 'own-completion'
  | 'declared-interest';

/**
 * The conflict of interest that keeps somebody from verifying an action: they own it, their agency
 * owns it, alone or with others, or they completed it or gave its evidence. Nobody verifies their own work (the brief: “a
 * chair or the scrutineer verifies”). Steps before the last reopening do not count, because it
 * undid them.
 */
export function conflictOfInterest(
  { id, agency }: Pick<Person, 'id' | 'agency'>,
  { owner }: Action,
  history: readonly ChangeEvent[],
): ConflictOfInterest | undefined {
  if (owner.person === id) return 'own-action';
  if (agency !== undefined && [owner.agency, ...(owner.with ?? [])].includes(agency))
    return 'own-agency';
  const reopened = history.findLastIndex(({ type }) => type === 'reopened');
  const closing = history
    .slice(reopened + 1)
    .filter(({ type }) => type === 'completed' || type === 'evidenced');
  return closing.some(({ by }) => by === id) ? 'own-completion' : undefined;
}

export type VerificationRefusal =
  | ConflictOfInterest
  | 'not-complete'
  | 'evidence-missing'
  | 'already-verified'
  | 'reason-missing';

/** What is verified: the action with its history, and by whom. */
export interface Verification {
  readonly action: Action;
  readonly history: readonly ChangeEvent[];
  readonly judge: Pick<Person, 'id' | 'agency'>;
  /** They declared an interest in it, or in the item under which it was raised. */
  readonly hasDeclaredInterest?: boolean;
}

/**
 * Accepts the evidence, with a note if there is one: the action is closed for good unless it is
 * reopened.
 */
export function verify(
  verification: Verification,
  note: string | undefined,
  actor: Actor,
): Outcome<ChangedAction, VerificationRefusal> {
  const { action, judge } = verification;
  const refusal = judgingRefusal(verification);
  if (refusal) return refuse(refusal);
  const next: Action = { ...action, verifiedBy: judge.id, verifiedOn: actor.today };
  return accept(toChangedAction('verified', action, next, actor, trimToUndefined(note)));
}

/**
 * Sends an action back for better evidence, saying what is missing: it is complete, impact not yet
 * evidenced, again. The rejected evidence stays in the history.
 */
export function sendBack(
  verification: Verification,
  missing: string | undefined,
  actor: Actor,
): Outcome<ChangedAction, VerificationRefusal> {
  const { action } = verification;
  const refusal = judgingRefusal(verification);
  if (refusal) return refuse(refusal);
  const why = trimToUndefined(missing);
  if (!why) return refuse('reason-missing');
  const { impactEvidence: _, ...left } = action;
  return accept(toChangedAction('sent back', action, left, actor, why));
}

/** Why somebody may not judge: as the action stands, as their own work, or for an interest they declared. */
const judgingRefusal = ({ action, history, judge, hasDeclaredInterest }: Verification) =>
  verificationRefusal(action) ??
  conflictOfInterest(judge, action, history) ??
  (hasDeclaredInterest ? ('declared-interest' as const) : undefined);

/** Why an action has no evidence waiting to be verified. */
export function verificationRefusal(
  action: Action,
): 'not-complete' | 'evidence-missing' | 'already-verified' | undefined {
  if (action.status !== 'complete') return 'not-complete';
  if (!action.impactEvidence) return 'evidence-missing';
  return action.verifiedBy ? 'already-verified' : undefined;
}

/** The evidence that was last rejected, and why: a better account can begin with it. */
export function rejectedEvidence(
  history: readonly ChangeEvent[],
): { readonly evidence: string; readonly why?: string } | undefined {
  const last = history.findLast(({ changes }) => changes?.evidence !== undefined);
  const evidence = last?.changes?.evidence?.from;
  return last && evidence && last.changes?.evidence?.to === undefined
    ? { evidence, why: last.reason }
    : undefined;
}
