import { beforeAll, describe, expect, inject, it } from 'vitest';
import { lcsprStore } from '../../src/contract/lcspr-store.ts';
import { day } from '../../src/domain/dates.ts';
import { plannedRegister } from '../../src/domain/register.ts';
import { notePresence, open } from '../../src/domain/register-commands.ts';
import { mark } from '../../src/domain/register-marks.ts';
import { findDecisions } from '../../src/features/decisions/queries.ts';
import { addDecision } from '../../src/features/decisions/store.ts';
import { recommendationStore } from '../../src/features/recommendations/store.ts';
import { referralStore } from '../../src/features/referrals/store.ts';
import { sourceStore } from '../../src/features/sources/store.ts';
import { importFolder } from '../../src/folder/import-folder.ts';
import type { FolderRead } from '../../src/folder/read-folder.ts';
import { withoutMetadata } from '../../src/storage/audit/audit-entry.ts';
import type { Records } from '../../src/storage/records.ts';
import { createTable } from '../../src/storage/tables/table.ts';
import { readFolder } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const HOME = 'fenmarsh';
const PAT = 'constabulary-lead';
const NAME = 'Pat Lowestoft';
const OBJECT = 'directory-id-of-pat';
const GUEST = 'guest-account';
const TABLES = [
  'Reference',
  'Actions',
  'Records',
  'Settings',
  'Refusals',
  'Conversations',
  'Live',
  'Threads',
  'Misses',
];
const at = '2021-03-15T09:00:00Z';
const today = day('2021-03-15');
const place = { kind: 'personal', conversationId: 'a:pat' } as const;

const tablePrefix = freshPrefix();
let records: Records;
let folder: FolderRead;

/** Everything that is stored, as one text. */
async function everything(): Promise<string> {
  const rows: object[] = [];
  for (const name of TABLES)
    for await (const row of createTable(
      { connectionString: inject('azurite') },
      `${tablePrefix}${name}`,
    ).all())
      rows.push(withoutMetadata(row));
  return JSON.stringify(rows);
}

beforeAll(async () => {
  const read = await readFolder('samples/fenmarsh');
  if (!read.records) throw new Error('The sample cannot be read');
  const people = read.records.people.map((each) =>
    each.id === PAT
      ? {
          ...each,
          displayName: NAME,
          objectId: OBJECT,
          otherIdentities: [{ tenantId: 't', objectId: GUEST }],
        }
      : each,
  );
  folder = { ...read, records: { ...read.records, people } };
  records = await freshRecords({ tablePrefix });
  await importFolder(folder, records.partnerships);
  await records.threads.save(HOME, PAT, place, {
    question: { intent: 'help', filters: {}, args: {} },
  });
  await records.conversations.note(
    HOME,
    place,
    { conversationId: 'a:pat', serviceUrl: 'https://teams.pat' },
    PAT,
  );
  const planned = plannedRegister({ id: 'M-1', group: 'BOARD' }, ['POLICE']);
  const actor = { by: PAT, at, today };
  await records.registers.change(HOME, 'M-1', (register) =>
    open(register ?? planned, ['POLICE'], actor),
  );
  await records.registers.change(HOME, 'M-1', (register) =>
    notePresence(register ?? planned, [{ person: PAT, name: NAME, isIn: true }], actor),
  );
  await records.registers.change(HOME, 'M-1', (register) =>
    mark(
      register ?? planned,
      { person: `guest:${NAME}`, name: NAME, status: 'here', asGuest: true },
      actor,
    ),
  );
  await addDecision(records.stores(HOME), {
    id: 'D-1',
    group: 'BOARD',
    decidedOn: today,
    what: `${NAME} chairs the next meeting`,
    options: [],
    authority: 'terms of reference',
    recordedBy: PAT,
    recordedAt: at,
  });
  const added = { type: 'added', by: PAT, at };
  const openStore = records.stores(HOME);
  await openStore(sourceStore).add(
    { id: 'S-1', name: `Audit by ${NAME}`, alsoKnownAs: [], kind: 'audit', body: NAME },
    added,
  );
  await openStore(recommendationStore).add(
    {
      ...{ ref: 'S-1-01', source: 'S-1', text: `Ask ${NAME}`, addressedTo: [], themes: [] },
      ...{ actions: [], response: 'accepted', evidence: `${NAME} saw it`, evidenceBy: PAT },
    },
    added,
  );
  await openStore(referralStore).add(
    { id: 'R-1', on: today, from: NAME, whyNot: `${NAME} asked for nothing` },
    added,
  );
  const lcspr = { name: 'Plover', cases: [], reviewer: NAME, delays: [] };
  await openStore(lcsprStore).add(lcspr, {
    ...{ type: 'noted of an LCSPR', by: PAT, at, before: { ...lcspr, scope: NAME } },
    changes: { reviewer: { to: NAME } },
  });
  await records.refusals.record(HOME, {
    from: { tenantId: 't', objectId: OBJECT },
    person: PAT,
    verb: 'meetings.move',
    refusal: 'access',
    conversationId: 'a:pat',
  });
});

