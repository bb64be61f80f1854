import type { Actor } from '../../src/domain/actor.ts';
import { day } from '../../src/domain/dates.ts';
import {
  lastRound,
  type PositionAnswer,
  type RapidReview,
  type Round,
} from '../../src/domain/rapid-review.ts';
import { openReview, type ReviewOutcome } from '../../src/domain/rapid-review-commands.ts';
import { confirm, openRound, takePosition } from '../../src/domain/rapid-review-decision.ts';

/** The day on which these reviews are spoken of. */
export const TODAY = day('2021-03-15');
export const actor = (by = 'manager', today = TODAY): Actor => ({
  by,
  at: `${today}T09:00:00.000Z`,
  today,
});
export const wanted = {
  ref: 'RR-2021-02',
  year: '2020-21',
  category: 'death',
  awareOn: day('2021-03-11'),
};
export const PARTNERS = { partners: ['SMBC', 'WMP', 'CCG'], advisers: ['SCT'], hidden: true };

/** The review after some changes, of which none is refused. */
export function after(
  review: RapidReview | undefined,
  ...changes: ((review: RapidReview) => ReviewOutcome)[]
): RapidReview {
  return changes.reduce(
    (so, change) => {
      const outcome = change(so);
      if (!outcome.ok) throw new Error(outcome.refusal);
      return outcome.value.record;
    },
    review ?? after({} as RapidReview, () => openReview(wanted, actor())),
  );
}
export const refusal = (outcome: { ok: boolean; refusal?: string }) =>
  outcome.ok ? undefined : outcome.refusal;
export const round = (review: RapidReview) => lastRound(review) as Round;
export const says =
  (agency: string, answer: PositionAnswer = 'needed', by = `${agency}-lead`) =>
  (review: RapidReview) =>
    takePosition(
      review,
      { agency, answer, rationale: `as ${agency} sees it`, national: false },
      actor(by),
    );
export const opened = () => after(undefined, (review) => openRound(review, PARTNERS, actor()));
export const unanimous = (answer: PositionAnswer = 'needed') =>
  after(opened(), says('SMBC', answer), says('WMP', answer), says('CCG', answer));
export const confirmed = () =>
  after(unanimous(), (review) => confirm(review, 'LCSPR', actor('chair')));
