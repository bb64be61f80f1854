import { type Day, daysBetween, type Month } from './dates.ts';
import type { Owner } from './partnership.ts';

/** `open` is what a spreadsheet says when it says no more than “not closed”. */
export type ActionStatus =
  | 'open'
  | 'not started'
  | 'in progress'
  | 'blocked'
  | 'complete'
  | 'withdrawn';

export interface Action {
  readonly ref: string;
  readonly title: string;
  /** Where it was raised: the kind (scrutineer, sub-group, inspection …) and the document or meeting. */
  readonly source: { readonly kind?: string; readonly name?: string };
  readonly owner: Owner;
  readonly priority?: string;
  readonly review?: string;
  readonly year?: string;
  readonly raisedOn?: Day;
  readonly dueOn?: Day;
  readonly status: ActionStatus;
  /** Some records know the month only. */
  readonly completedOn?: Day | Month;
  /** What changed for children or for practice; that the task was done is not evidence. */
  readonly impactEvidence?: string;
  readonly verifiedBy?: string;
  readonly verifiedOn?: Day;
  readonly notes?: string;
  readonly basis?: string;
}

/**
 * Where an action stands on a day, worst first.
 * `unevidenced` is complete without evidence of impact, a state of its own (the brief: “closed only with evidence of impact”);
 * `unverified` is complete with evidence that no chair or scrutineer has verified yet.
 */
export type ActionState =
  | 'overdue'
  | 'blocked'
  | 'due-soon'
  | 'undated'
  | 'on-track'
  | 'unevidenced'
  | 'unverified'
  | 'verified'
  | 'withdrawn';

/** An action due within so many days is due soon. */
export const DUE_SOON_DAYS = 14;

/** Not complete and not withdrawn. */
export function isOpen(action: Action): boolean {
  return action.status !== 'complete' && action.status !== 'withdrawn';
}

/** Open, and its due day has passed. The due day itself is still in time. */
export function isOverdue(action: Action, today: Day): boolean {
  return isOpen(action) && action.dueOn !== undefined && action.dueOn < today;
}

/** Complete with evidence of impact that no chair or scrutineer has verified yet. */
export function awaitsVerification({ status, impactEvidence, verifiedBy }: Action): boolean {
  return status === 'complete' && impactEvidence !== undefined && !verifiedBy;
}

/** An owner is an agency, a group or a person; any of them will do. */
export function hasOwner({ owner }: Action): boolean {
  return owner.agency !== undefined || owner.group !== undefined || owner.person !== undefined;
}

/**
 * @example standingOf({ ...action, status: 'open', dueOn: day('2021-03-14') }, day('2021-03-15')) // 'overdue'
 * @example standingOf({ ...action, status: 'open', dueOn: day('2021-03-29') }, day('2021-03-15')) // 'due-soon'
 */
export function actionState(action: Action, today: Day): ActionState {
  if (action.status === 'withdrawn') return 'withdrawn';
  if (action.status === 'complete') {
    if (!action.impactEvidence) return 'unevidenced';
    return action.verifiedBy ? 'verified' : 'unverified';
  }
  if (isOverdue(action, today)) return 'overdue';
  if (action.status === 'blocked') return 'blocked';
  if (!action.dueOn) return 'undated';
  return daysBetween(today, action.dueOn) <= DUE_SOON_DAYS ? 'due-soon' : 'on-track';
}

const STATES_BY_URGENCY: readonly ActionState[] = [
  'overdue',
  'blocked',
  'due-soon',
  'on-track',
  'undated',
  'unevidenced',
  'unverified',
  'verified',
  'withdrawn',
];

/** People count in references: SA-9 comes before SA-10. */
const REFS = new Intl.Collator('en', { numeric: true });

/** The actions by what is most pressing on a day: the standing, then the due day, then the reference. */
export function mostUrgentFirst(actions: readonly Action[], today: Day): Action[] {
  return actions
    .map((action) => ({ action, rank: STATES_BY_URGENCY.indexOf(actionState(action, today)) }))
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        (a.action.dueOn ?? '9999').localeCompare(b.action.dueOn ?? '9999') ||
        REFS.compare(a.action.ref, b.action.ref),
    )
    .map(({ action }) => action);
}
