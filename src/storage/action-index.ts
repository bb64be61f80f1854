import type { Dimension } from '../contract/ports.ts';
import { type Action, awaitsVerification, hasOwner, isOpen } from '../domain/action.ts';
import type { ActionQuery } from '../domain/action-query.ts';
import { behind, type KeyRange, keyOf, startingWith } from './keys.ts';

/** Where an action is counted and found: everything, a value of a dimension, or whether anybody owns it. */
export type Shelf = 'all' | Dimension | 'owner';

export interface Place {
  readonly shelf: Shelf;
  readonly value: string;
}

/** Stands for “no due day” in a key, behind every day. */
const NO_DUE = '9999-99-99';
export const NONE = 'none';

const OPEN = 1;
const UNEVIDENCED = 2;
const UNVERIFIED = 3;
const WITHDRAWN = 4;
const VERIFIED = 5;

/** All the places in which an action is counted. */
export function placesOf(action: Action): Place[] {
  const { owner, priority, source, review } = action;
  const at = (shelf: Shelf, value = NONE): Place => ({ shelf, value });
  return [
    at('all', ''),
    at('agency', owner.agency),
    at('group', owner.group),
    at('person', owner.person),
    at('priority', priority),
    at('source', source.kind),
    at('review', review),
    at('owner', hasOwner(action) ? 'some' : NONE),
  ];
}

/**
 * The keys under which an action is found, `x|SHELF|VALUE|STATE|DUE|REF`: those of its places that a question can name.
 * Nobody asks for all actions with an owner, nor for those without a priority.
 */
export function indexKeysOf(action: Action): string[] {
  const copies = placesOf(action)
    .filter(({ shelf, value }) => (shelf === 'owner') === (value === NONE))
    .map(({ shelf, value }) =>
      keyOf('x', shelf, value, String(stateOf(action)), action.dueOn ?? NO_DUE, action.ref),
    );
  return awaitsVerification(action) ? [...copies, verifyKey(action.ref)] : copies;
}

/** Where an action lies while its evidence waits for somebody to verify it: `verify|REF`. */
export const verifyKey = (ref: string) => keyOf('verify', ref);
export const verifyRange = startingWith('verify');

/** The places any of which holds every action that a query wants. */
export function placesFor(query: ActionQuery): Place[] {
  const named: readonly [Shelf, string | undefined][] = [
    ['agency', query.agency],
    ['group', query.group],
    ['person', query.person],
    ['priority', query.priority],
    ['source', query.sourceKind],
    ['review', query.review],
    ['owner', query.hasOwner === false ? NONE : undefined],
  ];
  const places = named.flatMap(([shelf, value]) => (value === undefined ? [] : [{ shelf, value }]));
  return places.length > 0 ? places : [{ shelf: 'all', value: '' }];
}

/** The shortest ranges of a place that together hold every action that a query wants; none when it contradicts itself. */
export function rangesFor({ shelf, value }: Place, query: ActionQuery): KeyRange[] {
  const { dueFrom, dueTo, hasDue } = query;
  const dated = dueFrom !== undefined || dueTo !== undefined || hasDue === true;
  if ((dated && hasDue === false) || (dueFrom && dueTo && dueFrom > dueTo)) return [];
  const place = ['x', shelf, value];
  const states = statesFor(query).map(String);
  if (hasDue === false) return states.map((state) => startingWith(...place, state, NO_DUE));
  if (!dated)
    return runsOf(states).map(([first, last]) => ({
      from: keyOf(...place, first),
      below: behind(...place, last),
    }));
  return states.map((state) => ({
    from: keyOf(...place, state, dueFrom ?? ''),
    below: dueTo ? behind(...place, state, dueTo) : keyOf(...place, state, NO_DUE),
  }));
}

/** Whether all, or none, of what a query wants is open; `undefined` when it wants both. */
export function wantsOpen(query: ActionQuery): boolean | undefined {
  const states = statesFor(query);
  if (!states.includes(OPEN)) return false;
  return states.length === 1 ? true : undefined;
}

function stateOf(action: Action): number {
  if (isOpen(action)) return OPEN;
  if (action.status === 'withdrawn') return WITHDRAWN;
  if (action.impactEvidence === undefined) return UNEVIDENCED;
  return action.verifiedBy === undefined ? UNVERIFIED : VERIFIED;
}

function statesFor({ status, hasEvidence, isVerified }: ActionQuery): number[] {
  const impossible = [
    ...(hasEvidence === true ? [UNEVIDENCED] : []),
    ...(hasEvidence === false ? [UNVERIFIED, VERIFIED] : []),
    ...(isVerified === true ? [UNVERIFIED] : []),
    ...(isVerified === false ? [VERIFIED] : []),
  ];
  return statesWith(status).filter((state) => !impossible.includes(state));
}

function statesWith(status: ActionQuery['status']): number[] {
  if (status === undefined) return [OPEN, UNEVIDENCED, UNVERIFIED, WITHDRAWN, VERIFIED];
  if (status === 'complete') return [UNEVIDENCED, UNVERIFIED, VERIFIED];
  return status === 'withdrawn' ? [WITHDRAWN] : [OPEN];
}

/** Neighbouring states are read as one range. */
function runsOf(states: readonly string[]): [first: string, last: string][] {
  const runs: [string, string][] = [];
  for (const state of states) {
    const run = runs.at(-1);
    if (run && Number(run[1]) === Number(state) - 1) run[1] = state;
    else runs.push([state, state]);
  }
  return runs;
}
