import { z } from 'zod';
import type { ImportLock } from '../../contract/ports/waiting-files.ts';
import { toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StorageTable } from '../tables/table.ts';

/** The lock of an instance that was killed is free again so long after it was last renewed. */
const LOCK_MS = 60_000;

const columns = z.object({ person: z.string(), id: z.string(), until: z.iso.datetime() });

/** One row for each partnership, which is written only as it was read. */
export function createImportLock(table: StorageTable, now = () => new Date()): ImportLock {
  const keysOf = (partnership: string) => ({
    partitionKey: toKey(partnership, 'import-lock'),
    rowKey: 'lock',
  });

  return {
    async acquire(partnership, { person, id }) {
      const keys = keysOf(partnership);
      const { holder } = await retryOnConflict('the import lock', async () => {
        const row = await table.point(keys.partitionKey, keys.rowKey);
        const stored = row && parseRow(table.name, columns, row);
        if (stored && stored.id !== id && stored.until > now().toISOString())
          return { holder: { person: stored.person, id: stored.id } };
        const until = new Date(now().getTime() + LOCK_MS).toISOString();
        const put = { ...keys, person, id, until };
        const isTaken = await unlessConflict(table.commit([{ put, etag: row?.etag ?? '' }]));
        return isTaken ? {} : undefined;
      });
      return holder;
    },
    async release(partnership, { id }) {
      const keys = keysOf(partnership);
      await retryOnConflict('the import lock', async () => {
        const row = await table.point(keys.partitionKey, keys.rowKey);
        const stored = row && parseRow(table.name, columns, row);
        const until = now().toISOString();
        if (!row || stored?.id !== id || stored.until <= until) return true;
        // Written as it was read: neither somebody else's lock is removed, nor does a renewal that
        // storage carries out late take it again.
        const put = { ...keys, ...stored, until };
        return (await unlessConflict(table.commit([{ put, etag: row.etag }]))) || undefined;
      });
    },
  };
}
