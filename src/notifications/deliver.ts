import type { DeliveryOrder, Sender, StoredDelivery } from '../contract/ports.ts';
import { toLocalTime } from '../domain/dates.ts';
import type { Directory } from '../domain/directory.ts';
import {
  type DeliveryKey,
  endsConversation,
  isOver,
  SENDING_TIMEOUT_MS,
  type SendOutcome,
  startSending,
} from '../domain/notices/delivery.ts';
import { composeMessage, personAlone } from './compose.ts';
import { postFallback } from './fallback.ts';
import { recheckOwed } from './recheck.ts';
import {
  fail,
  type OutcomeParts,
  type RetryInMs,
  recordOutcome,
  suppress,
} from './record-outcome.ts';
import { retryStorage } from './retry-storage.ts';

export interface DeliverParts extends OutcomeParts {
  readonly sender: Sender;
  /** See `fallback.ts`. */
  readonly targetedMessages?: boolean;
  /** Names this instance in the ledger. */
  readonly instance: string;
  /** Nothing new is begun: what has not gone out yet is left to others. */
  readonly isStopping: () => boolean;
}

/** After so many failures that nobody foresaw, a delivery is listed as undelivered: it must not keep others waiting. */
const MAX_FAILURES = 5;
const FAILURE_PAUSE_SECONDS = 30;

/** A delivery that is to be looked at again: after so many seconds, and having failed so often. */
interface Retry {
  readonly key: DeliveryKey;
  readonly seconds: number;
  readonly failures: number;
}

/**
 * Carries out an order. Each delivery is looked at as it stands in the ledger: what is over is left alone, so an order that comes twice,
 * or to two instances, does no harm. What is to be tried again is ordered again for its time, all of the same second together.
 */
export async function deliver(order: DeliveryOrder, parts: DeliverParts): Promise<void> {
  const { ports, queue } = parts;
  const { partnership, keys } = order;
  const [day] = keys.map((key) => key.day);
  const directory = await ports.directories.find(partnership);
  if (!day || !directory) return;
  const stored = await ports.ledger.findAll(partnership, day, keys);
  const later = await Promise.all(
    stored.map((each) => attemptDelivery(each, order.failures, directory, parts)),
  );
  for (const [seconds, together] of Map.groupBy(later.flat(), (each) => each.seconds)) {
    const failures = Math.max(...together.map((each) => each.failures));
    await queue.put(
      [{ partnership, keys: together.map(({ key }) => key), failures }],
      seconds * 1000,
    );
  }
}

async function attemptDelivery(
  stored: StoredDelivery,
  failures: number,
  directory: Directory,
  parts: DeliverParts,
): Promise<readonly Retry[]> {
  const { person, day, number } = stored.delivery;
  const key = { day, person, number };
  try {
    const again = await deliverOne(stored, directory, parts);
    return again === undefined ? [] : [{ key, seconds: Math.ceil(again / 1000), failures: 0 }];
  } catch (error) {
    parts.log.error(
      { ...key, failures, error: error instanceof Error ? error.name : 'unknown' },
      'notice delivery failed',
    );
    if (failures < MAX_FAILURES)
      return [{ key, seconds: FAILURE_PAUSE_SECONDS * (failures + 1), failures: failures + 1 }];
    await fail(stored, directory, parts);
    return [];
  }
}

async function deliverOne(
  stored: StoredDelivery,
  directory: Directory,
  parts: DeliverParts,
): Promise<RetryInMs> {
  const { delivery } = stored;
  const now = parts.ports.calendar.now().getTime();
  if (isOver(delivery)) return undefined;
  if (parts.isStopping()) return 0;
  if (delivery.state === 'undelivered') return postFallback(stored, directory, parts);
  if (delivery.state === 'sending') {
    const left = Date.parse(delivery.at) + SENDING_TIMEOUT_MS - now;
    return left > 0 ? left : recordOutcome(stored, { outcome: 'unknown' }, directory, parts);
  }
  const wait = delivery.retryAt ? Date.parse(delivery.retryAt) - now : 0;
  return wait > 0 ? wait : send(stored, directory, parts);
}

/** Asks once more what is owed, and lets it go; that it goes out is written when its turn has come. */
async function send(
  stored: StoredDelivery,
  directory: Directory,
  parts: DeliverParts,
): Promise<RetryInMs> {
  const { ports, sender, instance } = parts;
  const { id, timeZone } = directory.partnership;
  const { delivery } = stored;
  const today = ports.calendar.today(timeZone);
  if (delivery.day < today && !delivery.settledBy)
    return suppress(stored, 'its day is over', parts, id);
  const { owed, reason } = await recheckOwed(
    delivery,
    toLocalTime(ports.calendar.now(), timeZone),
    directory,
    parts,
    personAlone(delivery.person, directory),
  );
  if (owed.length === 0) return suppress(stored, reason, parts, id);
  const answer = await composeMessage(delivery, owed, directory, parts);
  if (!answer) return suppress(stored, 'nothing to say', parts, id);
  const notices = owed.map(({ notice }) => notice.id);
  const address = await ports.conversations.personal(id, delivery.person);
  if (parts.isStopping()) return 0;
  const began = ports.calendar.now();
  // What waits for its turn is not marked: whoever dies leaves in doubt what was on the wire alone.
  const sending = startSending({ ...delivery, notices }, instance, began);
  let begun: StoredDelivery = { ...stored, delivery: sending };
  const begin = async () => {
    if (parts.isStopping()) return false;
    const at = ports.calendar.now().toISOString();
    const marked = await retryStorage(() => ports.ledger.change(id, stored, { ...sending, at }));
    if (marked) begun = marked;
    return marked !== undefined;
  };
  const outcome: SendOutcome = address
    ? await sender.send(address, answer, { begin })
    : { outcome: 'unreachable', reason: 'not-installed' };
  if (outcome.outcome === 'not-begun') return parts.isStopping() ? 0 : undefined;
  if (address && endsConversation(outcome)) {
    const place = { kind: 'personal', conversationId: address.conversationId } as const;
    await retryStorage(() => ports.conversations.end(id, place, began, delivery.person));
  }
  return recordOutcome(
    begun,
    outcome,
    directory,
    parts,
    owed.flatMap(({ notice }) => notice.group ?? []),
  );
}
