/**
 * Says ten thousand words in ten thousand conversations as fast as Teams allows, in real time, before a connector that enforces every
 * documented limit: alone; with the limit halved midway; as four instances that share it. Run: npm run bench -- sending [CASE]
 */
import { setTimeout as after } from 'node:timers/promises';
import { pino } from 'pino';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { createAdapter } from '../../src/teams/adapter.ts';
import { shareRateQuota } from '../../src/teams/rate-quota.ts';
import { createSendRateLimiter } from '../../src/teams/send-rate-limiter.ts';
import { createSender } from '../../src/teams/sender.ts';
import { type ConnectorOptions, spawnFakeConnector } from '../support/fake-connector.ts';

const WORDS = Number(process.env.WORDS ?? 10_000);
/** So many does each instance have under way at once. */
const AT_ONCE = 64;

const log = pino({ level: process.env.LOG_LEVEL ?? 'error' });
const azurite = await startAzurite();

async function say(name: string, least: number, instances: number, options: ConnectorOptions) {
  const connector = await spawnFakeConnector(options);
  const records = createRecords({
    connection: { connectionString: azurite.connectionString },
    tablePrefix: `B${Date.now()}`,
  });
  await records.prepare();
  let next = 0;
  const outcomes: Record<string, number> = {};
  const sayOn = async (sender: ReturnType<typeof createSender>) => {
    while (next < WORDS) {
      const number = next++;
      const address = {
        ...connector,
        conversationId: `a:${number}`,
        tenantId: 'council',
      };
      for (;;) {
        const sent = await sender.send(address, { text: `notice-${number}` });
        outcomes[sent.outcome] = (outcomes[sent.outcome] ?? 0) + 1;
        if (sent.outcome !== 'not-sent') break;
        await after(sent.retryInMs);
      }
    }
  };
  const startInstance = async () => {
    const rateLimiter = createSendRateLimiter();
    const leave = await shareRateQuota({ instances: records.instances, rateLimiter, log });
    return {
      leave,
      sender: createSender({
        adapter: createAdapter({ mode: 'local' }, { rateLimiter }),
        rateLimiter,
        render: ({ text }) => ({ text }),
        log,
      }),
    };
  };
  const running = [];
  for (let instance = 0; instance < instances; instance += 1) running.push(await startInstance());
  if (instances > 1) await after(6_000);
  await Promise.all(
    running.flatMap(({ sender }) => Array.from({ length: AT_ONCE }, () => sayOn(sender))),
  );
  for (const { leave } of running) await leave();
  const { ms, changedAt, answers, received } = await connector.report();
  const times = Object.values(received);
  const refused = answers['429'] ?? 0;
  const leastMs =
    changedAt && options.later
      ? changedAt + ((WORDS - options.later.taken) / options.later.perSecond) * 1000
      : least;
  console.table({
    [name]: {
      seconds: (ms / 1000).toFixed(1),
      'of the least time': (ms / leastMs).toFixed(3),
      'refused as too many': `${refused} (${((refused / WORDS) * 100).toFixed(2)}%)`,
      lost: WORDS - times.length,
      twice: times.filter((count) => count > 1).length,
      outcomes: JSON.stringify(outcomes),
    },
  });
  await connector.stop();
}

const least = ((WORDS - 50) / 50) * 1000;
const cases: Record<string, () => Promise<void>> = {
  alone: () => say('alone', least, 1, {}),
  halved: () =>
    say('limit halved midway', least, 1, { later: { taken: WORDS / 2, perSecond: 25 } }),
  four: () => say('four instances', least, 4, {}),
};
for (const name of process.argv[2] ? [process.argv[2]] : Object.keys(cases)) await cases[name]?.();
await azurite.stop();
process.exit(0);
