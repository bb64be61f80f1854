import type { Change } from '../../domain/change-event.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import type { LcsprChange } from '../../domain/lcspr-commands.ts';
import type { Incident, RunningLcspr } from '../../domain/notices/running-clocks.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewChange, ReviewEvent } from '../../domain/rapid-review-commands.ts';
import type { ReviewOutcomes } from '../../domain/review-figures.ts';
import type { Operation } from '../operation.ts';

export interface StoredReview {
  readonly review: RapidReview;
  /** Rises with every change; 0 for one that stands as it was imported. */
  readonly version: number;
}

/** A review after a change was asked for, and how it stood before. */
export interface ChangedReview extends StoredReview {
  readonly before: RapidReview;
}

export interface Reviews {
  /** All of them, by the day on which the council became aware. Two ranges. */
  all(partnership: string): Promise<RapidReview[]>;
  /** The incidents whose clocks run. One range, however many there ever were. */
  running(partnership: string): Promise<readonly Incident[]>;
  /** The LCSPRs whose clocks run. One range too. */
  runningLcsprs(partnership: string): Promise<readonly RunningLcspr[]>;
  find(partnership: string, ref: string): Promise<StoredReview | undefined>;
  /**
   * Keeps a new review and makes its reference known to everybody. `taken` when another one has the
   * reference.
   */
  open(
    partnership: string,
    opened: Change<RapidReview, ReviewEvent>,
    operation?: Operation,
  ): Promise<'opened' | 'taken'>;
  /**
   * Decides on the review as it stands and saves it with the line for its history, both or neither.
   * Decides again when somebody else was first, so that no press is lost and none is decided on
   * what is no longer so.
   */
  change<Refusal extends string>(
    partnership: string,
    ref: string,
    decide: (review: RapidReview) => Outcome<ReviewChange, Refusal>,
    operation?: Operation,
  ): Promise<Outcome<ChangedReview, Refusal | 'unknown-review'>>;
  /** Everything that was done to a review, oldest first. */
  history(partnership: string, ref: string): Promise<ReviewEvent[]>;
  /**
   * How many reviews of a year there were and what became of them, without naming any: for a year
   * whose report is published, when its figures are everybody's.
   */
  yearFigures(
    partnership: string,
    isOfYear: (review: RapidReview) => boolean,
  ): Promise<ReviewOutcomes>;
  /** All LCSPRs, with the cases that they cover. */
  lcsprs(partnership: string): Promise<Lcspr[]>;
  /** Decides on an LCSPR as it stands, as {@link Reviews.change} does. */
  changeLcspr<Refusal extends string>(
    partnership: string,
    name: string,
    decide: (lcspr: Lcspr | undefined) => Outcome<LcsprChange, Refusal>,
    operation?: Operation,
  ): Promise<Outcome<Lcspr, Refusal>>;
  /** Everything that was done to an LCSPR, oldest first. */
  lcsprHistory(partnership: string, name: string): Promise<ReviewEvent[]>;
}
