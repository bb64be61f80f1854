import { type Deadline, reviewDeadlines } from './clocks.ts';
import type { Day } from './dates.ts';
import type { Clock } from './partnership.ts';
import {
  currentDecision,
  currentResponse,
  finishedOn,
  isUndecided,
  type RapidReview,
} from './rapid-review.ts';
import type { Lcspr } from './rapid-review-lcspr.ts';
import { type BankHolidays, workingDaysBetween } from './working-days.ts';

/** What became of the rapid reviews of a year, for the scrutineer and the yearly report. */
export interface Outcomes {
  readonly all: number;
  readonly decided: number;
  readonly undecided: number;
  /** As decided locally the first time. */
  readonly needed: number;
  readonly notNeeded: number;
  /** Of the local noes: what the Panel said to them first. */
  readonly noesAccepted: number;
  readonly noesQuestioned: number;
  readonly questioned: number;
  /** Cases that went forward to an LCSPR in the end, and the LCSPRs as which they run: cases can share one. */
  readonly forward: number;
  readonly lcsprs: number;
}

export function outcomesOf(reviews: readonly RapidReview[], lcsprs: readonly Lcspr[]): Outcomes {
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
    forward: count((review) => wentForward(review, lcsprs)),
    lcsprs: covering.length,
  };
}

/** Whether a case went to an LCSPR: one covers it, or that is what was decided last. */
export function wentForward({ ref, rounds }: RapidReview, lcsprs: readonly Lcspr[]): boolean {
  if (lcsprs.some(({ cases }) => cases.includes(ref))) return true;
  const last = rounds.findLast(({ confirmed }) => confirmed);
  return last !== undefined && currentDecision(last) === 'LCSPR';
}

/**
 * How long one rapid review took, against the rules in force when its case began. Guidance has been read two ways, from becoming
 * aware and from the notification. The earlier day is the deadline to work to; late is only what has missed them all, and what
 * was in time by the later one alone says so.
 */
export interface Taken {
  readonly ref: string;
  readonly finishedOn: Day;
  /** The deadline that it met, the earliest of them; where it met none, the earliest that it missed. */
  readonly met: Deadline;
  /** Working days that it took as this deadline counts them. */
  readonly days: number;
  /** Working days from becoming aware. */
  readonly sinceAware: number;
  readonly onTime: boolean;
  /** It missed an earlier deadline, and met this one. */
  readonly onlyLater: boolean;
}

/** `undefined` for one that is not finished, or whose days are not known well enough. */
export function timeTaken(
  review: RapidReview,
  clocks: readonly Clock[],
  bankHolidays: BankHolidays,
): Taken | undefined {
  const finished = finishedOn(review);
  const deadlines = reviewDeadlines(review, clocks, bankHolidays);
  if (!finished || !review.awareOn || !deadlines.ok || !deadlines.value.due) return undefined;
  const { due, candidates } = deadlines.value;
  const real = candidates
    .filter(({ supposed }) => !supposed)
    .toSorted((a, b) => a.on.localeCompare(b.on));
  const kept = real.find(({ on }) => finished <= on);
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

export interface Timeliness {
  readonly taken: readonly Taken[];
  readonly onTime: number;
  readonly late: number;
  /** Working days from becoming aware, to one decimal; `undefined` when nothing is finished. */
  readonly average?: number;
}

export function timelinessOf(
  reviews: readonly RapidReview[],
  clocks: readonly Clock[],
  bankHolidays: BankHolidays,
): Timeliness {
  const taken = reviews.flatMap((review) => timeTaken(review, clocks, bankHolidays) ?? []);
  const onTime = taken.filter((each) => each.onTime).length;
  const sum = taken.reduce((days, each) => days + each.sinceAware, 0);
  return {
    taken,
    onTime,
    late: taken.length - onTime,
    ...(taken.length > 0 && { average: Math.round((sum / taken.length) * 10) / 10 }),
  };
}
