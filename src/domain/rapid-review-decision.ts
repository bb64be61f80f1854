import type { Actor } from './actor.ts';
import { acceptChange } from './change-event.ts';
import type { Day } from './dates.ts';
import { accept, refuse } from './outcome.ts';
import {
  countedPositions,
  currentResponse,
  isRevealed,
  type LocalDecision,
  lastRound,
  outstandingPartners,
  type Position,
  type PositionAnswer,
  type RapidReview,
  type Round,
  roundAgreement,
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
  if (last && !last.confirmed) return accept({ record: review });
  if (last && currentResponse(last) !== 'asked to reconsider') return refuse('decided-already');
  const number = review.rounds.length + 1;
  const round: Round = {
    ...wanted,
    number,
    openedAt: actor.at,
    positions: [],
    advice: [],
    corrections: [],
  };
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

export interface NewPosition {
  readonly agency: string;
  readonly answer: PositionAnswer;
  readonly rationale: string;
  readonly national: boolean;
  /** Given by phone and recorded by an administrator. */
  readonly onBehalf?: boolean;
}

/**
 * Records one partner's position. A second one of the same agency, whichever of its leads gives it,
 * replaces the first, and both stay in the history. When the last partner has answered, all are
 * revealed for good.
 */
export function takePosition(
  review: RapidReview,
  wanted: NewPosition,
  actor: Actor,
): ReviewOutcome {
  const { agency, answer, national, onBehalf } = wanted;
  const rationale = wanted.rationale.trim();
  return inOpenRound(review, (round) => {
    if (!round.partners.includes(agency)) return refuse('not-a-partner');
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
    };
    if (before && isSamePosition(before, position)) return accept({ record: review });
    const positions = [...round.positions.filter((each) => each !== before), position];
    const after = { ...round, positions };
    const revealedAt =
      round.revealedAt ?? (outstandingPartners(after).length === 0 ? actor.at : undefined);
    return replaceLastRound(
      review,
      { ...after, ...(revealedAt && { revealedAt }) },
      {
        type: onBehalf ? 'answered on behalf' : 'answered',
        ...(onBehalf && { onBehalf: agency }),
        agency,
        answer,
        national,
        reason: rationale,
      },
      actor,
    );
  });
}

function isSamePosition(one: Position, other: Position): boolean {
  return (
    one.answer === other.answer &&
    one.rationale === other.rationale &&
    one.national === other.national &&
    one.by === other.by &&
    !one.objection
  );
}

/**
 * Records a lead's objection to a position that was recorded on their agency's behalf. The position
 * stays in the history and no longer counts.
 */
export function object(
  review: RapidReview,
  agency: string,
  reason: string,
  actor: Actor,
): ReviewOutcome {
  return inOpenRound(review, (round) => {
    const position = round.positions.find((each) => each.agency === agency);
    if (!position?.onBehalf) return refuse('nothing-to-object-to');
    if (position.objection) return accept({ record: review });
    if (!reason.trim()) return refuse('reason-missing');
    const objection = { text: reason.trim(), by: actor.by, at: actor.at };
    const positions = round.positions.map((each) =>
      each === position ? { ...each, objection } : each,
    );
    return replaceLastRound(
      review,
      { ...round, positions },
      {
        type: 'objected',
        agency,
        reason: objection.text,
      },
      actor,
    );
  });
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
  if (!round) return refuse('round-not-open');
  return round.confirmed ? refuse('decided-already') : decide(round);
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
