import { z } from 'zod';
import type { ImportLock } from '../../contract/ports/waiting-files.ts';
import { toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import { isConflict, type StorageTable } from '../tables/table.ts';

/** So long after it was last taken the lock of an instance that was killed is free again. */
const LOCK_MS = 60_000;

const columns = z.object({ person: z.string(), id: z.string(), until: z.iso.datetime() });

/** One row for each partnership, which is written only as it was read. */
export function createImportLock(table: StorageTable, now = () => new Date()): ImportLock {
  const keysOf = (partnership: string) => ({
    partitionKey: toKey(partnership, 'import-lock'),
    rowKey: 'lock',
  });

  const acquire: ImportLock['acquire'] = async (partnership, holder) => {
    const keys = keysOf(partnership);
    const row = await table.point(keys.partitionKey, keys.rowKey);
    const held = row && parseRow(table.name, columns, row);
    const isFree = !held || held.id === holder.id || held.until <= now().toISOString();
    if (held && !isFree) return { person: held.person, id: held.id };
    const until = new Date(now().getTime() + LOCK_MS).toISOString();
    const { person, id } = holder;
    try {
      await table.commit([{ put: { ...keys, person, id, until }, etag: row?.etag ?? '' }]);
      return undefined;
    } catch (error) {
      if (!isConflict(error)) throw error;
      return acquire(partnership, holder); // somebody was first
    }
  };

  return {
    acquire,
    async release(partnership, { id }) {
      const { partitionKey, rowKey } = keysOf(partnership);
      const row = await table.point(partitionKey, rowKey);
      if (row && parseRow(table.name, columns, row).id === id)
        await table.remove(partitionKey, rowKey);
    },
  };
}
