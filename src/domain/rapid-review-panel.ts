import type { Day } from './dates.ts';
import { given } from './given.ts';
import { done, refused } from './outcome.ts';
import {
  decisionOf,
  type LocalDecision,
  lastRound,
  type PanelAnswer,
  type RapidReview,
  responseOf,
} from './rapid-review.ts';
import { put } from './rapid-review-decision.ts';
import type { Changed, Hand } from './rapid-review-life.ts';

/** What was decided went to the Panel. After the deadline a reason is needed and kept. */
export function send(
  review: RapidReview,
  { on, why = '', deadline }: { readonly on: Day; readonly why?: string; readonly deadline?: Day },
  hand: Hand,
): Changed {
  const round = lastRound(review);
  if (!round?.confirmed) return refused('not-confirmed');
  if (round.sent?.on === on) return done({ review });
  if (round.sent || round.response) return refused('sent-already');
  if (on > hand.today) return refused('day-to-come');
  if (on < round.confirmed.on) return refused('days-disagree');
  const reason = why.trim() || undefined;
  if (round.number === 1 && deadline && on > deadline && !reason) return refused('reason-missing');
  return put(
    review,
    { ...round, sent: given({ on, why: reason }) },
    hand,
    given({ did: 'sent' as const, on, text: reason }),
  );
}

/** The Panel's answer. Asked to reconsider, positions can be taken again in a new round. */
export function respond(
  review: RapidReview,
  { answer, on }: { readonly answer: PanelAnswer; readonly on: Day },
  hand: Hand,
): Changed {
  const round = lastRound(review);
  if (!round?.confirmed) return refused('not-confirmed');
  if (responseOf(round))
    return responseOf(round) === answer ? done({ review }) : refused('answered-already');
  const isImported = round.openedAt === undefined;
  if (!round.sent && !isImported) return refused('not-sent');
  if (on > hand.today) return refused('day-to-come');
  if (on < (round.sent?.on ?? round.confirmed.on)) return refused('days-disagree');
  return put(review, { ...round, response: { answer, on } }, hand, {
    did: 'noted the response',
    what: answer,
    on,
  });
}

/** A new entry in the place of a confirmed decision or of a recorded response. What it supersedes stays as it was. */
export function correct(
  review: RapidReview,
  {
    decision,
    response,
    reason,
  }: {
    readonly decision?: LocalDecision;
    readonly response?: PanelAnswer;
    readonly reason: string;
  },
  hand: Hand,
): Changed {
  const round = lastRound(review);
  if (!round?.confirmed) return refused('not-confirmed');
  if (response && !round.response) return refused('not-sent');
  const differing = given({
    decision: decision === decisionOf(round) ? undefined : decision,
    response: response === responseOf(round) ? undefined : response,
  });
  if (Object.keys(differing).length === 0) return done({ review });
  if (!reason.trim()) return refused('reason-missing');
  const correction = { ...differing, reason: reason.trim(), by: hand.by, at: hand.at };
  const note = {
    did: 'corrected' as const,
    what: Object.values(differing).join(', '),
    text: correction.reason,
  };
  return put(review, { ...round, corrections: [...round.corrections, correction] }, hand, note);
}
