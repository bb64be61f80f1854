import type { Asker } from '../../contract/feature.ts';
import type { StoredAction } from '../../contract/ports.ts';
import { isOpen } from '../../domain/action.ts';
import { mayChange, mayReopen, notToJudge } from './action-access.ts';
import type { FormPress } from './action-view.ts';

/**
 * What an asker may do with an action now, the likeliest first. In a chat of several nothing is offered: the button would stand
 * before everybody, and is only theirs.
 */
export function pressesFor({ person, place }: Asker, stored: StoredAction): FormPress[] {
  if (place.kind !== 'personal') return [];
  const { action } = stored;
  const press = (label: string, form: string) => pressOf(action.ref, label, form);
  if (isOpen(action)) return mayChange(person, action) ? openPresses(action.ref) : [];
  const lacksEvidence = action.status === 'complete' && !action.impactEvidence;
  const awaits = action.status === 'complete' && action.impactEvidence && !action.verifiedBy;
  return [
    ...(lacksEvidence && mayChange(person, action) ? [press('Add evidence…', 'done')] : []),
    ...(awaits && !notToJudge(person, stored)
      ? [press('Verify…', 'verify'), press('Send back…', 'send-back')]
      : []),
    ...(mayReopen(person, action) ? [press('Reopen…', 'reopen')] : []),
  ];
}

/** What can be done with an open action by whoever may change it. */
export function openPresses(ref: string): FormPress[] {
  return [
    pressOf(ref, 'Update', 'update'),
    pressOf(ref, 'Done…', 'done'),
    pressOf(ref, 'Need more time…', 'more-time'),
  ];
}

const pressOf = (ref: string, label: string, form: string): FormPress => ({
  label,
  data: { verb: 'actions.form', ref, form },
});
