import type { PipelinePolicy } from '@azure/core-rest-pipeline';
import { RestError, TableClient } from '@azure/data-tables';
import { describe, expect, inject, it } from 'vitest';
import { day } from '../../src/domain/dates.ts';
import { defaultPreferences } from '../../src/domain/preferences.ts';
import { startAzurite } from '../../src/rehearsal/azurite.ts';
import { createRecords, type Records } from '../../src/storage/records.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { losingReplies } from '../support/storage-faults.ts';
import { anAction } from './some-actions.ts';

const today = day('2021-03-15');

describe('a reply that is lost on the way', () => {
  it('does not make a change count twice, nor be taken for somebody else’s', async () => {
    const tablePrefix = freshPrefix();
    await freshRecords({ tablePrefix });
    const { actions } = await freshRecords({ tablePrefix, policies: [losingReplies()] });
    const change = { at: '2021-03-15T09:00:00Z', by: 'coordinator', type: 'raised', changes: {} };
    expect(await actions.record('home', { record: anAction('SA-1'), event: change }, 0)).toBe(
      'saved',
    );
    expect(
      await actions.record(
        'home',
        { record: anAction('SA-1', { notes: 'more' }), event: change },
        1,
      ),
    ).toBe('saved');
    const many = Array.from({ length: 60 }, (_, index) => ({
      action: anAction(`SA-${index + 2}`),
      expectedVersion: 0,
    }));
    expect((await actions.save('home', many)).stale).toEqual([]);
    expect((await actions.tallies('home')).all).toEqual({ open: 61, closed: 0 });
    expect((await actions.find('home', 'SA-1'))?.history).toHaveLength(2);
  });
});

describe('a change of which storage does not say what became of it', () => {
  const raised = { at: '2021-03-15T09:00:00Z', by: 'coordinator', type: 'raised', changes: {} };
  const raise = ({ actions }: Records) =>
    actions.record('home', { record: anAction('SA-1'), event: raised }, 0);
  /** Every reply to a transaction is lost, or every read fails after it too. */
  const silentAfter = (how: 'transactions' | 'transactions and reads'): PipelinePolicy => {
    let isSilent = false;
    return {
      name: 'silent',
      async sendRequest(request, next) {
        const isRead = !request.url.endsWith('$batch');
        if (isRead && !(isSilent && how === 'transactions and reads')) return next(request);
        if (!isRead) await next(request);
        isSilent = true;
        throw new RestError('The reply was lost', { code: 'ECONNRESET', request });
      },
    };
  };

  it('is looked for, and is a success when it is there', async () => {
    const records = await freshRecords({ policies: [silentAfter('transactions')] });
    const work = records.changes.watch(() => raise(records));
    expect(await work.done).toBe('saved');
    expect(work.stop()).toMatchObject({ saved: [{ sequence: 1 }], inDoubt: [] });
  });

  it('is in doubt when it cannot be looked for, also where its own repeat was in the way', async () => {
    const records = await freshRecords({ policies: [silentAfter('transactions and reads')] });
    const work = records.changes.watch(() => raise(records));
    await expect(work.done).rejects.toThrow();
    const { saved, inDoubt } = work.stop();
    expect([saved, inDoubt]).toMatchObject([[], [{ sequence: 1 }]]);
    const [mark] = inDoubt;
    if (!mark) throw new Error('Nothing is in doubt');
    expect(await records.changes.find('another', mark)).toEqual({ state: 'not-saved' });
  });

  it('of one’s own settings is no other person’s change', async () => {
    const { preferences } = await freshRecords({ policies: [losingReplies()] });
    const chosen = { ...defaultPreferences('chair'), quietDays: [6, 7] };
    expect(await preferences.save('home', chosen, '')).toBe('saved');
    expect(await preferences.save('home', { ...chosen, quietDays: [7] }, '1')).toBe('saved');
  });
});

describe('storage that is stopped', () => {
  it('fails every call soon, and answers again by itself once it is back', async () => {
    const azurite = await startAzurite();
    const { connectionString } = azurite;
    const readPort = (service: string) =>
      Number(
        new RegExp(`${service}Endpoint=http://127\\.0\\.0\\.1:(\\d+)`).exec(connectionString)?.[1],
      );
    const [tablePort, queuePort] = [readPort('Table'), readPort('Queue')];
    const records = createRecords({ connection: { connectionString }, tablePrefix: 'Down' });
    await records.prepare();
    await records.actions.save('home', [{ action: anAction('SA-1') }]);
    await azurite.stop();
    await expect(records.ping()).rejects.toThrow();
    await expect(records.actions.list('home', {}, today)).rejects.toThrow();
    await expect(records.actions.save('home', [{ action: anAction('SA-2') }])).rejects.toThrow();

    const back = await startAzurite({ tablePort, queuePort });
    try {
      await records.prepare();
      await records.ping();
      await records.actions.save('home', [{ action: anAction('SA-2') }]);
      expect(await records.actions.list('home', {}, today)).toHaveLength(1);
    } finally {
      await back.stop();
    }
  });

  it('is not taken for an empty one: tables that are missing fail the health check', async () => {
    const connection = { connectionString: inject('azurite') };
    const records = createRecords({ connection, tablePrefix: freshPrefix() });
    await expect(records.ping()).rejects.toThrow();
    await records.prepare();
    await records.ping();
  });
});

describe('a row that somebody has spoilt', () => {
  it('fails loudly, naming the table, the key and the property, and never what stands there', async () => {
    const tablePrefix = freshPrefix();
    const { actions } = await freshRecords({ tablePrefix });
    await actions.save('home', [{ action: anAction('SA-1', { owner: { agency: 'WMP' } }) }]);
    const client = TableClient.fromConnectionString(inject('azurite'), `${tablePrefix}Actions`, {
      allowInsecureConnection: true,
    });
    await client.updateEntity(
      { partitionKey: 'home|actions', rowKey: 'a|SA-1|', status: 'a secret' },
      'Merge',
    );
    const reading = actions.find('home', 'SA-1');
    await expect(reading).rejects.toThrow(
      `A row of ${tablePrefix}Actions cannot be read: home|actions / a|SA-1|: status`,
    );
    await expect(reading).rejects.not.toThrow('a secret');
    expect(await actions.list('home', { agency: 'WMP' }, today)).toHaveLength(1);
  });
});
