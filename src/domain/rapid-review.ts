import type { Day } from './dates.ts';

/**
 * A statutory partner’s answer to “is a local child safeguarding practice review (LCSPR) needed?”.
 */
export type PositionAnswer = 'needed' | 'not needed' | 'more information';

export type LocalDecision = 'LCSPR' | 'no LCSPR';

export type PanelResponse = 'agreed' | 'asked to reconsider' | 'national review';

/** What the Panel writes back; asking for more information is no answer yet. */
export type PanelReply = PanelResponse | 'more information';

/** How what a partner said reached the administrator who records it. */
export const WAYS_RECEIVED = ['by phone', 'by email', 'in the meeting'] as const;
export type WayReceived = (typeof WAYS_RECEIVED)[number];

/**
 * One statutory partner's position. An agency has one voice, whichever of its leads and deputies
 * gives it.
 */
export interface Position {
  readonly agency: string;
  readonly answer: PositionAnswer;
  readonly rationale: string;
  /** Whether the partner suggests a national review. */
  readonly national: boolean;
  /** The id of the person who gave or recorded it. */
  readonly by: string;
  readonly at: string;
  /** Recorded by an administrator, who received it in some way. */
  readonly onBehalf?: boolean;
  readonly received?: WayReceived;
  /** Who of the agency agreed to what was recorded for it: then it is theirs. */
  readonly agreedBy?: string;
  /** An objection by a lead of the agency: the position no longer counts. */
  readonly objection?: Statement;
}

/**
 * Advice by somebody without a vote: a partner whose voice advises, or the scrutineer. It is shown
 * apart and never counted.
 */
export interface Advice extends Statement {
  readonly agency?: string;
}

