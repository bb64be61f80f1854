import type { z } from 'zod';
import type { Change, ChangeEvent } from '../domain/change-event.ts';
import type { Outcome } from '../domain/outcome.ts';

/** Names a record within its store: one part, or several of which the first ones find a range. */
export type Key = string | readonly string[];

/** What a row can hold; lists and objects are kept as one JSON text, see `columns.ts`. */
export type StoredColumns = Record<string, string | number | boolean | undefined>;

/**
 * What is kept of one kind of record and how it is found. A feature declares it; the storage does
 * all the rest.
 */
export interface Store<Item, Event extends ChangeEvent = ChangeEvent> {
  /** `risk`, `agenda-item`: unlike that of any other store. */
  readonly kind: string;
  readonly columns: z.ZodType<Item, StoredColumns>;
  readonly key: (record: Item) => Key;
  /**
   * Copies under other keys, so that a question reads one range and nothing else; left out while
   * there is nothing to find.
   */
  readonly indexes?: Readonly<Record<string, (record: Item) => Key | false | '' | undefined>>;
  /**
   * Whether every change leaves a line; a schema for lines that say more than a {@link
   * ChangeEvent}.
   */
  readonly history?: boolean | z.ZodType<Event, StoredColumns>;
  /**
   * Columns with ids, days and states: the audit log keeps their values, of others only that they
   * changed. `false` for what is no record of the partnership, such as what somebody chose for
   * themselves: it has no audit log and goes when they are erased.
   */
  readonly audited?: readonly string[] | false;
  /** How the audit log calls a record whose key people chose; the last part of its key where there is none. */
  readonly auditId?: (record: Item) => string;
}

/**
 * A record with its version, which rises with every save: a form keeps the version that it showed.
 */
export interface Versioned<Item> {
  readonly record: Item;
  readonly version: number;
}

/**
 * The records of one store and one partnership. Whatever one call writes goes in as a whole or not
 * at all.
 */
export interface Repository<Item, Event extends ChangeEvent = ChangeEvent> {
  get(key: Key): Promise<Item | undefined>;
  getVersioned(key: Key): Promise<Versioned<Item> | undefined>;
  /**
   * Those whose keys begin with these parts: in the order of an import, then in that of their keys.
   * One range.
   */
  list(prefix?: Key): Promise<Item[]>;
  /**
   * Those in an index (`key` is the store's own) from one beginning of a key to another, both
   * included, in its order.
   */
  range(index: string, from: Key, to: Key, limit?: number): Promise<Item[]>;
  /** Keeps a new record. The same press again is answered with the record that it made. */
  add(record: Item, event: Event): Promise<Outcome<Item, 'exists'>>;
  /**
   * Decides on the record as it stands, and again when somebody else was first; a press that has
   * had its effect changes nothing more. With a version, only if that is the one that stands.
   */
  change<Refusal extends string>(
    key: Key,
    decide: (record: Item) => Outcome<Change<Item, Event>, Refusal>,
    version?: number,
  ): Promise<Outcome<Item, Refusal | 'not-found' | 'changed-meanwhile'>>;
  /** The same for a record that may not be there yet. */
  addOrChange<Refusal extends string>(
    key: Key,
    decide: (record: Item | undefined) => Outcome<Change<Item, Event>, Refusal>,
  ): Promise<Outcome<Item, Refusal>>;
  /** Removes a record with its history; one that is gone already does no harm. */
  remove(key: Key, event: Event): Promise<void>;
  /** What was done to a record, oldest first. */
  history(key: Key): Promise<Event[]>;
  /** Writes what differs from what is stored and removes nothing; the records keep their order. */
  importAll(records: readonly Item[], event: Event): Promise<Imported>;
}

export interface Imported {
  readonly written: number;
  readonly unchanged: number;
}

/**
 * The stores of one partnership. `operation` names the press on whose account something is done:
 * Teams repeats a press under new activity ids, and what carries the same operation changes a
 * record once.
 */
export type OpenStores = (partnership: string, operation?: string) => OpenStore;

/** The records of a store that a feature declared: `request.store(riskStore)`. */
export type OpenStore = <Item, Event extends ChangeEvent>(
  store: Store<Item, Event>,
) => Repository<Item, Event>;

/** Declares a store; its type is that of its columns. */
export function store<Item, Event extends ChangeEvent = ChangeEvent>(
  declaration: Store<Item, Event>,
): Store<Item, Event> {
  return declaration;
}
