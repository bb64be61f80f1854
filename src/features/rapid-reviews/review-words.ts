import { formatList } from '../../answers/words.ts';
import type { Colour } from '../../contract/answer.ts';
import { formatDay } from '../../domain/dates.ts';
import { agencyName } from '../../domain/directory.ts';
import { describeLcspr } from '../../domain/lcspr.ts';
import {
  currentDecision,
  isClosed,
  isUndecided,
  lastRound,
  outstandingPartners,
  type PanelResponse,
  type PositionAnswer,
  type RapidReview,
  reviewStage,
} from '../../domain/rapid-review.ts';
import { lcsprsCovering } from '../lcsprs/queries.ts';
import { findReviewDeadlines } from './deadline-words.ts';
import type { ReviewContext } from './find-review.ts';

export const ANSWERS: Readonly<Record<PositionAnswer, string>> = {
  needed: 'LCSPR needed',
  'not needed': 'LCSPR not needed',
  'more information': 'more information first',
};

export const RESPONSES: Readonly<Record<PanelResponse, string>> = {
  agreed: 'the Panel agreed',
  'asked to reconsider': 'the Panel asked to reconsider',
  'national review': 'the Panel does its own national review',
};

/** `RR-2021-01 · serious harm`: all that is ever said of a case. */
export const reviewTitle = ({ ref, category }: RapidReview): string =>
  [ref, category].filter(Boolean).join(' · ');

/** Where a review stands. The decision is named only to those who may know it. */
export function describeState(review: RapidReview, context: ReviewContext): string {
  const { directory, today, seesPositions } = context;
  const round = lastRound(review);
  const covering = lcsprsCovering(review.ref, context);
  const decision = seesPositions && round ? currentDecision(round) : undefined;
  const isConfirmed = round?.confirmed !== undefined;
  const confirmed = decision ? `decided: ${decision}` : 'decided';
  const decided = isConfirmed ? confirmed : 'no agreement recorded';
  const stage = reviewStage(review);
  if (covering.length > 0 && round && isClosed(round))
    return formatList(covering.map((lcspr) => `${describeLcspr(lcspr)} as ${lcspr.name}`));
  switch (stage) {
    case 'withdrawn':
      return review.withdrawn?.isOutsideCriteria
        ? `does not meet the criteria after all: ${review.withdrawn.reason}`
        : `withdrawn, opened by mistake: ${review.withdrawn?.reason}`;
    case 'open':
      return 'not decided yet';
    case 'deciding': {
      const { partners = [] } = round ?? {};
      return `open for decision, ${partners.length - (round ? outstandingPartners(round).length : 0)} of ${partners.length} partners have answered`;
    }
    case 'no agreement':
      return 'no agreement between the partners';
    case 'escalated':
      return `no agreement, escalated; an answer is due ${round?.escalation ? formatDay(round.escalation.dueOn, today) : ''}`.trim();
    case 'decided':
      // Of a table's row only the result is known.
      return round?.openedAt === undefined
        ? `${decided}; no answer of the Panel is recorded`
        : `${decided}, not yet sent to the Panel`;
    case 'with the Panel':
      return `${decided}, with the Panel since ${round?.sent ? formatDay(round.sent.on, today) : directory.partnership.shortName}`;
    case 'asked for more information':
      return `${decided}, with the Panel, which asked for more information on ${formatDay(round?.informationAskedOn ?? today, today)}`;
    default:
      return `${decided}; ${RESPONSES[stage]}`;
  }
}

/** Red when its clock has run out, amber when something is to be decided soon or again, green otherwise. */
export function stateColour(review: RapidReview, context: ReviewContext): Colour {
  if (review.withdrawn) return 'accent';
  const due = findReviewDeadlines(review, context)?.due?.on;
  const first = review.rounds[0];
  const isUnsent =
    !first?.sent && !first?.response && (isUndecided(review) || first?.openedAt !== undefined);
  if (isUnsent && due && due < context.today) return 'attention';
  const stage = reviewStage(review);
  if (stage === 'no agreement' || stage === 'escalated') return 'warning';
  if (stage === 'asked to reconsider' && lcsprsCovering(review.ref, context).length === 0)
    return 'warning';
  return isUnsent ? 'warning' : 'good';
}

/** How many summaries are back, and whose are awaited. */
export function describeSummaries(
  { summaries }: RapidReview,
  { directory, today }: Pick<ReviewContext, 'directory' | 'today'>,
): string {
  if (summaries.length === 0) return 'No agency has been asked for a summary.';
  const awaited = summaries.filter(({ state }) => state === 'asked' || state === 'late');
  const received = `${summaries.length - awaited.length} of ${summaries.length} summaries are back`;
  const names = awaited.map(({ agency, dueOn, state }) => {
    const isLate = state === 'late' || dueOn < today;
    return `${agencyName(directory, agency)} (${isLate ? 'late, was due' : 'due'} ${formatDay(dueOn, today)})`;
  });
  return awaited.length > 0 ? `${received}; awaited from ${formatList(names)}.` : `${received}.`;
}
