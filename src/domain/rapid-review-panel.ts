import type { Actor } from './actor.ts';
import type { Day } from './dates.ts';
import { omitUndefined } from './optional.ts';
import { accept, refuse } from './outcome.ts';
import {
  currentDecision,
  currentResponse,
  isClosed,
  type LocalDecision,
  lastRound,
  type PanelReply,
  type PanelResponse,
  type RapidReview,
} from './rapid-review.ts';
import type { ReviewOutcome } from './rapid-review-commands.ts';
import { type NewRound, replaceLastRound, startRound } from './rapid-review-decision.ts';

export interface Sending {
  readonly on: Day;
  readonly why?: string;
  readonly deadline?: Day;
  /** Sent with no agreement recorded; the round in which it is recorded where none was opened. */
  readonly withoutAgreement?: NewRound;
}

/**
 * Records that the decision was sent to the Panel, or that the review was sent before there was
 * one, so that no time limit waits for a press. After the deadline a reason is required.
 */
export function send(
  review: RapidReview,
  { on, why = '', deadline, withoutAgreement }: Sending,
  actor: Actor,
): ReviewOutcome {
  const last = lastRound(review);
  if (review.withdrawn) return refuse('withdrawn');
  if (!last?.confirmed && !withoutAgreement) return refuse('not-confirmed');
  const round = last ?? startRound(1, withoutAgreement as NewRound, actor);
  if (round.sent?.on === on) return accept({ record: review });
  if (round.sent || round.response) return refuse('sent-already');
  if (on > actor.today) return refuse('day-to-come');
  const earliest = round.confirmed?.on ?? review.awareOn;
  if (earliest && on < earliest) return refuse('days-disagree');
  const reason = why.trim() || undefined;
  if (round.number === 1 && deadline && on > deadline && !reason) return refuse('reason-missing');
  const isOpen = !round.confirmed;
  const sent = { on, ...(reason && { why: reason }), ...(isOpen && { withoutAgreement: true }) };
  const what = isOpen ? 'no agreement' : undefined;
  return replaceLastRound(
    last ? review : { ...review, rounds: [round] },
    { ...round, sent },
    omitUndefined({ type: 'sent' as const, on, what, reason }),
    actor,
  );
}

/**
 * Records what the Panel writes back. If it asks to reconsider, positions can be taken in a new
 * round; if it asks for more information, its response is still to come.
 */
export function respond(
  review: RapidReview,
  { answer, on }: { readonly answer: PanelReply; readonly on: Day },
  actor: Actor,
): ReviewOutcome {
  const round = lastRound(review);
  if (!round?.confirmed && !round?.sent) return refuse('not-confirmed');
  if (currentResponse(round))
    return currentResponse(round) === answer
      ? accept({ record: review })
      : refuse('answered-already');
  const isImported = round.openedAt === undefined;
  if (!round.sent && !isImported) return refuse('not-sent');
  if (on > actor.today) return refuse('day-to-come');
  const earliest = round.sent?.on ?? round.confirmed?.on;
  if (earliest && on < earliest) return refuse('days-disagree');
  if (answer === 'more information' && round.informationAskedOn === on)
    return accept({ record: review });
  return replaceLastRound(
    review,
    answer === 'more information'
      ? { ...round, informationAskedOn: on }
      : { ...round, response: { answer, on } },
    {
      type: 'noted the response',
      what: answer,
      on,
    },
    actor,
  );
}

/**
 * Corrects a confirmed decision or a recorded response by a new entry. The superseded one stays as
 * it was.
 */
export function correct(
  review: RapidReview,
  {
    decision,
    response,
    reason,
  }: {
    readonly decision?: LocalDecision;
    readonly response?: PanelResponse;
    readonly reason: string;
  },
  actor: Actor,
): ReviewOutcome {
  const round = lastRound(review);
  if (!round || !isClosed(round)) return refuse('not-confirmed');
  if (response && !round.response) return refuse('not-sent');
  const differing = omitUndefined({
    decision: !round.confirmed || decision === currentDecision(round) ? undefined : decision,
    response: response === currentResponse(round) ? undefined : response,
  });
  if (Object.keys(differing).length === 0) return accept({ record: review });
  if (!reason.trim()) return refuse('reason-missing');
  const correction = { ...differing, reason: reason.trim(), by: actor.by, at: actor.at };
  const event = {
    type: 'corrected' as const,
    what: Object.values(differing).join(', '),
    reason: correction.reason,
  };
  return replaceLastRound(
    review,
    { ...round, corrections: [...round.corrections, correction] },
    event,
    actor,
  );
}
