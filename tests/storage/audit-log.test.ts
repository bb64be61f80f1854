import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { beforeAll, beforeEach, describe, expect, inject, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { open } from '../../src/domain/register-commands.ts';
import { addDecision } from '../../src/features/decisions/store.ts';
import { folderFiles } from '../../src/features/index.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import {
  AUDIT_HEAD_KEY,
  isAuditRow,
  withoutMetadata as plain,
} from '../../src/storage/audit/audit-entry.ts';
import type { ExportedHead } from '../../src/storage/audit/audit-log.ts';
import { verifyPartition } from '../../src/storage/audit/verify-partition.ts';
import type { Records } from '../../src/storage/records.ts';
import type { StoredRow } from '../../src/storage/tables/row.ts';
import { createTable, type StorageTable } from '../../src/storage/tables/table.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const HOME = 'fenmarsh';
const at = '2021-03-15T09:00:00Z';
const manager = { by: 'manager', at };

const folder = await readFolder('samples/fenmarsh');
/** The stores of features into which the folder brings something. */
const importedStores = folderFiles.flatMap(({ name, store }) => {
  const brought = folder.records?.[name as keyof typeof folder.records];
  return store && Array.isArray(brought) && brought.length > 0 ? [store] : [];
});

/** A table and its partition, for each audit log that a partnership has. */
const AUDITED: readonly [table: string, partition: string][] = [
  ['Reference', HOME],
  ['Actions', `${HOME}|actions`],
  ['Records', `${HOME}|meetings`],
  ['Records', `${HOME}|reviews`],
  ['Records', `${HOME}|agenda-item`],
  ['Records', `${HOME}|decision`],
  ...importedStores.map(({ kind }) => ['Records', `${HOME}|${kind}`] as [string, string]),
  ['Refusals', `${HOME}|refusals`],
];

const tablePrefix = freshPrefix();
let records: Records;
let rowsByTable: ReadonlyMap<string, readonly StoredRow[]>;
let exported: ExportedHead[];

const tableNamed = (name: string): StorageTable =>
  createTable({ connectionString: inject('azurite') }, `${tablePrefix}${name}`);

/** Something of everything is written, in more than one step. */
async function writeSomethingOfAll({
  actions,
  registers,
  reviews,
  vocabulary,
  refusals: audit,
  stores,
  agendas,
}: Records) {
  const stored = await actions.list(HOME, {}, day('2021-03-15'));
  for (const { ref } of stored.slice(0, 3)) {
    const known = await actions.find(HOME, ref);
    if (!known) throw new Error(`no action ${ref}`);
    const changes = { status: { to: 'blocked' }, evidence: { from: 'Fewer repeat referrals' } };
    const change = { ...manager, type: 'updated', changes, reason: 'waiting' };
    await actions.record(
      HOME,
      { record: { ...known.action, status: 'blocked' }, event: change },
      known.version,
    );
  }
  const planned = plannedRegister({ id: 'M-1', group: 'BOARD' }, ['POLICE']);
  await registers.change(HOME, 'M-1', (register) =>
    open(register ?? planned, ['POLICE'], { ...manager, today: day('2021-03-15') }),
  );
  for (const [id, title] of Object.entries({ 'I-1': 'Neglect strategy', 'I-2': 'Budget' }))
    await agendas.add(
      HOME,
      {
        id,
        meetingId: 'M-1',
        title,
        status: 'accepted',
        position: 1,
        proposedBy: 'manager',
        proposedAt: at,
      },
      'manager',
    );
  await addDecision(stores(HOME, 'D-1'), {
    id: 'D-1',
    group: 'BOARD',
    decidedOn: day('2021-03-15'),
    what: 'To go on',
    options: [],
    authority: 'terms of reference',
    recordedBy: 'manager',
    recordedAt: at,
  });
  for (const ref of ['RR-2021-08', 'RR-2021-09']) {
    const review = { ref, awareOn: day('2021-03-12'), summaries: [], rounds: [] };
    await reviews.open(HOME, { record: review, event: { ...manager, type: 'opened' } });
  }
  await vocabulary.change(HOME, {
    words: 'the dads work',
    to: { kind: 'group', id: 'BOARD' },
    by: 'manager',
  });
  for (const verb of ['actions.raise', 'meetings.move', 'meetings.cancel'])
    await audit.record(HOME, {
      from: { tenantId: 't', objectId: 'o' },
      person: 'member',
      verb,
      refusal: 'access',
      conversationId: 'chat',
    });
}

