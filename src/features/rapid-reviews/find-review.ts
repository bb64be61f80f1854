import { z } from 'zod';
import { aboutReview, ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Context, Request } from '../../contract/request.ts';
import { agencyName } from '../../domain/directory.ts';
import type { Lcspr } from '../../domain/lcspr.ts';

/** A reference of a review, as a card sends it. */
export const reviewRef = z.string().min(1).max(60);

/** The kind of live card that a decision is taken on, for those who edit it. */
export const DECISION = 'rapid-review';

/**
 * The one review that a question means, or what to say when there is none. `latest`, and none named, is the one whose
 * decision card was last shown here, else the one of which the council became aware last.
 */
export async function findReview(
  { directory, place, ports }: Request,
  { filters }: Question,
): Promise<{ readonly found: StoredReview } | { readonly answer: Answer }> {
  const { id } = directory.partnership;
  const named = filters.reviewRef && filters.reviewRef !== 'latest' ? filters.reviewRef : undefined;
  const shown = named ? undefined : await ports.liveCards.find(id, DECISION, place);
  const ref = named ?? shown ?? directory.reviewRefs.at(-1);
  const found = ref ? await ports.reviews.find(id, ref) : undefined;
  if (found) return { found };
  const text = ref
    ? `No rapid review has the reference ${ref}. It may be mistyped; ask for the list of rapid reviews.`
    : 'No rapid review is in the records yet.';
  const list = { title: 'Reviews this year', ...ask('rapid_review_list', { year: 'current' }) };
  return { answer: { text, suggestions: [list] } };
}

/** What became of a review, for those who ask who changed it: what was done, for which agency. */
export async function reviewHistory(
  { directory, ports }: Request,
  ref: string,
): Promise<RecordHistory | undefined> {
  const { id } = directory.partnership;
  if (!(await ports.reviews.find(id, ref))) return undefined;
  const events = (await ports.reviews.history(id, ref)).map(({ at, by, type, agency }) => ({
    at,
    by,
    type: agency ? `${type}, ${agencyName(directory, agency)}` : type,
  }));
  return { ref, owner: {}, events, record: { title: ref, ...aboutReview(ref) } };
}

/** What is needed to speak of reviews on a day. */
export interface ReviewContext extends Context {
  readonly lcsprs: readonly Lcspr[];
  /** Whether decisions and positions may be named here. */
  readonly seesPositions: boolean;
}

/** Adds the LCSPRs of the partnership to what a use case is told of the moment. */
export async function loadReviewContext(
  context: Context,
  seesPositions: boolean,
): Promise<ReviewContext> {
  const lcsprs = await context.ports.reviews.lcsprs(context.directory.partnership.id);
  return { ...context, lcsprs, seesPositions };
}

/** The LCSPRs that cover a case. */
export function lcsprsCovering(ref: string, { lcsprs }: Pick<ReviewContext, 'lcsprs'>): Lcspr[] {
  return lcsprs.filter(({ cases }) => cases.includes(ref));
}

/** Whether an LCSPR is still to be published. */
export const isUnderWay = ({ published, withheld }: Lcspr): boolean => !published && !withheld;
