import { type Action, hasOwner, isOpen } from './action.ts';
import type { Actor } from './actor.ts';
import type { BankHolidays } from './bank-holidays.ts';
import { acceptChange, type Change } from './change-event.ts';
import type { Day } from './dates.ts';
import { workingDaysFrom } from './notices/steps.ts';
import { type Outcome, refuse } from './outcome.ts';
import type { Owner } from './partnership.ts';
import { changeFields } from './record-change.ts';
import type { Source } from './source.ts';

/** Something that a source asks of the partnership, in the source's own words. */
export interface Recommendation {
  readonly ref: string;
  /** Id of the source that asks for it. */
  readonly source: string;
  readonly text: string;
  /** The agencies of which it asks something; none where it asks it of all. */
  readonly addressedTo: readonly string[];
  readonly responseDueOn?: Day;
  readonly response?: Response;
  readonly responseReason?: string;
  readonly respondedOn?: Day;
  /** Ids of themes that people gave it. */
  readonly themes: readonly string[];
  /** The earlier recommendation that it says again. */
  readonly repeats?: string;
  /** References of the actions that serve it; an action may serve several. */
  readonly actions: readonly string[];
  readonly evidence?: string;
  /** Person id. */
  readonly evidenceBy?: string;
  readonly evidenceOn?: Day;
  readonly verifiedBy?: string;
  readonly verifiedOn?: Day;
  readonly basis?: string;
}

export const RESPONSES = ['accepted', 'not accepted'] as const;
export type Response = (typeof RESPONSES)[number];

/** How far a recommendation is, in the order in which it goes on; it follows from the records. */
export const RECOMMENDATION_STATES = [
  'awaiting a response',
  'not accepted',
  'accepted',
  'actions complete',
  'evidence to verify',
  'met',
] as const;
export type RecommendationState = (typeof RECOMMENDATION_STATES)[number];

export type RecommendationRefusal =
  | 'text-missing'
  | 'reason-missing'
  | 'evidence-missing'
  | 'not-accepted-yet'
  | 'already-met'
  | 'no-evidence'
  | 'own-evidence'
  | 'linked-already'
  | 'not-linked'
  | 'repeats-itself';

/**
 * The state of a recommendation (decision 32). `actions` are those that it names, as far as the
 * records have them: one that they do not have is not known to be complete, and a withdrawn one does
 * not count.
 * @example recommendationState({ ...recommendation, response: 'accepted', actions: [] }, []) // 'accepted'
 */
export function recommendationState(
  recommendation: Recommendation,
  actions: readonly Pick<Action, 'ref' | 'status'>[],
): RecommendationState {
  const { response, evidence, verifiedBy } = recommendation;
  if (!response) return 'awaiting a response';
  if (response === 'not accepted') return 'not accepted';
  if (evidence) return verifiedBy ? 'met' : 'evidence to verify';
  const statuses = recommendation.actions
    .map((ref) => actions.find((action) => action.ref === ref)?.status)
    .filter((status) => status !== 'withdrawn');
  const isDone = statuses.length > 0 && statuses.every((status) => status === 'complete');
  return isDone ? 'actions complete' : 'accepted';
}

/** A recommendation with what follows from the records around it. */
export interface KnownRecommendation {
  readonly recommendation: Recommendation;
  readonly source: Source;
  readonly state: RecommendationState;
  /** Those of its actions that the records have. */
  readonly actions: readonly Action[];
  /** The last day for a response that nobody has given yet. */
  readonly dueOn?: Day;
  readonly isLate: boolean;
}

/** Whether nothing more is to be done for it: it is met, or was not accepted. */
export const isSettled = (state: RecommendationState): boolean =>
  state === 'met' || state === 'not accepted';

/**
 * Whether nobody is to do it, or by no day: it waits for a response, or was accepted and is not done,
 * and no agency or action's owner, or no day of a response, of an action, or of its source from which
 * one is reckoned, is recorded.
 */
export function isUnassigned({
  recommendation,
  state,
  actions,
  source,
}: Pick<KnownRecommendation, 'recommendation' | 'state' | 'actions' | 'source'>): boolean {
  if (state !== 'awaiting a response' && state !== 'accepted') return false;
  const open = actions.filter(isOpen);
  const isOwned = recommendation.addressedTo.length > 0 || open.some(hasOwner);
  const isDated =
    (recommendation.responseDueOn ?? source.on) !== undefined ||
    open.some((action) => action.dueOn !== undefined);
  return !isOwned || !isDated;
}

/** So many working days there are for a response; no source sets this, it is our proposal. */
export const RESPONSE_WORKING_DAYS = 20;

/** The last day for saying whether it is accepted: as recorded, else reckoned from the source's day. */
export function responseDueOn(
  { responseDueOn: recorded }: Pick<Recommendation, 'responseDueOn'>,
  source: Pick<Source, 'on'> | undefined,
  bankHolidays: BankHolidays,
): Day | undefined {
  if (recorded) return recorded;
  return source?.on && workingDaysFrom(source.on, RESPONSE_WORKING_DAYS, bankHolidays);
}

