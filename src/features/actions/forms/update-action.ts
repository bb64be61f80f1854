import { z } from 'zod';
import { dayField, lineField } from '../../../answers/form.ts';
import type { Field } from '../../../contract/answer.ts';
import { type Action, isOpen } from '../../../domain/action.ts';
import { type OpenStatus, update } from '../../../domain/action-commands.ts';
import { refuseChange } from '../refusals.ts';
import { createActionForm, type FormStart } from './create-action-form.ts';

const OPEN_STATUSES = [
  'open',
  'not started',
  'in progress',
  'blocked',
] as const satisfies readonly OpenStatus[];

/** *Update*: status, due day and a note, together or one of them. */
export const updateForm = createActionForm({
  name: 'update',
  id: 'actions.update',
  permission: 'actions.change',
  input: z.object({
    status: z.enum(OPEN_STATUSES),
    due: dayField.optional(),
    reason: lineField.optional(),
  }),
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, begun) => ({
    heading: `Update ${action.ref}?`,
    fields: [
      {
        id: 'status',
        label: 'Status',
        kind: 'choice',
        value: begun.status ?? action.status,
        choices: OPEN_STATUSES.map((status) => ({ title: status, value: status })),
      },
      { id: 'due', label: 'Due', kind: 'day', value: dueToBeginWith(action, begun) },
      {
        id: 'reason',
        label: 'Note or reason',
        kind: 'lines',
        value: begun.reason,
        hint: 'Needed to block it or to move the due day',
      },
    ],
    confirm: 'Confirm',
  }),
  decide: ({ action }, { status, due, reason }, actor) =>
    update(action, { status, dueOn: due, reason }, actor),
});

/** *Blocked…*: what it waits for. */
export const blockForm = createActionForm({
  name: 'block',
  id: 'actions.block',
  permission: 'actions.change',
  input: z.object({ reason: lineField }),
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, begun) => ({
    heading: `Mark ${action.ref} as blocked?`,
    fields: [reasonField('What it is waiting for', begun.reason)],
    confirm: 'Confirm',
  }),
  decide: ({ action }, { reason }, actor) => update(action, { status: 'blocked', reason }, actor),
});

/** *Need more time…*: another due day, and why. Whoever may change an action may move it; how often it was moved is shown. */
export const moreTimeForm = createActionForm({
  name: 'more-time',
  id: 'actions.move',
  permission: 'actions.change',
  input: z.object({ due: dayField, reason: lineField }),
  refuse: refuseChange,
  standsAgainst: refuseClosed,
  describe: ({ action }, begun) => ({
    heading: `More time for ${action.ref}?`,
    fields: [
      { ...dueField(action, begun), required: true },
      reasonField('Why it needs more time', begun.reason),
    ],
    confirm: 'Confirm',
  }),
  decide: ({ action }, { due, reason }, actor) => update(action, { dueOn: due, reason }, actor),
});

/** Another due day, which begins with the one that was named. */
export const dueField = (action: Action, begun: FormStart): Field => ({
  id: 'due',
  label: 'New due day',
  kind: 'day',
  value: dueToBeginWith(action, begun),
});

const dueToBeginWith = ({ dueOn }: Action, { due, isDueUnknown }: FormStart) =>
  due ?? (isDueUnknown ? undefined : dueOn);

/** What is closed is reopened first. */
export function refuseClosed(action: Action): 'already-closed' | undefined {
  return isOpen(action) ? undefined : 'already-closed';
}

/** A reason that is kept in the history, and without which nothing is recorded. */
export function reasonField(label: string, value?: string): Field {
  return { id: 'reason', label, kind: 'lines', value, required: true };
}
