import { formatDistance } from '../../answers/format-distance.ts';
import { aboutReview, ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { reviewDeadlines } from '../../domain/clocks.ts';
import { type Day, formatDay, parseDay } from '../../domain/dates.ts';
import { isUnderWay, type Lcspr } from '../../domain/lcspr.ts';
import { isUndecided, type RapidReview } from '../../domain/rapid-review.ts';
import { reviewDuration } from '../../domain/review-figures.ts';
import {
  describeAllPublications,
  describePublication,
  describePublicationOf,
  findLcspr,
  lcsprsCovering,
  publicationDeadline,
} from '../lcsprs/queries.ts';
import { describeTimeTaken, findReviewDeadlines } from './deadline-words.ts';
import { describeNotification as describeNotified } from './describe-field.ts';
import { findReview, loadReviewContext, type ReviewContext } from './find-review.ts';

/** “when is the 15 days up on the new one”: both ways of counting, of which the earlier is the deadline. */
export async function showDeadline(request: Request, question: Question): Promise<Answer> {
  const supposed = supposedDay(question);
  if (supposed) return deadlineIfAware(request, supposed, question);
  const context = await loadReviewContext(request, false);
  const lcspr = await findLcspr(request, question);
  const publication = answerPublication(question, lcspr, context);
  if (publication) return publication;
  const which = await findReview(request, question);
  if ('answer' in which) return which.answer;
  const { review } = which.found;
  const { ref: reviewRef } = review;
  const text = await describeAsked(request, question, review, context);
  return {
    text,
    suggestions: [
      { title: `Show ${reviewRef}`, ...aboutReview(reviewRef) },
      { title: 'Who has not decided?', ...ask('rapid_review_who_not_decided', { reviewRef }) },
    ],
    thread: { question: { ...question, filters: { ...question.filters, reviewRef } } },
  };
}

/** The deadline that was asked for, of its kind alone; each of them where none is said. */
async function describeAsked(
  request: Request,
  question: Question,
  review: RapidReview,
  context: ReviewContext,
): Promise<string> {
  const { publication, notification, panel } = question.args;
  if (review.withdrawn?.isOutsideCriteria)
    return `${review.ref} does not meet the criteria after all, so nothing is due.`;
  if (review.withdrawn) return `${review.ref} is withdrawn, so nothing is due.`;
  if (publication) return describePublicationOf(review, context);
  if (notification) return describeNotified(review, context);
  const parts = [
    describeDeadline(review, context),
    ...(panel
      ? []
      : [describeNotification(review, context), describePublications(review, context)]),
    isNamed(question) ? '' : await describeOthers(request, review, context),
  ];
  return parts.filter(Boolean).join(' ');
}

/** “when must LCSPR-A be published”: an LCSPR by its name, or all where neither it nor a review is named. */
function answerPublication(
  question: Question,
  named: Lcspr | undefined,
  context: ReviewContext,
): Answer | undefined {
  if (!named && (!question.args.publication || isNamed(question))) return undefined;
  const suggestions = (named?.cases ?? [])
    .slice(0, 2)
    .map((ref) => ({ title: `Show ${ref}`, ...aboutReview(ref) }));
  return {
    text: named ? describePublication(named, context) : describeAllPublications(context),
    suggestions: [
      ...suggestions,
      { title: 'LCSPR rapid reviews', ...ask('rapid_review_list', { status: 'LCSPR' }) },
    ],
    thread: { question },
  };
}

const isNamed = ({ filters }: Question): boolean =>
  filters.reviewRef !== undefined && filters.reviewRef !== 'latest';

/** “if we became aware on 12 march, when is it due”: the day, where no review is named. */
function supposedDay(question: Question): Day | undefined {
  const { on, isAware } = question.args;
  return isAware ? parseDay(on) : undefined;
}

async function deadlineIfAware(
  request: Request,
  awareOn: Day,
  question: Question,
): Promise<Answer> {
  const { directory, bankHolidays, today } = request;
  const found = reviewDeadlines({ awareOn }, directory.partnership.clocks, bankHolidays);
  const day = formatDay(awareOn, today);
  const deadlines = found.ok ? found.value : undefined;
  const aware = deadlines?.candidates.find(({ from }) => from === 'aware');
  const text = deadlines?.due
    ? `Aware on ${day}, a rapid review is due by ${formatDay(deadlines.due.on, today)}${aware ? `, ${aware.length} working days from that day` : ''}${deadlines.notifyBy ? `; the Panel is to be notified by ${formatDay(deadlines.notifyBy, today)}` : ''}.`
    : `I can’t calculate a deadline from ${day}: its years are beyond the bank holidays that I know.`;
  return {
    text: `${text} No review is recorded by this.`,
    suggestions: [
      {
        title: 'Open a rapid review',
        ...ask('rapid_review_open_decision', {}, { mode: 'new', on: awareOn }),
      },
    ],
    thread: { question },
  };
}

/** Others that are still to be decided, where no review was named and the latest was taken. */
async function describeOthers(
  { ports, today, directory }: Request,
  { ref }: RapidReview,
  context: ReviewContext,
): Promise<string> {
  const all = await ports.reviews.all(directory.partnership.id);
  const others = all.filter((review) => review.ref !== ref && isUndecided(review));
  const parts = others.map((review) => {
    const due = findReviewDeadlines(review, context)?.due?.on;
    return `${review.ref}${due ? `, due ${formatDay(due, today)}` : ''}`;
  });
  return parts.length > 0 ? `Not decided yet either: ${parts.join('; ')}.` : '';
}

function describeDeadline(review: RapidReview, context: ReviewContext): string {
  const { today, directory, bankHolidays } = context;
  const deadlines = findReviewDeadlines(review, context);
  const due = deadlines?.due;
  if (!deadlines)
    return `I cannot calculate the deadline of ${review.ref}: its years are beyond the bank holidays that I know.`;
  if (!due)
    return `The records do not say when the council became aware of ${review.ref}, so I cannot tell its deadline.`;
  const other = deadlines.candidates.find((each) => each !== due);
  const wayOf = (way: typeof due.from) =>
    way === 'aware' ? 'from becoming aware' : 'from the notification';
  const from = (way: typeof due) => wayOf(way.from);
  const began = due.from === 'aware' ? review.awareOn : review.notifiedOn;
  const counted = `${due.length} working days ${from(due)}${began ? ` on ${formatDay(began, today)}` : ''}`;
  const also = other
    ? ` Counted ${from(other)}${other.supposed ? ', if that is on its last day,' : ''} it would be ${formatDay(other.on, today)}; the earlier day is the deadline.`
    : deadlines.beyond
      ? ` Counted ${wayOf(deadlines.beyond)} it would be later, beyond the bank holidays that I know; the earlier day is the deadline.`
      : '';
  const taken = reviewDuration(review, directory.partnership.clocks, bankHolidays);
  const on = formatDay(due.on, today);
  if (taken)
    return `${review.ref} was due ${on}, ${counted}, and was finished ${formatDay(taken.finishedOn, today)}: ${describeTimeTaken(taken)}.${also}`;
  const isLate = due.on < today;
  return `${review.ref} ${isLate ? 'was' : 'is'} due to the Panel by ${on}, ${formatDistance(due.on, today, bankHolidays)}: ${counted}.${also}`;
}

function describeNotification(review: RapidReview, context: ReviewContext): string {
  const by = findReviewDeadlines(review, context)?.notifyBy;
  if (review.notifiedOn || !by) return '';
  const { today, bankHolidays } = context;
  return `The Panel is to be notified by ${formatDay(by, today)}, ${formatDistance(by, today, bankHolidays)}.`;
}

function describePublications({ ref }: RapidReview, context: ReviewContext): string {
  return lcsprsCovering(ref, context)
    .filter(isUnderWay)
    .flatMap((lcspr) => {
      const due = publicationDeadline(lcspr, context);
      return due ? [`${lcspr.name} is to be published by ${formatDay(due, context.today)}.`] : [];
    })
    .join(' ');
}
