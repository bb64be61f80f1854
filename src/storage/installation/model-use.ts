import { z } from 'zod';
import { numberColumn } from '../../contract/columns.ts';
import type { ModelUse } from '../../contract/ports.ts';
import { toKey } from '../tables/keys.ts';
import { retryOnConflict, unlessConflict } from '../tables/optimistic-retry.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StorageTable } from '../tables/table.ts';

const useColumns = z.object({ used: numberColumn });

/**
 * One row for each month in partition `use`: model costs are those of the installation, not of one
 * partnership.
 */
export function createModelUse(table: StorageTable): ModelUse {
  return {
    async reserve(month, most) {
      const keys = { partitionKey: 'use', rowKey: toKey(month) };
      return retryOnConflict(`model use of ${month}`, async () => {
        const row = await table.point(keys.partitionKey, keys.rowKey);
        const { used } = row ? parseRow(table.name, useColumns, row) : { used: 0 };
        if (used >= most) return false;
        const counter = { ...keys, used: used + 1 };
        return (
          (await unlessConflict(table.commit([{ put: counter, etag: row?.etag ?? '' }]))) ||
          undefined
        );
      });
    },
  };
}
