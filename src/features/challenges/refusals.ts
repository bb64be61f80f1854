import { describeWhoMay } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn, type Permission } from '../../domain/access.ts';
import type { Challenge, ChallengeRefusal } from '../../domain/challenge.ts';
import { omitUndefined } from '../../domain/optional.ts';
import type { Owner } from '../../domain/partnership.ts';

const WHY_NOT: Readonly<
  Record<ChallengeRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'question-missing': 'Please say what was asked.',
  'same-agency': 'A challenge goes from one agency to another: please choose two.',
  'day-to-come': 'Please give the day on which it was asked; it cannot be still to come.',
  'due-before-asked': 'The answer cannot be due before the day on which it was asked.',
  'answer-missing': 'Please say what the answer is.',
  'difference-missing': 'Please say what is different since.',
  'reason-missing': 'Please give a reason; it is kept.',
  'not-answered': 'It has not been answered yet. Record the answer first.',
  closed: 'It was answered or withdrawn already.',
  'not-found': 'It is not in the log any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

/** Whose a challenge is: who was asked answers, who asked says what came of it. */
export const challengeOwner = (challenge: Challenge, permission: Permission): Owner =>
  permission === 'challenges.answer'
    ? { agency: challenge.toAgency }
    : omitUndefined({ agency: challenge.fromAgency, group: challenge.group });

export const mayDo = (
  { person }: Pick<Request, 'person'>,
  permission: Permission,
  challenge: Challenge,
): boolean => isPermittedOn(person, permission, challengeOwner(challenge, permission));

export const mayNot = (permission: Permission): Answer => ({
  text: `Nothing was recorded: that is for ${describeWhoMay(permission)
    .replaceAll(
      'its agency',
      `the agency that ${permission === 'challenges.answer' ? 'was asked' : 'asked'}`,
    )
    .replace('its group', 'the group where it was asked')}.`,
  refused: 'access',
});

export const mayNotRead = (): Answer => ({
  text: `The challenge log is read by ${describeWhoMay('challenges.read')}.`,
  refused: 'access',
});

export const noSuchChallenge = (ref: string): Answer => ({
  text: ref
    ? `No challenge has the reference ${ref}. It may be mistyped.`
    : 'Which challenge do you mean? Say its reference, such as CHG-03.',
  suggestions: [
    { title: 'Unanswered challenges', ...ask('list_challenges', {}, { unanswered: 'unanswered' }) },
  ],
});
