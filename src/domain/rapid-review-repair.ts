import type { Actor } from './actor.ts';
import { acceptChange, type Changes } from './change-event.ts';
import type { Day } from './dates.ts';
import { omitUndefined, trimToUndefined } from './optional.ts';
import { accept, refuse } from './outcome.ts';
import { isClosed, type RapidReview } from './rapid-review.ts';
import { CATEGORIES, type ReviewOutcome } from './rapid-review-commands.ts';

/** Whether a review can still be withdrawn: nothing was confirmed, and nothing went to the Panel. */
export const canWithdraw = ({ withdrawn, rounds }: RapidReview): boolean =>
  !withdrawn && !rounds.some((round) => isClosed(round) || round.sent);

/**
 * Withdraws a review that was opened by mistake: its clocks stop and it counts no more, while its
 * reference, its positions and its history stay. What was confirmed or went to the Panel is only
 * superseded by a correction.
 */
export function withdraw(review: RapidReview, reason: string, actor: Actor): ReviewOutcome {
  if (review.withdrawn) return accept({ record: review });
  if (!canWithdraw(review)) return refuse('past-withdrawing');
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  const withdrawn = { on: actor.today, reason: why };
  const event = { type: 'withdrawn' as const, on: actor.today, reason: why };
  return acceptChange({ ...review, withdrawn }, event, actor);
}

/** Whether it can still be found to lie outside the criteria: the Panel has not answered. */
export const canEndOutsideCriteria = ({ withdrawn, rounds }: RapidReview): boolean =>
  !withdrawn && !rounds.some(({ response }) => response);

/**
 * Ends a rapid review whose case does not meet the criteria after all. Once an incident is notified
 * its rapid review ends only with a decision or so (the Panel's answers to frequent questions).
 */
export function endOutsideCriteria(
  review: RapidReview,
  reason: string,
  actor: Actor,
): ReviewOutcome {
  if (review.withdrawn) return accept({ record: review });
  if (!canEndOutsideCriteria(review)) return refuse('answered-already');
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  const { today: on } = actor;
  const withdrawn = { on, reason: why, isOutsideCriteria: true };
  return acceptChange(
    { ...review, withdrawn },
    { type: 'outside the criteria', on, reason: why },
    actor,
  );
}

/** Takes up a withdrawn review again as it was; its clocks run from the days that they ran from. */
export function reinstate(review: RapidReview, reason: string, actor: Actor): ReviewOutcome {
  const { withdrawn, ...rest } = review;
  if (!withdrawn) return accept({ record: review });
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  return acceptChange(rest, { type: 'reinstated', reason: why }, actor);
}

/** What of an incident can have been recorded wrong. */
export interface IncidentFacts {
  readonly category?: string | undefined;
  readonly awareOn?: Day | undefined;
  readonly notifiedOn?: Day | undefined;
  /** The partnership’s year of the day of awareness. */
  readonly year?: string | undefined;
}

/**
 * Corrects what was recorded of an incident, with a reason. Its clocks run from the corrected days;
 * the history keeps the ones before.
 * @example amend(review, { awareOn: day('2021-03-10') }, 'The call was on Wednesday', actor)
 */
export function amend(
  review: RapidReview,
  { year, ...facts }: IncidentFacts,
  reason: string,
  actor: Actor,
): ReviewOutcome {
  const changes = findChanges(review, omitUndefined(facts));
  if (Object.keys(changes).length === 0) return accept({ record: review });
  const isMoved = 'awareOn' in changes;
  const amended = { ...review, ...omitUndefined({ ...facts, ...(isMoved && { year }) }) };
  const { category, awareOn, notifiedOn } = amended;
  if ('category' in changes && !CATEGORIES.some((known) => known === category))
    return refuse('category-unknown');
  if ([awareOn, notifiedOn].some((on) => on && on > actor.today)) return refuse('day-to-come');
  const later = [
    notifiedOn,
    ...review.rounds.flatMap((each) => [each.confirmed?.on, each.sent?.on]),
  ];
  if (awareOn && later.some((on) => on && on < awareOn)) return refuse('days-disagree');
  const why = trimToUndefined(reason);
  if (!why) return refuse('reason-missing');
  return acceptChange(amended, { type: 'amended', reason: why, changes }, actor);
}

function findChanges(review: RapidReview, facts: Omit<IncidentFacts, 'year'>): Changes {
  const fields = ['category', 'awareOn', 'notifiedOn'] as const;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const [from, to] = [review[field], facts[field]];
      return to === undefined || from === to ? [] : [[field, omitUndefined({ from, to })]];
    }),
  );
}
