import { CLOCKS, clockDeadline, clockInForce } from '../../domain/clocks.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { Partnership } from '../../domain/partnership.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { type Lcspr, standingOf } from '../../domain/rapid-review-lcspr.ts';
import type { BankHolidays } from '../../domain/working-days.ts';
import type { Setting } from './review-words.ts';

/** The last day on which an LCSPR can be published in time; `undefined` where its start is not known. */
export function publishBy(
  { startedOn }: Lcspr,
  { clocks }: Partnership,
  bankHolidays: BankHolidays,
): Day | undefined {
  const clock = startedOn && clockInForce(clocks, CLOCKS.publish, startedOn);
  const due = clock && startedOn ? clockDeadline(clock, startedOn, bankHolidays) : undefined;
  return due?.ok ? due.value : undefined;
}

/** Each LCSPR that covers a review: how far it is, when it is due, why it is delayed. */
export function publicationFacts(
  { ref }: RapidReview,
  setting: Setting,
): { title: string; value: string }[] {
  const { directory, today, lcsprs, bankHolidays } = setting;
  return lcsprs
    .filter(({ cases }) => cases.includes(ref))
    .map((lcspr) => {
      const due = publishBy(lcspr, directory.partnership, bankHolidays);
      const delay = lcspr.delays.at(-1);
      const others = lcspr.cases.filter((each) => each !== ref);
      const { published } = lcspr;
      const parts = [
        lcspr.name,
        standingOf(lcspr),
        ...(others.length > 0 ? [`joint with ${others.join(', ')}`] : []),
        ...(due && !published ? [`publication due ${formatDay(due, today)}`] : []),
        ...(published && due && published.on > due
          ? [`late, was due ${formatDay(due, today)}: ${published.reason}`]
          : []),
        ...(delay && !published
          ? [`delayed until ${formatDay(delay.until, today)}: ${delay.reason}`]
          : []),
        ...(lcspr.withheld ? [lcspr.withheld.reason] : []),
      ];
      return { title: 'LCSPR', value: parts.join(' · ') };
    });
}
