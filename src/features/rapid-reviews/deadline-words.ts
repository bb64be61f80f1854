import type { Fact } from '../../contract/answer.ts';
import type { Moment } from '../../contract/request.ts';
import { type Deadlines, reviewDeadlines } from '../../domain/clocks.ts';
import { formatDay } from '../../domain/dates.ts';
import type { Directory } from '../../domain/directory.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewDuration } from '../../domain/review-figures.ts';
import { workingDaysBetween } from '../../domain/working-days.ts';

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
