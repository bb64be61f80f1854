import type { DeliveryOrder, DeliveryQueue, Ports } from '../contract/ports.ts';
import { type Delivery, isOver, SENDING_TIMEOUT_MS } from '../domain/notices/delivery.ts';
import { mapConcurrently } from './map-concurrently.ts';

/** What nobody has finished this long after it was claimed, or should have been tried, lost its order. */
const STALE_MS = 10 * 60_000;

/** So many deliveries travel together: they lie side by side and are read in one request. */
const MAX_DELIVERIES_PER_ORDER = 25;

/** Of these the conversation was ended; where there is one, its person has written or installed since. */
const UNTIL_THEY_RETURN: readonly string[] = ['not-installed', 'blocked', 'gone'];

interface RequeueParts {
  readonly ports: Pick<Ports, 'ledger' | 'calendar' | 'conversations'>;
  readonly queue: Pick<DeliveryQueue, 'put'>;
}

/** Orders again what lost its order, and what is for people who could not be reached and have installed Convenor or written since. */
export async function requeueStaleDeliveries(
  partnership: string,
  deliveries: readonly Delivery[],
  { ports, queue }: RequeueParts,
): Promise<void> {
  const now = ports.calendar.now();
  const stale = deliveries.filter((delivery) => isStale(delivery, now));
  const unreached = deliveries.filter(
    ({ state, reason = '' }) => state === 'undelivered' && UNTIL_THEY_RETURN.includes(reason),
  );
  const revived = await mapConcurrently(unreached, async (delivery) => {
    if (!(await ports.conversations.personal(partnership, delivery.person))) return [];
    const known = await ports.ledger.find(partnership, delivery);
    if (known?.delivery.state !== 'undelivered') return [];
    const { reason: _, fallback: __, ...rest } = known.delivery;
    const changed = await ports.ledger.change(partnership, known, {
      ...rest,
      state: 'claimed',
      attempts: 0,
      at: now.toISOString(),
    });
    return changed ? [changed.delivery] : [];
  });
  await queue.put(toDeliveryOrders(partnership, [...stale, ...revived.flat()]));
}

function isStale(delivery: Delivery, now: Date): boolean {
  const since =
    Date.parse(delivery.retryAt ?? delivery.at) +
    (delivery.state === 'sending' ? SENDING_TIMEOUT_MS : 0);
  return !isOver(delivery) && now.getTime() - since > STALE_MS;
}

/** Orders for deliveries, those of a day together. */
export function toDeliveryOrders(
  partnership: string,
  deliveries: readonly Delivery[],
): DeliveryOrder[] {
  return [...Map.groupBy(deliveries, ({ day }) => day).values()].flatMap((ofDay) => {
    const keys = ofDay.map(({ day, person, number }) => ({ day, person, number }));
    const starts = Array.from(
      { length: Math.ceil(keys.length / MAX_DELIVERIES_PER_ORDER) },
      (_, at) => at * MAX_DELIVERIES_PER_ORDER,
    );
    return starts.map((at) => ({
      partnership,
      keys: keys.slice(at, at + MAX_DELIVERIES_PER_ORDER),
      failures: 0,
    }));
  });
}
