import { randomUUID } from 'node:crypto';
import type { RecordTable } from '../audit/audited-table.ts';
import type { ChangeWatch } from './change-watch.ts';
import { fromKey } from './keys.ts';
import type { RowOperation } from './row.ts';
import { packTransactions } from './sizes.ts';
import type { StorageTable } from './table.ts';

/**
 * A table without an audit log, for personal settings. The first row of each transaction names its
 * writer, so that a change is recognised when its reply was lost.
 */
export function createUnauditedTable(
  table: StorageTable,
  watch: Pick<ChangeWatch, 'commit'>,
): RecordTable {
  async function append(partition: string, operations: readonly RowOperation[]) {
    const [first, ...others] = operations;
    if (!first) return [];
    const writer = randomUUID();
    const isRemoval = 'remove' in first;
    const row = isRemoval ? first.remove.rowKey : first.put.rowKey;
    return watch.commit(
      {
        partnership: fromKey(partition)[0] ?? '',
        table: table.name,
        partition,
        writer,
        row,
        isRemoval,
      },
      (givenUp) =>
        table.commit(
          isRemoval ? operations : [{ ...first, put: { ...first.put, writer } }, ...others],
          givenUp,
        ),
      async () => {
        const stored = await table.point(partition, row);
        return isRemoval ? !stored : stored?.writer === writer;
      },
    );
  }

  return {
    name: table.name,
    point: table.point,
    range: table.range,
    append,
    async appendAll(partition, operations) {
      for (const batch of packTransactions(operations)) await append(partition, batch);
    },
  };
}
