import type { Actor } from './actor.ts';
import { acceptChange, type PossibleChange } from './change-event.ts';
import type { Day } from './dates.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import { findPersonalDetail } from './privacy-guard.ts';
import type { Quorum } from './quorum.ts';

/** Whether a meeting may decide at one moment. */
export interface QuorumSnapshot {
  /** `undefined` where the group has set no quorum. */
  readonly quorum?: Quorum;
  /** The agencies that attend at this moment. */
  readonly attending: readonly string[];
  /** The recorded reason for which the chair went on without a quorum. */
  readonly proceeding?: string;
}

/** Why a decision that was recorded does not stand, and the one that was recorded in its place. */
export interface RecordedInError {
  /** Person id. */
  readonly by: string;
  readonly at: string;
  readonly reason: string;
  readonly correctedBy?: string;
}

/**
 * A decision, by whom, and whether they could take it. Its words never change: a later decision
 * stands beside it, and what was recorded in error is marked so and stays in the records.
 */
export interface Decision {
  /** The operation that recorded it. */
  readonly id: string;
  readonly group: string;
  /** The meeting at which it was taken; none for a decision between meetings. */
  readonly meetingId?: string;
  /** The title of the item of its agenda, as it was then. */
  readonly item?: string;
  readonly decidedOn: Day;
  readonly what: string;
  /** The options that were on the table. */
  readonly options: readonly string[];
  /** Who dissented and why, in words for the minutes. */
  readonly dissent?: string;
  /** The authority: the group’s own terms of reference, delegation to the chair, statute … */
  readonly authority: string;
  /**
   * The quorum when it was taken; none for a decision between meetings, or where no register was
   * open.
   */
  readonly quorumThen?: QuorumSnapshot;
  readonly priority?: string;
  /** Person id. */
  readonly recordedBy: string;
  readonly recordedAt: string;
  readonly inError?: RecordedInError;
}

export type NewDecision = Omit<Decision, 'quorumThen' | 'recordedBy' | 'recordedAt' | 'inError'>;

export type DecisionRefusal =
  | 'decision-missing'
  | 'authority-missing'
  | 'personal'
  | 'inquorate'
  | 'not-yet';

/**
 * Records a decision with the quorum at that moment. An inquorate meeting decides nothing unless
 * its chair went on with a reason (the brief: “the chair may proceed inquorate with a reason, which
 * is recorded”).
 */
export function takeDecision(
  wanted: NewDecision,
  quorumThen: QuorumSnapshot | undefined,
  { by, at, today }: Actor,
): Outcome<Decision, DecisionRefusal> {
  const what = wanted.what.trim();
  const authority = wanted.authority.trim();
  const dissent = trimToUndefined(wanted.dissent);
  if (!what) return refuse('decision-missing');
  if (!authority) return refuse('authority-missing');
  if ([what, authority, dissent ?? '', ...wanted.options].some(findPersonalDetail))
    return refuse('personal');
  if (wanted.decidedOn > today) return refuse('not-yet');
  if (quorumThen?.quorum?.quorate === false && !quorumThen.proceeding) return refuse('inquorate');
  return accept(
    omitUndefined({
      ...wanted,
      what,
      authority,
      dissent,
      quorumThen,
      recordedBy: by,
      recordedAt: at,
    }),
  );
}

/**
 * Marks a decision as recorded in error, with the reason and the one that corrects it. Marked
 * again, it stays as it was marked first.
 */
export function markInError(
  decision: Decision,
  { reason, correctedBy }: { readonly reason: string; readonly correctedBy?: string | undefined },
  { by, at }: Actor,
): Outcome<PossibleChange<Decision>, 'reason-missing'> {
  if (decision.inError) return accept({ record: decision });
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  const inError = omitUndefined({ by, at, reason: why, correctedBy });
  return acceptChange(
    { ...decision, inError },
    { type: 'recorded in error' },
    { by, at, today: decision.decidedOn },
  );
}
