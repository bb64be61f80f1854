import { toActor } from '../../answers/form.ts';
import type { Answer, Asker } from '../../contract/feature.ts';
import type { Ports, StoredReview } from '../../contract/ports.ts';
import type { Question } from '../../contract/question.ts';
import { lastRound } from '../../domain/rapid-review.ts';
import { openRound } from '../../domain/rapid-review-decision.ts';
import { decisionFor, decisionForAll } from './decision-card.ts';
import { listReviews } from './list-reviews.ts';
import { proposeReview } from './open-review.ts';
import { notDone } from './refusals.ts';
import { adviserIn, isChair, isKeeper, mayNot, partnersWith, voiceIn } from './review-access.ts';
import { DECISION, whichReview } from './which-review.ts';

/** “open the decision for rr-2020-05 for the four partners”: asks the statutory partners, on a live card in the meeting’s chat. */
export async function openDecision(
  asker: Asker,
  question: Question,
  ports: Ports,
): Promise<Answer> {
  if (question.args.mode === 'new') return proposeReview(asker, question, ports);
  if (question.args.mode !== 'start') return listReviews(asker, question, ports);
  const which = await whichReview(asker, question, ports);
  if ('reply' in which) return which.reply;
  const { found } = which;
  const round = lastRound(found.review);
  if (round && !round.confirmed && asker.place.kind === 'personal')
    return ownCard(asker, found, ports);
  const mayOpen = isKeeper(asker) || isChair(asker, { group: asker.home });
  if (!mayOpen)
    return mayNot(
      asker.directory,
      'the decision on a rapid review is opened by an administrator or the chair',
    );
  if (asker.place.kind === 'personal')
    return {
      text: `Nothing was opened. Please ask in the chat of the rapid review meeting for ${found.review.ref}: the partners answer on the card there.`,
    };
  return openHere(asker, found, ports);
}

async function openHere(
  asker: Asker,
  { review: { ref } }: StoredReview,
  ports: Ports,
): Promise<Answer> {
  const { directory, home } = asker;
  const { id } = directory.partnership;
  const partners = partnersWith('decides', directory);
  if (partners.length === 0)
    return {
      text: 'Nothing was opened: the partnership’s settings name no statutory partner that decides.',
    };
  const wanted = {
    partners,
    advisers: partnersWith('advises', directory),
    hidden: directory.partnership.positions !== 'shown',
    ...(home && { group: home }),
  };
  const opened = await ports.reviews.change(id, ref, (review) =>
    openRound(review, wanted, toActor(asker, ports)),
  );
  if (!opened.ok) return notDone(opened.refusal);
  ports.liveCards.changed({ partnership: id, kind: DECISION, id: ref });
  return (await decisionForAll(directory, opened.value, ports)) ?? notDone('round-not-open');
}

/** In a personal chat nobody else reads: a partner’s own card, on which it can answer outside the meeting. */
async function ownCard(asker: Asker, found: StoredReview, ports: Ports): Promise<Answer> {
  const round = lastRound(found.review);
  const hasPart =
    round &&
    (voiceIn(asker, round) || adviserIn(asker, round) || isChair(asker, round) || isKeeper(asker));
  if (!hasPart)
    return mayNot(
      asker.directory,
      'only the statutory partners and their advisers take part in it',
    );
  const { live: _, ...own } = await decisionFor(asker, found, ports);
  return own;
}
