import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import type { Day } from './dates.ts';
import { trimToUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';

/**
 * An incident that somebody referred and that did not become a rapid review: the day, from whom and
 * why not. It holds nothing about a child.
 */
export interface Referral {
  readonly id: string;
  readonly on: Day;
  /** An agency or a post. */
  readonly from: string;
  readonly whyNot: string;
  readonly basis?: string;
}

export type ReferralRefusal = 'day-to-come' | 'from-missing' | 'reason-missing';

/** Records a referral that did not become a rapid review. */
export function recordReferral(
  { id, on, from, whyNot }: Referral,
  actor: Actor,
): Outcome<Change<Referral>, ReferralRefusal> {
  const [who, why] = [trimToUndefined(from), trimToUndefined(whyNot)];
  if (on > actor.today) return refuse('day-to-come');
  if (!who) return refuse('from-missing');
  if (!why) return refuse('reason-missing');
  const referral = { id, on, from: who, whyNot: why };
  return acceptChange(referral, { type: 'recorded', reason: why }, actor);
}

/** @example nextReferralId(['REF-2021-01'], '2021') // 'REF-2021-02' */
export function nextReferralId(known: readonly string[], year: string): string {
  const prefix = `REF-${year}-`;
  const numbers = known
    .filter((id) => id.startsWith(prefix))
    .map((id) => Number(id.slice(prefix.length)));
  const next = Math.max(0, ...numbers.filter(Number.isFinite)) + 1;
  return `${prefix}${String(next).padStart(2, '0')}`;
}
