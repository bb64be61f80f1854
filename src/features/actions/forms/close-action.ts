import { z } from 'zod';
import { lineField } from '../../../answers/form.ts';
import { isOpen } from '../../../domain/action.ts';
import { reopen, withdraw } from '../../../domain/action-commands.ts';
import { refuseChange, refuseReopening } from '../refusals.ts';
import { createActionForm } from './create-action-form.ts';
import { closed, reasonField } from './update-action.ts';

const schema = z.object({ reason: lineField });

/** *Withdraw…*: it is not to be done after all. */
export const withdrawForm = createActionForm({
  name: 'withdraw',
  verb: 'actions.withdraw',
  access: 'actions.change',
  schema,
  refuse: refuseChange,
  standsAgainst: closed,
  draw: ({ action }, begun) => ({
    headline: `Withdraw ${action.ref}?`,
    fields: [reasonField('Why it is not to be done', begun.reason)],
    confirm: 'Withdraw it',
  }),
  decide: ({ action }, { reason }, actor) => withdraw(action, reason, actor),
});

/** *Reopen…*: it was closed too soon. */
export const reopenForm = createActionForm({
  name: 'reopen',
  verb: 'actions.reopen',
  access: 'actions.reopen',
  schema,
  refuse: refuseReopening,
  standsAgainst: (action) => (isOpen(action) ? 'open-already' : undefined),
  draw: ({ action }, begun) => ({
    headline: `Reopen ${action.ref}?`,
    sentence: action.impactEvidence
      ? 'Its evidence goes to the history and is given anew.'
      : undefined,
    fields: [reasonField('Why it is opened again', begun.reason)],
    confirm: 'Reopen it',
  }),
  decide: ({ action }, { reason }, actor) => reopen(action, reason, actor),
});
