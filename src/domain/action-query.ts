import {
  type Action,
  type ActionStatus,
  hasOwner,
  isOpen,
  type Timeliness,
  timelinessOf,
} from './action.ts';
import type { Day } from './dates.ts';
import type { NamedLcspr } from './named-lcspr.ts';
import { hasWords } from './title-similarity.ts';

/** Which actions are wanted. Every given field must match; an empty query matches all. */
export interface ActionQuery {
  readonly agency?: string;
  readonly group?: string;
  readonly person?: string;
  readonly priority?: string;
  readonly sourceKind?: string;
  /** One of these is the source's name. */
  readonly sourceNames?: readonly string[];
  /** Or it serves a recommendation of that source. */
  readonly sourceRefs?: readonly string[];
  /** The title has all of these words, in whatever form. */
  readonly topic?: string;
  readonly review?: string;
  /** It comes from a case of this local review. */
  readonly lcspr?: NamedLcspr;
  readonly year?: string;
  /** A day gone by: they are to match as they stood at its end. */
  readonly asAt?: Day;
  /** Agencies, groups and priorities of which none is wanted. */
  readonly except?: readonly string[];
  /** One status, or `not complete` for all that are neither complete nor withdrawn. */
  readonly status?: ActionStatus | 'not complete';
  /** Due on or after, due on or before; either asks for actions that have a due day. */
  readonly dueFrom?: Day;
  readonly dueTo?: Day;
  /** Raised on or after, raised on or before. */
  readonly raisedFrom?: Day;
  readonly raisedTo?: Day;
  /**
   * Completed on or after, completed on or before; either asks for actions whose completion has a
   * day or a month.
   */
  readonly completedFrom?: Day;
  readonly completedTo?: Day;
  /** How completed ones kept to their due day; what was early was on time, too. */
  readonly timeliness?: Timeliness;
  readonly hasOwner?: boolean;
  /** Whether that part of the owner is recorded. */
  readonly hasAgency?: boolean;
  readonly hasGroup?: boolean;
  readonly hasPerson?: boolean;
  readonly hasDue?: boolean;
  readonly hasEvidence?: boolean;
  readonly isVerified?: boolean;
}

/** A way of dividing the actions: by who owns them, what they serve or where they came from. */
export type Dimension = 'agency' | 'group' | 'person' | 'priority' | 'source' | 'review';

/** The dimensions in which a query names a value. */
export function namedDimensions(
  query: ActionQuery,
): { readonly dimension: Dimension; readonly value: string }[] {
  const values: readonly [Dimension, string | undefined][] = [
    ['agency', query.agency],
    ['group', query.group],
    ['person', query.person],
    ['priority', query.priority],
    ['source', query.sourceKind],
    ['review', query.review],
  ];
  return values.flatMap(([dimension, value]) =>
    value === undefined ? [] : [{ dimension, value }],
  );
}

/** Whether an action matches a query. */
export function matchesQuery(action: Action, query: ActionQuery): boolean {
  const { owner } = action;
  return (
    isUnsetOrEqual(query.agency, owner.agency) &&
    isUnsetOrEqual(query.group, owner.group) &&
    isUnsetOrEqual(query.person, owner.person) &&
    isUnsetOrEqual(query.priority, action.priority) &&
    isUnsetOrEqual(query.sourceKind, action.source.kind) &&
    (query.sourceNames === undefined ||
      query.sourceNames.includes(action.source.name ?? '') ||
      query.sourceRefs?.includes(action.ref) === true) &&
    (query.topic === undefined || hasWords(action.title, query.topic)) &&
    !isExcepted(action, query) &&
    isUnsetOrEqual(query.review, action.review) &&
    (query.lcspr === undefined || query.lcspr.cases.includes(action.review ?? '')) &&
    isUnsetOrEqual(query.year, action.year) &&
    (query.status === 'not complete'
      ? isOpen(action)
      : isUnsetOrEqual(query.status, action.status)) &&
    (query.dueFrom === undefined ||
      (action.dueOn !== undefined && action.dueOn >= query.dueFrom)) &&
    (query.dueTo === undefined || (action.dueOn !== undefined && action.dueOn <= query.dueTo)) &&
    (query.raisedFrom === undefined ||
      (action.raisedOn !== undefined && action.raisedOn >= query.raisedFrom)) &&
    (query.raisedTo === undefined ||
      (action.raisedOn !== undefined && action.raisedOn <= query.raisedTo)) &&
    wasCompleted(action, query) &&
    keptTo(action, query) &&
    isUnsetOrEqual(query.hasOwner, hasOwner(action)) &&
    isUnsetOrEqual(query.hasAgency, owner.agency !== undefined) &&
    isUnsetOrEqual(query.hasGroup, owner.group !== undefined) &&
    isUnsetOrEqual(query.hasPerson, owner.person !== undefined) &&
    isUnsetOrEqual(query.hasDue, action.dueOn !== undefined) &&
    isUnsetOrEqual(query.hasEvidence, action.impactEvidence !== undefined) &&
    isUnsetOrEqual(query.isVerified, action.verifiedBy !== undefined)
  );
}

const isExcepted = ({ owner, priority }: Action, { except = [] }: ActionQuery): boolean =>
  [owner.agency, owner.group, owner.person, priority].some(
    (id) => id !== undefined && except.includes(id),
  );

function keptTo(action: Action, { timeliness }: ActionQuery): boolean {
  if (timeliness === undefined) return true;
  const kept = timelinessOf(action);
  return kept === timeliness || (timeliness === 'on time' && kept === 'early');
}

/** An action completed on an unknown day of a month matches when any day of that month would. */
function wasCompleted(
  { completedOn }: Action,
  { completedFrom, completedTo }: ActionQuery,
): boolean {
  if (completedFrom === undefined && completedTo === undefined) return true;
  if (completedOn === undefined) return false;
  const truncateDay = (bound: Day) => bound.slice(0, completedOn.length);
  return (
    (completedFrom === undefined || completedOn >= truncateDay(completedFrom)) &&
    (completedTo === undefined || completedOn <= truncateDay(completedTo))
  );
}

function isUnsetOrEqual<Value>(wanted: Value | undefined, actual: Value | undefined): boolean {
  return wanted === undefined || wanted === actual;
}
