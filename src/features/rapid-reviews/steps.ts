import {
  currentDecision,
  currentResponse,
  isUndecided,
  lastRound,
  type RapidReview,
} from '../../domain/rapid-review.ts';
import type { Lcspr } from '../../domain/rapid-review-lcspr.ts';
import { awaited } from '../../domain/rapid-review-life.ts';
import type { Choice } from './review-views.ts';

/** What an administrator records of a review beside the decision itself. */
export const STEPS = {
  notify: 'The Panel was notified',
  summary: 'A summary came, or is late',
  scope: 'Ask agencies for summaries',
  send: 'It was sent to the Panel',
  respond: 'The Panel answered',
  lcspr: 'An LCSPR was started or joined',
  publish: 'The LCSPR was published',
  delay: 'Publication is delayed',
  withhold: 'The LCSPR will not be published',
  action: 'An action or learning was agreed',
  correct: 'Correct what was confirmed',
} as const;

export type Step = keyof typeof STEPS;

/** The steps that make sense now, the likeliest first. */
export function stepsOf(review: RapidReview, covering: readonly Lcspr[]): Choice[] {
  const round = lastRound(review);
  const isConfirmed = round?.confirmed !== undefined;
  const underWay = covering.some(({ published, withheld }) => !published && !withheld);
  const may: Readonly<Record<Step, boolean>> = {
    notify: !review.notifiedOn,
    summary: isUndecided(review) && awaited(review).length > 0,
    scope: isUndecided(review),
    send: isConfirmed && !round.sent && !round.response,
    respond:
      isConfirmed &&
      !currentResponse(round) &&
      (round.sent !== undefined || round.openedAt === undefined),
    lcspr:
      isConfirmed && (currentDecision(round) === 'LCSPR' || currentResponse(round) !== 'agreed'),
    publish: underWay,
    delay: underWay,
    withhold: underWay,
    action: true,
    correct: isConfirmed,
  };
  return (Object.keys(STEPS) as Step[])
    .filter((step) => may[step])
    .map((id) => ({ title: STEPS[id], id }));
}
