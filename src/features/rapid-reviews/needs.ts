import { aboutReview } from '../../answers/questions.ts';
import type { Need } from '../../contract/feature.ts';
import type { Request } from '../../contract/request.ts';
import { isEverPermitted } from '../../domain/ever-permitted.ts';
import { isUndecided, lastRound, outstandingPartners } from '../../domain/rapid-review.ts';

/** The reviews on which the asker’s agency still has to answer, and those whose answers wait for them to confirm. */
export async function findReviewNeeds(request: Request): Promise<readonly Need[]> {
  const { person, directory, ports } = request;
  const { agency } = person;
  if (!agency || !isEverPermitted(person, 'reviews.give-position')) return [];
  const reviews = await ports.reviews.all(directory.partnership.id);
  return reviews.flatMap((review) => {
    const round = isUndecided(review) ? lastRound(review) : undefined;
    if (!round || !outstandingPartners(round).includes(agency)) return [];
    const opens = { title: `Show ${review.ref}`, ...aboutReview(review.ref) };
    return [{ clause: `${review.ref} waits for your position`, rank: 1, opens }];
  });
}
