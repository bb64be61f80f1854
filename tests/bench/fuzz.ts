/**
 * Changed activities through the whole app: 0 crashes, 0 answers of 5xx, no defect behind an apology, memory steady, no record
 * changed that strangers and observers may not change, and the audit logs in order. Ends with 1 when any of it fails.
 * Run: npm run bench -- fuzz --count 200000 (`--seed 7`, `--in-flight 16`)
 */

import { parseArgs } from 'node:util';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { startConvenor } from '../support/convenor.ts';
import { fuzz } from '../support/fuzz.ts';

const MAX_GROWTH_MB = 10;
const MAX_LATE_SHARE = 0.001;

const { values } = parseArgs({
  options: {
    count: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '7' },
    'in-flight': { type: 'string', default: '16' },
  },
});
const azurite = await startAzurite();
const bot = await startConvenor({ today: '2021-05-12T14:00', storage: azurite.connectionString });
const result = await fuzz(bot, {
  count: Number(values.count),
  seed: Number(values.seed),
  inFlight: Number(values['in-flight']),
  report: ({ sent, perSecond, heapMb }) =>
    console.log(`${sent} sent, ${perSecond.toFixed(0)} a second, heap ${heapMb.toFixed(1)} MB`),
});
await bot.stop();
await azurite.stop();

const { sent, statuses, failed, late, changed, auditFaults, heapMb, slowest } = result;
const [, early = heapMb[0] ?? 0] = heapMb;
const growth = (heapMb.at(-1) ?? 0) - early;
for (const each of [...new Set(failed)].slice(0, 20)) console.log(`FAILED ${each}`);
for (const each of changed.slice(0, 40)) console.log(`CHANGED ${each}`);
for (const each of auditFaults.slice(0, 20)) console.log(`AUDIT LOG ${each}`);
console.log(`${sent} activities (seed ${values.seed}); statuses ${JSON.stringify(statuses)}`);
console.log(
  `${failed.length} failed, ${changed.length} records changed that may not be, ${auditFaults.length} faults in the audit logs`,
);
console.log(`${late} late; at most ${MAX_LATE_SHARE * 100}% may be`);
console.log(
  `heap ${growth.toFixed(1)} MB more at the end than after the first fifth; at most ${MAX_GROWTH_MB} may be`,
);
console.log(`slowest answer ${slowest.ms.toFixed(0)} ms (seed ${slowest.seed})`);
const isWhole = failed.length + changed.length + auditFaults.length === 0;
const passed = isWhole && late <= sent * MAX_LATE_SHARE && growth <= MAX_GROWTH_MB;
console.log(passed ? 'PASSED' : 'NOT PASSED');
process.exit(passed ? 0 : 1);
