import { z } from 'zod';
import { dayField, idField, lineField } from '../../../answers/form.ts';
import { ownerFields, resolveOwner } from '../../../answers/owner-fields.ts';
import { reassign } from '../../../domain/action-commands.ts';
import { refuseChange } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { dueField, reasonField, refuseClosed } from './update-action.ts';

/** *Give to…*: another agency, group or person, and why; with another due day where one was named. */
export const reassignForm = createActionForm({
  name: 'reassign',
  id: 'actions.reassign',
  permission: 'actions.change',
  input: z.object({
    agency: idField.optional(),
    group: idField.optional(),
    person: idField.optional(),
    due: dayField.optional(),
    reason: lineField,
  }),
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, { agency, group, person, reason, ...begun }, { directory }) => {
    const named = agency ?? group ?? person;
    const owner = named ? { agency, group: group ?? action.owner.group, person } : action.owner;
    return {
      heading: `Give ${action.ref} to somebody else?`,
      fields: [
        ...ownerFields(directory, owner),
        ...(begun.due || begun.isDueUnknown ? [dueField(action, begun)] : []),
        reasonField('Why it changes hands', reason),
      ],
      confirm: 'Confirm',
    };
  },
  decide: ({ action }, { reason, due, ...chosen }, actor, { directory }) =>
    reassign(action, { owner: resolveOwner(directory, chosen), dueOn: due, reason }, actor),
});
