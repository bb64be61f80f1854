import { setTimeout as pause } from 'node:timers/promises';
import type { NoticeSource, StoreContext } from '../contract/notice.ts';
import type { DeliveryQueue, TakenOrder } from '../contract/ports.ts';
import type { Delivery } from '../domain/notices/delivery.ts';
import type { SweepContext } from '../domain/notices/notice-context.ts';
import { createCatalogue } from './catalogue.ts';
import { claimNotices } from './claim.ts';
import { type DeliverParts, deliver } from './deliver.ts';
import { findOwed } from './find.ts';

export interface NotificationsParts
  extends Pick<DeliverParts, 'ports' | 'sender' | 'targetedMessages' | 'instance' | 'log'> {
  /** The sources of all features. */
  readonly sources: readonly NoticeSource[];
  /** What features keep of each day by themselves. */
  readonly keepDaily?: readonly ((context: StoreContext) => Promise<void>)[];
  readonly queue: DeliveryQueue;
  /** Ids of all partnerships. */
  readonly partnerships: () => Promise<readonly string[]>;
  /** How often {@link Notifications.start} sweeps; every ten minutes by default. */
  readonly sweepIntervalMs?: number | undefined;
}

/** Convenor speaking up by itself. Any number of instances may run; they share the work through the ledger and the queue. */
export interface Notifications {
  /** Finds what is owed in every partnership, claims it and orders its delivery. */
  sweep(): Promise<Delivery[]>;
  /** Carries out orders until none can be had, and answers how many there were. */
  deliverAll(): Promise<number>;
  /** Sweeps in turn with the other instances, and delivers, from now on. */
  start(): void;
  /** Begins nothing more, gives back what was not posted yet, and resolves when what is on the wire has been answered. */
  stop(): Promise<void>;
}

export const SWEEP_INTERVAL_MS = 10 * 60_000;
const IDLE_MS = 5_000;
/** So many orders are carried out side by side; the sender keeps to the limits of Teams whatever their number. */
const WORKERS = 4;
/** Whoever is at an order says so again and again; when nobody has for so long, they have died and somebody else has it. */
const HIDDEN_MS = 30_000;
const KEEP_INTERVAL_MS = 10_000;
/** An order that failed, on storage above all, comes back after so long, then after twice that, and so on. */
const RETURN_MS = 5_000;
const MAX_RETURN_MS = 10 * 60_000;
/** An order that was taken so often ends whoever takes it; what it was for is ordered again by a sweep, alone. */
const MAX_DEQUEUES = 10;

export function createNotifications({
  partnerships,
  queue,
  log,
  sources,
  keepDaily = [],
  sweepIntervalMs = SWEEP_INTERVAL_MS,
  ...parts
}: NotificationsParts): Notifications {
  const stopping = new AbortController();
  const { signal } = stopping;
  const running = new Set<Promise<void>>();
  const catalogue = createCatalogue(sources);
  const deliverParts: DeliverParts = {
    ...parts,
    catalogue,
    queue,
    log,
    isStopping: () => signal.aborted,
  };

  async function sweepOne(id: string): Promise<Delivery[]> {
    const directory = await parts.ports.directories.find(id);
    if (!directory) return [];
    const found = await findOwed(directory, deliverParts);
    for (const failed of found.failed)
      log.error({ partnership: id, ...failed }, 'notice source failed');
    if (found.sweep) await keepAll(id, found.context);
    const claimed = await claimNotices(found, deliverParts);
    log.info(
      { partnership: id, found: found.found.length, claimed: claimed.length },
      'notice sweep done',
    );
    log.info({ partnership: id, ...found.clocks }, 'statutory clocks counted');
    return claimed;
  }

  /** What cannot be kept is logged: nobody goes untold for it. */
  async function keepAll(id: string, context: SweepContext): Promise<void> {
    const { ports } = parts;
    for (const keep of keepDaily)
      await keep({ ...context, store: ports.stores(id), ports }).catch((error) =>
        log.error({ partnership: id, error: errorName(error) }, 'daily record failed'),
      );
  }

  async function sweep(isOurs = async (_id: string) => true): Promise<Delivery[]> {
    const claimed: Delivery[] = [];
    for (const id of await partnerships()) {
      if (signal.aborted) break;
      try {
        if (await isOurs(id)) claimed.push(...(await sweepOne(id)));
      } catch (error) {
        log.error({ partnership: id, error: errorName(error) }, 'notice sweep failed');
      }
    }
    return claimed;
  }

  /** Of several instances one sweeps a partnership, and none for half the time until its next sweep. */
  const sweepInTurn = () =>
    sweep((id) => parts.ports.ledger.takeSweep(id, new Date(), sweepIntervalMs / 2));

  async function processOrder(taken: TakenOrder): Promise<void> {
    const { order, times, done } = taken;
    const keeping = setInterval(() => void taken.keep(HIDDEN_MS).catch(() => {}), KEEP_INTERVAL_MS);
    try {
      if (order && times <= MAX_DEQUEUES) await deliver(order, deliverParts);
      else log.error({ times, partnership: order?.partnership }, 'delivery order unreadable');
      await done();
    } catch (error) {
      log.error({ error: errorName(error), times }, 'delivery order failed');
      clearInterval(keeping);
      await returnOrder(taken);
    } finally {
      clearInterval(keeping);
    }
  }

  /** Where storage does not take even this, whoever took the order has nothing better to do than to wait for it. */
  async function returnOrder({ times, putBack }: TakenOrder): Promise<void> {
    const until = Date.now() + HIDDEN_MS;
    for (let again = times; Date.now() < until; again += 1) {
      const inMs = Math.min(MAX_RETURN_MS, RETURN_MS * 2 ** (again - 1));
      try {
        return await putBack(inMs);
      } catch {
        if (signal.aborted) return;
        await pause(inMs, undefined, { signal }).catch(() => {});
      }
    }
  }

  /** Takes orders and processes them; those that arrive after the word to stop go back unread. Answers how many there were. */
  async function deliverSome(most: number): Promise<number> {
    const orders = await queue.take(most, HIDDEN_MS);
    const handle = signal.aborted ? (order: TakenOrder) => order.putBack(0) : processOrder;
    await Promise.all(orders.map(handle));
    return orders.length;
  }

  const deliverNext = () => deliverSome(1);

  async function deliverAll(): Promise<number> {
    for (let all = 0; ; ) {
      const some = await deliverSome(WORKERS);
      if (some === 0 || signal.aborted) return all + some;
      all += some;
    }
  }

  /** Does something again and again until all is stopped; what fails is logged and done again later. */
  async function repeatUntilStopped(
    what: string,
    work: () => Promise<unknown>,
    everyMs: (result: unknown) => number,
  ): Promise<void> {
    while (!signal.aborted) {
      const result = await work().catch((error) => {
        log.error({ error: errorName(error) }, `${what} failed`);
      });
      await pause(everyMs(result) * (0.75 + Math.random() / 2), undefined, { signal }).catch(
        () => {},
      );
    }
  }

  return {
    sweep: () => sweep(),
    deliverAll,
    start() {
      running.add(repeatUntilStopped('notice sweep', sweepInTurn, () => sweepIntervalMs));
      for (let worker = 0; worker < WORKERS; worker += 1)
        running.add(
          repeatUntilStopped('delivery', deliverNext, (orders) => (orders ? 0 : IDLE_MS)),
        );
    },
    async stop() {
      stopping.abort();
      await Promise.all(running);
    },
  };
}

const errorName = (error: unknown) => (error instanceof Error ? error.name : 'unknown');
