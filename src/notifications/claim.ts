import { setTimeout as pause } from 'node:timers/promises';
import type { DeliveryQueue } from '../contract/ports.ts';
import { dailyMessages } from '../domain/notices/daily-messages.ts';
import { claimedNoticeIds, type Delivery } from '../domain/notices/delivery.ts';
import type { Notice } from '../domain/notices/notice.ts';
import type { SweepContext } from '../domain/notices/notice-context.ts';
import type { EngineParts } from './catalogue.ts';
import { checkSuppression, type SweepFindings } from './find.ts';
import { requeueStaleDeliveries, toDeliveryOrders } from './requeue-stale-deliveries.ts';

export interface ClaimParts extends EngineParts {
  readonly queue: Pick<DeliveryQueue, 'put'>;
}

const MAX_CLAIM_ATTEMPTS = 40;

/**
 * Claims what was found and may be said now, one message to each person, and orders its delivery. Two instances may do this at the same
 * moment: every claim goes in on the head that it was reckoned from, so the other reckons again and finds nothing left.
 */
export async function claimNotices(
  { context, found, sweep }: SweepFindings,
  parts: ClaimParts,
): Promise<Delivery[]> {
  const { ports, queue, catalogue } = parts;
  const { ledger, calendar } = ports;
  const { window, directory } = context;
  const partnership = directory.partnership.id;
  const { from, today } = window;
  const claimed: Delivery[] = [];
  for (let attempt = 0; attempt < MAX_CLAIM_ATTEMPTS; attempt += 1) {
    const head = await ledger.head(partnership, today);
    const earlier = await ledger.list(partnership, from ?? today, today);
    if (attempt === 0) await requeueStaleDeliveries(partnership, earlier, parts);
    const now = await findDeliverable(found, earlier, context, parts);
    const { findRule } = catalogue;
    const wanted = dailyMessages(now, earlier, { window, at: calendar.now(), findRule });
    const fresh = wanted.length > 0 ? await ledger.claim(partnership, today, head, wanted) : [];
    await queue.put(toDeliveryOrders(partnership, fresh));
    claimed.push(...fresh);
    if (fresh.length === wanted.length) {
      if (sweep) await ledger.markSweep(partnership, sweep);
      return claimed;
    }
    await pause(Math.random() * Math.min(1_000, 20 * 2 ** attempt));
  }
  throw new Error(`The notices of ${partnership} could not be claimed: others kept claiming`);
}

/** What of these notices was not told and may be said now. */
async function findDeliverable(
  found: readonly Notice[],
  earlier: readonly Delivery[],
  context: SweepContext,
  { ports, catalogue }: EngineParts,
): Promise<Notice[]> {
  const claimedIds = claimedNoticeIds(earlier, context.window.today, catalogue.findRule);
  const unclaimed = found.filter(({ id }) => !claimedIds.has(id));
  const checked = await checkSuppression(unclaimed, context, ports);
  return checked.flatMap(({ notice, suppression }) => (suppression ? [] : notice));
}
