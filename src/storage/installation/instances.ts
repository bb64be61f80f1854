import { z } from 'zod';
import { numberColumn } from '../../contract/columns.ts';
import type { Instances } from '../../contract/ports.ts';
import { toKey } from '../tables/keys.ts';
import { parseRow } from '../tables/parse-row.ts';
import type { StorageTable } from '../tables/table.ts';

const instanceColumns = z.object({ until: numberColumn });

const PARTITION = 'instances';

/** One row for each running instance. The row of a crashed instance expires. */
export function createInstances(table: StorageTable, now: () => number = Date.now): Instances {
  return {
    async announce(instance, until) {
      await table.put({
        partitionKey: PARTITION,
        rowKey: toKey(instance),
        ...z.encode(instanceColumns, { until }),
      });
      const rows = await table.range(PARTITION);
      const isOver = (row: (typeof rows)[number]) =>
        parseRow(table.name, instanceColumns, row).until < now();
      await Promise.all(rows.filter(isOver).map(({ rowKey }) => table.remove(PARTITION, rowKey)));
      return rows.filter((row) => !isOver(row)).map(({ rowKey }) => rowKey);
    },
    deregister: (instance) => table.remove(PARTITION, toKey(instance)),
  };
}