describe('what is kept about a person', () => {
  it('can be given to them: who they are, where they stand in the records, and what they did', async () => {
    const found = await records.personRecords.find(HOME, PAT);
    expect(found?.person).toMatchObject({ displayName: NAME, objectId: OBJECT });
    const tables = new Set(found?.rows.map(({ table }) => table));
    expect([...tables].sort()).toEqual([
      'actions',

      'conversations',
      'records',
      'reference',
      'refusals',
      'threads',
    ]);
    const events = found?.events.map(({ type, kind }) => `${type} ${kind}`);
    expect(events).toEqual(
      expect.arrayContaining(['opened register', 'recorded decision', 'was refused verb']),
    );
    expect(await records.personRecords.find(HOME, 'nobody')).toBeUndefined();
  });

  it('is taken away on their request: the records and their audit logs stay, under a pseudonym', async () => {
    expect(await everything()).toContain(NAME);
    expect(await records.personRecords.erase(HOME, PAT, today, 'administration')).toBe(
      'former member 1',
    );

    const left = await everything();
    expect({
      name: left.includes(NAME),
      directory: left.includes(OBJECT) || left.includes(GUEST),
      chat: left.includes('https://teams.pat'),
    }).toEqual({
      name: false,
      directory: false,
      chat: false,
    });
    const [decision] = await findDecisions(
      { store: records.stores(HOME) },
      {
        group: 'BOARD',
        from: today,
        to: today,
      },
    );
    expect(decision).toMatchObject({
      what: 'former member 1 chairs the next meeting',
      recordedBy: PAT,
    });
    expect(await records.stores(HOME)(recommendationStore).get('S-1-01')).toMatchObject({
      text: 'Ask former member 1',
      evidence: 'former member 1 saw it',
      evidenceBy: PAT,
    });
    expect(await records.stores(HOME)(referralStore).get('R-1')).toMatchObject({
      from: 'former member 1',
    });
    expect(await records.stores(HOME)(lcsprStore).history('Plover')).toMatchObject([
      { before: { scope: 'former member 1' }, changes: { reviewer: { to: 'former member 1' } } },
    ]);
    expect(await records.conversations.personal(HOME, PAT)).toBeUndefined();
    expect(await records.threads.load(HOME, PAT, place)).toBeUndefined();
    const directory = await records.directories.find(HOME);
    expect(directory?.people.find(({ id }) => id === PAT)).toMatchObject({
      displayName: 'former member 1',
      roles: [],
    });
    expect((await records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });

  it('does not come back with the next import of a folder that still has them', async () => {
    await importFolder(folder, records.partnerships);
    expect(await everything()).not.toContain(NAME);
    expect(await records.personRecords.erase(HOME, PAT, today, 'administration')).toBe(
      'former member 1',
    );
    expect((await records.auditLog.verify()).flatMap(({ faults }) => faults)).toEqual([]);
  });
});
