import type { Actor } from './actor.ts';
import { acceptChange, type Change } from './change-event.ts';
import type { Day } from './dates.ts';
import { omitUndefined } from './optional.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Owner } from './partnership.ts';

/** Something that may go wrong, with who watches it. */
export interface Risk {
  readonly id: string;
  readonly title: string;
  readonly ownerAgency?: string;
  readonly ownerGroup?: string;
  /** 1 (rare) to 5 (almost certain). */
  readonly likelihood?: number;
  /** 1 (slight) to 5 (severe). */
  readonly impact?: number;
  readonly controls?: string;
  readonly nextReviewOn?: Day;
  readonly closedOn?: Day;
  readonly basis?: string;
}

/** One look at a risk: the score that was given, by whom and why. Reviews are never changed. */
export interface RiskReview {
  readonly risk: string;
  /** ISO instant; of an imported one its day. */
  readonly at: string;
  /** Person id, or a name that an imported file has. */
  readonly by: string;
  readonly likelihood: number;
  readonly impact: number;
  readonly reason: string;
  readonly controls?: string;
  readonly nextReviewOn?: Day;
}

export type RiskRefusal =
  | 'title-missing'
  | 'owner-missing'
  | 'reason-missing'
  | 'review-day-past'
  | 'already-closed';

/** Whose a risk is. */
export const riskOwner = ({ ownerAgency: agency, ownerGroup: group }: Risk): Owner =>
  omitUndefined({ agency, group });

/** Likelihood times impact, 1 to 25; `undefined` for a risk that nobody has scored. */
export function riskScore({ likelihood, impact }: Pick<Risk, 'likelihood' | 'impact'>) {
  return likelihood && impact ? likelihood * impact : undefined;
}

/** Scores from which a risk is amber and red; a proposal, for no guidance sets them. */
export const AMBER_FROM = 9;
export const RED_FROM = 16;

export type RiskLevel = 'red' | 'amber' | 'green' | 'unscored';

/**
 * How bad a risk is.
 * @example riskLevel({ likelihood: 4, impact: 4 }) // 'red'
 */
export function riskLevel(risk: Pick<Risk, 'likelihood' | 'impact'>): RiskLevel {
  const score = riskScore(risk);
  if (score === undefined) return 'unscored';
  return score >= RED_FROM ? 'red' : score >= AMBER_FROM ? 'amber' : 'green';
}

/** How a score moved. */
export interface RiskMove {
  readonly from: number;
  readonly to: number;
}

/**
 * How the score of a risk moved since a day, or at its last review; `undefined` where nothing is
 * recorded from before. `first` is the score that it had before any review.
 * @example riskMove(risk, [{ at: '2021-02-01', likelihood: 3, impact: 4, … }], { since: '2021-03-01' }) // { from: 12, to: 20 }
 */
export function riskMove(
  risk: Pick<Risk, 'likelihood' | 'impact'>,
  reviews: readonly Pick<RiskReview, 'at' | 'likelihood' | 'impact'>[],
  { since, first }: { readonly since?: Day | undefined; readonly first?: number | undefined },
): RiskMove | undefined {
  const to = riskScore(risk);
  const inOrder = [...reviews].sort((a, b) => a.at.localeCompare(b.at));
  const before = since ? inOrder.findLast(({ at }) => at < since) : inOrder.at(-2);
  const isReviewed = inOrder.length > 0;
  const from = before ? riskScore(before) : isReviewed ? first : undefined;
  return from !== undefined && to !== undefined ? { from, to } : undefined;
}

/** Whether the review day has gone by. */
export function isPastReview({ closedOn, nextReviewOn }: Risk, today: Day): boolean {
  return !closedOn && nextReviewOn !== undefined && nextReviewOn < today;
}

/** Open risks by score, the worst first; of equal ones, the review that is longest due. */
export function worstFirst(risks: readonly Risk[]): Risk[] {
  const byDay = ({ nextReviewOn }: Risk) => nextReviewOn ?? '9999-12-31';
  return risks
    .filter(({ closedOn }) => !closedOn)
    .sort(
      (a, b) =>
        (riskScore(b) ?? 0) - (riskScore(a) ?? 0) ||
        byDay(a).localeCompare(byDay(b)) ||
        a.id.localeCompare(b.id, 'en', { numeric: true }),
    );
}

/** What somebody says of a risk when they look at it. */
export interface RiskJudgement {
  readonly likelihood: number;
  readonly impact: number;
  readonly controls?: string | undefined;
  readonly nextReviewOn?: Day | undefined;
  readonly reason: string;
}

/** Gives a risk its score of today, with the day on which it is looked at next. */
export function review(
  risk: Risk,
  { likelihood, impact, controls, nextReviewOn, reason }: RiskJudgement,
  actor: Actor,
): Outcome<Change<Risk>, RiskRefusal> {
  if (risk.closedOn) return refuse('already-closed');
  if (!reason.trim()) return refuse('reason-missing');
  if (!nextReviewOn || nextReviewOn <= actor.today) return refuse('review-day-past');
  const { controls: _, ...rest } = risk;
  const reviewed = { ...rest, likelihood, impact, nextReviewOn, ...(controls && { controls }) };
  const changes = {
    score: { ...fromScore(risk), to: String(likelihood * impact) },
    nextReviewOn: { ...(risk.nextReviewOn && { from: risk.nextReviewOn }), to: nextReviewOn },
  };
  return acceptChange(reviewed, { type: 'reviewed', reason: reason.trim(), changes }, actor);
}

/** Puts a new risk on the register. */
export function add(risk: Risk, reason: string, actor: Actor): Outcome<Change<Risk>, RiskRefusal> {
  if (!risk.title.trim()) return refuse('title-missing');
  if (!risk.ownerAgency && !risk.ownerGroup) return refuse('owner-missing');
  if (!reason.trim()) return refuse('reason-missing');
  if (!risk.nextReviewOn || risk.nextReviewOn <= actor.today) return refuse('review-day-past');
  return acceptChange(risk, { type: 'added', reason: reason.trim() }, actor);
}

/** Takes a risk off the register; it stays in the records with its history. */
export function close(
  risk: Risk,
  reason: string,
  actor: Actor,
): Outcome<Change<Risk>, RiskRefusal> {
  if (risk.closedOn) return refuse('already-closed');
  if (!reason.trim()) return refuse('reason-missing');
  const { nextReviewOn: _, ...rest } = risk;
  const closed = { ...rest, closedOn: actor.today };
  return acceptChange(closed, { type: 'closed', reason: reason.trim() }, actor);
}

/** The review that a change is kept as, for the history of scores. */
export function toRiskReview(
  { id }: Risk,
  { likelihood, impact, controls, nextReviewOn, reason }: RiskJudgement,
  { by, at }: Actor,
): RiskReview {
  return {
    risk: id,
    at,
    by,
    likelihood,
    impact,
    reason: reason.trim(),
    ...(controls && { controls }),
    ...(nextReviewOn && { nextReviewOn }),
  };
}

function fromScore(risk: Risk): { readonly from?: string } {
  const score = riskScore(risk);
  return score === undefined ? {} : { from: String(score) };
}
