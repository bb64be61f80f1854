import { action, UnreadableInput } from '../../../contract/action.ts';
import type { Request } from '../../../contract/request.ts';
import { FORMS, type FormName, openActionForm } from '../buttons.ts';
import { reopenForm, withdrawForm } from './close-action.ts';
import { doneForm } from './complete-action.ts';
import type { ActionForm } from './create-action-form.ts';
import { reassignForm } from './reassign-action.ts';
import { blockForm, moreTimeForm, updateForm } from './update-action.ts';
import { sendBackForm, verifyForm } from './verify-action.ts';

export const ACTION_FORMS: Readonly<Record<FormName, ActionForm>> = {
  update: updateForm,
  done: doneForm,
  'more-time': moreTimeForm,
  block: blockForm,
  reassign: reassignForm,
  withdraw: withdrawForm,
  verify: verifyForm,
  'send-back': sendBackForm,
  reopen: reopenForm,
};

/** On any card: the form by which an action is changed. Who presses is looked at now and again when the form comes back. */
export const actionForm = action({
  ...openActionForm,
  permission: {
    field: 'form',
    is: Object.fromEntries(FORMS.map((form) => [form, ACTION_FORMS[form].permission])),
  },
  async handle(request: Request, { ref, form }) {
    const stored = await request.ports.actions.find(request.directory.partnership.id, ref);
    if (!stored) throw new UnreadableInput(openActionForm.id);
    const { refuse, open } = ACTION_FORMS[form];
    return refuse(request, stored) ?? open(request, stored, {});
  },
});
