import type { Answer } from '../../contract/answer.ts';
import type { ChangedReview } from '../../contract/ports.ts';
import type { Request } from '../../contract/request.ts';
import type { Outcome } from '../../domain/outcome.ts';
import type { RapidReview } from '../../domain/rapid-review.ts';
import type { ReviewChange } from '../../domain/rapid-review-commands.ts';
import { DECISION } from './find-review.ts';
import { type Refusal, toRefusal } from './refusals.ts';

/** Decides on a review as it stands, and lets every card of its decision follow; or what to say when it is refused. */
export async function changeReview(
  { directory, ports }: Request,
  ref: string,
  decide: (review: RapidReview) => Outcome<ReviewChange, Refusal>,
): Promise<{ readonly changed: ChangedReview } | { readonly answer: Answer }> {
  const partnership = directory.partnership.id;
  const outcome = await ports.reviews.change(partnership, ref, decide);
  if (!outcome.ok) return { answer: toRefusal(outcome.refusal, directory) };
  const { review, before } = outcome.value;
  if (review !== before) ports.liveCards.changed({ partnership, kind: DECISION, id: ref });
  return { changed: outcome.value };
}
