import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';

/** Which live card this is, for those who edit it. */
export const DECISION = 'rapid-review';

/** The one review that a question means, or what to say when there is none. */
export type Which = { readonly found: StoredReview } | { readonly reply: Answer };

/**
 * The review that a question names; `latest` and none named are the one whose decision card was last shown here, else the one of
 * which the council became aware last.
 */
export async function whichReview(
  asker: Asker,
  { filters }: Question,
  ports: Ports,
): Promise<Which> {
  const { directory, place } = asker;
  const { id } = directory.partnership;
  const asked = filters.reviewRef && filters.reviewRef !== 'latest' ? filters.reviewRef : undefined;
  const shown = asked ? undefined : await ports.liveCards.shownIn(id, DECISION, place);
  const ref = asked ?? shown ?? directory.reviewRefs.at(-1);
  const found = ref ? await ports.reviews.find(id, ref) : undefined;
  if (found) return { found };
  const text = ref
    ? `No rapid review has the reference ${ref}. It may be mistyped; ask for the list of rapid reviews.`
    : 'No rapid review is in the records yet.';
  return { reply: { text, suggestions: ['rapid reviews this year'] } };
}
