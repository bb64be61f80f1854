import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import type { Day } from './dates.ts';
import { accept, refuse } from './outcome.ts';
import {
  countedPositions,
  currentResponse,
  isClosed,
  isRevealed,
  type LocalDecision,
  lastRound,
  outstandingPartners,
  type Position,
  type PositionAnswer,
  type RapidReview,
  type Round,
  roundAgreement,
  type WayReceived,
} from './rapid-review.ts';
import type { ReviewEvent, ReviewOutcome, ReviewRefusal } from './rapid-review-commands.ts';

export interface NewRound {
  /** The statutory partners that decide, with one voice each. */
  readonly partners: readonly string[];
  /** The statutory partners whose voice advises. */
  readonly advisers: readonly string[];
  readonly hidden: boolean;
}

/**
 * Asks the statutory partners for their positions. After the Panel has asked to reconsider, a new
 * round begins and the one before stays as it was. A round that is already open does not change.
 */
export function openRound(review: RapidReview, wanted: NewRound, actor: Actor): ReviewOutcome {
  const last = lastRound(review);
  if (review.withdrawn) return refuse('withdrawn');
  if (last && !isClosed(last)) return accept({ record: review });
  if (last && currentResponse(last) !== 'asked to reconsider') return refuse('decided-already');
  const number = review.rounds.length + 1;
  const round = startRound(number, wanted, actor);
  const { outcome: _, ...rest } = review;
  return acceptChange(
    { ...rest, rounds: [...review.rounds, round] },
    {
      type: 'opened the decision',
      round: number,
    },
    actor,
  );
}

/** A round in which nothing has been said yet. */
export function startRound(number: number, wanted: NewRound, { at }: Actor): Round {
  return { ...wanted, number, openedAt: at, positions: [], advice: [], corrections: [] };
}

export interface NewPosition {
  readonly agency: string;
  readonly answer: PositionAnswer;
  readonly rationale: string;
  readonly national: boolean;
  /** Recorded by an administrator, who received it in some way. */
  readonly onBehalf?: boolean;
  readonly received?: WayReceived;
  /** Whoever gives it declared an interest in the review: it binds them, and not their agency. */
  readonly hasDeclaredInterest?: boolean;
}

/**
 * Records one partner's position. A second one of the same agency, whichever of its leads gives it,
 * replaces the first, and both stay in the history. When the last partner has answered, all are
 * revealed for good. What is recorded on behalf of a partner counts at once where the partner has
 * given none itself; otherwise it waits until the partner agrees to it.
 */
export function takePosition(
  review: RapidReview,
  wanted: NewPosition,
  actor: Actor,
): ReviewOutcome {
  const { agency, answer, national, onBehalf, received } = wanted;
  const rationale = wanted.rationale.trim();
  return inOpenRound(review, (round) => {
    if (!round.partners.includes(agency)) return refuse('not-a-partner');
    if (wanted.hasDeclaredInterest) return refuse('declared-interest');
    if (!rationale) return refuse('rationale-missing');
    const before = round.positions.find((position) => position.agency === agency);
    const position: Position = {
      agency,
      answer,
      rationale,
      national,
      by: actor.by,
      at: actor.at,
      ...(onBehalf && { onBehalf }),
      ...(received && { received }),
    };
    const proposed = findProposal(round, agency);
    const isProposal = onBehalf && before !== undefined && isOwn(before);
    const last = isProposal ? proposed : before;
    if (last && isSamePosition(last, position) && (isProposal || !proposed))
      return accept({ record: review });
    const type = isProposal ? 'proposed on behalf' : onBehalf ? 'answered on behalf' : 'answered';
    const event = {
      type,
      ...(onBehalf && { onBehalf: agency }),
      ...(received && { what: received }),
      agency,
      answer,
      national,
      reason: rationale,
    } as const;
    const settled = withoutProposal(round, agency);
    return replaceLastRound(
      review,
      isProposal
        ? { ...settled, proposals: [...(settled.proposals ?? []), position] }
        : withPosition(settled, position, actor),
      event,
      actor,
    );
  });
}

