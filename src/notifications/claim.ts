import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryOrder, DeliveryQueue, Ports } from '../contract/ports.ts';
import { dailyMessages } from '../domain/notices/daily-messages.ts';
import { claimedNoticeIds, type Delivery } from '../domain/notices/delivery.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { NoticeContext } from '../domain/notices/notices.ts';
import { checkSuppression, type SweepFindings } from './find.ts';
import { requeueStaleDeliveries } from './requeue-stale-deliveries.ts';

export interface ClaimParts {
  readonly ports: Pick<Ports, 'ledger' | 'calendar' | 'conversations' | 'preferences'>;
  readonly queue: Pick<DeliveryQueue, 'put'>;
}

/** So many deliveries travel together: they lie side by side and are read in one request. */
const MAX_DELIVERIES_PER_ORDER = 25;
const MAX_CLAIM_ATTEMPTS = 40;

/**
 * Claims what was found and may be said now, one message to each person, and orders its delivery. Two instances may do this at the same
 * moment: every claim goes in on the head that it was reckoned from, so the other reckons again and finds nothing left.
 */
export async function claimNotices(
  { context, found, sweep: swept }: SweepFindings,
  { ports, queue }: ClaimParts,
): Promise<Delivery[]> {
  const { ledger, calendar } = ports;
  const { window, directory } = context;
  const partnership = directory.partnership.id;
  const { from, today } = window;
  const claimed: Delivery[] = [];
  for (let attempt = 0; attempt < MAX_CLAIM_ATTEMPTS; attempt += 1) {
    const head = await ledger.head(partnership, today);
    const earlier = await ledger.between(partnership, from ?? today, today);
    if (attempt === 0)
      await queue.put(
        toDeliveryOrders(partnership, await requeueStaleDeliveries(partnership, earlier, ports)),
      );
    const wanted = dailyMessages(await deliverableNow(found, earlier, context, ports), earlier, {
      window,
      at: calendar.now(),
    });
    const fresh = wanted.length > 0 ? await ledger.claim(partnership, today, head, wanted) : [];
    await queue.put(toDeliveryOrders(partnership, fresh));
    claimed.push(...fresh);
    if (fresh.length === wanted.length) {
      if (swept) await ledger.markSweep(partnership, swept);
      return claimed;
    }
    await pause(Math.random() * Math.min(1_000, 20 * 2 ** attempt));
  }
  throw new Error(`The notices of ${partnership} could not be claimed: others kept claiming`);
}

/** What of these notices was not told and may be said now. */
async function deliverableNow(
  found: readonly Notice[],
  earlier: readonly Delivery[],
  context: NoticeContext,
  ports: ClaimParts['ports'],
): Promise<Notice[]> {
  const told = claimedNoticeIds(earlier, context.window.today);
  const untold = found.filter(({ id }) => !told.has(id));
  const checked = await checkSuppression(untold, context, ports);
  return checked.flatMap(({ notice, suppression }) => (suppression ? [] : notice));
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
