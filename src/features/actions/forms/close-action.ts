import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import { isOpen } from '../../../domain/action.ts';
import { reopen, withdraw } from '../../../domain/action-commands.ts';
import { refuseChange, refuseReopening } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { reasonField, refuseClosed } from './update-action.ts';

const input = z.object({ reason: lineField });

/** *Withdraw…*: it is not to be done after all. */
export const withdrawForm = createActionForm({
  name: 'withdraw',
  id: 'actions.withdraw',
  permission: 'actions.change',
  input,
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, begun) => ({
    heading: `Withdraw ${action.ref}?`,
    sentence: 'An action is never deleted: withdrawn, it stays in the records with the reason.',
    fields: [reasonField('Why it is not to be done', begun.reason)],
    confirm: 'Withdraw it',
  }),
  decide: ({ action }, { reason }, actor) => withdraw(action, reason, actor),
});

/** *Reopen…*: it was closed too soon. */
export const reopenForm = createActionForm({
  name: 'reopen',
  id: 'actions.reopen',
  permission: 'actions.reopen',
  input,
  refuse: refuseReopening,
  standsAgainst: (action) => (isOpen(action) ? 'open-already' : undefined),
  describe: ({ action }, begun) => ({
    heading: `Reopen ${action.ref}?`,
    sentence: action.impactEvidence
      ? 'Its evidence goes to the history and is given anew.'
      : undefined,
    fields: [reasonField('Why it is opened again', begun.reason)],
    confirm: 'Reopen it',
  }),
  decide: ({ action }, { reason }, actor) => reopen(action, reason, actor),
});