export interface Statement {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/**
 * A decision that the chair has confirmed. Nothing changes it; a correction supersedes it and keeps
 * it.
 */
export interface ConfirmedDecision {
  readonly decision: LocalDecision;
  readonly on: Day;
  readonly by?: string;
  readonly at?: string;
  /** The partners that decided, and those that suggested a national review. */
  readonly partners: readonly string[];
  readonly national: readonly string[];
}

/** A later entry that supersedes a confirmed decision or the Panel’s recorded response. */
export interface Correction {
  readonly decision?: LocalDecision;
  readonly response?: PanelResponse;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One round of positions and its result. A second round leaves the first as it was. */
export interface Round {
  readonly number: number;
  /** ISO instant; missing for a round whose result was imported. */
  readonly openedAt?: string;
  readonly partners: readonly string[];
  readonly advisers: readonly string[];
  /**
   * Whether positions stay hidden until all have answered or the chair reveals them; that a partner
   * has answered is always shown.
   */
  readonly hidden: boolean;
  readonly revealedAt?: string;
  readonly positions: readonly Position[];
  /**
   * Recorded on behalf of partners that have spoken for themselves: none counts before somebody who
   * speaks for the partner agrees to it.
   */
  readonly proposals?: readonly Position[];
  readonly advice: readonly Advice[];
  readonly escalation?: { readonly on: Day; readonly dueOn: Day; readonly reason: string };
  readonly confirmed?: ConfirmedDecision;
  /** `withoutAgreement`: before a decision was confirmed, so that no time limit waited for one. */
  readonly sent?: { readonly on: Day; readonly why?: string; readonly withoutAgreement?: boolean };
  readonly response?: { readonly answer: PanelResponse; readonly on?: Day };
  /** The day on which the Panel asked for more information, before it answered. */
  readonly informationAskedOn?: Day;
  readonly corrections: readonly Correction[];
}

/** An agency that was asked for its summary of involvement. */
export interface Summary {
  readonly agency: string;
  readonly askedOn: Day;
  readonly dueOn: Day;
  readonly state: 'asked' | 'returned' | 'nothing known' | 'late';
  readonly on?: Day;
}

/**
 * A serious incident, from becoming aware to the Panel's response. It has a reference and a
 * category, and nothing about a child.
 */
export interface RapidReview {
  readonly ref: string;
  readonly year?: string;
  readonly category?: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  readonly summaries: readonly Summary[];
  readonly rounds: readonly Round[];
  /** The outcome in the words of the table from which it was imported. */
  readonly outcome?: string;
  readonly basis?: string;
  /**
   * It ended without a decision, opened by mistake or because the case does not meet the criteria
   * after all: no clock of it runs, and it counts nowhere among the decisions.
   */
  readonly withdrawn?: {
    readonly on?: Day;
    readonly reason: string;
    readonly isOutsideCriteria?: boolean;
  };
}

/** The last round: the one in which positions are taken, or whose result stands. */
export const lastRound = ({ rounds }: Pick<RapidReview, 'rounds'>): Round | undefined =>
  rounds.at(-1);

/** Whether nothing can be said in a round any more: its decision is confirmed, or the Panel has answered. */
export function isClosed({ confirmed, response }: Round): boolean {
  return confirmed !== undefined || response !== undefined;
}

/** The positions that count: one for each partner, without those that its lead objects to. */
export function countedPositions({ partners, positions }: Round): Position[] {
  return positions.filter(({ agency, objection }) => partners.includes(agency) && !objection);
}

/** The partners that have not answered. */
export function outstandingPartners(round: Round): string[] {
  const answered = new Set(countedPositions(round).map(({ agency }) => agency));
  return round.partners.filter((agency) => !answered.has(agency));
}

/** Whether the positions themselves are shown, and not only that they were given. */
export function isRevealed({ hidden, revealedAt, confirmed }: Round): boolean {
  return !hidden || revealedAt !== undefined || confirmed !== undefined;
}

/**
 * Whether the partners agree. There is no majority: they are unanimous or there is no agreement.
 * All asking for more information is unanimous too, and decides nothing.
 */
export type Agreement = 'waiting' | LocalDecision | 'more information' | 'no agreement';

export function roundAgreement(round: Round): Agreement {
  if (outstandingPartners(round).length > 0 || round.partners.length === 0) return 'waiting';
  const [first, ...others] = new Set(countedPositions(round).map(({ answer }) => answer));
  if (others.length > 0) return 'no agreement';
  return first === 'needed' ? 'LCSPR' : first === 'not needed' ? 'no LCSPR' : 'more information';
}

/** The decision of a round after corrections. */
export function currentDecision({ confirmed, corrections }: Round): LocalDecision | undefined {
  return corrections.findLast(({ decision }) => decision)?.decision ?? confirmed?.decision;
}

/** The Panel’s response to a round after corrections. */
export function currentResponse({ response, corrections }: Round): PanelResponse | undefined {
  return corrections.findLast((each) => each.response)?.response ?? response?.answer;
}

/** The stage of a review between becoming aware and the Panel’s response. */
export type Stage =
  | 'withdrawn'
  | 'open'
  | 'deciding'
  | 'no agreement'
  | 'escalated'
  | 'decided'
  | 'with the Panel'
  | 'asked for more information'
  | 'asked to reconsider'
  | 'agreed'
  | 'national review';

export function reviewStage(review: RapidReview): Stage {
  const round = lastRound(review);
  if (review.withdrawn) return 'withdrawn';
  if (!round) return 'open';
  if (!isClosed(round) && !round.sent) {
    if (roundAgreement(round) !== 'no agreement') return 'deciding';
    return round.escalation ? 'escalated' : 'no agreement';
  }
  const waiting = round.informationAskedOn ? 'asked for more information' : 'with the Panel';
  return currentResponse(round) ?? (round.sent || round.informationAskedOn ? waiting : 'decided');
}

/** Whether the partners of a review have decided nothing yet, or are asked to decide again. */
export function isUndecided(review: RapidReview): boolean {
  const round = lastRound(review);
  return !review.withdrawn && (!round || !isClosed(round));
}

/**
 * The day on which a rapid review was sent to the Panel, which finishes it. For an imported one it
 * is the day of the decision.
 */
export function finishedOn({ rounds: [first] }: RapidReview): Day | undefined {
  return first?.sent?.on ?? (first?.openedAt === undefined ? first?.confirmed?.on : undefined);
}
