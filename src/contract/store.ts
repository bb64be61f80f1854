import type { z } from 'zod';
import type { ChangeEvent, PossibleChange } from '../domain/change-event.ts';
import type { Outcome } from '../domain/outcome.ts';

/**
 * The key of a record within its store: one part, or several parts of which a prefix selects a
 * range.
 */
export type Key = string | readonly string[];

/** The types of a stored column; `columns.ts` encodes lists and objects as one JSON text. */
export type StoredColumns = Record<string, string | number | boolean | undefined>;

/**
 * A declaration of how one kind of record is stored and found. A feature owns it; the storage does
 * the rest.
 */
export interface Store<Item, Event extends ChangeEvent = ChangeEvent> {
  /** A unique name: `risk`, `agenda-item`. */
  readonly kind: string;
  readonly columns: z.ZodType<Item, StoredColumns>;
  key(record: Item): Key;
  /**
   * Copies of the record under other keys, so that a query reads one range only. A record for which
   * the function returns nothing is not in the index.
   */
  readonly indexes?: Readonly<Record<string, Index<Item>['key']>>;
  /**
   * Whether every change adds an event to the history; a schema when events have more fields than a
   * {@link ChangeEvent}.
   */
  readonly history?: boolean | z.ZodType<Event, StoredColumns>;
  /**
   * The columns with ids, days and states, whose values the audit log may keep; of other columns it
   * keeps only that they changed. `false` means no audit log: for personal settings, which are
   * deleted when the person is erased.
   */
  readonly audited?: readonly string[] | false;
  /**
   * The id of the record in the audit log; by default the last part of its key. Needed when people
   * chose the key, for the log holds no free text.
   */
  auditId?(record: Item): string;
}

/** A method, like the others that take a record, so that a store of any records is a `Store`. */
interface Index<Item> {
  key(record: Item): Key | false | '' | undefined;
}

/**
 * A record with its version, which rises with every save. A form carries the version that it
 * showed.
 */
export interface Versioned<Item> {
  readonly record: Item;
  readonly version: number;
}

/**
 * The records of one store in one partnership. Each call writes all its rows in one transaction.
 */
export interface Repository<Item, Event extends ChangeEvent = ChangeEvent> {
  get(key: Key): Promise<Item | undefined>;
  getVersioned(key: Key): Promise<Versioned<Item> | undefined>;
  /**
   * The records whose keys start with a prefix, in the order of their import, then of their keys.
   * Reads one range.
   */
  list(prefix?: Key): Promise<Item[]>;
  /**
   * The records of an index (`key` is the store's own key) between two key prefixes, both included,
   * in key order.
   */
  range(index: string, from: Key, to: Key, limit?: number): Promise<Item[]>;
  /**
   * Adds a new record. A repeat of the same press returns the record that the first one added, even
   * if the reference that comes next is another by then. One press adds one record of a kind; to add
   * several, give each event an `operation` of its own.
   */
  add(record: Item, event: Event): Promise<Outcome<Item, 'exists'>>;
  /**
   * Loads the record, decides and saves; decides again when another writer was first. A repeat of
   * the same press changes nothing. With a version, refuses when another version is stored.
   */
  change<Refusal extends string>(
    key: Key,
    decide: (record: Item) => Outcome<PossibleChange<Item, Event>, Refusal>,
    version?: number,
  ): Promise<Outcome<Item, Refusal | 'not-found' | 'changed-meanwhile'>>;
  /** The same for a record that may not exist yet. */
  addOrChange<Refusal extends string>(
    key: Key,
    decide: (record: Item | undefined) => Outcome<PossibleChange<Item, Event>, Refusal>,
  ): Promise<Outcome<Item, Refusal>>;
  /** Removes a record with its history. Removing it again does nothing. */
  remove(key: Key, event: Event): Promise<void>;
  /** The events of a record, oldest first. */
  history(key: Key): Promise<Event[]>;
  /** Deletes the events of a record that stays. */
  removeHistory(key: Key, event: Event): Promise<void>;
  /**
   * Writes the records that differ from the stored ones and removes none. Remembers their order.
   */
  importAll(records: readonly Item[], event: Event): Promise<Imported>;
}

export interface Imported {
  readonly written: number;
  readonly unchanged: number;
}

/**
 * Opens the stores of one partnership. `operation` is the idempotency key of the press: Teams
 * repeats a press under new activity ids, and one operation changes a record once.
 */
export type OpenStores = (partnership: string, operation?: string) => OpenStore;

/** Opens one declared store: `request.store(riskStore)`. */
export type OpenStore = <Item, Event extends ChangeEvent>(
  store: Store<Item, Event>,
) => Repository<Item, Event>;

/** Declares a store; the record type follows from the columns. */
export function store<Item, Event extends ChangeEvent = ChangeEvent>(
  declaration: Store<Item, Event>,
): Store<Item, Event> {
  return declaration;
}
