import type { Actor } from './actor.ts';
import {
  acceptChange,
  type Change,
  type ChangeEvent,
  type PossibleChange,
} from './change-event.ts';
import type { Day } from './dates.ts';
import type { Lcspr } from './lcspr.ts';
import { accept, type Outcome, refuse } from './outcome.ts';
import type { PositionAnswer, RapidReview } from './rapid-review.ts';

/**
 * One event in a review's history, from which nothing is ever removed. Its reason may be a
 * rationale or advice.
 */
export interface ReviewEvent extends ChangeEvent {
  readonly type: ReviewEventType;
  readonly round?: number;
  readonly agency?: string;
  /** The case that joined an LCSPR. */
  readonly ref?: string;
  readonly on?: Day;
  readonly dueOn?: Day;
  readonly answer?: PositionAnswer;
  readonly national?: boolean;
  /** Of an LCSPR: as it was before, for one press that takes the change back. */
  readonly before?: Lcspr;
  /** A decision, a response, the name of an LCSPR, how a summary came back or a position was received. */
  readonly what?: string;
}

export type ReviewEventType =
  | 'opened'
  | 'amended'
  | 'withdrawn'
  | 'reinstated'
  | 'outside the criteria'
  | 'notified'
  | 'asked for a summary'
  | 'noted a summary'
  | 'opened the decision'
  | 'answered'
  | 'answered on behalf'
  | 'proposed on behalf'
  | 'agreed'
  | 'objected'
  | 'advised'
  | 'revealed'
  | 'escalated'
  | 'confirmed'
  | 'sent'
  | 'noted the response'
  | 'corrected'
  | 'started an LCSPR'
  | 'joined an LCSPR'
  | 'delayed'
  | 'published'
  | 'withheld'
  | 'told the Panel of a delay'
  | 'noted of an LCSPR'
  | 'amended an LCSPR'
  | 'set a milestone'
  | 'reached a milestone'
  | 'reopened an LCSPR'
  | 'withdrew an LCSPR'
  | 'reinstated an LCSPR'
  | 'undone of an LCSPR';

export type ReviewChange = PossibleChange<RapidReview, ReviewEvent>;

export type ReviewRefusal =
  | 'category-unknown'
  | 'days-disagree'
  | 'day-to-come'
  | 'reason-missing'
  | 'withdrawn'
  | 'past-withdrawing'
  | 'agency-not-asked'
  | 'round-not-open'
  | 'decided-already'
  | 'not-a-partner'
  | 'declared-interest'
  | 'rationale-missing'
  | 'not-an-adviser'
  | 'nothing-to-agree-to'
  | 'nothing-to-object-to'
  | 'own-position-missing'
  | 'waiting-for-partners'
  | 'no-agreement'
  | 'agreement'
  | 'more-information'
  | 'other-decision'
  | 'not-confirmed'
  | 'sent-already'
  | 'not-sent'
  | 'answered-already';

export type ReviewOutcome = Outcome<ReviewChange, ReviewRefusal>;

/**
 * The death of a child whom the council looked after: the Secretary of State and Ofsted are notified
 * too, whether or not abuse or neglect is known or suspected (Working Together, on notifying
 * incidents).
 */
export const LOOKED_AFTER_DEATH = 'death of a looked-after child';

/** The categories of Working Together: all that is said of a case. */
export const CATEGORIES = ['death', 'serious harm', LOOKED_AFTER_DEATH] as const;

export interface NewReview {
  readonly ref: string;
  readonly year: string;
  readonly category: string;
  readonly awareOn: Day;
  readonly notifiedOn?: Day;
}

/** Opens a review, from which its clocks run. */
export function openReview(
  wanted: NewReview,
  actor: Actor,
): Outcome<Change<RapidReview, ReviewEvent>, ReviewRefusal> {
  if (!CATEGORIES.some((category) => category === wanted.category))
    return refuse('category-unknown');
  if (wanted.awareOn > actor.today || (wanted.notifiedOn && wanted.notifiedOn > actor.today))
    return refuse('day-to-come');
  if (wanted.notifiedOn && wanted.notifiedOn < wanted.awareOn) return refuse('days-disagree');
  const review: RapidReview = { ...wanted, summaries: [], rounds: [] };
  return acceptChange(
    review,
    {
      type: 'opened',
      on: wanted.awareOn,
      what: wanted.category,
    },
    actor,
  );
}

/**
 * Records that the Panel was notified. The history keeps the first day when another one is
 * recorded.
 */
export function notify(review: RapidReview, on: Day, actor: Actor): ReviewOutcome {
  if (review.withdrawn) return refuse('withdrawn');
  if (on > actor.today) return refuse('day-to-come');
  if (review.awareOn && on < review.awareOn) return refuse('days-disagree');
  if (review.notifiedOn === on) return accept({ record: review });
  return acceptChange({ ...review, notifiedOn: on }, { type: 'notified', on }, actor);
}

/**
 * Asks agencies for their summaries by a day. An agency that was asked before and has not answered
 * gets the new day.
 */
export function requestSummaries(
  review: RapidReview,
  { agencies, dueOn }: { readonly agencies: readonly string[]; readonly dueOn: Day },
  actor: Actor,
): ReviewOutcome {
  if (review.withdrawn) return refuse('withdrawn');
  const isOpen = (agency: string) => {
    const known = review.summaries.find((summary) => summary.agency === agency);
    return !known || (known.state === 'asked' && known.dueOn !== dueOn);
  };
  const asked = agencies.filter(isOpen);
  if (asked.length === 0) return accept({ record: review });
  if (dueOn < actor.today) return refuse('days-disagree');
  const others = review.summaries.filter(({ agency }) => !asked.includes(agency));
  const summaries = asked.map((agency) => ({
    agency,
    askedOn: actor.today,
    dueOn,
    state: 'asked' as const,
  }));
  const event = { type: 'asked for a summary' as const, dueOn, what: asked.join(', ') };
  return acceptChange({ ...review, summaries: [...others, ...summaries] }, event, actor);
}

/** Records that an agency's summary came, that it knows nothing, or that it is late. */
export function noteSummary(
  review: RapidReview,
  {
    agency,
    state,
  }: { readonly agency: string; readonly state: 'returned' | 'nothing known' | 'late' },
  actor: Actor,
): ReviewOutcome {
  const known = review.summaries.find((summary) => summary.agency === agency);
  if (review.withdrawn) return refuse('withdrawn');
  if (!known) return refuse('agency-not-asked');
  if (known.state === state) return accept({ record: review });
  const after = { ...known, state, on: actor.today };
  const summaries = review.summaries.map((summary) => (summary === known ? after : summary));
  return acceptChange(
    { ...review, summaries },
    {
      type: 'noted a summary',
      agency,
      what: state,
      on: actor.today,
    },
    actor,
  );
}

/** The agencies whose summary has neither arrived nor been excused. */
export function awaitedAgencies({ summaries }: RapidReview): string[] {
  return summaries
    .filter(({ state }) => state === 'asked' || state === 'late')
    .map(({ agency }) => agency);
}