/** Whether a position is the partner's own: it gave it, or agreed to it. */
const isOwn = ({ onBehalf, agreedBy }: Position): boolean => !onBehalf || agreedBy !== undefined;

/** What was recorded on behalf of a partner and waits for its agreement. */
export function findProposal({ proposals = [] }: Round, agency: string): Position | undefined {
  return proposals.find((each) => each.agency === agency);
}

function withoutProposal({ proposals = [], ...round }: Round, agency: string): Round {
  const others = proposals.filter((each) => each.agency !== agency);
  return { ...round, ...(others.length > 0 && { proposals: others }) };
}

/** The round with this position in the place of the agency's last; all are revealed with the last partner's. */
function withPosition(round: Round, position: Position, actor: Actor): Round {
  const others = round.positions.filter(({ agency }) => agency !== position.agency);
  const after = { ...round, positions: [...others, position] };
  const revealedAt =
    round.revealedAt ?? (outstandingPartners(after).length === 0 ? actor.at : undefined);
  return { ...after, ...(revealedAt && { revealedAt }) };
}

/** Makes what was recorded on behalf of a partner its position, for somebody who speaks for it. */
export function agree(review: RapidReview, agency: string, actor: Actor): ReviewOutcome {
  return inOpenRound(review, (round) => {
    const proposal = findProposal(round, agency);
    if (!proposal) return refuse('nothing-to-agree-to');
    const { answer, national } = proposal;
    return replaceLastRound(
      review,
      withPosition(withoutProposal(round, agency), { ...proposal, agreedBy: actor.by }, actor),
      { type: 'agreed', agency, answer, national },
      actor,
    );
  });
}

function isSamePosition(one: Position, other: Position): boolean {
  return (
    one.answer === other.answer &&
    one.rationale === other.rationale &&
    one.national === other.national &&
    one.received === other.received &&
    one.by === other.by &&
    !one.objection
  );
}

/**
 * Records a lead's objection to a position that was recorded on their agency's behalf. It stays in
 * the history and no longer counts, which leaves the partner to answer; one that waited for its
 * agreement is gone, and what the partner said itself stands. A decision that the chair confirmed
 * before it stands until it is corrected.
 */
export function object(
  review: RapidReview,
  agency: string,
  reason: string,
  actor: Actor,
): ReviewOutcome {
  const last = lastRound(review);
  return last && isConfirmedWithout(last, agency)
    ? objectIn(last)
    : inOpenRound(review, (round) => objectIn(round));

  function objectIn(round: Round): ReviewOutcome {
    const position = round.positions.find((each) => each.agency === agency);
    const proposal = findProposal(round, agency);
    if (!proposal && (!position?.onBehalf || position.agreedBy))
      return refuse('nothing-to-object-to');
    if (!proposal && position?.objection) return accept({ record: review });
    if (!reason.trim()) return refuse('reason-missing');
    const objection = { text: reason.trim(), by: actor.by, at: actor.at };
    const positions = round.positions.map((each) =>
      each === position ? { ...each, objection } : each,
    );
    return replaceLastRound(
      review,
      proposal ? withoutProposal(round, agency) : { ...round, positions },
      {
        type: 'objected',
        agency,
        reason: objection.text,
      },
      actor,
    );
  }
}

/** Whether a decision was confirmed on what was recorded on behalf of a partner, to which it never agreed. */
function isConfirmedWithout({ confirmed, positions }: Round, agency: string): boolean {
  const position = positions.find((each) => each.agency === agency);
  return confirmed !== undefined && position?.onBehalf === true && !position.agreedBy;
}

/**
 * Records the advice of somebody without a vote. A second one of the same person replaces the
 * first.
 */
export function advise(
  review: RapidReview,
  {
    agency,
    text,
    isScrutineer,
  }: { readonly agency?: string; readonly text: string; readonly isScrutineer: boolean },
  actor: Actor,
): ReviewOutcome {
  return inOpenRound(review, (round) => {
    if (!isScrutineer && !(agency && round.advisers.includes(agency)))
      return refuse('not-an-adviser');
    const statement = { text: text.trim(), by: actor.by, at: actor.at };
    if (!statement.text) return refuse('rationale-missing');
    const before = round.advice.find(({ by }) => by === actor.by);
    if (before?.text === statement.text) return accept({ record: review });
    const advice = [
      ...round.advice.filter((each) => each !== before),
      { ...statement, ...(agency && { agency }) },
    ];
    return replaceLastRound(
      review,
      { ...round, advice },
      {
        type: 'advised',
        agency,
        reason: statement.text,
      },
      actor,
    );
  });
}

