import type { Button } from '../../contract/answer.ts';

/** What can be asked of an action by a button, under the names that cards know. */
export const FORMS = [
  'update',
  'done',
  'more-time',
  'block',
  'reassign',
  'withdraw',
  'verify',
  'send-back',
  'reopen',
] as const;
export type FormName = (typeof FORMS)[number];

/** Opens the form by which an action is changed; who may is looked at when it is pressed, and when the form comes back. */
export const actionFormButton = (title: string, ref: string, form: FormName): Button => ({
  title,
  aloud: `${title} ${ref}`,
  action: 'actions.form',
  data: { ref, form },
});

/** What can be done with an open action by whoever may change it. */
export const openActionButtons = (ref: string): Button[] => [
  actionFormButton('Update', ref, 'update'),
  actionFormButton('Done…', ref, 'done'),
  actionFormButton('Need more time…', ref, 'more-time'),
];
