import { z } from 'zod';
import { idField, lineField } from '../../../answers/form.ts';
import { ownerFields, resolveOwner } from '../../../answers/owner-fields.ts';
import { reassign } from '../../../domain/action-commands.ts';
import { refuseChange } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { reasonField, refuseClosed } from './update-action.ts';

/** *Give to…*: another agency, group or person, and why. */
export const reassignForm = createActionForm({
  name: 'reassign',
  id: 'actions.reassign',
  permission: 'actions.change',
  input: z.object({
    agency: idField.optional(),
    group: idField.optional(),
    person: idField.optional(),
    reason: lineField,
  }),
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, { agency, group, person, reason }, { directory }) => {
    const named = agency ?? group ?? person;
    const owner = named ? { agency, group: group ?? action.owner.group, person } : action.owner;
    return {
      heading: `Give ${action.ref} to somebody else?`,
      fields: [...ownerFields(directory, owner), reasonField('Why it changes hands', reason)],
      confirm: 'Confirm',
    };
  },
  decide: ({ action }, { reason, ...chosen }, actor, { directory }) =>
    reassign(action, { owner: resolveOwner(directory, chosen), reason }, actor),
});
