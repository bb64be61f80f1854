import type { BankHolidays } from './bank-holidays.ts';
import { type Deadline, reviewDeadlines } from './clocks.ts';
import type { Day } from './dates.ts';
import type { Lcspr } from './lcspr.ts';
import type { Clock } from './partnership.ts';
import {
  currentDecision,
  currentResponse,
  finishedOn,
  isUndecided,
  type RapidReview,
} from './rapid-review.ts';
import { workingDaysBetween } from './working-days.ts';

/** The outcomes of a year’s rapid reviews, for the scrutineer and the yearly report. */
export interface ReviewOutcomes {
  readonly all: number;
  readonly decided: number;
  readonly undecided: number;
  /** The first local decision. */
  readonly needed: number;
  readonly notNeeded: number;
  /** The Panel’s first response to local decisions against an LCSPR. */
  readonly noesAccepted: number;
  readonly noesQuestioned: number;
  readonly questioned: number;
  /**
   * Cases that went forward to an LCSPR in the end, and how many LCSPRs cover them: cases can share
   * one.
   */
  readonly forward: number;
  readonly lcsprs: number;
}

/** Counts the outcomes; a review that was withdrawn counts nowhere. */
export function countOutcomes(
  all: readonly RapidReview[],
  lcsprs: readonly Lcspr[],
): ReviewOutcomes {
  const reviews = all.filter(({ withdrawn }) => !withdrawn);
  const count = (holds: (review: RapidReview) => boolean) => reviews.filter(holds).length;
  const locally = ({ rounds: [first] }: RapidReview) => first && currentDecision(first);
  const panel = ({ rounds: [first] }: RapidReview) => first && currentResponse(first);
  const undecided = count(isUndecided);
  const covering = lcsprs.filter(({ cases }) => reviews.some(({ ref }) => cases.includes(ref)));
  return {
    all: reviews.length,
    decided: reviews.length - undecided,
    undecided,
    needed: count((review) => locally(review) === 'LCSPR'),
    notNeeded: count((review) => locally(review) === 'no LCSPR'),
    noesAccepted: count((review) => locally(review) === 'no LCSPR' && panel(review) === 'agreed'),
    noesQuestioned: count(
      (review) => locally(review) === 'no LCSPR' && panel(review) === 'asked to reconsider',
    ),
    questioned: count((review) => panel(review) === 'asked to reconsider'),
    forward: count((review) => wentToLcspr(review, lcsprs)),
    lcsprs: covering.length,
  };
}

/** Whether a case went to an LCSPR: one covers it, or the last decision was for one. */
export function wentToLcspr({ ref, rounds }: RapidReview, lcsprs: readonly Lcspr[]): boolean {
  if (lcsprs.some(({ cases }) => cases.includes(ref))) return true;
  const last = rounds.findLast(({ confirmed }) => confirmed);
  return last !== undefined && currentDecision(last) === 'LCSPR';
}

/**
 * How long one rapid review took, against the rules in force when its case began. Guidance has been
 * read in two ways, counting from becoming aware and from the notification. The earlier day is the
 * deadline to work to; only a review that missed both is late, and one that met only the later day
 * says so.
 */
export interface ReviewDuration {
  readonly ref: string;
  readonly finishedOn: Day;
  /** The earliest deadline that it met, or the earliest of all where it met none. */
  readonly met: Deadline;
  /** Working days as this deadline counts them. */
  readonly days: number;
  /** Working days from becoming aware. */
  readonly sinceAware: number;
  readonly onTime: boolean;
  /** It missed an earlier deadline and met this one. */
  readonly onlyLater: boolean;
}

/**
 * How long a rapid review took; `undefined` when it is not finished, or its days are not known well
 * enough.
 */
export function reviewDuration(
  review: RapidReview,
  clocks: readonly Clock[],
  bankHolidays: BankHolidays,
): ReviewDuration | undefined {
  const finished = finishedOn(review);
  const deadlines = reviewDeadlines(review, clocks, bankHolidays);
  if (!finished || !review.awareOn || !deadlines.ok || !deadlines.value.due) return undefined;
  const { due, candidates, beyond } = deadlines.value;
  const real = candidates
    .filter(({ supposed }) => !supposed)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const kept = real.find(({ on }) => finished <= on);
  if (!kept && beyond && review.notifiedOn) return undefined; // it may have met the later way
  const met = kept ?? due;
  const count = (from: Day) => workingDaysBetween(from, finished, bankHolidays);
  const days = count((met.from === 'notified' && review.notifiedOn) || review.awareOn);
  const sinceAware = count(review.awareOn);
  if (!days.ok || !sinceAware.ok) return undefined;
  const onTime = kept !== undefined;
  const onlyLater = onTime && met !== real[0];
  return {
    ref: review.ref,
    finishedOn: finished,
    met,
    days: days.value,
    sinceAware: sinceAware.value,
    onTime,
    onlyLater,
  };
}

export interface ReviewTimeliness {
  readonly durations: readonly ReviewDuration[];
  readonly onTime: number;
  readonly late: number;
  /**
   * The average of working days from becoming aware, to one decimal; `undefined` when nothing is
   * finished.
   */
  readonly average?: number;
}

export function reviewTimeliness(
  reviews: readonly RapidReview[],
  clocks: readonly Clock[],
  bankHolidays: BankHolidays,
): ReviewTimeliness {
  const durations = reviews.flatMap((review) => reviewDuration(review, clocks, bankHolidays) ?? []);
  const onTime = durations.filter((each) => each.onTime).length;
  const sum = durations.reduce((days, each) => days + each.sinceAware, 0);
  return {
    durations,
    onTime,
    late: durations.length - onTime,
    ...(durations.length > 0 && { average: Math.round((sum / durations.length) * 10) / 10 }),
  };
}
