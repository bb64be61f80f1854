import { z } from 'zod';
import { type Answer, type Asker, UnreadableInput } from '../../../contract/feature.ts';
import type { Ports } from '../../../contract/ports.ts';
import type { Submission } from '../../../contract/submission.ts';
import { reopenForm, withdrawForm } from './close-action.ts';
import { doneForm } from './complete-action.ts';
import { type ActionForm, FORMS, type FormName } from './create-action-form.ts';
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

const schema = z.object({ ref: z.string().min(1).max(60), form: z.enum(FORMS) });

/**
 * `actions.form`, on any card: the form by which an action is changed, `{ ref, form }`. Who presses is looked at now and again when
 * the form comes back.
 */
async function openForm(asker: Asker, data: unknown, ports: Ports): Promise<Answer> {
  const wanted = schema.safeParse(data);
  const stored =
    wanted.success && (await ports.actions.find(asker.directory.partnership.id, wanted.data.ref));
  if (!stored) throw new UnreadableInput('actions.form');
  const form = ACTION_FORMS[wanted.data.form];
  return form.refuse(asker, stored) ?? form.open(asker, stored, {}, ports);
}

/** The submissions of all forms, and the one that opens them. */
export const formSubmissions: readonly Submission[] = [
  {
    verb: 'actions.form',
    access: {
      field: 'form',
      is: Object.fromEntries(FORMS.map((form) => [form, ACTION_FORMS[form].access])),
    },
    handle: openForm,
  },
  ...Object.values(ACTION_FORMS).map(({ submission }) => submission),
];
