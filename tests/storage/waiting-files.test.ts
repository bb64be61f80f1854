import { randomBytes } from 'node:crypto';
import { describe, expect, inject, it } from 'vitest';
import { withImportLock } from '../../src/contract/with-import-lock.ts';
import { createImportLock } from '../../src/storage/chats/import-lock.ts';
import { createTable } from '../../src/storage/tables/table.ts';
import { freshPrefix, freshRecords } from '../support/azurite.ts';
import { patientStorage } from '../support/patient-storage.ts';

const IN_AN_HOUR = new Date('2021-03-15T10:00:00Z');

describe('a file that waits', () => {
  it('is kept whole however large it is, for its partnership alone, until it is over', async () => {
    let now = new Date('2021-03-15T09:00:00Z');
    const { waitingFiles } = await freshRecords({ now: () => now });
    const large = randomBytes(2_000_000);
    await waitingFiles.save('dale', 'one', large, IN_AN_HOUR);
    await waitingFiles.save('dale', 'one-more', randomBytes(10), IN_AN_HOUR);
    expect(Buffer.compare(Buffer.from((await waitingFiles.load('dale', 'one')) ?? []), large)).toBe(
      0,
    );
    expect(await waitingFiles.load('fen', 'one')).toBeUndefined();
    now = IN_AN_HOUR;
    expect(await waitingFiles.load('dale', 'one')).toBeUndefined();
  });

  it('is replaced by what was corrected, and removed', async () => {
    const { waitingFiles } = await freshRecords({ now: () => new Date('2021-03-15T09:00:00Z') });
    await waitingFiles.save('dale', 'one', randomBytes(600_000), IN_AN_HOUR);
    await waitingFiles.save('dale', 'one', Buffer.from('second'), IN_AN_HOUR);
    expect(String(await waitingFiles.load('dale', 'one'))).toBe('second');
    await waitingFiles.remove('dale', 'one');
    await waitingFiles.remove('dale', 'one');
    expect(await waitingFiles.load('dale', 'one')).toBeUndefined();
  });
});

describe('the lock of imports', () => {
  const [jo, sam] = ['jo', 'sam'].map((person) => ({ person, id: `of ${person}` }));

  it('is one person’s until they let go, or are gone for a minute', async () => {
    const connection = { connectionString: inject('azurite') };
    const table = createTable(connection, `${freshPrefix()}Threads`, [patientStorage]);
    await table.prepare();
    let now = new Date('2021-03-15T09:00:00Z');
    const lock = createImportLock(table, () => now);
    if (!jo || !sam) throw new Error('Nobody is there');
    const both = await Promise.all([lock.acquire('dale', jo), lock.acquire('dale', sam)]);
    expect(both.filter((other) => other === undefined)).toHaveLength(1);
    const [first, second] = both[0] ? [sam, jo] : [jo, sam];
    expect(await lock.acquire('dale', second)).toEqual(first);
    expect(await lock.acquire('dale', first)).toBeUndefined();
    await lock.release('dale', second);
    expect(await lock.acquire('dale', second)).toEqual(first);
    expect(await lock.acquire('fen', second)).toBeUndefined();
    now = new Date('2021-03-15T09:01:00Z');
    expect(await lock.acquire('dale', second)).toBeUndefined();
    await lock.release('dale', second);
    expect(await lock.acquire('dale', first)).toBeUndefined();
  });

  it('leaves an import finished where it cannot be released', async () => {
    const release = () => Promise.reject(new Error('The storage is away'));
    const locking = {
      lock: { acquire: async () => undefined, release },
      partnership: 'dale',
      person: 'jo',
      onWait: () => {},
    };
    expect(await withImportLock(locking, async () => 'imported')).toBe('imported');
    const failing = withImportLock(locking, () => Promise.reject(new Error('The file is broken')));
    await expect(failing).rejects.toThrow('The file is broken');
  });

  it('is taken where it was released just before', async () => {
    const connection = { connectionString: inject('azurite') };
    const table = createTable(connection, `${freshPrefix()}Threads`, [patientStorage]);
    await table.prepare();
    let now = new Date('2021-03-15T09:00:00Z');
    const holder = { person: 'jo', id: 'of jo' };
    await createImportLock(table, () => now).acquire('dale', holder);
    now = new Date('2021-03-15T09:01:00Z');
    const released: typeof table = {
      ...table,
      async commit(operations) {
        await createImportLock(table, () => now).release('dale', holder);
        return table.commit(operations);
      },
    };
    const next = createImportLock(released, () => now).acquire('dale', {
      person: 'sam',
      id: 'of sam',
    });
    expect(await next).toBeUndefined();
  });

  it('leaves the lock of whoever took it while it was released', async () => {
    const connection = { connectionString: inject('azurite') };
    const table = createTable(connection, `${freshPrefix()}Threads`, [patientStorage]);
    await table.prepare();
    if (!jo || !sam) throw new Error('Nobody is there');
    const createAt = (at: string, on = table) => createImportLock(on, () => new Date(at));
    await createAt('2021-03-15T09:00:00Z').acquire('dale', jo);
    const later = createAt('2021-03-15T09:01:00Z');
    const meanwhile: typeof table = {
      ...table,
      async commit(operations) {
        await later.acquire('dale', sam);
        return table.commit(operations);
      },
    };
    await createAt('2021-03-15T09:00:59Z', meanwhile).release('dale', jo);
    expect(await later.acquire('dale', jo)).toEqual(sam);
  });

  it('is not taken again by a renewal that arrives after its release', async () => {
    const connection = { connectionString: inject('azurite') };
    const table = createTable(connection, `${freshPrefix()}Threads`, [patientStorage]);
    await table.prepare();
    if (!jo || !sam) throw new Error('Nobody is there');
    const lock = createImportLock(table);
    await lock.acquire('dale', jo);
    let late: Promise<unknown> = Promise.resolve();
    const delayed: typeof table = {
      ...table,
      // The client has given the renewal up; storage carries it out when the lock is free.
      async commit(operations) {
        await lock.release('dale', jo);
        late = table.commit(operations);
        await late.catch(() => {});
        throw new Error('The renewal was given up');
      },
    };
    await expect(createImportLock(delayed).acquire('dale', jo)).rejects.toThrow('given up');
    await expect(late).rejects.toThrow();
    expect(await lock.acquire('dale', sam)).toBeUndefined();
  });
});
