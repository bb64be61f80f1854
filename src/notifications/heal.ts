import type { Ports } from '../contract/ports.ts';
import { type Delivery, isOver, SENDING_MS } from '../domain/notices/delivery.ts';
import { inParallel } from './in-parallel.ts';

/** What nobody has finished this long after it was claimed, or should have been tried, lost its order. */
const FORGOTTEN_MS = 10 * 60_000;

/**
 * The deliveries that need another order: those that were forgotten, and those of people who could not be reached and have installed
 * Convenor since.
 */
export async function toOrderAgain(
  partnership: string,
  deliveries: readonly Delivery[],
  ports: Pick<Ports, 'ledger' | 'calendar' | 'conversations'>,
): Promise<Delivery[]> {
  const now = ports.calendar.now();
  const forgotten = deliveries.filter((delivery) => isForgotten(delivery, now));
  const unreached = deliveries.filter(
    ({ state, why }) => state === 'undelivered' && why === 'not-installed',
  );
  const revived = await inParallel(unreached, async (delivery) => {
    if (!(await ports.conversations.personal(partnership, delivery.person))) return [];
    const known = await ports.ledger.find(partnership, delivery);
    if (known?.delivery.state !== 'undelivered') return [];
    const { why: _, instead: __, ...rest } = known.delivery;
    const changed = await ports.ledger.change(partnership, known, {
      ...rest,
      state: 'claimed',
      attempts: 0,
      at: now.toISOString(),
    });
    return changed ? [changed.delivery] : [];
  });
  return [...forgotten, ...revived.flat()];
}

function isForgotten(delivery: Delivery, now: Date): boolean {
  const since =
    Date.parse(delivery.retryAt ?? delivery.at) + (delivery.state === 'sending' ? SENDING_MS : 0);
  return !isOver(delivery) && now.getTime() - since > FORGOTTEN_MS;
}
