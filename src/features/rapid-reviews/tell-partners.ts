import { aboutReview } from '../../answers/questions.ts';
import { withSource } from '../../answers/source.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermitted } from '../../domain/access.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { lastRound, type RapidReview } from '../../domain/rapid-review.ts';
import { findProposal } from '../../domain/rapid-review-decision.ts';
import { agencySpeakers, confirmsReviews } from '../../domain/review-sight.ts';
import { DECISION } from './find-review.ts';
import { ANSWERS } from './review-words.ts';

/**
 * Tells people in their personal chats. Answers whether anybody was reached; where nobody was, it is for the caller to say
 * so, for nothing is dropped silently.
 */
export async function tellPeople(
  request: Request,
  people: readonly Person[],
  answer: Answer,
): Promise<boolean> {
  const { directory, ports } = request;
  const message = withSource(answer, request);
  const told = await Promise.all(
    people.map(({ id }) => ports.personalChats.tell(directory.partnership.id, id, message)),
  );
  return told.some(Boolean);
}

/**
 * What an administrator recorded for a partner, to those who can object and agree to it; where nobody can be reached, said in
 * the decision’s chat, without what was recorded.
 */
export async function announcePosition(
  request: Request,
  review: RapidReview,
  agency: string,
  { object, agree }: { readonly object: Button; readonly agree: Button },
): Promise<void> {
  const { directory, ports } = request;
  const { ref } = review;
  const round = lastRound(review);
  const proposal = round && findProposal(round, agency);
  const position = proposal ?? round?.positions.find((each) => each.agency === agency);
  if (!position) return;
  const { answer, rationale, by, received = 'by phone' } = position;
  const name = agencyName(directory, agency);
  const heading = `${proposal ? 'Another' : 'A'} position of ${name} on ${ref} was recorded ${received}`;
  const said = `${ANSWERS[answer]}: “${rationale}”. Recorded by ${personName(directory, by)}.`;
  const isReached = await tellPeople(request, agencySpeakers(agency, directory), {
    text: heading,
    heading,
    sentence: proposal
      ? `${said} What your agency said itself still counts. This one counts only if you agree.`
      : `${said} If this is not your agency’s position, say so; it will then not count.`,
    form: {
      fields: [
        {
          id: 'objection',
          label: 'Why it is not our position',
          kind: 'lines',
          required: !proposal,
        },
      ],
      submit: object,
      ...(proposal && { instead: agree }),
    },
  });
  if (isReached) return;
  const can = proposal
    ? 'they can read it on their card here; it counts only if they agree.'
    : 'they can read it on their card here and object.';
  await ports.liveCards.say(
    { partnership: directory.partnership.id, kind: DECISION, id: ref },
    `${proposal ? 'Another' : 'A'} position of ${name} was recorded ${received}. Its leads could not be reached in their own chats; ${can}`,
  );
}

/** An objection to a position on which a decision was confirmed already, to those who confirm and correct. */
export async function announceObjection(
  request: Request,
  { ref, rounds }: RapidReview,
  agency: string,
): Promise<void> {
  const { directory } = request;
  const position = rounds.at(-1)?.positions.find((each) => each.agency === agency);
  const people = directory.people.filter(
    (each) => confirmsReviews(each, directory) || isPermitted(each, 'reviews.administer'),
  );
  const heading = `${agencyName(directory, agency)} objects to the position recorded for it on ${ref}`;
  await tellPeople(request, people, {
    text: heading,
    heading,
    sentence: `“${position?.objection?.text}”. The decision was confirmed before that. It stands until an administrator corrects it.`,
    suggestions: [{ title: `Show ${ref}`, ...aboutReview(ref) }],
  });
}
