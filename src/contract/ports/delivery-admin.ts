import type { Day } from '../../domain/dates.ts';

/**
 * A message that is owed to one person and has not plainly arrived. Ids only; names are put in
 * where it is shown.
 */
export interface ListedDelivery {
  /** Its deterministic id in the ledger. */
  readonly id: string;
  readonly person: string;
  /** References of what it is about, `SA-019`; what has none in a few words. */
  readonly subjects: readonly string[];
  /** When it was to be said, an instant. */
  readonly since: string;
  /** Why it did not arrive; of one that waits, what for. */
  readonly reason?: DeliveryReason;
  /** The group in whose chat it was said instead. */
  readonly fallbackGroup?: string;
}

export type DeliveryReason =
  | 'blocked'
  | 'not-installed'
  | 'gone'
  | 'unacceptable'
  | 'limits'
  | 'locked-out'
  | 'busy'
  | 'answer-lost'
  | 'defect';

/** How the notices of a day went. */
export interface DeliveryReport {
  readonly sent: number;
  readonly waiting: readonly ListedDelivery[];
  readonly undelivered: readonly ListedDelivery[];
  /** Sent, but the answer of Teams was lost: nobody can know whether they arrived. */
  readonly unknown: readonly ListedDelivery[];
}

/** What an administrator sees and decides of deliveries. */
export interface DeliveryAdmin {
  /**
   * Sent on that day; waiting, undelivered and in doubt whenever they were owed, the oldest first.
   */
  report(partnership: string, day: Day): Promise<DeliveryReport>;
  /**
   * Puts one back in the queue. `settled` when it has been sent, dismissed or put back meanwhile:
   * nothing was done.
   */
  sendAgain(partnership: string, id: string, by: string): Promise<'queued' | 'settled'>;
  /** Takes one off the list; it stays in the ledger with who took it off. */
  dismiss(partnership: string, id: string, by: string): Promise<'dismissed' | 'settled'>;
}
