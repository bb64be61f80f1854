import { type Action, awaitsVerification, hasOwner, isOpen } from '../../domain/action.ts';
import { type ActionQuery, type Dimension, namedDimensions } from '../../domain/action-query.ts';
import { type KeyRange, prefixEnd, prefixRange, toKey } from '../tables/keys.ts';

/**
 * The indexes by which actions are counted and found: all of them, one for each dimension, and
 * whether they have an owner.
 */
export type IndexName = 'all' | Dimension | 'owner';

export interface IndexEntry {
  readonly index: IndexName;
  readonly value: string;
}

/** Sorts actions without a due day after all others. */
const NO_DUE_DAY = '9999-99-99';
export const NO_VALUE = 'none';

const OPEN = 1;
const UNEVIDENCED = 2;
const UNVERIFIED = 3;
const WITHDRAWN = 4;
const VERIFIED = 5;

/** The entries of an action in all indexes. */
export function indexEntries(action: Action): IndexEntry[] {
  const { owner, priority, source, review } = action;
  const at = (index: IndexName, value = NO_VALUE): IndexEntry => ({ index, value });
  return [
    at('all', ''),
    at('agency', owner.agency),
    at('group', owner.group),
    at('person', owner.person),
    at('priority', priority),
    at('source', source.kind),
    at('review', review),
    at('owner', hasOwner(action) ? 'some' : NO_VALUE),
  ];
}

/**
 * The row keys of an action's index copies, `x|INDEX|VALUE|STATE|DUE|REF`. Entries that no query
 * can name have none, such as “has an owner” or “without a priority”.
 */
export function toIndexKeys(action: Action): string[] {
  const copies = indexEntries(action)
    .filter(({ index, value }) => (index === 'owner') === (value === NO_VALUE))
    .map(({ index, value }) =>
      toKey('x', index, value, String(toState(action)), action.dueOn ?? NO_DUE_DAY, action.ref),
    );
  return awaitsVerification(action) ? [...copies, verifyKey(action.ref)] : copies;
}

/** The key of an action's copy while its evidence awaits verification: `verify|REF`. */
export const verifyKey = (ref: string) => toKey('verify', ref);
export const verifyRange = prefixRange('verify');

/** The index entries each of which contains all actions that match a query. */
export function findIndexes(query: ActionQuery): IndexEntry[] {
  const entries: IndexEntry[] = namedDimensions(query).map(({ dimension, value }) => ({
    index: dimension,
    value,
  }));
  if (query.hasOwner === false) entries.push({ index: 'owner', value: NO_VALUE });
  return entries.length > 0 ? entries : [{ index: 'all', value: '' }];
}

/**
 * The shortest ranges of an index entry that contain all matching actions; none when the query
 * contradicts itself.
 */
export function toRanges({ index, value }: IndexEntry, query: ActionQuery): KeyRange[] {
  const { dueFrom, dueTo, hasDue } = query;
  const hasDueFilter = dueFrom !== undefined || dueTo !== undefined || hasDue === true;
  if ((hasDueFilter && hasDue === false) || (dueFrom && dueTo && dueFrom > dueTo)) return [];
  const prefix = ['x', index, value];
  const states = toStates(query).map(String);
  if (hasDue === false) return states.map((state) => prefixRange(...prefix, state, NO_DUE_DAY));
  if (!hasDueFilter)
    return consecutiveRuns(states).map(([first, last]) => ({
      from: toKey(...prefix, first),
      below: prefixEnd(...prefix, last),
    }));
  return states.map((state) => ({
    from: toKey(...prefix, state, dueFrom ?? ''),
    below: dueTo ? prefixEnd(...prefix, state, dueTo) : toKey(...prefix, state, NO_DUE_DAY),
  }));
}

/**
 * Whether a query asks for open actions only (`true`), closed ones only (`false`) or both
 * (`undefined`).
 */
export function wantsOpen(query: ActionQuery): boolean | undefined {
  const states = toStates(query);
  if (!states.includes(OPEN)) return false;
  return states.length === 1 ? true : undefined;
}

function toState(action: Action): number {
  if (isOpen(action)) return OPEN;
  if (action.status === 'withdrawn') return WITHDRAWN;
  if (action.impactEvidence === undefined) return UNEVIDENCED;
  return action.verifiedBy === undefined ? UNVERIFIED : VERIFIED;
}

function toStates({ status, hasEvidence, isVerified }: ActionQuery): number[] {
  const impossible = [
    ...(hasEvidence === true ? [UNEVIDENCED] : []),
    ...(hasEvidence === false ? [UNVERIFIED, VERIFIED] : []),
    ...(isVerified === true ? [UNVERIFIED] : []),
    ...(isVerified === false ? [VERIFIED] : []),
  ];
  return listStates(status).filter((state) => !impossible.includes(state));
}

function listStates(status: ActionQuery['status']): number[] {
  if (status === undefined) return [OPEN, UNEVIDENCED, UNVERIFIED, WITHDRAWN, VERIFIED];
  if (status === 'complete') return [UNEVIDENCED, UNVERIFIED, VERIFIED];
  return status === 'withdrawn' ? [WITHDRAWN] : [OPEN];
}

/** Joins neighbouring states, so that they are read as one range. */
function consecutiveRuns(states: readonly string[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const state of states) {
    const run = runs.at(-1);
    if (run && Number(run[1]) === Number(state) - 1) run[1] = state;
    else runs.push([state, state]);
  }
  return runs;
}
