import { type Day, daysBetween, type Month } from './dates.ts';
import type { Owner } from './partnership.ts';

/** `open` comes from spreadsheets that say no more than “not closed”. */
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
  /**
   * Where it was raised: a kind (scrutineer, sub-group, inspection …), the document or meeting, and
   * of a meeting the title of the item of its agenda.
   */
  readonly source: { readonly kind?: string; readonly name?: string; readonly item?: string };
  readonly owner: Owner;
  readonly priority?: string;
  readonly review?: string;
  readonly year?: string;
  readonly raisedOn?: Day;
  readonly dueOn?: Day;
  readonly status: ActionStatus;
  /** A month where the records know no more. */
  readonly completedOn?: Day | Month;
  /** What changed for children or for practice. That the task was done is not evidence. */
  readonly impactEvidence?: string;
  readonly verifiedBy?: string;
  readonly verifiedOn?: Day;
  readonly notes?: string;
  readonly basis?: string;
}

/**
 * The state of an action on a day, worst first. `unevidenced` is complete without evidence of
 * impact, a state of its own (the brief: “closed only with evidence of impact”); `unverified` is
 * complete with evidence that no chair or scrutineer has verified yet.
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

/** An open action is due soon when it is due within this many days. */
export const DUE_SOON_DAYS = 14;

/** Not complete and not withdrawn. */
export function isOpen(action: Action): boolean {
  return action.status !== 'complete' && action.status !== 'withdrawn';
}

/** Open after its due day. On the due day itself it is still in time. */
export function isOverdue(action: Action, today: Day): boolean {
  return isOpen(action) && action.dueOn !== undefined && action.dueOn < today;
}

/** How a completed action kept to its due day. */
export type Timeliness = 'late' | 'on time' | 'early';

/**
 * How a completed action kept to its due day; `undefined` where either day is not recorded, or only
 * the month of completion is, and it was due in that month.
 * @example timelinessOf({ ...action, dueOn: day('2021-03-14'), completedOn: day('2021-03-15') }) // 'late'
 */
export function timelinessOf({ status, dueOn, completedOn }: Action): Timeliness | undefined {
  if (status !== 'complete' || !dueOn || !completedOn) return undefined;
  const due = dueOn.slice(0, completedOn.length);
  if (completedOn !== due) return completedOn > due ? 'late' : 'early';
  return due === dueOn ? 'on time' : undefined;
}

/** Complete with evidence of impact that no chair or scrutineer has verified yet. */
export function awaitsVerification({ status, impactEvidence, verifiedBy }: Action): boolean {
  return status === 'complete' && impactEvidence !== undefined && !verifiedBy;
}

/** Whether an action has an owner: an agency, a group or a person. */
export function hasOwner({ owner }: Action): boolean {
  return owner.agency !== undefined || owner.group !== undefined || owner.person !== undefined;
}

/**
 * @example actionState({ ...action, status: 'open', dueOn: day('2021-03-14') }, day('2021-03-15')) // 'overdue'
 * @example actionState({ ...action, status: 'open', dueOn: day('2021-03-29') }, day('2021-03-15')) // 'due-soon'
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

/** References sort by their number: SA-9 comes before SA-10. */
const REFS = new Intl.Collator('en', { numeric: true });

/** Sorts actions by urgency on a day: by state, then due day, then reference. */
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