/**
 * Shows the positions before all have answered, at the chair’s request; never to somebody whose own
 * agency is still to answer, who could then answer by what the others said.
 */
export function reveal(review: RapidReview, actor: Actor, agency?: string): ReviewOutcome {
  return inOpenRound(review, (round) => {
    if (round.revealedAt || !round.hidden) return accept({ record: review });
    if (!mayReveal(round, agency)) return refuse('own-position-missing');
    const shown = { ...round, revealedAt: actor.at };
    return replaceLastRound(review, shown, { type: 'revealed' }, actor);
  });
}

/** Whether there are positions to be shown, and the agency of whoever would show them has answered. */
export function mayReveal(round: Round, agency: string | undefined): boolean {
  return !isRevealed(round) && !outstandingPartners(round).some((partner) => partner === agency);
}

/**
 * Escalates a disagreement of the partners to those above them, by a day. Positions can still
 * change.
 */
export function escalate(
  review: RapidReview,
  dueOn: Day,
  reason: string,
  actor: Actor,
): ReviewOutcome {
  return inOpenRound(review, (round) => {
    const agreement = roundAgreement(round);
    if (agreement === 'waiting') return refuse('waiting-for-partners');
    if (agreement !== 'no agreement') return refuse('agreement');
    if (!reason.trim()) return refuse('reason-missing');
    if (dueOn < actor.today) return refuse('days-disagree');
    const escalation = { on: actor.today, dueOn, reason: reason.trim() };
    const event = { type: 'escalated' as const, dueOn, reason: escalation.reason };
    return replaceLastRound(review, { ...round, escalation }, event, actor);
  });
}

const UNCONFIRMED = {
  waiting: 'waiting-for-partners',
  'no agreement': 'no-agreement',
  'more information': 'more-information',
} as const satisfies Record<string, ReviewRefusal>;

/**
 * Confirms, for the chair, what all partners answered alike. From then on no position changes.
 * `decision` is what the chair read on the card: if the partners have meanwhile come to another
 * one, nothing is confirmed.
 */
export function confirm(review: RapidReview, decision: LocalDecision, actor: Actor): ReviewOutcome {
  return inOpenRound(review, (round) => {
    const agreement = roundAgreement(round);
    if (agreement !== 'LCSPR' && agreement !== 'no LCSPR') return refuse(UNCONFIRMED[agreement]);
    if (agreement !== decision) return refuse('other-decision');
    const national = countedPositions(round).filter((position) => position.national);
    const confirmed = {
      decision,
      on: actor.today,
      by: actor.by,
      at: actor.at,
      partners: round.partners,
      national: national.map(({ agency }) => agency),
    };
    return replaceLastRound(
      review,
      { ...round, confirmed },
      {
        type: 'confirmed',
        what: decision,
        on: actor.today,
      },
      actor,
    );
  });
}

function inOpenRound(review: RapidReview, decide: (round: Round) => ReviewOutcome): ReviewOutcome {
  const round = lastRound(review);
  if (review.withdrawn) return refuse('withdrawn');
  if (!round) return refuse('round-not-open');
  if (round.confirmed) return refuse('decided-already');
  return isClosed(round) ? refuse('answered-already') : decide(round);
}

/** Replaces the last round, and drops the outcome that an imported table gave. */
export function replaceLastRound(
  review: RapidReview,
  round: Round,
  details: Omit<ReviewEvent, 'at' | 'by' | 'round'>,
  actor: Actor,
) {
  const { outcome: _, ...rest } = review;
  const rounds = [...review.rounds.slice(0, -1), round];
  return acceptChange({ ...rest, rounds }, { ...details, round: round.number }, actor);
}
