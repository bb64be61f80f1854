import type { Logger } from 'pino';
import type { DeliveryQueue, StoredDelivery } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import {
  applyOutcome,
  type Delivery,
  isOver,
  MAX_ATTEMPTS,
  repeatDelivery,
  SENDING_TIMEOUT_MS,
  type SendOutcome,
} from '../domain/notices/delivery.ts';
import type { EngineParts } from './catalogue.ts';
import { groupWithChat } from './fallback.ts';
import { retryStorage } from './retry-storage.ts';

export interface OutcomeParts extends EngineParts {
  readonly queue: Pick<DeliveryQueue, 'put'>;
  readonly log: Logger;
}

/** When a delivery has to be looked at again, in milliseconds; `undefined` when nothing more will come of it. */
export type RetryInMs = number | undefined;

/** Writes what became of a try, and what follows from it. */
export async function recordOutcome(
  stored: StoredDelivery,
  outcome: SendOutcome,
  directory: Directory,
  parts: OutcomeParts,
  groups: readonly string[] = [],
): Promise<RetryInMs> {
  const { ports, queue, log } = parts;
  const { id } = directory.partnership;
  const now = ports.calendar.now();
  const next = applyOutcome(
    stored.delivery,
    outcome,
    now,
    ports.calendar.today(directory.partnership.timeZone),
  );
  if (next.state === 'unknown') return markUnknown(stored, next, directory, parts);
  const fallback =
    next.state === 'undelivered'
      ? await retryStorage(() => groupWithChat(groups, directory, ports))
      : undefined;
  const after: Delivery = fallback
    ? { ...next, fallback: { group: fallback, state: 'due' } }
    : next;
  const { person, day, number, state, attempts, reason } = after;
  log.info({ person, day, number, state, attempts, reason }, 'notice outcome recorded');
  const changed = await retryStorage(() => ports.ledger.change(id, stored, after));
  if (!changed) return undefined;
  if (state === 'waiting') return Math.max(0, Date.parse(after.retryAt ?? '') - now.getTime());
  if (!fallback) return undefined;
  await queue.put([{ partnership: id, keys: [{ day, person, number }], failures: 0 }]);
  return undefined;
}

/** Nobody can know whether it arrived: it is listed, and its reminders go into a delivery of their own, both or neither. */
async function markUnknown(
  stored: StoredDelivery,
  after: Delivery,
  directory: Directory,
  parts: OutcomeParts,
): Promise<RetryInMs> {
  const { ports, queue, log, catalogue } = parts;
  const { id } = directory.partnership;
  const { day, person } = after;
  for (let number = after.number + 1; number <= after.number + MAX_ATTEMPTS; number += 1) {
    const repeat = repeatDelivery(after, number, catalogue.findRule);
    if (await retryStorage(() => ports.ledger.change(id, stored, after, repeat))) {
      const ids = { person, day, number: after.number, repeat: repeat?.number };
      log.warn(ids, 'notice outcome unknown');
      if (repeat)
        await queue.put([{ partnership: id, keys: [{ day, person, number }], failures: 0 }]);
      return undefined;
    }
    const again = await ports.ledger.find(id, after);
    if (again?.version !== stored.version) return undefined;
  }
  return SENDING_TIMEOUT_MS;
}

/** Nothing of it is to be said any more. */
export async function suppress(
  stored: StoredDelivery,
  reason: string,
  { ports }: OutcomeParts,
  id: string,
): Promise<RetryInMs> {
  const at = ports.calendar.now().toISOString();
  await ports.ledger.change(id, stored, { ...stored.delivery, state: 'suppressed', reason, at });
  return undefined;
}

/** It could not be put together: it is listed, and keeps no others waiting. */
export async function fail(
  stored: StoredDelivery,
  directory: Directory,
  { ports }: OutcomeParts,
): Promise<void> {
  const { id } = directory.partnership;
  const at = ports.calendar.now().toISOString();
  const known = await ports.ledger.find(id, stored.delivery);
  if (known && !isOver(known.delivery))
    await ports.ledger.change(id, known, {
      ...known.delivery,
      state: 'undelivered',
      reason: 'defect',
      at,
    });
}