/** Whose answer it waits for: the agencies that it is addressed to. */
export function recommendationOwner({ addressedTo }: Pick<Recommendation, 'addressedTo'>): Owner {
  const [agency, ...others] = addressedTo;
  return { ...(agency && { agency }), ...(others.length > 0 && { with: others }) };
}

type Decided = Outcome<Change<Recommendation>, RecommendationRefusal>;

/** Puts a recommendation under its source. */
export function addRecommendation(recommendation: Recommendation, actor: Actor): Decided {
  if (!recommendation.text.trim()) return refuse('text-missing');
  return acceptChange(recommendation, { type: 'added' }, actor);
}

/** Says that it is accepted, or that it is not and why. */
export function respond(
  recommendation: Recommendation,
  { response, reason = '' }: { readonly response: Response; readonly reason?: string | undefined },
  actor: Actor,
): Decided {
  if (recommendation.verifiedBy) return refuse('already-met');
  const responseReason = reason.trim() || undefined;
  if (response === 'not accepted' && !responseReason) return refuse('reason-missing');
  const patch = { response, responseReason, respondedOn: actor.today };
  return changeFields(recommendation, patch, { type: response }, actor);
}

/** Names an action that serves it. */
export function linkAction(recommendation: Recommendation, ref: string, actor: Actor): Decided {
  const { actions } = recommendation;
  if (actions.includes(ref)) return refuse('linked-already');
  return changeFields(recommendation, { actions: [...actions, ref] }, { type: 'linked' }, actor);
}

/** Takes an action from it that does not serve it. */
export function unlinkAction(recommendation: Recommendation, ref: string, actor: Actor): Decided {
  const { actions } = recommendation;
  if (!actions.includes(ref)) return refuse('not-linked');
  const left = actions.filter((each) => each !== ref);
  return changeFields(recommendation, { actions: left }, { type: 'unlinked' }, actor);
}

/** Says what came of it; that its actions are done is not evidence. */
export function giveEvidence(
  recommendation: Recommendation,
  evidence: string,
  actor: Actor,
): Decided {
  if (recommendation.response !== 'accepted') return refuse('not-accepted-yet');
  if (recommendation.verifiedBy) return refuse('already-met');
  if (!evidence.trim()) return refuse('evidence-missing');
  const patch = { evidence: evidence.trim(), evidenceBy: actor.by, evidenceOn: actor.today };
  return changeFields(recommendation, patch, { type: 'evidenced' }, actor);
}

/** Judges that the evidence shows it is met; never by whoever wrote it. */
export function verify(recommendation: Recommendation, actor: Actor): Decided {
  if (recommendation.verifiedBy) return refuse('already-met');
  if (!recommendation.evidence) return refuse('no-evidence');
  if (recommendation.evidenceBy === actor.by) return refuse('own-evidence');
  const patch = { verifiedBy: actor.by, verifiedOn: actor.today };
  return changeFields(recommendation, patch, { type: 'verified' }, actor);
}

/** Judges that the evidence does not show it; the history keeps what it was. */
export function sendBack(recommendation: Recommendation, reason: string, actor: Actor): Decided {
  if (!recommendation.evidence) return refuse('no-evidence');
  if (!reason.trim()) return refuse('reason-missing');
  const patch = {
    evidence: undefined,
    evidenceBy: undefined,
    evidenceOn: undefined,
    verifiedBy: undefined,
    verifiedOn: undefined,
  };
  const details = { type: 'sent back', reason: reason.trim() };
  return changeFields(recommendation, patch, details, actor);
}

/** Says which earlier recommendation it repeats, or that it repeats none. */
export function setRepeats(
  recommendation: Recommendation,
  earlier: string | undefined,
  all: readonly Recommendation[],
  actor: Actor,
): Decided {
  const isCircle = earlier && earlierOnes(earlier, all).includes(recommendation.ref);
  if (isCircle) return refuse('repeats-itself');
  return changeFields(recommendation, { repeats: earlier }, { type: 'repeat noted' }, actor);
}

/** The recommendation with those that it repeats, itself first, the earliest last. */
export function earlierOnes(ref: string, all: readonly Recommendation[]): string[] {
  const chain: string[] = [];
  for (let at: string | undefined = ref; at && !chain.includes(at); ) {
    chain.push(at);
    const current: string = at;
    at = all.find((each) => each.ref === current)?.repeats;
  }
  return chain;
}

/** Gives it a theme, or takes it away. */
export function setThemes(
  recommendation: Recommendation,
  themes: readonly string[],
  actor: Actor,
): Decided {
  return changeFields(recommendation, { themes }, { type: 'themed' }, actor);
}
