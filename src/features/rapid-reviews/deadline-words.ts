import type { Fact } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import {
  CLOCKS,
  clockDeadline,
  clockInForce,
  type Deadlines,
  reviewDeadlines,
} from '../../domain/clocks.ts';
import { type Day, formatDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import { describeLcspr, type Lcspr } from '../../domain/lcspr.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewDuration } from '../../domain/review-figures.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';
import { lcsprsCovering, type ReviewContext } from './find-review.ts';

type Calendar = Moment & { readonly directory: Directory };

/** The deadlines of a review; `undefined` when it is withdrawn, and beyond the years of known bank holidays. */
export function findReviewDeadlines(
  review: RapidReview,
  { directory, bankHolidays }: Omit<Calendar, 'today'>,
): Deadlines | undefined {
  if (review.withdrawn) return undefined;
  const found = reviewDeadlines(review, directory.partnership.clocks, bankHolidays);
  return found.ok ? found.value : undefined;
}

/** `Day 9 of 15`; counted from becoming aware or from the notification, as its earlier deadline is. */
export function describeDay(review: RapidReview, calendar: Calendar): string | undefined {
  const due = findReviewDeadlines(review, calendar)?.due;
  const from = due?.from === 'aware' ? review.awareOn : review.notifiedOn;
  const days = from && workingDaysBetween(from, calendar.today, calendar.bankHolidays);
  return due && days?.ok ? `Day ${days.value} of ${due.length}` : undefined;
}

/** `on time, after 17 of 20 working days`; what met only the later way of counting says so. */
export function describeTimeTaken({ onTime, onlyLater, days, met }: ReviewDuration): string {
  const from = onlyLater ? ' from the notification' : '';
  return `${onTime ? 'on time' : 'late'}, after ${days} of ${met.length} working days${from}`;
}

/** Both ways of counting, the earlier first. */
export function deadlineFacts(review: RapidReview, calendar: Calendar): Fact[] {
  const { today } = calendar;
  const { candidates = [], due, notifyBy } = findReviewDeadlines(review, calendar) ?? {};
  const facts = candidates
    .toSorted((a, b) => a.on.localeCompare(b.on))
    .map((deadline) => {
      const from = deadline.from === 'aware' ? 'from becoming aware' : 'from the notification';
      const supposed = deadline.supposed ? ', if notified on the last day' : '';
      const which =
        candidates.length > 1 && deadline === due ? '; the earlier, so the deadline' : '';
      return {
        title: 'Due',
        value: `${formatDay(deadline.on, today)} (${deadline.length} ${from}${supposed}${which})`,
      };
    });
  return notifyBy && !review.notifiedOn
    ? [{ title: 'Notify', value: `by ${formatDay(notifyBy, today)}` }, ...facts]
    : facts;
}

/** The last day on which an LCSPR can be published in time; `undefined` where its start is not known. */
export function publicationDeadline(
  { startedOn }: Lcspr,
  { directory, bankHolidays }: Omit<Calendar, 'today'>,
): Day | undefined {
  if (!startedOn) return undefined;
  const clock = clockInForce(directory.partnership.clocks, CLOCKS.publish, startedOn);
  const due = clock && clockDeadline(clock, startedOn, bankHolidays);
  return due?.ok ? due.value : undefined;
}

/** Each LCSPR that covers a review: how far it is, when it is due, why it is delayed. */
export function publicationFacts({ ref }: RapidReview, context: ReviewContext): Fact[] {
  const { today } = context;
  return lcsprsCovering(ref, context).map((lcspr) => {
    const due = publicationDeadline(lcspr, context);
    const delay = lcspr.delays.at(-1);
    const others = lcspr.cases.filter((each) => each !== ref);
    const { published, withheld } = lcspr;
    const parts = [
      lcspr.name,
      describeLcspr(lcspr),
      others.length > 0 && `joint with ${others.join(', ')}`,
      due && !published && `publication due ${formatDay(due, today)}`,
      due &&
        published &&
        published.on > due &&
        `late, was due ${formatDay(due, today)}: ${published.reason}`,
      delay && !published && `delayed until ${formatDay(delay.until, today)}: ${delay.reason}`,
      withheld?.reason,
    ];
    return { title: 'LCSPR', value: parts.filter(Boolean).join(' · ') };
  });
}
