import type { Answer } from '../../contract/answer.ts';
import type { SeatRefusal } from '../../domain/seat.ts';

const WHY_NOT: Readonly<
  Record<SeatRefusal | 'not-found' | 'changed-meanwhile' | 'exists' | 'nothing-to-undo', string>
> = {
  'holder-missing': 'Please choose a person, give a name or a post, or press “Record as vacant”.',
  'group-missing': 'Please choose the group.',
  'agency-missing': 'Please choose the agency.',
  'days-disagree': 'The last day is before the first.',
  'own-seat': 'Nobody gives a role to themselves. Please ask another administrator.',
  'ended-already': 'It has ended already.',
  'last-administrator':
    'That would leave the partnership without an administrator. Please record another one first.',
  'not-found': 'It is not in the records any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please look again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
  'nothing-to-undo': 'There is nothing to change.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});
