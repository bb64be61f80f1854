import { formatCount, formatList } from '../../answers/words.ts';
import type { Answer, AnswerRow, Section } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import { parseYear, resolveYear } from '../../domain/partnership-year.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewOutcomes } from '../../domain/review-figures.ts';
import { isReportPublished } from '../yearly-report/queries.ts';
import { explainUnseen, type ReviewContext } from './find-review.ts';
import { toReviewRow } from './review-row.ts';

/** What there is to be shown, and what tells the year of a review. */
interface Seen {
  readonly reviews: readonly RapidReview[];
  readonly context: ReviewContext;
  readonly yearOfReview: (review: RapidReview) => string | undefined;
}

/**
 * The list for those who may not see every review: the ones of which a summary was asked of them,
 * the figures of a year whose report is published, and published LCSPRs. What else there is, and
 * whether there is anything, is not said.
 */
export async function listSeenReviews(
  request: Request,
  question: Question,
  { reviews, context, yearOfReview }: Seen,
): Promise<Answer> {
  const { directory, today, ports } = request;
  const { id, yearStart } = directory.partnership;
  const asked = question.filters.year;
  const year = parseYear((asked && resolveYear(asked, today, yearStart)) || '');
  const figures =
    year && (await isReportPublished(request, year))
      ? describeFigures(
          year,
          await ports.reviews.yearFigures(id, (review) => yearOfReview(review) === year),
        )
      : undefined;
  const published = context.lcsprs.flatMap(({ name, published: on }): AnswerRow[] =>
    on ? [{ title: name, line: `published ${formatDayWithYear(on.on)}` }] : [],
  );
  const seen = reviews.map((review) => toReviewRow(review, context));
  const text = [
    seen.length > 0 &&
      `You were asked for a summary of ${formatList(reviews.map(({ ref }) => ref))}.`,
    figures,
    published.length > 0 &&
      `${formatCount(published.length, 'local child safeguarding practice review')} published: ${formatList(published.map(({ title }) => title))}.`,
  ].filter((part) => part !== false && part !== undefined);
  if (text.length === 0) return { text: explainUnseen(directory), thread: { question } };
  const sections: readonly (Section & { readonly rows: readonly AnswerRow[] })[] = [
    { heading: 'Your summary was asked for', rows: seen },
    { heading: 'Published LCSPRs', rows: published },
  ];
  return {
    text: text.join(' '),
    heading: 'Rapid reviews',
    ...(figures && { sentence: figures }),
    sections: sections.filter(({ rows }) => rows.length > 0),
    thread: { question },
  };
}

function describeFigures(year: string, { all, decided, forward, lcsprs }: ReviewOutcomes): string {
  const cases = formatCount(all, 'rapid review');
  const went =
    forward === 0
      ? 'none went forward to an LCSPR'
      : `${forward} went forward to an LCSPR, as ${formatCount(lcsprs, 'review')}`;
  return `${cases} in ${year}, whose yearly report is published: ${decided} decided, ${went}.`;
}
