import { describe, expect, it } from 'vitest';
import type { ConversationPlace } from '../../src/contract/thread.ts';
import { day } from '../../src/domain/dates.ts';
import type { Meeting } from '../../src/domain/meeting.ts';
import type { PartnershipRecords } from '../../src/domain/partnership-records.ts';
import type { Records } from '../../src/storage/records.ts';
import { readFolder, smallWith } from '../support/a-folder.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { dyingAfter } from '../support/storage-faults.ts';

/** More writes than an import of the small partnership has. */
const MAX_CUTS = 40;

const chat = {
  kind: 'group',
  conversationId: '19:meeting_MjdhNjM4YzUtYzExZi00OTFkLTkzZTAtNTVlNmZmMDhkNGU2@thread.v2',
} as const;

/** A small partnership whose people come from these tenants. */
async function partnership(id: string, tenants: readonly string[]): Promise<PartnershipRecords> {
  const rows = tenants.map(
    (tenant, index) => `p${index},Person ${index},member,${tenant},o${index}`,
  );
  const folder = await smallWith({
    'people.csv': ['id,display_name,roles,tenant_id,object_id', ...rows].join('\n'),
  });
  const { records } = await readFolder(folder);
  if (!records) throw new Error('The small folder cannot be read');
  return { ...records, partnership: { ...records.partnership, id } };
}

describe('which partnership somebody speaks with', () => {
  const idFor = async (
    { directories }: Records,
    tenantId: string,
    place: ConversationPlace = chat,
  ) =>
    (await directories.findForConversation({ tenantId, objectId: 'o0' }, place))?.directory
      .partnership.id;

  it('is the one that has people from their tenant, and none for strangers', async () => {
    const records = await freshRecords();
    await records.partnerships.save(await partnership('dale', ['council', 'police']), 'import');
    expect(await idFor(records, 'police')).toBe('dale');
    expect(await idFor(records, 'elsewhere')).toBeUndefined();
  });

  it('is the chat’s where a police force sits in several, else the first by id', async () => {
    const records = await freshRecords();
    await records.partnerships.save(
      await partnership('vale', ['police', 'vale-council']),
      'import',
    );
    await records.partnerships.save(
      await partnership('dale', ['police', 'dale-council']),
      'import',
    );
    expect(await idFor(records, 'police')).toBe('dale');
    await records.partnershipLookup.bindChat(chat, 'vale');
    expect(await idFor(records, 'police')).toBe('vale');
    expect(await idFor(records, 'police', { ...chat, conversationId: 'another' })).toBe('dale');
    expect(await idFor(records, 'dale-council')).toBe('dale');
    expect(await records.partnerships.ids()).toEqual(['dale', 'vale']);
  });

  it('is the chat’s as soon as a second partnership has people of the tenant, in every instance', async () => {
    const tablePrefix = freshPrefix();
    const [here, there] = [
      await freshRecords({ tablePrefix }),
      await freshRecords({ tablePrefix }),
    ];
    await here.partnerships.save(await partnership('dale', ['police']), 'import');
    for (let time = 0; time < 4; time += 1) expect(await idFor(here, 'police')).toBe('dale');
    await there.partnershipLookup.bindChat(chat, 'vale');
    expect(await idFor(here, 'police')).toBe('dale');
    const second = await partnership('vale', ['council', 'police']);

    await there.partnerships.save(second, 'import');

    expect(await idFor(here, 'police')).toBe('vale');
    expect(await idFor(here, 'police', { ...chat, conversationId: 'another' })).toBe('dale');
  });

  it('is the chat’s too when the import of the second partnership was cut off and done again', async () => {
    const second = await partnership('vale', ['police']);
    for (let writes = 0; writes < MAX_CUTS; writes += 1) {
      const tablePrefix = freshPrefix();
      const here = await freshRecords({ tablePrefix });
      await here.partnerships.save(await partnership('dale', ['police']), 'import');
      await here.partnershipLookup.bindChat(chat, 'vale');
      const cut = await freshRecords({ tablePrefix, policies: [dyingAfter(writes)] });
      const isWhole = await cut.partnerships.save(second, 'import').then(
        () => true,
        () => false,
      );
      for (let time = 0; time < 4; time += 1) await idFor(here, 'police');
      await (await freshRecords({ tablePrefix })).partnerships.save(second, 'import');
      expect(await idFor(here, 'police')).toBe('vale');
      if (isWhole) return;
    }
    expect.fail('The import has more writes than were cut off');
  });

  it('is known by its newest names in every instance as soon as one has changed them', async () => {
    const tablePrefix = freshPrefix();
    const [here, there] = [
      await freshRecords({ tablePrefix }),
      await freshRecords({ tablePrefix }),
    ];
    const before = await partnership('dale', ['police']);
    await here.partnerships.save(before, 'import');
    const names = async ({ directories }: Records) =>
      (
        await directories.findForConversation({ tenantId: 'police', objectId: 'o0' }, chat)
      )?.directory.agencies.map(({ name }) => name);
    expect(await names(there)).toEqual(['Dale Police', 'Dale Council']);
    const [police, council] = before.agencies;
    if (!police || !council) throw new Error('The small folder has two agencies');
    await here.partnerships.save(
      { ...before, agencies: [police, { ...council, name: 'Dale Borough' }] },
      'import',
    );
    expect(await names(there)).toEqual(['Dale Police', 'Dale Borough']);
  });
});

