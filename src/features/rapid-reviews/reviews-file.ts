import { sentenceCase } from '../../answers/words.ts';
import type { Answer } from '../../contract/answer.ts';
import { type FileKind, toExcelFile } from '../../contract/file.ts';
import type { Request } from '../../contract/request.ts';
import { createListWorkbook, type ListColumn } from '../../documents/list-workbook.ts';
import { type Day, toDate } from '../../domain/dates.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { reviewSight } from '../../domain/review-sight.ts';
import { findReviewDeadlines } from './deadline-words.ts';
import { explainUnseen, type ReviewContext } from './find-review.ts';
import { findListedReviews } from './list-reviews.ts';
import { describeState } from './review-words.ts';

/** *Get as Excel*: a list of rapid reviews, with what its card says of each, and of no other. */
export const reviewsFile: FileKind = {
  name: 'reviews',
  label: 'the list of rapid reviews',
  intent: 'rapid_review_list',
  format: 'Excel',
  button: 'Get as Excel',
  permission: 'reviews.read',
  isOfReviews: true,
  async make(request, question) {
    const { today } = request;
    const listed = await findListedReviews(request, question);
    if (listed.answer) return listed.answer;
    const reviews = listed.isWhole ? listed.ordered.reviews : listed.every;
    if (reviews.length === 0)
      return listed.isWhole
        ? { text: 'No rapid review is on that list, so there is no file.' }
        : refuseUnseen(request);
    const note = `As the records stood on ${today}.`;
    return toExcelFile(
      await createListWorkbook('Rapid reviews', columnsFor(listed.context), reviews, note),
      'reviews',
      today,
    );
  },
};

const columnsFor = (context: ReviewContext): readonly ListColumn<RapidReview>[] => [
  ['Reference', 14, ({ ref }) => ref],
  ['Category', 30, ({ category }) => category],
  ['Aware', 12, ({ awareOn }) => toCell(awareOn)],
  ['Notified', 12, ({ notifiedOn }) => toCell(notifiedOn)],
  ['Due', 12, (review) => toCell(findReviewDeadlines(review, context)?.due?.on)],
  ['Decided', 12, ({ rounds }) => toCell(rounds[0]?.confirmed?.on)],
  ['Status', 60, (review) => sentenceCase(describeState(review, context))],
];

/** Who sees reviews may have asked for them among others who do not. */
function refuseUnseen({ person, directory }: Request): Answer {
  const text = explainUnseen(directory);
  return reviewSight([person], directory).isWhole ? { text } : { text, refused: 'access' };
}

const toCell = (day: Day | undefined): Date | undefined => day && toDate(day);
