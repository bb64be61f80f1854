/**
 * An ordinary year in an hour: people of a partnership ask, press and are refused, through the whole app. The memory in use after all
 * turns may be 5 MB more than after the first tenth (10,000 of 100,000), each measured after a collection. Ends with 1 when it is more.
 * Run: npm run bench -- soak --turns 100000 (`--in-flight 16`)
 */

import { Agent } from 'node:http';
import { parseArgs } from 'node:util';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { startConvenor } from '../support/convenor.ts';
import { post, startSink } from '../support/fuzz.ts';
import { seeded } from '../support/seeded.ts';

const MAX_GROWTH_MB = 5;
const WHO = [
  'business-manager',
  'partnership-chair',
  'police-partner-lead',
  'independent-scrutineer',
  'council-member',
];
const SAID = [
  'whats overdue for police',
  'what are our priorities',
  'how far have we got with neglect',
  'tell me about SA-019',
  'who came to the last board',
  'when is the next board',
  'tell me about RR-2021-01',
  'close SA-071',
  'and for health?',
  'help',
  'thanks',
];
const PRESSED = [
  { verb: 'actions.form', form: { ref: 'SA-071', form: 'update' } },
  { verb: 'actions.history', form: { ref: 'SA-071' } },
  { verb: 'actions.raise', form: {} },
  { verb: 'form.cancel' },
];

const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '5000' },
    'in-flight': { type: 'string', default: '16' },
  },
});
const turns = Number(values.turns);
const azurite = await startAzurite();
const bot = await startConvenor({ today: '2021-03-15', storage: azurite.connectionString });
const sink = await startSink();
const agent = new Agent({ keepAlive: true, maxSockets: Number(values['in-flight']) });
const random = seeded(7);
const one = <Value>(of: readonly Value[]): Value => of[Math.floor(random() * of.length)] as Value;
const logged = bot.logged as string[];
const heapMb: number[] = [];
let failed = 0;
let begun = 0;
let done = 0;
const started = Date.now();

/** One person in twenty is new, in a chat that is new, and says a word that was never said. */
function nextTurn(at: number): object {
  const isNew = random() < 0.05;
  const known = isNew ? { ...bot.stranger(), objectId: `stranger-${at}` } : bot.person(one(WHO));
  const where = one(['personal', 'group', 'channel'] as const);
  const said = isNew ? `tell me about word${at} please` : one(SAID);
  const what =
    random() < 0.7 ? { type: 'message', text: said } : { type: 'message', value: one(PRESSED) };
  return bot.client.activity(known, where, { ...what, serviceUrl: sink.url });
}

async function worker(): Promise<void> {
  while (begun < turns) {
    begun += 1;
    const status = await post(`${bot.url}/api/messages`, JSON.stringify(nextTurn(begun)), agent);
    if (status !== 200) failed += 1;
    done += 1;
    if (logged.length > 500)
      failed += logged.splice(0).filter((line) => JSON.parse(line).level >= 50).length;
    if (done % (turns / 10) === 0) {
      globalThis.gc?.();
      heapMb.push(process.memoryUsage().heapUsed / 2 ** 20);
      const rate = (1000 * done) / (Date.now() - started);
      console.log(
        `${done} turns, ${rate.toFixed(0)} a second, heap ${heapMb.at(-1)?.toFixed(1)} MB`,
      );
    }
  }
}
await Promise.all(Array.from({ length: Number(values['in-flight']) }, worker));
agent.destroy();
await sink.stop();
await bot.stop();
await azurite.stop();

const [early = 0] = heapMb;
const growth = (heapMb.at(-1) ?? 0) - early;
console.log(
  `${done} turns, ${failed} failed; heap ${growth.toFixed(1)} MB more than after the first ${turns / 10}; at most ${MAX_GROWTH_MB} may be`,
);
const passed = globalThis.gc !== undefined && growth <= MAX_GROWTH_MB && failed <= turns / 1000;
console.log(passed ? 'PASSED' : 'NOT PASSED');
process.exit(passed ? 0 : 1);
