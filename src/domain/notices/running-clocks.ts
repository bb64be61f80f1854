import type { BankHolidays } from '../bank-holidays.ts';
import { reviewDeadlines } from '../clocks.ts';
import type { Day } from '../dates.ts';
import { isUnderWay, type Lcspr } from '../lcspr.ts';
import { publicationDue } from '../lcspr-clocks.ts';
import { omitUndefined } from '../optional.ts';
import type { Partnership } from '../partnership.ts';
import { finishedOn, type RapidReview } from '../rapid-review.ts';

/** A serious incident as far as its clocks go. */
export interface Incident {
  readonly ref: string;
  readonly awareOn?: Day;
  readonly notifiedOn?: Day;
  /** Its rapid review went to the Panel, or was withdrawn. */
  readonly isFinished: boolean;
}

/** An LCSPR that is neither published nor withheld. */
export interface RunningLcspr {
  readonly name: string;
  readonly decidedOn?: Day;
  /** Until when its publication was put off last. */
  readonly delayedUntil?: Day;
  /** A review that it covers, on whose card its publication is recorded. */
  readonly review?: string;
  readonly milestones?: Lcspr['milestones'];
  readonly advanceCopyOn?: Day;
}

type ClocksInForce = Pick<Partnership, 'clocks'>;

/** A rapid review as far as its clocks go. */
export function toIncident(review: RapidReview): Incident {
  const { ref, awareOn, notifiedOn } = review;
  const isFinished = review.withdrawn !== undefined || finishedOn(review) !== undefined;
  return omitUndefined({ ref, awareOn, notifiedOn, isFinished });
}

/** Whether any of its clocks runs: it is not with the Panel, and it is known when it began. */
export function isRunning({ awareOn, notifiedOn, isFinished }: Incident): boolean {
  return !isFinished && (awareOn ?? notifiedOn) !== undefined;
}

/** An LCSPR as far as its clock goes; `undefined` when none runs. */
export function toRunningLcspr({
  name,
  decidedOn,
  delays,
  cases,
  milestones,
  advanceCopyOn,
  ...lcspr
}: Lcspr): RunningLcspr | undefined {
  const delayedUntil = delays.at(-1)?.until;
  if (!isUnderWay(lcspr) || !(decidedOn || delayedUntil)) return undefined;
  const [review] = cases;
  return omitUndefined({ name, decidedOn, delayedUntil, review, milestones, advanceCopyOn });
}

/** The last days of those clocks of an incident that still run, by the clocks in force when the council became aware. */
export function incidentDeadlines(
  incident: Incident,
  { clocks }: ClocksInForce,
  bankHolidays: BankHolidays,
): { readonly notify?: Day; readonly review?: Day } {
  if (!isRunning(incident)) return {};
  const deadlines = reviewDeadlines(incident, clocks, bankHolidays);
  if (!deadlines.ok) return {};
  const { notifyBy, due } = deadlines.value;
  return omitUndefined({ notify: incident.notifiedOn ? undefined : notifyBy, review: due?.on });
}

/** An LCSPR is published within six months of its start (Working Together), or by the day to which it was put off with a reason. */
export function lcsprDeadline(
  { decidedOn, delayedUntil }: RunningLcspr,
  partnership: ClocksInForce,
  bankHolidays: BankHolidays,
): Day | undefined {
  return (
    delayedUntil ?? publicationDue(omitUndefined({ decidedOn }), { partnership, bankHolidays })
  );
}
