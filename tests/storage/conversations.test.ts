import { describe, expect, inject, it } from 'vitest';
import { createTable } from '../../src/storage/tables/table.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const place = { kind: 'personal', conversationId: 'a:police' } as const;
const address = {
  conversationId: 'a:police',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
};
const MORNING = '2021-03-15T09:00:00Z';
const NOON = '2021-03-15T12:00:00Z';

it('a conversation is remembered with its organisation, and one noted before without is still known', async () => {
  const tablePrefix = freshPrefix();
  const records = await freshRecords({ tablePrefix });
  const table = createTable({ connectionString: inject('azurite') }, `${tablePrefix}Conversations`);
  await table.put({ partitionKey: 'dale|conversations', rowKey: 'person|lead', ...address });

  expect(await records.conversations.personal('dale', 'lead')).toEqual(address);

  await records.conversations.note('dale', place, { ...address, tenantId: 'police' }, 'lead');
  expect(await records.conversations.personal('dale', 'lead')).toEqual({
    ...address,
    tenantId: 'police',
  });
});

describe('a conversation that was ended', () => {
  const start = async () => {
    let moment = MORNING;
    const { conversations } = await freshRecords({ now: () => new Date(moment) });
    await conversations.note('dale', place, address, 'lead');
    const turnTo = (time: string) => {
      moment = time;
    };
    return { conversations, turnTo };
  };

  it('is of no use until its person writes again, also at once', async () => {
    const { conversations } = await start();
    await conversations.end('dale', place, new Date(NOON), 'lead');
    expect(await conversations.personal('dale', 'lead')).toBeUndefined();
    await conversations.note('dale', place, address, 'lead');
    expect(await conversations.personal('dale', 'lead')).toEqual(address);
  });

  it('is not ended by what was tried before they wrote', async () => {
    const { conversations, turnTo } = await start();
    turnTo(NOON);
    await conversations.end('dale', place, new Date(MORNING), 'lead');
    await conversations.note('dale', place, address, 'lead');
    await conversations.end('dale', place, new Date(MORNING), 'lead');
    expect(await conversations.personal('dale', 'lead')).toEqual(address);
  });

  it('can be a group’s, and one that was never noted', async () => {
    const { conversations } = await start();
    const chat = { kind: 'group', conversationId: '19:board' } as const;
    await conversations.end('dale', chat, new Date(NOON));
    await conversations.note('dale', chat, { ...address, conversationId: '19:board' });
    expect(await conversations.chat('dale', '19:board')).toBeDefined();
    await conversations.end('dale', chat, new Date(NOON));
    expect(await conversations.chat('dale', '19:board')).toBeUndefined();
  });
});

describe('that somebody cannot be reached', () => {
  it('is for one message to say, and for another once they wrote again', async () => {
    const { conversations } = await freshRecords();
    const claim = (message: string) => conversations.claimUnreached('dale', 'lead', message);
    expect(await Promise.all([claim('1'), claim('2')])).toContain(false);
    const [first = ''] = (await claim('1')) ? ['1'] : ['2'];
    expect(await claim(first)).toBe(true);
    expect(await claim('3')).toBe(false);
    expect(await conversations.personal('dale', 'lead')).toBeUndefined();
    await conversations.releaseUnreached('dale', 'lead', '3');
    expect(await claim('3')).toBe(false);
    await conversations.releaseUnreached('dale', 'lead', first);
    expect(await claim('3')).toBe(true);
    await conversations.note('dale', place, address, 'lead');
    expect(await claim('4')).toBe(true);
  });
});

describe('somebody who wrote before they were imported', () => {
  const from = { tenantId: 'police', objectId: 'o-1' };
  const lead = { id: 'lead', displayName: 'Lead', agency: 'WMP', roles: [], groups: [], ...from };

  it('is reachable in each partnership that imports them, and not where they wrote later', async () => {
    let moment = MORNING;
    const { conversations } = await freshRecords({ now: () => new Date(moment) });
    await conversations.noteContact(from, address);
    moment = NOON;
    const later = { ...address, conversationId: 'a:later' };
    await conversations.note('sandwell', place, later, 'lead');
    for (const id of ['dale', 'fenmarsh', 'sandwell'])
      await conversations.adoptContacts(id, [lead]);
    expect(await conversations.personal('dale', 'lead')).toEqual(address);
    expect(await conversations.personal('fenmarsh', 'lead')).toEqual(address);
    expect(await conversations.personal('sandwell', 'lead')).toEqual(later);
  });

  it('is forgotten when they remove Convenor, and after a year', async () => {
    let moment = MORNING;
    const { conversations } = await freshRecords({ now: () => new Date(moment) });
    await conversations.noteContact(from, address);
    await conversations.forgetContact(from);
    await conversations.adoptContacts('dale', [lead]);
    expect(await conversations.personal('dale', 'lead')).toBeUndefined();
    await conversations.noteContact(from, address);
    moment = '2022-03-16T09:00:00Z';
    await conversations.adoptContacts('dale', [lead]);
    await conversations.adoptContacts('dale', [lead]);
    expect(await conversations.personal('dale', 'lead')).toBeUndefined();
  });
});
