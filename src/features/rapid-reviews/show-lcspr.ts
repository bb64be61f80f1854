import { ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import type { Answer, Fact } from '../../contract/answer.ts';
import type { Question } from '../../contract/question.ts';
import type { Request } from '../../contract/request.ts';
import { formatDayWithYear } from '../../domain/dates.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import { publicationDeadline } from './deadline-words.ts';
import { loadReviewContext, type ReviewContext } from './find-review.ts';
import { describePublication } from './publication.ts';
import { canHearPositions } from './review-access.ts';
import { toReviewRow } from './review-row.ts';

/** The local review that a question names, as the records have it; `undefined` where it names a case. */
export async function findLcspr(
  { directory, ports }: Request,
  { filters }: Question,
): Promise<Lcspr | undefined> {
  if (!directory.lcsprs.some(({ name }) => name === filters.reviewRef)) return undefined;
  const all = await ports.reviews.lcsprs(directory.partnership.id);
  return all.find(({ name }) => name === filters.reviewRef);
}

/** “Heron covers FRR-2025-01 and FRR-2025-02. It is to be published by …”, with its cases. */
export async function showLcspr(
  request: Request,
  lcspr: Lcspr,
  question: Question,
): Promise<Answer> {
  const { directory, ports } = request;
  const { name, cases } = lcspr;
  const [context, reviews] = await Promise.all([
    loadReviewContext(request, canHearPositions(request)),
    ports.reviews.all(directory.partnership.id),
  ]);
  const covered = reviews.filter(({ ref }) => cases.includes(ref));
  return {
    text: `${describeCover(name, covered)}${describePublication(lcspr, context)}`,
    about: 'local child safeguarding practice review',
    heading: name,
    sections: [
      { facts: toFacts(lcspr, context) },
      {
        heading: covered.length === 1 ? 'Its case' : 'Its cases',
        rows: covered.map((review) => toReviewRow(review, context)),
      },
    ],
    suggestions: [
      { title: 'Show its actions', ...ask('list_actions', { reviewRef: name }) },
      { title: 'Reviews with an LCSPR', ...ask('rapid_review_list', { status: 'LCSPR' }) },
    ],
    thread: { question },
  };
}

const describeCover = (name: string, covered: readonly RapidReview[]): string =>
  covered.length > 0 ? `${name} covers ${formatList(covered.map(({ ref }) => ref))}. ` : '';

function toFacts(lcspr: Lcspr, context: ReviewContext): Fact[] {
  const due = publicationDeadline(lcspr, context);
  const { startedOn, published } = lcspr;
  const facts: readonly [string, string | undefined][] = [
    ['Started', startedOn && formatDayWithYear(startedOn)],
    ['Publication due', due && formatDayWithYear(due)],
    ['Published', published && formatDayWithYear(published.on)],
  ];
  return facts.flatMap(([title, value]) => (value ? [{ title, value }] : []));
}
