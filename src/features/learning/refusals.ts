import type { Answer } from '../../contract/answer.ts';
import type { LearningRefusal } from '../../domain/learning.ts';

const WHY_NOT: Readonly<
  Record<LearningRefusal | 'not-found' | 'changed-meanwhile' | 'exists', string>
> = {
  'title-missing': 'Please say what it is called.',
  'agencies-missing': 'Please choose the agencies that it goes to.',
  'text-missing': 'Please say it in a sentence.',
  'day-to-come': 'That day is still to come. Please record it when it has been sent or held.',
  'reason-missing': 'Please give a reason; it is kept in the history.',
  cancelled: 'It was called off.',
  'nothing-asked': 'Nothing is asked there any more.',
  'nothing-to-take-back': 'There is nothing to take back.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});
