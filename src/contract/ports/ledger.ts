import type { Day } from '../../domain/dates.ts';
import type { Delivery, DeliveryKey } from '../../domain/notices/delivery.ts';

export interface StoredDelivery {
  readonly delivery: Delivery;
  /** Differs after every change; a change names the version that it was decided on. */
  readonly version: string;
}

/** What an administrator looks after. */
export type ListedState = 'waiting' | 'undelivered' | 'unknown';

/** The ledger of notices: who was told what, and what became of each message. */
export interface Ledger {
  /**
   * All of the days from one to another, both included, by day and person. One range for each month
   * touched.
   */
  list(partnership: string, from: Day, to: Day): Promise<Delivery[]>;
  /**
   * Those of these days that are in one of the states an administrator looks after. One short range
   * for each month touched.
   */
  listByState(partnership: string, state: ListedState, from: Day, to: Day): Promise<Delivery[]>;
  find(partnership: string, key: DeliveryKey): Promise<StoredDelivery | undefined>;
  /**
   * Several of one day, in one range from the first to the last; a single one is one point read.
   */
  findAll(partnership: string, day: Day, keys: readonly DeliveryKey[]): Promise<StoredDelivery[]>;
  /** What the claims of a day were reckoned from: it changes with every claim. */
  head(partnership: string, day: Day): Promise<string>;
  /**
   * Inserts deliveries of a day that were reckoned from a head, in transactions of 99. Answers
   * those that are in; fewer than asked when somebody else claimed meanwhile: reckon again.
   */
  claim(
    partnership: string,
    day: Day,
    head: string,
    deliveries: readonly Delivery[],
  ): Promise<Delivery[]>;
  /**
   * Changes a delivery, and inserts the one that says it again, both or neither. `undefined` when
   * the version is not the expected one: somebody else has it.
   */
  change(
    partnership: string,
    known: StoredDelivery,
    after: Delivery,
    repeat?: Delivery,
  ): Promise<StoredDelivery | undefined>;
  /**
   * Takes the turn to sweep a partnership, unless somebody took it less than so many milliseconds
   * before (or, on a clock that was put back, after). Only one of several who ask at the same
   * moment has it.
   */
  takeSweep(partnership: string, at: Date, restMs: number): Promise<boolean>;
  /** The last day that was swept to its end, and the one before it. */
  lastSweep(partnership: string): Promise<SweepMark | undefined>;
  markSweep(partnership: string, swept: SweepMark): Promise<void>;
}

export interface SweepMark {
  readonly day: Day;
  readonly before?: Day;
}

/** Deliveries that somebody shall carry out: of one day, close together. */
export interface DeliveryOrder {
  readonly partnership: string;
  readonly keys: readonly DeliveryKey[];
  /** How often it went wrong in a way that nobody foresaw. */
  readonly failures: number;
}

/** An order that was taken; until it is done it comes back to somebody else after a while. */
export interface TakenOrder {
  /** `undefined` for a message that is no order. */
  readonly order?: DeliveryOrder;
  /** How often it was taken, this time included. */
  readonly times: number;
  /** Whoever has it is still at it: nobody else sees it for so long. */
  keep(hiddenMs: number): Promise<void>;
  /** It is carried out, or replaced by others. */
  done(): Promise<void>;
  /** It could not be carried out: anybody may take it after so long. */
  putBack(inMs: number): Promise<void>;
}

/**
 * Work that instances share. What is put twice or lost does no harm: the ledger knows what was
 * done.
 */
export interface DeliveryQueue {
  put(orders: readonly DeliveryOrder[], inMs?: number): Promise<void>;
  /** At most so many; nobody else sees them for so long. */
  take(most: number, hiddenMs: number): Promise<TakenOrder[]>;
}
