import { aboutReview } from '../../answers/questions.ts';
import type { AnswerRow } from '../../contract/answer.ts';
import { formatDay, formatDayWithYear } from '../../domain/dates.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { findReviewDeadlines } from './deadline-words.ts';
import type { ReviewContext } from './find-review.ts';
import { describeState, stateColour } from './review-words.ts';

/** A review in a list: its category, where it stands, and by when. */
export function toReviewRow(review: RapidReview, context: ReviewContext): AnswerRow {
  const { ref, category, awareOn, rounds } = review;
  const due = findReviewDeadlines(review, context)?.due;
  const finished = rounds[0]?.confirmed;
  const aware = awareOn && `aware ${formatDayWithYear(awareOn)}`;
  const time = finished
    ? `decided ${formatDayWithYear(finished.on)}`
    : due
      ? `due ${formatDay(due.on, context.today)}`
      : !review.withdrawn && 'its days are not recorded';
  return {
    ref,
    title: category ?? 'category not recorded',
    state: { words: describeState(review, context), colour: stateColour(review, context) },
    line: [aware, time].filter(Boolean).join(' · '),
    opens: aboutReview(ref),
  };
}
