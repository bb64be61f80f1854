/**
 * What a sweep costs: a hundred actions due among 10,000 and among 100,000 in one Azurite, in requests, rows and time; and how long it
 * takes to claim 10,000 deliveries. Run: npm run bench -- sweep
 */
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords } from '../../src/storage/records.ts';
import { createTable } from '../../src/storage/tables/table.ts';
import { findOnMonday, MONDAY, manyActions, sweptRow } from '../notifications/big-store.ts';
import { readFolder } from '../support/a-folder.ts';
import { createRequestMeter } from '../support/request-meter.ts';

const azurite = await startAzurite();
const connection = { connectionString: azurite.connectionString };
const meter = createRequestMeter();
const records = createRecords({ connection, tablePrefix: 'Bench', policies: [meter.policy] });
await records.prepare();
const read = await readFolder('samples/sandwell');
if (!read.records) throw new Error('The sample cannot be read');
await importFolder({ ...read, records: { ...read.records, actions: [] } }, records.partnerships);

const find = await findOnMonday(records);
await find();
const table = createTable(connection, 'BenchActions');
const results: Record<string, object> = {};
let stored = 0;
for (const count of [10_000, 100_000]) {
  const actions = [...manyActions(count)].slice(stored);
  await table.putAll(
    actions.map((action, at) => sweptRow('sandwell|actions', action, stored + at)),
  );
  stored = count;
  const began = performance.now();
  const { requests, rows, result } = await meter.measure(find);
  results[`among ${count}`] = {
    requests,
    rows,
    found: result.found.length,
    ms: Math.round(performance.now() - began),
  };
}
console.table(results);

const deliveries = Array.from({ length: 10_000 }, (_, at) => {
  const person = `person-${String(at).padStart(5, '0')}`;
  const notices = [`action/SA-${at}/2021-03-31/day-14/${person}`];
  const facts = {
    day: MONDAY,
    person,
    number: 1,
    notices,
    attempts: 0,
    at: new Date().toISOString(),
  };
  return { ...facts, state: 'claimed' as const };
});
const began = performance.now();
const claimed = await records.ledger.claim(
  'sandwell',
  MONDAY,
  await records.ledger.head('sandwell', MONDAY),
  deliveries,
);
console.log(
  `${claimed.length} deliveries claimed in ${((performance.now() - began) / 1000).toFixed(1)} s`,
);
await azurite.stop();