describe('a thread', () => {
  const question = {
    intent: 'list_actions',
    filters: { agency: 'WMP' },
    args: { hasOwner: false },
  };
  const thread = { question, list: { question, shown: 10, all: 14 } };

  it('is remembered for 30 minutes after the last word, by person and conversation, in every instance', async () => {
    const tablePrefix = freshPrefix();
    let now = new Date('2021-03-15T09:00:00Z');
    const [here, there] = [
      await freshRecords({ tablePrefix, now: () => now }),
      await freshRecords({ tablePrefix, now: () => now }),
    ];
    await here.threads.save('dale', 'lead', chat, thread);
    now = new Date('2021-03-15T09:29:59Z');
    expect(await there.threads.load('dale', 'lead', chat)).toEqual(thread);
    expect(await there.threads.load('dale', 'deputy', chat)).toBeUndefined();
    expect(await there.threads.load('vale', 'lead', chat)).toBeUndefined();
    expect(
      await there.threads.load('dale', 'lead', { ...chat, conversationId: 'another' }),
    ).toBeUndefined();
    now = new Date('2021-03-15T09:30:00Z');
    expect(await there.threads.load('dale', 'lead', chat)).toBeUndefined();
  });

  it('keeps the readings between which one was asked to choose', async () => {
    const { threads } = await freshRecords();
    const choosing = { ...thread, choices: [question, { ...question, filters: {} }] };
    await threads.save('dale', 'lead', chat, choosing);
    expect(await threads.load('dale', 'lead', chat)).toEqual(choosing);
  });

  it('that is still being saved is waited for, and the last one saved is the one that is kept', async () => {
    const { threads } = await freshRecords();
    const saves = [10, 20, 30, 40].map((shown) =>
      threads.save('dale', 'lead', chat, { question, list: { question, shown, all: 40 } }),
    );
    expect(await threads.load('dale', 'lead', chat)).toMatchObject({ list: { shown: 40 } });
    await Promise.all(saves);
    expect(await threads.load('dale', 'lead', chat)).toMatchObject({ list: { shown: 40 } });
  });

  it('about a very long message is forgotten, and nobody is troubled', async () => {
    const { threads } = await freshRecords();
    await threads.save('dale', 'lead', chat, thread);
    const long = { question: { ...question, args: { title: '🙂'.repeat(20_000) } } };
    await threads.save('dale', 'lead', chat, long);
    expect(await threads.load('dale', 'lead', chat)).toBeUndefined();
  });
});

describe('the next meeting', () => {
  const meeting = (id: string, startsAt: string, facts: Partial<Meeting> = {}): Meeting => ({
    ...{
      id,
      group: 'EXEC',
      title: 'Executive',
      kind: 'ordinary',
      minutes: 120,
      status: 'scheduled',
    },
    startsAt: startsAt as Meeting['startsAt'],
    ...facts,
  });

  it('of a group is the first that is still to be held, on the day or later', async () => {
    const { meetings } = await freshRecords();
    const all = [
      meeting('M-1', '2021-03-15T14:00', { status: 'held' }),
      meeting('M-2', '2021-03-16T14:00', { group: 'EXEC 2' }),
      meeting('M-3', '2021-05-12T14:00'),
      meeting('M-4', '2021-04-12T14:00', { status: 'postponed' }),
      meeting('M-5', '2021-05-01T14:00'),
    ];
    await meetings.save('dale', all, [], 'import');
    expect((await meetings.findNext('dale', 'EXEC', day('2021-03-15')))?.id).toBe('M-5');
    expect((await meetings.findNext('dale', 'EXEC', day('2021-05-01')))?.id).toBe('M-5');
    expect((await meetings.findNext('dale', 'EXEC', day('2021-05-02')))?.id).toBe('M-3');
    expect(await meetings.findNext('dale', 'EXEC', day('2021-05-13'))).toBeUndefined();
  });

  it('is another one once it was held or moved', async () => {
    const { meetings } = await freshRecords();
    await meetings.save(
      'dale',
      [meeting('M-1', '2021-04-01T14:00'), meeting('M-2', '2021-05-01T14:00')],
      [],
      'import',
    );
    await meetings.save(
      'dale',
      [meeting('M-1', '2021-04-01T14:00', { status: 'held' }), meeting('M-2', '2021-05-08T14:00')],
      [],
      'import',
    );
    expect((await meetings.findNext('dale', 'EXEC', day('2021-03-15')))?.startsAt).toBe(
      '2021-05-08T14:00',
    );
    expect(await meetings.findNext('dale', 'EXEC', day('2021-05-09'))).toBeUndefined();
  });
});
