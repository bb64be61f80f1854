import type { Day } from './dates.ts';

/** What a statutory partner answers to “is a local child safeguarding practice review (LCSPR) needed?”. */
export type PositionAnswer = 'needed' | 'not needed' | 'more information';

export type LocalDecision = 'LCSPR' | 'no LCSPR';

export type PanelResponse = 'agreed' | 'asked to reconsider' | 'national review';

/** One statutory partner's position: one voice for each agency, whoever of its leads and deputies gives it. */
export interface Position {
  readonly agency: string;
  readonly answer: PositionAnswer;
  readonly rationale: string;
  /** Whether the partner suggests a national review. */
  readonly national: boolean;
  /** Person id of who gave it, or recorded it. */
  readonly by: string;
  readonly at: string;
  /** Given by phone and recorded by an administrator. */
  readonly onBehalf?: boolean;
  /** A lead of the agency says that this is not its position: it counts no longer. */
  readonly objection?: Statement;
}

/** What somebody without a vote says to it: a partner whose voice advises, the scrutineer. Shown apart, never counted. */
export interface Advice extends Statement {
  readonly agency?: string;
}

export interface Statement {
  readonly text: string;
  readonly by: string;
  readonly at: string;
}

/** A decision once the chair has confirmed it. Nothing changes it; a correction supersedes it and keeps it. */
export interface ConfirmedDecision {
  readonly decision: LocalDecision;
  readonly on: Day;
  readonly by?: string;
  readonly at?: string;
  /** The partners that decided, and those that suggested a national review. */
  readonly partners: readonly string[];
  readonly national: readonly string[];
}

/** A later entry that stands in the place of a confirmed decision or of the Panel's recorded response. */
export interface Correction {
  readonly decision?: LocalDecision;
  readonly response?: PanelResponse;
  readonly reason: string;
  readonly by: string;
  readonly at: string;
}

/** One taking of positions with what became of it. A second round leaves the first as it was. */
export interface Round {
  readonly number: number;
  /** ISO instant; missing for a round of which only the result was imported. */
  readonly openedAt?: string;
  readonly partners: readonly string[];
  readonly advisers: readonly string[];
  /** Until all have answered or the chair reveals, one sees that a partner has answered, not what. */
  readonly hidden: boolean;
  readonly revealedAt?: string;
  /** The group in whose chat it was opened: its chair confirms too. */
  readonly group?: string;
  readonly positions: readonly Position[];
  readonly advice: readonly Advice[];
  readonly escalation?: { readonly on: Day; readonly dueOn: Day; readonly reason: string };
  readonly confirmed?: ConfirmedDecision;
  readonly sent?: { readonly on: Day; readonly why?: string };
  readonly response?: { readonly answer: PanelResponse; readonly on?: Day };
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

/** A serious incident from becoming aware to the Panel's answer. Reference and category only, no child. */
export interface RapidReview {
  readonly ref: string;
  readonly year?: string;
  readonly category?: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  readonly summaries: readonly Summary[];
  readonly rounds: readonly Round[];
  /** What became of it, in the words of the table from which it was imported. */
  readonly outcome?: string;
  readonly basis?: string;
  /** The last presses that changed it: one that is repeated has no second effect. */
  readonly presses: readonly string[];
}

/** The last round: the one in which positions are taken, or the result that stands. */
export const lastRound = ({ rounds }: Pick<RapidReview, 'rounds'>): Round | undefined =>
  rounds.at(-1);

/** The positions that count: one of each partner, without those that its lead objects to. */
export function countedPositions({ partners, positions }: Round): Position[] {
  return positions.filter(({ agency, objection }) => partners.includes(agency) && !objection);
}

/** The partners that have not answered. */
export function outstandingPartners(round: Round): string[] {
  const answered = new Set(countedPositions(round).map(({ agency }) => agency));
  return round.partners.filter((agency) => !answered.has(agency));
}

/** Whether one sees what was answered, and not only that it was. */
export function isRevealed({ hidden, revealedAt, confirmed }: Round): boolean {
  return !hidden || revealedAt !== undefined || confirmed !== undefined;
}

/**
 * How the partners stand to one another. There is no majority: unanimous or no agreement. All wanting more information is
 * unanimous too, and decides nothing.
 */
export type Agreement = 'waiting' | LocalDecision | 'more information' | 'no agreement';

export function roundAgreement(round: Round): Agreement {
  if (outstandingPartners(round).length > 0 || round.partners.length === 0) return 'waiting';
  const [first, ...others] = new Set(countedPositions(round).map(({ answer }) => answer));
  if (others.length > 0) return 'no agreement';
  return first === 'needed' ? 'LCSPR' : first === 'not needed' ? 'no LCSPR' : 'more information';
}

/** What a round decided, as it stands after corrections. */
export function currentDecision({ confirmed, corrections }: Round): LocalDecision | undefined {
  return corrections.findLast(({ decision }) => decision)?.decision ?? confirmed?.decision;
}

/** What the Panel answered to a round, as it stands after corrections. */
export function currentResponse({ response, corrections }: Round): PanelResponse | undefined {
  return corrections.findLast((each) => each.response)?.response ?? response?.answer;
}

/** Where a review stands between becoming aware and the Panel's answer. */
export type Stage =
  | 'open'
  | 'deciding'
  | 'no agreement'
  | 'escalated'
  | 'decided'
  | 'with the Panel'
  | 'asked to reconsider'
  | 'agreed'
  | 'national review';

export function reviewStage(review: RapidReview): Stage {
  const round = lastRound(review);
  if (!round) return 'open';
  if (!round.confirmed) {
    if (roundAgreement(round) !== 'no agreement') return 'deciding';
    return round.escalation ? 'escalated' : 'no agreement';
  }
  return currentResponse(round) ?? (round.sent ? 'with the Panel' : 'decided');
}

/** Whether its partners have decided nothing yet, or are asked to decide again. */
export function isUndecided(review: RapidReview): boolean {
  return !lastRound(review)?.confirmed;
}

/** The day on which its rapid review was finished: sent to the Panel. Of one that was imported only the decision's day is known. */
export function finishedOn({ rounds: [first] }: RapidReview): Day | undefined {
  return first?.sent?.on ?? (first?.openedAt === undefined ? first?.confirmed?.on : undefined);
}
