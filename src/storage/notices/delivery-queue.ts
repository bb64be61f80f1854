import { type DequeuedMessageItem, QueueClient } from '@azure/storage-queue';
import { z } from 'zod';
import { dayColumn, numberColumn, textColumn } from '../../contract/columns.ts';
import type { DeliveryOrder, DeliveryQueue, TakenOrder } from '../../contract/ports.ts';
import type { Connection } from '../tables/connection.ts';
import { createKeyedMutex } from '../tables/keyed-mutex.ts';

const orderSchema = z.object({
  partnership: textColumn,
  keys: z.array(z.object({ day: dayColumn, person: textColumn, number: numberColumn })),
  failures: numberColumn,
});

/** The most messages that Azure returns at once. */
const MAX_AT_ONCE = 32;
const AT_ONCE = 16;

export interface QueueOfDeliveries extends DeliveryQueue {
  /** Creates the queue unless it exists. */
  prepare(): Promise<void>;
}

/**
 * An Azure Storage queue of delivery orders. A message contains only the keys of deliveries: it is
 * a hint that there is work, and the ledger says what to do.
 */
export function createDeliveryQueue(connection: Connection, prefix: string): QueueOfDeliveries {
  const client = openQueue(connection, `${prefix.toLowerCase()}-deliveries`);
  return {
    async prepare() {
      await client.createIfNotExists();
    },
    async put(orders, inMs = 0) {
      const visibilityTimeout = Math.ceil(inMs / 1000);
      const remaining = [...orders];
      const putOne = async () => {
        for (let order = remaining.shift(); order; order = remaining.shift())
          await client.sendMessage(JSON.stringify(order), {
            visibilityTimeout,
            messageTimeToLive: -1,
          });
      };
      await Promise.all(Array.from({ length: Math.min(AT_ONCE, orders.length) }, putOne));
    },
    async take(most, hiddenMs) {
      const { receivedMessageItems } = await client.receiveMessages({
        numberOfMessages: Math.min(most, MAX_AT_ONCE),
        visibilityTimeout: Math.ceil(hiddenMs / 1000),
      });
      return receivedMessageItems.map((message) => toTaken(client, message));
    },
  };
}

/** Each update of a message gives it a new receipt, and makes the one before worthless: one at a time. */
function toTaken(
  client: QueueClient,
  { messageId, popReceipt, messageText, dequeueCount }: DequeuedMessageItem,
): TakenOrder {
  let receipt = popReceipt;
  const withLock = createKeyedMutex();
  const change = (work: () => Promise<unknown>) =>
    withLock(messageId, () => ignoreLostMessage(work));
  const hide = (ms: number) =>
    change(async () => {
      const seconds = Math.ceil(ms / 1000);
      const updated = await client.updateMessage(messageId, receipt, messageText, seconds);
      receipt = updated.popReceipt ?? receipt;
    });
  return {
    order: parseOrder(messageText),
    times: dequeueCount,
    keep: hide,
    putBack: hide,
    done: () => change(() => client.deleteMessage(messageId, receipt)),
  };
}

function openQueue(connection: Connection, name: string): QueueClient {
  const options = {
    retryOptions: {
      maxTries: 3,
      tryTimeoutInMs: 5_000,
      retryDelayInMs: 200,
      maxRetryDelayInMs: 1_000,
    },
  };
  if ('connectionString' in connection)
    return new QueueClient(connection.connectionString, name, options);
  // The queue endpoint of a storage account has the same name as its table endpoint.
  const url = new URL(connection.url.replace('.table.', '.queue.'));
  return new QueueClient(new URL(name, url).href, connection.credential, options);
}

/** Ignores a message that was taken by another instance or deleted meanwhile. */
async function ignoreLostMessage(work: () => Promise<unknown>): Promise<void> {
  try {
    await work();
  } catch (error) {
    const { statusCode } = error as { statusCode?: number };
    if (statusCode !== 404 && statusCode !== 400) throw error;
  }
}

function parseOrder(message: string): DeliveryOrder | undefined {
  try {
    return orderSchema.parse(JSON.parse(message));
  } catch {
    return undefined;
  }
}
