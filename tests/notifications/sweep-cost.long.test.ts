import { beforeAll, describe, expect, inject, it } from 'vitest';
import { importFolder } from '../../src/folder/import-folder.ts';
import { createActions } from '../../src/storage/actions/actions.ts';
import { createAuditedTable } from '../../src/storage/audit/audited-table.ts';
import type { Records } from '../../src/storage/records.ts';
import { createTable } from '../../src/storage/tables/table.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { createRequestMeter } from '../support/request-meter.ts';
import {
  type Counted,
  countingTable,
  DUE,
  findOnMonday,
  manyActions,
  sweptRow,
} from './big-store.ts';

/** The same among 100,000 in Azurite: npm run bench -- sweep. */
describe('a sweep costs what is due, not what is stored', () => {
  const meter = createRequestMeter();
  const tablePrefix = freshPrefix();
  let records: Records;
  let find: Awaited<ReturnType<typeof findOnMonday>>;

  beforeAll(async () => {
    const read = await readFolder('samples/sandwell');
    if (!read.records) throw new Error('The sample cannot be read');
    await importFolder(
      { ...read, records: { ...read.records, actions: [] } },
      (await freshRecords({ tablePrefix })).partnerships,
    );
    records = await freshRecords({ tablePrefix, policies: [meter.policy] });
    find = await findOnMonday(records);
    await find();
  });

  async function among(count: number, from = 0) {
    const table = createTable({ connectionString: inject('azurite') }, `${tablePrefix}Actions`);
    await table.putAll(
      [...manyActions(count)]
        .slice(from)
        .map((action, at) => sweptRow('sandwell|actions', action, from + at)),
    );
    const { result, requests, rows } = await meter.measure(find);
    expect(result.found.filter(({ about }) => /SA-0000/.test(about)).length).toBeGreaterThanOrEqual(
      DUE,
    );
    return { requests, rows };
  }

  it('the same requests and rows among 1,000 actions, 10,000, and a million', async () => {
    const among1000 = await among(1_000);
    expect(await among(10_000, 1_000)).toEqual(among1000);

    const counted: Counted = { requests: 0, rows: 0 };
    const actions = createActions(
      createAuditedTable(countingTable(manyActions(1_000_000), counted), () => new Date()),
    );
    const findAmongMillion = await findOnMonday({ ...records, actions });
    const besides = await meter.measure(findAmongMillion);
    expect({
      requests: besides.requests + counted.requests,
      rows: besides.rows + counted.rows,
    }).toEqual(among1000);
    expect(besides.result.found.length).toBeGreaterThan(DUE);
  });
});
