import { describeWhoMay } from '../../answers/access-words.ts';
import type { Answer } from '../../contract/answer.ts';
import type { Request } from '../../contract/request.ts';
import { isPermittedOn } from '../../domain/access.ts';
import type { PlanItem, PlanRefusal } from '../../domain/forward-plan.ts';
import { omitUndefined } from '../../domain/optional.ts';

const WHY_NOT: Readonly<
  Record<PlanRefusal | 'not-found' | 'changed-meanwhile' | 'exists' | 'group-missing', string>
> = {
  'title-missing': 'Please say what comes to the meeting.',
  'when-missing': 'Please give the month of the meeting, or the last day.',
  'group-missing': 'Please choose the group whose meeting it comes to.',
  'not-a-link': 'A paper is given as a link that begins with https://.',
  'reason-missing': 'Please give a reason; it is kept in the history.',
  'day-to-come': 'That day is still to come.',
  'received-already': 'It has been received already.',
  withdrawn: 'It is not on the plan any more.',
  'not-found': 'It is not on the plan any more.',
  'changed-meanwhile': 'Somebody changed it meanwhile. Please open it again.',
  exists: 'Somebody took that reference meanwhile. Please try again.',
};

/** Why nothing was recorded, and what would be needed. */
export const notRecorded = (refusal: keyof typeof WHY_NOT): Answer => ({
  text: `Nothing was recorded. ${WHY_NOT[refusal]}`,
});

export const mayNotPlan = (): Answer => ({
  text: `Nothing was recorded: the forward plan is kept by ${describeWhoMay('agendas.decide')}.`,
  refused: 'access',
});

/** Whoever leads the group's meetings. */
export const mayPlan = ({ person }: Request, group: string | undefined): boolean =>
  isPermittedOn(person, 'agendas.decide', group ? { group } : {});

/** They, and the agency or person whose paper it is. */
export const mayReceive = (
  { person: asker }: Request,
  { group, ownerAgency: agency, ownerPerson: person }: PlanItem,
): boolean => isPermittedOn(asker, 'actions.change', omitUndefined({ group, agency, person }));
