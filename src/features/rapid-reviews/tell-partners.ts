import { withSource } from '../../answers/source.ts';
import type { Answer, Button } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { agencyName, personName } from '../../domain/directory.ts';
import type { Person } from '../../domain/partnership.ts';
import { lastRound, type RapidReview } from '../../domain/rapid-review.ts';
import { agencySpeakers } from '../../domain/review-sight.ts';
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

/** What an administrator recorded by phone, to those who can object to it; where nobody can be reached, said in the decision’s chat. */
export async function announcePhonePosition(
  request: Request,
  review: RapidReview,
  agency: string,
  objectButton: Button,
): Promise<void> {
  const { directory, ports } = request;
  const { ref } = review;
  const position = lastRound(review)?.positions.find((each) => each.agency === agency);
  if (!position) return;
  const name = agencyName(directory, agency);
  const heading = `A position of ${name} on ${ref} was recorded by phone`;
  const isReached = await tellPeople(request, agencySpeakers(agency, directory), {
    text: heading,
    heading,
    sentence: `${ANSWERS[position.answer]}: “${position.rationale}”. Recorded by ${personName(directory, position.by)}. If this is not your agency’s position, say so; it will then not count.`,
    form: {
      fields: [
        { id: 'objection', label: 'Why it is not our position', kind: 'lines', required: true },
      ],
      submit: objectButton,
    },
  });
  if (isReached) return;
  await ports.liveCards.say(
    { partnership: directory.partnership.id, kind: DECISION, id: ref },
    `A position of ${name} was recorded by phone. Its leads could not be reached in their own chats; they can read it on their card here and object.`,
  );
}