beforeAll(async () => {
  records = await freshRecords({ tablePrefix });
  await importFolder(folder, records.partnerships);
  await writeSomethingOfAll(records);
  exported = (await records.auditLog.verify()).flatMap(({ head }) => head ?? []);
  const read = AUDITED.map(
    async ([table, partition]) => [partition, await tableNamed(table).range(partition)] as const,
  );
  rowsByTable = new Map(await Promise.all(read));
});

const rowsIn = (partition: string): StoredRow[] => [...(rowsByTable.get(partition) ?? [])];
const entriesIn = (partition: string): StoredRow[] =>
  rowsIn(partition).filter((row) => isAuditRow(row) && row.rowKey !== AUDIT_HEAD_KEY);

describe('the audit logs of a partnership', () => {
  it('are there for everything that is written, and in order', async () => {
    const verified = await records.auditLog.verify(exported);
    expect(verified.map(({ partition }) => partition).sort()).toEqual(
      AUDITED.map(([, partition]) => partition).sort(),
    );
    for (const { partition, entries, rows, faults } of verified)
      expect({ partition, faults, isLong: entries > 0 && rows > 0 }).toMatchObject({
        faults: [],
        isLong: true,
      });
  });

  it('hold ids, days and states only: no title, no reason, no name', () => {
    const said = AUDITED.flatMap(([, partition]) => entriesIn(partition))
      .map(({ entry }) => String(entry))
      .join('\n');
    const texts = [
      'Neglect strategy',
      'Fewer repeat referrals',
      'waiting',
      'To go on',
      'terms of reference',
      'the dads work',
    ];
    expect(texts.filter((text) => said.includes(text))).toEqual([]);
  });
});

/** What somebody with access to the storage could do to one audit log; the second is what `npm run audit:verify` says of it. */
const TAMPERINGS: readonly [
  how: string,
  said: RegExp,
  tamper: (table: StorageTable, partition: string) => Promise<void>,
][] = [
  [
    'alters a record',
    /was altered/,
    async (table, partition) => {
      const record = rowsIn(partition).find((row) => !isAuditRow(row)) as StoredRow;
      await table.put({ ...plain(record), order: 99 });
    },
  ],
  [
    'removes a record',
    /was removed/,
    (table, partition) =>
      table.remove(partition, rowsIn(partition).find((row) => !isAuditRow(row))?.rowKey ?? ''),
  ],
  [
    'adds a record',
    /was added/,
    (table, partition) =>
      table.put({ partitionKey: partition, rowKey: 'a|NEW|', title: 'Not of this house' }),
  ],
  [
    'alters an entry',
    /was altered/,
    async (table, partition) => {
      const [entry] = entriesIn(partition);
      await table.put({
        ...plain(entry as StoredRow),
        entry: String(entry?.entry).replace('"by":"', '"by":"somebody-'),
      });
    },
  ],
  [
    'alters an entry and its hash',
    /does not follow|hash of the last/,
    async (table, partition) => {
      const [entry] = entriesIn(partition);
      await table.put({ ...plain(entry as StoredRow), hash: 'A'.repeat(43) });
    },
  ],
  [
    'removes the first entry',
    /is missing|head says/,
    (table, partition) => table.remove(partition, entriesIn(partition)[0]?.rowKey ?? ''),
  ],
  [
    'removes the last entry',
    /head says/,
    (table, partition) => table.remove(partition, entriesIn(partition).at(-1)?.rowKey ?? ''),
  ],
  [
    'removes the head',
    /head of the log is missing/,
    (table, partition) => table.remove(partition, AUDIT_HEAD_KEY),
  ],
  [
    'swaps two entries',
    /out of its order|is missing|cut off|head says/,
    async (table, partition) => {
      const [one, other] = entriesIn(partition) as [StoredRow, StoredRow | undefined];
      await table.put({ ...plain(other ?? one), rowKey: one.rowKey });
      await table.put({ ...plain(one), rowKey: other?.rowKey ?? 'z|0000000002' });
    },
  ],
  [
    'cuts off the end, with a head that fits',
    /cut off|exported and is missing/,
    async (table, partition) => {
      const entries = entriesIn(partition);
      const last = entries.at(-1) as StoredRow;
      const before = entries.at(-2);
      const head = rowsIn(partition).find(({ rowKey }) => rowKey === AUDIT_HEAD_KEY) as StoredRow;
      await table.remove(partition, last.rowKey);
      const hash = String(before?.hash ?? partition);
      await table.put({ ...plain(head), sequence: entries.length - 1, hash });
    },
  ],
  [
    'removes everything',
    /exported and is missing/,
    async (table, partition) => {
      for (const { rowKey } of rowsIn(partition)) await table.remove(partition, rowKey);
    },
  ],
];

