import type { Logger } from 'pino';
import type { DeliveryQueue, Ports, StoredDelivery } from '../contract/ports.ts';
import type { Directory } from '../domain/directory.ts';
import {
  afterTry,
  type Delivery,
  isOver,
  MOST_ATTEMPTS,
  repeatOf,
  SENDING_MS,
  type Tried,
} from '../domain/notices/delivery.ts';
import { retryStorage } from './retry-storage.ts';
import { groupWithChat } from './say-instead.ts';

export interface SettleParts {
  readonly ports: Pick<Ports, 'ledger' | 'calendar' | 'meetings'>;
  readonly queue: Pick<DeliveryQueue, 'put'>;
  readonly log: Logger;
}

/** When a delivery has to be looked at again, in milliseconds; `undefined` when nothing more will come of it. */
export type Again = number | undefined;

/** Writes what became of a try, and what follows from it. */
export async function settle(
  stored: StoredDelivery,
  tried: Tried,
  directory: Directory,
  parts: SettleParts,
  groups: readonly string[] = [],
): Promise<Again> {
  const { ports, queue, log } = parts;
  const { id } = directory.partnership;
  const now = ports.calendar.now();
  const next = afterTry(
    stored.delivery,
    tried,
    now,
    ports.calendar.today(directory.partnership.timeZone),
  );
  if (next.state === 'in doubt') return doubt(stored, next, directory, parts);
  const instead =
    next.state === 'undelivered'
      ? await retryStorage(() => groupWithChat(groups, directory, ports))
      : undefined;
  const after: Delivery = instead ? { ...next, instead: { group: instead, state: 'due' } } : next;
  const { person, day, number, state, attempts, why } = after;
  log.info({ person, day, number, state, attempts, why }, 'notice');
  const changed = await retryStorage(() => ports.ledger.change(id, stored, after));
  if (!changed) return undefined;
  if (state === 'waiting') return Math.max(0, Date.parse(after.retryAt ?? '') - now.getTime());
  if (!instead) return undefined;
  await queue.put([{ partnership: id, keys: [{ day, person, number }], failures: 0 }]);
  return undefined;
}

/** Nobody can know whether it arrived: it is listed, and its reminders go into a delivery of their own, both or neither. */
async function doubt(
  stored: StoredDelivery,
  after: Delivery,
  directory: Directory,
  parts: SettleParts,
): Promise<Again> {
  const { ports, queue, log } = parts;
  const { id } = directory.partnership;
  const { day, person } = after;
  for (let number = after.number + 1; number <= after.number + MOST_ATTEMPTS; number += 1) {
    const repeat = repeatOf(after, number);
    if (await retryStorage(() => ports.ledger.change(id, stored, after, repeat))) {
      log.warn({ person, day, number: after.number, repeat: repeat?.number }, 'notice in doubt');
      if (repeat)
        await queue.put([{ partnership: id, keys: [{ day, person, number }], failures: 0 }]);
      return undefined;
    }
    const again = await ports.ledger.find(id, after);
    if (again?.version !== stored.version) return undefined;
  }
  return SENDING_MS;
}

export async function silence(
  stored: StoredDelivery,
  why: string,
  { ports }: SettleParts,
  id: string,
): Promise<Again> {
  const at = ports.calendar.now().toISOString();
  await ports.ledger.change(id, stored, { ...stored.delivery, state: 'silenced', why, at });
  return undefined;
}

export async function giveUp(
  stored: StoredDelivery,
  directory: Directory,
  { ports }: SettleParts,
): Promise<void> {
  const { id } = directory.partnership;
  const at = ports.calendar.now().toISOString();
  const known = await ports.ledger.find(id, stored.delivery);
  if (known && !isOver(known.delivery))
    await ports.ledger.change(id, known, {
      ...known.delivery,
      state: 'undelivered',
      why: 'defect',
      at,
    });
}
