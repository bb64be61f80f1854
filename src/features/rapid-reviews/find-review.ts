import { z } from 'zod';
import { describeWhoMay } from '../../answers/access-words.ts';
import { aboutReview, ask } from '../../answers/questions.ts';
import { formatList } from '../../answers/words.ts';
import { declarePress } from '../../contract/action.ts';
import type { Answer } from '../../contract/answer.ts';
import type { RecordHistory } from '../../contract/feature.ts';
import type { StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import type { Context, Request } from '../../contract/request.ts';
import { agencyName, type Directory, groupName } from '../../domain/directory.ts';
import type { Lcspr } from '../../domain/lcspr.ts';
import { showsEveryReview } from './review-access.ts';

/** A reference of a review, as a card sends it. */
export const reviewRef = z.string().min(1).max(60);

/** A decision’s card as it stands now, for whoever asks. */
export const openDecision = declarePress({
  id: 'reviews.show',
  input: z.object({ review: reviewRef }),
});

/** The kind of live card that a decision is taken on, for those who edit it. */
export const DECISION = 'rapid-review';

/**
 * The one review that a question means, or what to say when there is none. `latest`, and none named, is the one whose
 * decision card was last shown here, else the one of which the council became aware last.
 */
export async function findReview(
  request: Request,
  question: Question,
): Promise<{ readonly found: StoredReview } | { readonly answer: Answer }> {
  const { directory, place, ports } = request;
  const { id } = directory.partnership;
  const { reviewRef: asked } = question.filters;
  const lcspr = directory.lcsprs.find(({ name }) => name === asked);
  const { cases = [] } = lcspr ?? {};
  // Of a local review without a case there is what is kept of it itself.
  if (lcspr && cases.length === 0) {
    const text = `No rapid review is recorded that ${lcspr.name} covers.`;
    const show = { title: `Show ${lcspr.name}`, ...aboutReview(lcspr.name) };
    return { answer: { text, suggestions: [show] } };
  }
  if (cases.length > 1) return { answer: askWhichCase(question, cases) };
  const [only = asked] = cases;
  const named = only && only !== 'latest' ? only : undefined;
  const last = named ? undefined : await ports.liveCards.find(id, DECISION, place);
  const shown = directory.reviewRefs.find((ref) => ref === last);
  const ref = named ?? shown ?? (await findLatest(request));
  const found = ref ? await ports.reviews.find(id, ref) : undefined;
  return found ? { found } : { answer: noSuchReview(request, question, ref) };
}

/** The last that was not withdrawn, by its reference; of the table where none is known by it. */
async function findLatest({ directory, ports }: Request): Promise<string | undefined> {
  const { id } = directory.partnership;
  for (const ref of directory.reviewRefs.toReversed()) {
    const found = await ports.reviews.find(id, ref);
    if (found && !found.review.withdrawn) return ref;
  }
  return (await ports.reviews.all(id)).findLast(({ withdrawn }) => !withdrawn)?.ref;
}

/** A local review may cover several cases: of which is asked. */
function askWhichCase(question: Question, cases: readonly string[]): Answer {
  const { intent, filters, args } = question;
  const choices = cases.map((ref) => ({ intent, filters: { ...filters, reviewRef: ref }, args }));
  return {
    text: `${filters.reviewRef} covers ${formatList(cases)}. Which do you mean?`,
    suggestions: choices
      .slice(-3)
      .map((choice) => ({ title: choice.filters.reviewRef, question: choice })),
    thread: { question, choices },
  };
}

/** Asks which is meant where a bare number fits several; else says which references there are. */
function noSuchReview(request: Request, question: Question, ref: string | undefined): Answer {
  const refs = request.directory.reviewRefs;
  const list = { title: 'All rapid reviews', ...ask('rapid_review_list') };
  if (!ref)
    return showsEveryReview(request)
      ? { text: 'No rapid review is in the records yet.', suggestions: [list] }
      : { text: explainUnseen(request.directory) };
  const alike = refs.filter((each) => lastNumber(each) === lastNumber(ref));
  if (/^\D*\d{1,3}$/.test(ref) && alike.length > 1) {
    const { intent, filters, args } = question;
    const choices = alike.map((each) => ({
      intent,
      filters: { ...filters, reviewRef: each },
      args,
    }));
    return {
      text: `Which do you mean: ${formatList(alike, 'or')}?`,
      suggestions: choices
        .slice(-3)
        .map((choice) => ({ title: choice.filters.reviewRef, question: choice })),
      thread: { question, choices },
    };
  }
  const have = showsEveryReview(request) ? 'The records have' : 'I can show you';
  const known = refs.length > 0 ? ` ${have} ${formatList(toRanges(refs))}.` : '';
  return {
    text: `No rapid review has the reference ${ref}.${known}`,
    suggestions: [list],
  };
}

/** Why there may be reviews that are not shown; the same whether there are any or not. */
export function explainUnseen({ partnership, ...names }: Directory): string {
  const { rapidReviewGroup: group } = partnership;
  const readers = describeWhoMay('reviews.read').replace(
    'the group that handles rapid reviews',
    (general) => (group ? groupName({ partnership, ...names }, group) : general),
  );
  return `I have no rapid review to show here. They are for ${readers}; a year’s figures are for everybody once its yearly report is published.`;
}

const lastNumber = (ref: string): number => Number(/\d+$/.exec(ref)?.[0]);

/**
 * References in a row as one range.
 * @example toRanges(['RR-2020-01', 'RR-2020-02', 'RR-2020-03', 'RR-2021-01']) // ['RR-2020-01 to RR-2020-03', 'RR-2021-01']
 */
function toRanges(refs: readonly string[]): string[] {
  const runs: string[][] = [];
  const stem = (ref: string) => ref.replace(/\d+$/, '');
  for (const ref of [...refs].sort()) {
    const run = runs.at(-1);
    const last = run?.at(-1);
    const follows = last && stem(last) === stem(ref) && lastNumber(ref) === lastNumber(last) + 1;
    if (run && follows) run.push(ref);
    else runs.push([ref]);
  }
  return runs.flatMap((run) => (run.length > 2 ? [`${run[0]} to ${run.at(-1)}`] : run));
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
  const all = await context.ports.reviews.lcsprs(context.directory.partnership.id);
  return { ...context, lcsprs: all.filter(({ withdrawn }) => !withdrawn), seesPositions };
}
