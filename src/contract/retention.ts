import type { Day } from '../domain/dates.ts';
import type { RetentionRule } from '../domain/retention.ts';
import type { Store } from './store.ts';

/** How long the records of a feature's store are kept, and from when. */
export interface RetainedStore<Item = unknown> {
  readonly store: Store<Item>;
  /** Its `kind` is what the operator reads: `risk`. */
  readonly rule: RetentionRule;
  /**
   * The day from which the time counts; `undefined` for a record to which that has not happened: it
   * stays. A store whose records never close has no rule, and all of them stay.
   */
  since(record: Item): Day | undefined;
  /**
   * What stays of a record when its time is over; left out, all of it is deleted. Of one that was
   * reduced `since` gives `undefined`.
   */
  reduce?(record: Item): Item;
  /** Stores whose records go with it: those whose keys begin with its key. */
  readonly dependants?: readonly Store<unknown>[];
}

/** @example declareRetention({ store: riskStore, rule, since: ({ closedOn }) => closedOn }) */
export function declareRetention<Item>(declared: RetainedStore<Item>): RetainedStore {
  return declared;
}