describe.each(AUDITED)('in %s, somebody', (name, partition) => {
  beforeEach(async () => {
    const table = tableNamed(name);
    const stored = new Map((await table.range(partition)).map((row) => [row.rowKey, plain(row)]));
    const isStored = (row: StoredRow) => isDeepStrictEqual(plain(row), stored.get(row.rowKey));
    const kept = new Set(rowsIn(partition).map(({ rowKey }) => rowKey));
    for (const rowKey of stored.keys())
      if (!kept.has(rowKey)) await table.remove(partition, rowKey);
    await table.putAll(
      rowsIn(partition)
        .filter((row) => !isStored(row))
        .map(plain),
    );
  });

  it.each(TAMPERINGS)('%s: found', async (_, said, tamper) => {
    const table = tableNamed(name);
    await tamper(table, partition);
    const rows = await table.range(partition);
    const { faults } = verifyPartition(table.name, partition, rows, exported);
    expect(faults.map(({ what }) => what).join('\n')).toMatch(said);
  });
});

it('nothing can be altered, removed, added or swapped anywhere without being found', () => {
  const partitions = fc.constantFrom(...AUDITED.map(([, partition]) => partition));
  const place = fc.nat({ max: 100_000 });
  const how = fc.constantFrom('alter', 'remove', 'swap', 'copy', 'cut');
  fc.assert(
    fc.property(partitions, how, place, place, (partition, tampering, one, other) => {
      const before = rowsIn(partition);
      const after = tampered(before, tampering, one, other);
      fc.pre(JSON.stringify(after) !== JSON.stringify(before));
      expect(verifyPartition('Table', partition, after, exported).faults.length).toBeGreaterThan(0);
    }),
    { numRuns: 600 },
  );
});

function tampered(
  rows: readonly StoredRow[],
  how: string,
  one: number,
  other: number,
): StoredRow[] {
  const [a, b] = [one % rows.length, other % rows.length];
  const [row, second] = [rows[a] as StoredRow, rows[b] as StoredRow];
  switch (how) {
    case 'alter': {
      const names = Object.keys(row).filter(
        (name) => !/^(etag|timestamp|partitionKey|rowKey|odata\..*)$/.test(name),
      );
      const name = names[other % names.length] ?? '';
      const value = row[name];
      const changed =
        typeof value === 'number' ? value + 1 : typeof value === 'boolean' ? !value : `${value}.`;
      return rows.with(a, { ...row, [name]: changed });
    }
    case 'remove':
      return rows.toSpliced(a, 1);
    case 'swap':
      return rows
        .with(a, { ...second, rowKey: row.rowKey })
        .with(b, { ...row, rowKey: second.rowKey });
    case 'copy':
      return [...rows, { ...row, rowKey: `${row.rowKey}~` }].sort((x, y) =>
        x.rowKey < y.rowKey ? -1 : 1,
      );
    default: {
      const entries = rows.filter((each) => isAuditRow(each) && each.rowKey !== AUDIT_HEAD_KEY);
      const left = entries.slice(0, one % entries.length);
      const cut = new Set(entries.slice(left.length).map(({ rowKey }) => rowKey));
      const hash = String(left.at(-1)?.hash ?? row.partitionKey);
      return rows
        .filter(({ rowKey }) => !cut.has(rowKey))
        .map((each) =>
          each.rowKey === AUDIT_HEAD_KEY ? { ...each, sequence: left.length, hash } : each,
        );
    }
  }
}
