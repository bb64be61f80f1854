import { expect, inject, it } from 'vitest';
import { createTable } from '../../src/storage/tables/table.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';

const place = { kind: 'personal', conversationId: 'a:police' } as const;
const address = {
  conversationId: 'a:police',
  serviceUrl: 'https://smba.trafficmanager.net/uk/',
};

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
