import type { Ports } from '../contract/ports.ts';
import { type Delivery, isOver, SENDING_TIMEOUT_MS } from '../domain/notices/delivery.ts';
import { mapConcurrently } from './map-concurrently.ts';

/** What nobody has finished this long after it was claimed, or should have been tried, lost its order. */
const STALE_MS = 10 * 60_000;

/**
 * The deliveries that need another order: those that were forgotten, and those of people who could not be reached and have installed
 * Convenor since.
 */
export async function requeueStaleDeliveries(
  partnership: string,
  deliveries: readonly Delivery[],
  ports: Pick<Ports, 'ledger' | 'calendar' | 'conversations'>,
): Promise<Delivery[]> {
  const now = ports.calendar.now();
  const stale = deliveries.filter((delivery) => isStale(delivery, now));
  const unreached = deliveries.filter(
    ({ state, reason }) => state === 'undelivered' && reason === 'not-installed',
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
  return [...stale, ...revived.flat()];
}

function isStale(delivery: Delivery, now: Date): boolean {
  const since =
    Date.parse(delivery.retryAt ?? delivery.at) +
    (delivery.state === 'sending' ? SENDING_TIMEOUT_MS : 0);
  return !isOver(delivery) && now.getTime() - since > STALE_MS;
}
