/**
 * What “what is drifting” and the sweep of a Monday read among 1,000 and 100,000 actions and 2,000 meetings: requests and
 * rows, the actions in a counting stand-in for their table, the rest in Azurite. Run: npm run bench -- drift
 */
import type { Action } from '../../src/domain/action.ts';
import { addDays, day } from '../../src/domain/dates.ts';
import { ENGLAND_BANK_HOLIDAYS as bankHolidays } from '../../src/domain/england-bank-holidays.ts';
import { collectFindings } from '../../src/features/drift/queries.ts';
import { features } from '../../src/features/index.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { toIndexKeys } from '../../src/storage/actions/action-index.ts';
import { createActions } from '../../src/storage/actions/actions.ts';
import { createAuditedTable } from '../../src/storage/audit/audited-table.ts';
import { createRecords } from '../../src/storage/records.ts';
import { type Counted, countingTable, findOnMonday, MONDAY } from '../notifications/big-store.ts';
import { readFolder } from '../support/a-folder.ts';
import { patientStorage } from '../support/patient-storage.ts';
import { createRequestMeter } from '../support/request-meter.ts';

/** Work that is open at one time; all else was closed in earlier years. */
const OPEN = 500;
const MEETINGS = 2_000;
const KINDS = ['audit', 'inspection', 'scrutineer', 'board', 'business plan'];

function* drifting(count: number): Generator<Action> {
  for (let at = 0; at < count; at += 1) {
    const raisedOn = addDays(day('2021-03-01'), at < OPEN ? -at : -500 - (at % 5_000));
    const facts = {
      ref: `SA-${String(at).padStart(7, '0')}`,
      title: `Action ${at}`,
      source: { kind: KINDS[at % KINDS.length] ?? '', name: `Source ${Math.floor(at / 10)}` },
      owner: { agency: 'WMP' },
      raisedOn,
      dueOn: addDays(raisedOn, 120),
    };
    if (at < OPEN) yield { ...facts, status: 'open' };
    else
      yield {
        ...facts,
        status: 'complete',
        completedOn: addDays(raisedOn, 100),
        impactEvidence: 'Ten of ten files show it',
        verifiedBy: 'chair',
      };
  }
}

const azurite = await startAzurite();
const meter = createRequestMeter();
const records = createRecords({
  connection: { connectionString: azurite.connectionString },
  tablePrefix: 'Bench',
  policies: [patientStorage, meter.policy],
});
await records.prepare();
const read = await readFolder('samples/sandwell');
if (!read.records) throw new Error('The sample cannot be read');
const [sample] = read.records.meetings;
if (!sample) throw new Error('The sample has no meeting');
const groups = read.records.groups.map(({ id }) => id);
const meetings = Array.from({ length: MEETINGS }, (_, at) => {
  const group = groups[at % groups.length] ?? '';
  const on = addDays(day('2021-03-10'), -7 * Math.floor(at / groups.length));
  return {
    ...sample,
    id: `${group}-many-${at}`,
    group,
    startsAt: `${on}T10:00` as typeof sample.startsAt,
    status: 'held' as const,
  };
});
await importFolder(
  { ...read, records: { ...read.records, actions: [], attendance: [], meetings } },
  records.partnerships,
);
const directory = await records.directories.find('sandwell');
if (!directory) throw new Error('There is no Sandwell');

const results: Record<string, object> = {};
for (const count of [1_000, 100_000]) {
  const counted: Counted = { requests: 0, rows: 0 };
  const table = countingTable(drifting(count), counted, toIndexKeys);
  const actions = createActions(createAuditedTable(table, () => new Date()));
  const ports = { ...records, actions };
  const store = records.stores('sandwell');
  const context = { directory, today: MONDAY, bankHolidays, store, ports };
  const sources = features.flatMap(({ findings = [] }) => findings);
  const find = await findOnMonday(ports);
  const works = {
    drift: async () => (await collectFindings(context, sources)).findings.length,
    sweep: async () => (await find()).found.length,
  };
  for (const [what, work] of Object.entries(works)) {
    [counted.requests, counted.rows] = [0, 0];
    const began = performance.now();
    const { requests, rows, result } = await meter.measure(work);
    results[`${what} among ${count}`] = {
      requests: requests + counted.requests,
      rows: rows + counted.rows,
      ofActions: counted.rows,
      found: result,
      ms: Math.round(performance.now() - began),
    };
  }
}
console.table(results);
await azurite.stop();
