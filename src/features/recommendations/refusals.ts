import { describeWhoMay } from '../../answers/access-words.ts';
import { ask } from '../../answers/questions.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn, type Permission } from '../../domain/access.ts';
import {
  type Recommendation,
  type RecommendationRefusal,
  recommendationOwner,
} from '../../domain/recommendation.ts';

const WHY_NOT: Readonly<
  Record<RecommendationRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'text-missing': 'Please give the recommendation in the source’s own words.',
  'reason-missing': 'Please give a reason; it is kept.',
  'evidence-missing': 'Please say what changed for children or for practice.',
  'not-accepted-yet': 'It has not been accepted yet: respond to it first.',
  'already-met': 'It is met already. Whoever may verify can send it back first.',
  'no-evidence': 'No evidence is recorded for it.',
  'own-evidence': 'Nobody verifies evidence that they wrote themselves.',
  'linked-already': 'That action serves it already.',
  'not-linked': 'That action does not serve it.',
  'repeats-itself': 'It cannot repeat itself, or one that repeats it.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

/** Whether the asker may do this with a recommendation: theirs is what is addressed to their agency. */
export const mayDo = (
  { person }: Pick<Request, 'person'>,
  permission: Permission,
  recommendation: Pick<Recommendation, 'addressedTo'>,
): boolean => isPermittedOn(person, permission, recommendationOwner(recommendation));

export const mayNot = (permission: Permission): Answer => ({
  text: `Nothing was recorded: that is for ${describeWhoMay(permission).replaceAll('its agency', 'an agency that it is addressed to')}.`,
  refused: 'access',
});

/** What is said of a reference that no recommendation has. */
export const noSuchRecommendation = (ref: string): Answer => ({
  text: ref
    ? `No recommendation has the reference ${ref}. It may be mistyped.`
    : 'Which recommendation do you mean? Say its reference.',
  suggestions: [{ title: 'All recommendations', ...ask('list_recommendations') }],
});
