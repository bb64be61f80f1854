/**
 * One instance of Convenor that only speaks up by itself, in a process of its own, on a clock that runs faster; it is there to be
 * killed. Given everything as JSON; says `started`, and ends in good order on SIGTERM.
 */
import { pino } from 'pino';
import { render } from '../../src/answers/render.ts';
import { createCalendar } from '../../src/contract/calendar.ts';
import type { DeliveryQueue, Sender } from '../../src/contract/ports.ts';
import { SENDING_TIMEOUT_MS } from '../../src/domain/notices/delivery.ts';
import { noticeSources } from '../../src/features/index.ts';
import { createNotifications, SWEEP_INTERVAL_MS } from '../../src/notifications/notifications.ts';
import { createRecords } from '../../src/storage/records.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { ANNOUNCE_INTERVAL_MS, shareRateQuota } from '../../src/teams/rate-quota.ts';
import { createSendRateLimiter } from '../../src/teams/send-rate-limiter.ts';
import { createSender } from '../../src/teams/sender.ts';
import { POST_TIMEOUT_MS } from '../../src/teams/single-attempt-policy.ts';

export interface NoticeSenderOptions {
  readonly connectionString: string;
  readonly tablePrefix: string;
  /** How many times faster than real ones its seconds pass. */
  readonly speed: number;
  /** What the clock showed, and when it did; both in milliseconds since 1970. */
  readonly clock: { readonly showed: number; readonly at: number };
}

/** Under load a post takes real time, however fast the clock runs: it may take most of that after which it counts as unknown. */
const MAX_POST_MS = 0.6 * SENDING_TIMEOUT_MS;

const options: NoticeSenderOptions = JSON.parse(process.argv[2] ?? '');
const { speed, clock } = options;
const now = () => new Date(clock.showed + (Date.now() - clock.at) * speed);
const { connectionString, tablePrefix } = options;
const records = createRecords({ connection: { connectionString }, tablePrefix, now });
const log = pino({ level: process.env.LOG_LEVEL ?? 'fatal' }, pino.destination(2));

const rateLimiter = createSendRateLimiter({ second: 1000 / speed });
const adapter = createAdapter(
  { mode: 'local' },
  { rateLimiter, postTimeoutMs: speed === 1 ? POST_TIMEOUT_MS : MAX_POST_MS / speed },
);
const notifications = createNotifications({
  ports: { ...records, calendar: createCalendar(now) },
  partnerships: records.partnerships.ids,
  sources: noticeSources,
  queue: faster(records.deliveryQueue),
  sender: onFastClock(createSender({ adapter, rateLimiter, render, log })),
  instance: `sender-${process.pid}`,
  // What lost its order in a crash is ordered again by a sweep.
  sweepIntervalMs: SWEEP_INTERVAL_MS / speed,
  log,
});
const leave = await shareRateQuota({
  instances: records.instances,
  rateLimiter,
  log,
  intervalMs: ANNOUNCE_INTERVAL_MS / speed,
});
notifications.start();
process.send?.('started');
process.once('disconnect', () => process.exit(1));
process.once('SIGTERM', async () => {
  rateLimiter.close();
  await notifications.stop();
  await leave();
  process.exit(0);
});

/** The queue’s clock is a real one. */
function faster({ put, take }: DeliveryQueue): DeliveryQueue {
  return {
    put: (orders, inMs = 0) => put(orders, inMs / speed),
    async take(most, hiddenMs) {
      const orders = await take(most, hiddenMs);
      return orders.map((order) => ({
        ...order,
        putBack: (inMs) => order.putBack(inMs / speed),
      }));
    },
  };
}

function onFastClock({ send }: Sender): Sender {
  return {
    async send(...sending) {
      const sent = await send(...sending);
      return sent.outcome === 'not-sent' ? { ...sent, retryInMs: sent.retryInMs * speed } : sent;
    },
  };
}
